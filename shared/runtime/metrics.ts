// The one metrics emitter (CloudWatch embedded metric format).
import { Metrics } from '@aws-lambda-powertools/metrics';
import { type metricDetails, metricNames } from '../contracts/metrics.ts';

const metrics = new Metrics({
  namespace: process.env['POWERTOOLS_METRICS_NAMESPACE'] ?? 'astromedia',
  serviceName: 'astromedia',
});

type Dimensions = Partial<Record<'status' | 'provider', string>>;
type Details = Partial<Record<(typeof metricDetails)[number], string>>;

/** Emits one value as a log line of its own. `details` can be searched in the logs, but make no further metric. */
export function recordMetric(
  metric: keyof typeof metricNames,
  value: number,
  dimensions: Dimensions,
  details: Details = {},
): void {
  const single = metrics.singleMetric();
  for (const [name, text] of Object.entries(dimensions)) single.addDimension(name, text);
  for (const [name, text] of Object.entries(details)) single.addMetadata(name, text);
  single.addMetric(metricNames[metric].name, metricNames[metric].unit, value);
}
