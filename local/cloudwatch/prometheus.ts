// The metrics of the functions for `curl localhost:8000/metrics`, in the text format of Prometheus. On AWS the same metrics are in
// CloudWatch. Counts are of this process: they begin at zero with it, as Prometheus expects.
import { Counter, Histogram, Registry } from 'prom-client';
import { metricDetails, metricNames } from '../../shared/contracts/metrics.ts';
import type { MetricSample } from './metric-log.ts';

/** From a cached read to a video, in seconds. */
const durationBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

export type Prometheus = ReturnType<typeof createPrometheus>;

export function createPrometheus() {
  const registry = new Registry();
  const recorders = new Map<string, (labels: object, value: number) => void>(
    Object.values(metricNames).map(({ name, unit, help }) => {
      const settings = { name, help, labelNames: metricDetails, registers: [registry] };
      if (unit !== 'Seconds') {
        const counter = new Counter(settings);
        return [name, (labels: object, value: number) => counter.inc(labels, value)] as const;
      }
      const histogram = new Histogram({ ...settings, buckets: durationBuckets });
      return [name, (labels: object, value: number) => histogram.observe(labels, value)] as const;
    }),
  );
  return {
    contentType: registry.contentType,

    record({ name, value, labels }: MetricSample): void {
      recorders.get(name)?.(known(labels), value);
    },

    /** Every metric with its help, also those that have no value yet. */
    text: (): Promise<string> => registry.metrics(),
  };
}

const known = (labels: MetricSample['labels']) =>
  Object.fromEntries(metricDetails.flatMap((name) => (labels[name] === undefined ? [] : [[name, labels[name]]])));
