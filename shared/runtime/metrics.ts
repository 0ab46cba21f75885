// The one metrics emitter (CloudWatch embedded metric format) and the names it may use, shared with the dashboards.
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

const metrics = new Metrics({
  namespace: process.env['POWERTOOLS_METRICS_NAMESPACE'] ?? 'astromedia',
  serviceName: 'astromedia',
});

/** Name and unit of each metric. */
export const metricNames = {
  httpRequests: { name: 'astromedia_http_requests_total', unit: MetricUnit.Count },
  httpDuration: { name: 'astromedia_http_request_duration_seconds', unit: MetricUnit.Seconds },
  phasesFinished: { name: 'astromedia_phases_total', unit: MetricUnit.Count },
  campaignsFinished: { name: 'astromedia_campaigns_total', unit: MetricUnit.Count },
  modelCalls: { name: 'astromedia_llm_requests_total', unit: MetricUnit.Count },
  modelDuration: { name: 'astromedia_llm_request_duration_seconds', unit: MetricUnit.Seconds },
  modelCost: { name: 'astromedia_llm_cost_usd_total', unit: MetricUnit.NoUnit },
} as const;

/** Few values each: CloudWatch bills every combination of dimensions as a metric of its own. */
type Dimensions = Partial<Record<'status' | 'provider', string>>;

/** Emits one value as a log line of its own. `details` can be searched in the logs, but make no further metric. */
export function recordMetric(
  metric: keyof typeof metricNames,
  value: number,
  dimensions: Dimensions,
  details: Record<string, string> = {},
): void {
  const single = metrics.singleMetric();
  for (const [name, text] of Object.entries(dimensions)) single.addDimension(name, text);
  for (const [name, text] of Object.entries(details)) single.addMetadata(name, text);
  single.addMetric(metricNames[metric].name, metricNames[metric].unit, value);
}
