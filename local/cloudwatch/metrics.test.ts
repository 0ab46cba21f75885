import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { samplesIn, watchMetricLog } from './metric-log.ts';
import { createPrometheus } from './prometheus.ts';

/** A line as Powertools prints it. */
const line = (name: string, value: number, fields: Record<string, string> = {}) =>
  JSON.stringify({
    _aws: {
      Timestamp: 1,
      CloudWatchMetrics: [
        { Namespace: 'astromedia', Dimensions: [['service', 'status']], Metrics: [{ Name: name, Unit: 'Count' }] },
      ],
    },
    service: 'astromedia',
    [name]: value,
    ...fields,
  });
const requests = 'astromedia_http_requests_total';
const duration = 'astromedia_http_request_duration_seconds';
const route = 'GET /api/v1/campaigns';

describe('a log line', () => {
  it('in the embedded metric format holds samples with their labels', () => {
    expect(samplesIn(line(requests, 1, { status: '200', route }))).toEqual([
      { name: requests, value: 1, labels: { service: 'astromedia', status: '200', route } },
    ]);
  });

  it.each(['', 'text', '{"_aws"', '{"_aws":{}}', '{"message":"_aws"}', line(requests, 1).slice(0, -1)])(
    '%j holds none',
    (text) => {
      expect(samplesIn(text)).toEqual([]);
    },
  );
});

describe('watching a stream', () => {
  it('finds metrics in whatever pieces they are printed, passes all of it on, and ends', () => {
    const stream = new PassThrough();
    const found: number[] = [];
    const stop = watchMetricLog(stream, ({ value }) => found.push(value));
    const printed = `${line(requests, 1)}\nsomething else\n${line(requests, 2)}\n`;
    for (const piece of [printed.slice(0, 30), printed.slice(30, 400), printed.slice(400)]) stream.write(piece);
    stop();
    stream.write(`${line(requests, 3)}\n`);
    expect(found).toEqual([1, 2]);
    expect(String(stream.read())).toBe(`${printed}${line(requests, 3)}\n`);
  });
});

describe('the Prometheus text', () => {
  it('counts, sums durations in buckets, and names every metric from the start', async () => {
    const metrics = createPrometheus();
    expect(await metrics.text()).toContain('# HELP astromedia_llm_cost_usd_total');
    for (const status of ['200', '200', '404'])
      for (const sample of samplesIn(line(requests, 1, { status, route }))) metrics.record(sample);
    for (const sample of samplesIn(line(duration, 0.03, { route }))) metrics.record(sample);
    for (const sample of samplesIn(line('somebody_elses_total', 1))) metrics.record(sample);
    const text = await metrics.text();
    expect(text).toContain(`${requests}{status="200",route="${route}"} 2`);
    expect(text).toContain(`${duration}_bucket{le="0.025",route="${route}"} 0`);
    expect(text).toContain(`${duration}_bucket{le="0.05",route="${route}"} 1`);
    expect(text).not.toContain('somebody_elses');
  });
});
