// The metrics there are: emitted by functions, shown by dashboards and by the embedded platform.

/** Name, unit and meaning of each metric, and the dimensions that CloudWatch tells its values apart by, beside the service. */
export const metricNames = {
  httpRequests: {
    name: 'astromedia_http_requests_total',
    unit: 'Count',
    dimensions: ['status'],
    help: 'Requests answered, by status and route',
  },
  httpDuration: {
    name: 'astromedia_http_request_duration_seconds',
    unit: 'Seconds',
    dimensions: [],
    help: 'Time a function took for a request',
  },
  phasesFinished: {
    name: 'astromedia_phases_total',
    unit: 'Count',
    dimensions: ['status'],
    help: 'Phases that ended, by status and agent',
  },
  campaignsFinished: {
    name: 'astromedia_campaigns_total',
    unit: 'Count',
    dimensions: ['status'],
    help: 'Campaigns that ended, by status',
  },
  assets: {
    name: 'astromedia_assets_total',
    unit: 'Count',
    dimensions: ['kind'],
    help: 'Files that were made by agents or brought by people, by kind',
  },
  modelCalls: {
    name: 'astromedia_llm_requests_total',
    unit: 'Count',
    dimensions: ['provider', 'status'],
    help: 'Calls of AI models, by provider and status',
  },
  modelDuration: {
    name: 'astromedia_llm_request_duration_seconds',
    unit: 'Seconds',
    dimensions: ['provider', 'status'],
    help: 'Time an AI model took for a call',
  },
  modelAnswers: {
    name: 'astromedia_llm_answers_total',
    unit: 'Count',
    dimensions: ['provider', 'status'],
    help: 'Texts of AI models by how far they fitted: as-is, fixed by code, repaired by the model, invalid',
  },
  modelCost: {
    name: 'astromedia_llm_cost_usd_total',
    unit: 'None',
    dimensions: ['provider', 'status'],
    help: 'What calls of AI models cost, in US dollars',
  },
  modelTokens: {
    name: 'astromedia_llm_tokens_total',
    unit: 'Count',
    dimensions: ['provider', 'kind'],
    help: 'Tokens that AI models read and wrote, by provider; kind is input or output',
  },
  modelCostDoubts: {
    name: 'astromedia_llm_cost_doubts_total',
    unit: 'Count',
    dimensions: ['provider', 'status'],
    help: 'Costs of AI calls that somebody should look at, by provider; status says why: SUSPECT, DIFFERS or UNTOLD',
  },
} as const;

/** What a metric may be told apart by. Details are in the log line, but are no dimension: CloudWatch bills every combination of those. */
export const metricDetails = ['status', 'provider', 'kind', 'route', 'agent', 'model'] as const;

export type MetricName = keyof typeof metricNames;
/** A value for each dimension of a metric. */
export type DimensionsOf<Name extends MetricName> = Readonly<
  Record<(typeof metricNames)[Name]['dimensions'][number], string>
>;
/** The dimension that all metrics have, and its one value. */
export const metricService = 'astromedia';
