// The metrics there are: emitted by functions, shown by dashboards and by the embedded platform.

/** Name, unit and meaning of each metric. */
export const metricNames = {
  httpRequests: {
    name: 'astromedia_http_requests_total',
    unit: 'Count',
    help: 'Requests answered, by status and route',
  },
  httpDuration: {
    name: 'astromedia_http_request_duration_seconds',
    unit: 'Seconds',
    help: 'Time a function took for a request',
  },
  phasesFinished: {
    name: 'astromedia_phases_total',
    unit: 'Count',
    help: 'Phases that ended, by status and agent',
  },
  campaignsFinished: {
    name: 'astromedia_campaigns_total',
    unit: 'Count',
    help: 'Campaigns that ended, by status',
  },
  modelCalls: {
    name: 'astromedia_llm_requests_total',
    unit: 'Count',
    help: 'Calls of AI models, by provider and status',
  },
  modelDuration: {
    name: 'astromedia_llm_request_duration_seconds',
    unit: 'Seconds',
    help: 'Time an AI model took for a call',
  },
  modelAnswers: {
    name: 'astromedia_llm_answers_total',
    unit: 'Count',
    help: 'Texts of AI models by how far they fitted: as-is, fixed by code, repaired by the model, invalid',
  },
  modelCost: {
    name: 'astromedia_llm_cost_usd_total',
    unit: 'None',
    help: 'What calls of AI models cost, in US dollars',
  },
  modelCostDoubts: {
    name: 'astromedia_llm_cost_doubts_total',
    unit: 'Count',
    help: 'Costs of AI calls that somebody should look at, by provider; status says why: SUSPECT, DIFFERS or UNTOLD',
  },
} as const;

/** What a metric may be told apart by. Details are in the log line, but are no dimension: CloudWatch bills every combination of those. */
export const metricDetails = ['status', 'provider', 'route', 'agent', 'model'] as const;
