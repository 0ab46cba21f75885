// Every Lambda of the system with its size: read by infra (which adds permissions) and by the local platform (which runs them in process).
import type { EnvironmentName } from './environment.ts';
import type { RouteLambda } from './routes.ts';

export interface LambdaSettings {
  /** Source file, from the root of the project. Exports `handler`. */
  readonly entry: string;
  readonly description: string;
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
  /** Variables it reads (runtime/environment.ts): infra sets exactly these, next to the permissions they imply. */
  readonly environment: readonly EnvironmentName[];
}

type Entry = Pick<LambdaSettings, 'entry' | 'description' | 'environment'>;
const api = (settings: Entry): LambdaSettings => ({ ...settings, memoryMegabytes: 512, timeoutSeconds: 15 });
const step = (settings: Entry): LambdaSettings => ({ ...settings, memoryMegabytes: 256, timeoutSeconds: 30 });

const apiLambdas = {
  auth: api({
    entry: 'functions/api/auth.ts',
    description: 'Registration and sign-in',
    environment: ['TABLE_NAME', 'USER_POOL_ID', 'USER_POOL_CLIENT_ID', 'EDGE_TOKEN'],
  }),
  campaigns: api({
    entry: 'functions/api/campaigns.ts',
    description: 'Campaigns, their phases, decisions and events',
    environment: ['TABLE_NAME', 'BUCKET_NAME', 'STATE_MACHINE_ARN', 'LIVE_ENDPOINT'],
  }),
  assets: api({
    entry: 'functions/api/assets.ts',
    description: 'Generated files',
    environment: ['TABLE_NAME', 'BUCKET_NAME'],
  }),
  'api-keys': api({
    entry: 'functions/api/api-keys.ts',
    description: 'API keys of the partner API',
    environment: ['TABLE_NAME', 'USAGE_PLAN_IDS'],
  }),
  meta: api({ entry: 'functions/api/meta.ts', description: 'Health', environment: [] }),
} as const satisfies Record<RouteLambda, LambdaSettings>;

const partnerLambdas = {
  'partner-authorizer': api({
    entry: 'functions/partner/authorizer.ts',
    description: 'Lets a request of the partner API in when its key is valid',
    environment: ['TABLE_NAME'],
  }),
} as const satisfies Record<string, LambdaSettings>;

const liveLambdas = {
  'live-authorizer': api({
    entry: 'functions/live/authorizer.ts',
    description: 'Lets a socket in when its access token is valid',
    environment: ['TOKEN_ISSUER', 'TOKEN_JWKS_URI', 'USER_POOL_CLIENT_ID'],
  }),
  'live-connect': api({
    entry: 'functions/live/connect.ts',
    description: 'Remembers a new socket',
    environment: ['TABLE_NAME', 'TOKEN_ISSUER', 'TOKEN_JWKS_URI', 'USER_POOL_CLIENT_ID'],
  }),
  'live-disconnect': api({
    entry: 'functions/live/disconnect.ts',
    description: 'Forgets a closed socket and its subscriptions',
    environment: ['TABLE_NAME'],
  }),
  'live-message': api({
    entry: 'functions/live/message.ts',
    description: 'Subscribes a socket to a campaign and replays events',
    environment: ['TABLE_NAME', 'BUCKET_NAME', 'LIVE_ENDPOINT'],
  }),
} as const satisfies Record<string, LambdaSettings>;

const playbookLambdas = {
  'open-gate': step({
    entry: 'functions/playbook/open-gate.ts',
    description: 'Lets a phase begin once its dependencies are done',
    environment: ['TABLE_NAME', 'LIVE_ENDPOINT'],
  }),
  'run-agent': {
    entry: 'functions/playbook/run-agent.ts',
    description: 'Runs the agent of a phase',
    environment: ['TABLE_NAME', 'BUCKET_NAME', 'LIVE_ENDPOINT'],
    // Two 6-second videos are encoded in here by the offline studio: CPU grows with memory, 1769 MB is one core.
    memoryMegabytes: 1769,
    timeoutSeconds: 300,
  },
  'request-approval': step({
    entry: 'functions/playbook/request-approval.ts',
    description: 'Asks a person for a decision',
    environment: ['TABLE_NAME', 'LIVE_ENDPOINT'],
  }),
  'complete-phase': step({
    entry: 'functions/playbook/complete-phase.ts',
    description: 'Finishes a phase and opens the gates of its dependants',
    environment: ['TABLE_NAME', 'LIVE_ENDPOINT'],
  }),
  'park-failure': step({
    entry: 'functions/playbook/park-failure.ts',
    description: 'Parks a failed phase until a person decides',
    environment: ['TABLE_NAME', 'LIVE_ENDPOINT'],
  }),
  'finish-campaign': step({
    entry: 'functions/playbook/finish-campaign.ts',
    description: 'Gives the campaign its final status',
    environment: ['TABLE_NAME', 'LIVE_ENDPOINT'],
  }),
} as const satisfies Record<string, LambdaSettings>;

export const lambdas = { ...apiLambdas, ...partnerLambdas, ...liveLambdas, ...playbookLambdas };
export type LambdaName = keyof typeof lambdas;
export const lambdaNames = Object.keys(lambdas) as LambdaName[];
export type PlaybookLambdaName = keyof typeof playbookLambdas;
export const playbookLambdaNames = Object.keys(playbookLambdas) as PlaybookLambdaName[];
