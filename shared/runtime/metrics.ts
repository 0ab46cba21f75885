// The one metrics emitter (CloudWatch embedded metric format) and the names it may use, shared with the dashboards.
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

const metrics = new Metrics({
  namespace: process.env['POWERTOOLS_METRICS_NAMESPACE'] ?? 'astromedia',
  serviceName: 'astromedia',
});

/** Name, unit and dimensions of each metric. */
export const metricNames = {
  httpRequests: { name: 'astromedia_http_requests_total', unit: MetricUnit.Count },
  httpDuration: { name: 'astromedia_http_request_duration_seconds', unit: MetricUnit.Seconds },
  phasesFinished: { name: 'astromedia_phases_total', unit: MetricUnit.Count },
  campaignsFinished: { name: 'astromedia_campaigns_total', unit: MetricUnit.Count },
  modelCalls: { name: 'astromedia_llm_requests_total', unit: MetricUnit.Count },
  modelDuration: { name: 'astromedia_llm_request_duration_seconds', unit: MetricUnit.Seconds },
  modelCost: { name: 'astromedia_llm_cost_usd_total', unit: MetricUnit.NoUnit },
} as const;

/** Emits one value with its dimensions, as a log line of its own. */
export function recordMetric(
  metric: keyof typeof metricNames,
  value: number,
  dimensions: Record<string, string>,
): void {
  const single = metrics.singleMetric();
  for (const [name, text] of Object.entries(dimensions)) single.addDimension(name, text);
  single.addMetric(metricNames[metric].name, metricNames[metric].unit, value);
}
