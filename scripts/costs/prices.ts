// What AWS asks for, as dated data: on-demand list prices without free tiers, volume discounts, taxes or savings plans.

/** List prices known to the author on this date, not read from AWS's price list: verify before relying on them. */
export const pricesCheckedOn = '2026-11';
export const pricesRegion = 'us-east-1';

interface Price {
  readonly service: string;
  readonly item: string;
  readonly unit: string;
  readonly usd: number;
  /** How many units the price is for. */
  readonly per: number;
}

const million = 1e6;

export const prices = {
  lambdaInvocations: { service: 'Lambda', item: 'invocations', unit: 'request', usd: 0.2, per: million },
  lambdaCompute: { service: 'Lambda', item: 'compute, arm64', unit: 'GB-second', usd: 0.0000133334, per: 1 },
  stateTransitions: { service: 'Step Functions', item: 'standard workflow', unit: 'transition', usd: 25, per: million },
  tableWrites: { service: 'DynamoDB', item: 'on-demand writes', unit: 'WRU', usd: 0.625, per: million },
  tableReads: { service: 'DynamoDB', item: 'on-demand reads', unit: 'RRU', usd: 0.125, per: million },
  tableStorage: { service: 'DynamoDB', item: 'storage', unit: 'GB-month', usd: 0.25, per: 1 },
  tableBackup: { service: 'DynamoDB', item: 'point-in-time recovery', unit: 'GB-month', usd: 0.2, per: 1 },
  queueRequests: { service: 'SQS', item: 'requests', unit: 'request', usd: 0.4, per: million },
  bucketWrites: { service: 'S3', item: 'PUT and LIST requests', unit: 'request', usd: 0.005, per: 1000 },
  bucketReads: { service: 'S3', item: 'GET requests', unit: 'request', usd: 0.0004, per: 1000 },
  bucketStorage: { service: 'S3', item: 'storage', unit: 'GB-month', usd: 0.023, per: 1 },
  httpRequests: { service: 'API Gateway', item: 'HTTP API requests', unit: 'request', usd: 1, per: million },
  socketMessages: { service: 'API Gateway', item: 'WebSocket messages', unit: '32 KB message', usd: 1, per: million },
  socketMinutes: { service: 'API Gateway', item: 'WebSocket connections', unit: 'minute', usd: 0.25, per: million },
  edgeRequests: { service: 'CloudFront', item: 'HTTPS requests', unit: 'request', usd: 0.01, per: 10_000 },
  edgeFunctionCalls: { service: 'CloudFront', item: 'functions', unit: 'call', usd: 0.1, per: million },
  edgeTransfer: { service: 'CloudFront', item: 'data out', unit: 'GB', usd: 0.085, per: 1 },
  directTransfer: { service: 'Data transfer', item: 'S3 and sockets to the internet', unit: 'GB', usd: 0.09, per: 1 },
  logIngestion: { service: 'CloudWatch', item: 'log ingestion', unit: 'GB', usd: 0.5, per: 1 },
  logStorage: { service: 'CloudWatch', item: 'log storage', unit: 'GB-month', usd: 0.03, per: 1 },
  customMetrics: { service: 'CloudWatch', item: 'custom metrics', unit: 'metric-month', usd: 0.3, per: 1 },
  traces: { service: 'X-Ray', item: 'traces recorded', unit: 'trace', usd: 5, per: million },
  secrets: { service: 'Secrets Manager', item: 'secrets', unit: 'secret-month', usd: 0.4, per: 1 },
  activeUsers: { service: 'Cognito', item: 'Lite plan', unit: 'monthly active user', usd: 0.0055, per: 1 },
} as const satisfies Record<string, Price>;

export type PriceName = keyof typeof prices;
export const priceNames = Object.keys(prices) as PriceName[];

/** How much of what is used; what is missing is not used. */
export type Usage = Partial<Record<PriceName, number>>;

/** The price of a quantity in dollars. */
export const usdOf = (name: PriceName, quantity: number): number => (quantity * prices[name].usd) / prices[name].per;

/** The price of everything used, in dollars. */
export const totalUsd = (usage: Usage): number =>
  priceNames.reduce((sum, name) => sum + usdOf(name, usage[name] ?? 0), 0);
