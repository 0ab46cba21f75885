// The one metrics emitter (CloudWatch embedded metric format) and the names it may use, shared with the dashboards.
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

const metrics = new Metrics({
  namespace: process.env['POWERTOOLS_METRICS_NAMESPACE'] ?? 'astromedia',
  serviceName: 'astromedia',
});

/** Name, unit and meaning of each metric. */
export const metricNames = {
  httpRequests: {
    name: 'astromedia_http_requests_total',
    unit: MetricUnit.Count,
    help: 'Requests answered, by status and route',
  },
  httpDuration: {
    name: 'astromedia_http_request_duration_seconds',
    unit: MetricUnit.Seconds,
    help: 'Time a function took for a request',
  },
  phasesFinished: {
    name: 'astromedia_phases_total',
    unit: MetricUnit.Count,
    help: 'Phases that ended, by status and agent',
  },
  campaignsFinished: {
    name: 'astromedia_campaigns_total',
    unit: MetricUnit.Count,
    help: 'Campaigns that ended, by status',
  },
  modelCalls: {
    name: 'astromedia_llm_requests_total',
    unit: MetricUnit.Count,
    help: 'Calls of AI models, by provider and status',
  },
  modelDuration: {
    name: 'astromedia_llm_request_duration_seconds',
    unit: MetricUnit.Seconds,
    help: 'Time an AI model took for a call',
  },
  modelCost: {
    name: 'astromedia_llm_cost_usd_total',
    unit: MetricUnit.NoUnit,
    help: 'What calls of AI models cost, in US dollars',
  },
} as const;

/** What a metric may be told apart by. Details are in the log line, but are no dimension: CloudWatch bills every combination of those. */
export const metricDetails = ['status', 'provider', 'route', 'agent', 'model'] as const;
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
