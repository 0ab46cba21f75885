// The one metrics emitter (CloudWatch embedded metric format).
import { Metrics } from '@aws-lambda-powertools/metrics';
import {
  type DimensionsOf,
  type MetricName,
  type metricDetails,
  metricNames,
  metricService,
} from '../contracts/metrics.ts';

/** Prints each metric as it is added, and forgets it with its dimensions. One for all: making one costs as much as a read of the table. */
const metrics = new Metrics({
  namespace: process.env['POWERTOOLS_METRICS_NAMESPACE'] ?? 'astromedia',
  serviceName: metricService,
  singleMetric: true,
});

type Details = Partial<Record<(typeof metricDetails)[number], string>>;

/** Emits one value as a log line of its own. `details` can be searched in the logs, but make no further metric. */
export function recordMetric<Name extends MetricName>(
  metric: Name,
  value: number,
  dimensions: DimensionsOf<Name>,
  details: Details = {},
): void {
  for (const [name, text] of Object.entries<string>(dimensions)) metrics.addDimension(name, text);
  for (const [name, text] of Object.entries(details)) metrics.addMetadata(name, text);
  metrics.addMetric(metricNames[metric].name, metricNames[metric].unit, value);
}
