import { describe, expect, it } from 'vitest';
import { lambdas, type ScheduledLambdaName, scheduledLambdaNames } from '../../shared/contracts/lambdas.ts';
import { assumptions } from './assumptions.ts';
import { idleMonth, monthOf } from './campaign-usage.ts';
import type { CampaignCounts } from './count-campaign.ts';
import { metricsIn } from './counters/count-logs.ts';
import { framesOf } from './counters/count-requests.ts';
import { emptyTally } from './counters/tally.ts';
import { totalUsd, usdOf } from './prices.ts';

const countsOf = (changes: Partial<CampaignCounts> = {}): CampaignCounts => ({
  ...emptyTally(),
  governanceMode: 'AUTO',
  stateTransitions: 0,
  tableBytes: 0,
  downloads: 0,
  downloadedBytes: 0,
  ...changes,
});
const tally = { invocations: 10, handlerMilliseconds: 1000, serviceCalls: 20, mostAtOnce: 4 };

describe('a month of campaigns', () => {
  it('multiplies what one campaign used', () => {
    const counts = countsOf({ stateTransitions: 50, writeUnits: 178, readUnits: 157.5 });

    expect(monthOf(counts, 10)).toMatchObject({ stateTransitions: 500, tableWrites: 1780, tableReads: 1575 });
  });

  it('bills handlers at their share of a CPU, with the ways to services and a cold start for each environment', () => {
    const counts = countsOf({ functions: new Map([['open-gate', tally]]) });
    const milliseconds =
      (1000 * assumptions.megabytesPerCpu) / 256 +
      20 * assumptions.serviceCallMilliseconds +
      4 * assumptions.coldStartMilliseconds;

    expect(monthOf(counts, 1).lambdaCompute).toBeCloseTo((milliseconds / 1000) * 0.25, 9);
  });

  it('has fewer cold starts a campaign when campaigns come all day', () => {
    const counts = countsOf({ functions: new Map([['open-gate', tally]]) });

    expect((monthOf(counts, 10_000).lambdaCompute ?? 0) / 10_000).toBeLessThan(monthOf(counts, 1).lambdaCompute ?? 0);
  });

  it('counts requests of the API and its access logs apart from steps of the playbook', () => {
    const counts = countsOf({
      functions: new Map([
        ['campaigns', tally],
        ['open-gate', tally],
      ]),
    });

    const { lambdaInvocations, httpRequests, logIngestion } = monthOf(counts, 1);

    expect({ lambdaInvocations, httpRequests }).toEqual({ lambdaInvocations: 20, httpRequests: 10 });
    expect(logIngestion).toBeCloseTo((20 * 330 + 10 * 330 + (20 * 3 + 10) * 26) / 1e9, 15);
  });

  it('pays a metric for the hours in which it has values, and never for more than the month', () => {
    const counts = countsOf({ metrics: new Set(['one', 'two']) });

    expect(monthOf(counts, 1).customMetrics).toBeCloseTo(2 / 730, 9);
    expect(monthOf(counts, 1_000_000).customMetrics).toBe(2);
  });
});

describe('an idle month', () => {
  it('pays for what is kept, for schedules and for asking the queue, and nothing else', () => {
    const usage = idleMonth(countsOf({ tableBytes: 40_000, bucketBytesIn: 4_000_000, stateTransitions: 50 }), 1000);
    const { lambdaCompute, ...rest } = usage;
    const perMonth = (name: ScheduledLambdaName) => (730 * 60) / lambdas[name].everyMinutes;
    const calls = scheduledLambdaNames.reduce((sum, name) => sum + perMonth(name), 0);

    expect(Object.keys(rest).sort()).toEqual([
      'bucketStorage',
      'lambdaInvocations',
      'queueRequests',
      'secrets',
      'tableBackup',
      'tableReads',
      'tableStorage',
      'traces',
    ]);
    expect(rest).toMatchObject({ tableStorage: 0.04, tableBackup: 0.04, bucketStorage: 5 });
    expect(usage.lambdaInvocations).toBeCloseTo(calls, 6);
    expect(usage.queueRequests).toBe(730 * 60 * 15);
    expect(totalUsd(usage)).toBeLessThan(1);
  });
});

describe('prices', () => {
  it('are per as many units as they say', () => {
    expect(usdOf('stateTransitions', 4000)).toBeCloseTo(0.1, 9);
    expect(usdOf('bucketReads', 1000)).toBeCloseTo(0.0004, 9);
  });
});

describe('counting', () => {
  it.each([
    { bytes: 0, frames: 1 },
    { bytes: 32_768, frames: 1 },
    { bytes: 32_769, frames: 2 },
  ])('takes $bytes bytes for $frames messages of a socket', ({ bytes, frames }) => {
    expect(framesOf(bytes)).toBe(frames);
  });

  it('takes each name with each combination of dimensions for a metric of its own', () => {
    const line = (status: string) =>
      JSON.stringify({
        _aws: {
          CloudWatchMetrics: [
            {
              Namespace: 'space',
              Dimensions: [['status', 'route']],
              Metrics: [{ Name: 'requests' }, { Name: 'time' }],
            },
          ],
        },
        status,
        route: 'GET /',
      });

    expect(metricsIn(line('200'))).toEqual([
      'space requests route=GET / status=200',
      'space time route=GET / status=200',
    ]);
    expect(metricsIn(line('404'))).not.toContain('space requests route=GET / status=200');
    expect(metricsIn('{"message":"request"}')).toEqual([]);
  });
});
