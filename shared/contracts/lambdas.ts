// Every Lambda of the system with its size: read by infra (which adds permissions) and by the local platform (which runs them in process).
import type { EnvironmentName } from './environment.ts';
import type { RouteLambda } from './routes.ts';
import { webhookWorkerSeconds } from './webhook-retries.ts';

export interface LambdaSettings {
  /** Source file, from the root of the project. Exports `handler`. */
  readonly entry: string;
  readonly description: string;
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
  /** Variables it reads (runtime/read-environment.ts): infra sets exactly these, next to the permissions they imply. */
  readonly environment: readonly EnvironmentName[];
  /** It runs by itself, once in this many minutes. Nobody waits for its answer; what it missed it does next time. */
  readonly everyMinutes?: number;
  /** It calls models itself: the offline studio's workers, fonts and WebAssembly lie beside its bundle. */
  readonly studio?: true;
}

type Entry = Pick<LambdaSettings, 'entry' | 'description' | 'environment'>;
const api = (settings: Entry): LambdaSettings => ({ ...settings, memoryMegabytes: 512, timeoutSeconds: 15 });
const step = (settings: Entry): LambdaSettings => ({ ...settings, memoryMegabytes: 256, timeoutSeconds: 30 });

const apiLambdas = {
  auth: api({
    entry: 'functions/api/auth.ts',
    description: 'Registration, sign-in and passwords',
    environment: [
      'TABLE_NAME',
      'USER_POOL_ID',
      'USER_POOL_CLIENT_ID',
      'REQUIRE_EMAIL_CONFIRMATION',
      'REGISTRATIONS_PER_DAY',
      'LIVE_ENDPOINT',
      'EDGE_TOKEN',
    ],
  }),
  campaigns: api({
    entry: 'functions/api/campaigns.ts',
    description: 'Campaigns, their phases, decisions and events',
    environment: [
      'TABLE_NAME',
      'BUCKET_NAME',
      'STATE_MACHINE_ARN',
      'LIVE_ENDPOINT',
      'WEBHOOK_QUEUE_URL',
      'MODEL_SETTINGS_SECRET_ID',
    ],
  }),
  exports: {
    entry: 'functions/api/exports.ts',
    description: 'Packs a campaign into one ZIP',
    environment: ['TABLE_NAME', 'BUCKET_NAME'],
    // The whole campaign is in memory twice, its files and the archive: CPU grows with memory, 1769 MB is one core.
    memoryMegabytes: 1769,
    timeoutSeconds: 29, // API Gateway waits no longer
  },
  assets: {
    entry: 'functions/api/assets.ts',
    description: 'Files, generated and uploaded',
    environment: ['TABLE_NAME', 'BUCKET_NAME', 'LIVE_ENDPOINT', 'WEBHOOK_QUEUE_URL'],
    // An uploaded video of 100 MB is read, checked and written in one go: twice its size in memory, and a few seconds each way.
    memoryMegabytes: 1024,
    timeoutSeconds: 29, // an HTTP API waits for 30
  },
  users: {
    ...api({
      entry: 'functions/api/users.ts',
      description: 'Profile, usage and quota, and the end of an account',
      environment: [
        'TABLE_NAME',
        'BUCKET_NAME',
        'STATE_MACHINE_ARN',
        'USER_POOL_ID',
        'USER_POOL_CLIENT_ID',
        'EDGE_TOKEN',
        'LIVE_ENDPOINT',
      ],
    }),
    // Deleting an account works for 20 seconds of a call; API Gateway waits for 30 at most.
    timeoutSeconds: 29,
  },
  meta: api({
    entry: 'functions/api/meta.ts',
    description: 'Health, and addresses that lead nowhere',
    environment: [],
  }),
  readiness: api({
    entry: 'functions/api/readiness.ts',
    description: 'Asks the services behind the API whether they answer',
    environment: ['TABLE_NAME', 'BUCKET_NAME', 'STATE_MACHINE_ARN'],
  }),
  docs: api({ entry: 'functions/api/docs.ts', description: 'Documentation of the API', environment: [] }),
  generation: {
    entry: 'functions/api/generation.ts',
    description: 'Texts, images and videos outside of a campaign',
    environment: ['TABLE_NAME', 'BUCKET_NAME', 'MODEL_SETTINGS_SECRET_ID'],
    studio: true,
    memoryMegabytes: 1769, // as for run-agent: videos are encoded in here
    timeoutSeconds: 29, // a second less than API Gateway waits, so that the function has the last word
  },
  webhooks: api({
    entry: 'functions/api/webhooks.ts',
    description: 'Webhooks and their deliveries',
    environment: ['TABLE_NAME', 'WEBHOOK_QUEUE_URL', 'WEBHOOK_TARGETS', 'WEBHOOK_KEY_PARAMETER'],
  }),
  'api-keys': api({
    entry: 'functions/api/api-keys.ts',
    description: 'API keys of the partner API',
    environment: ['TABLE_NAME', 'USAGE_PLAN_IDS'],
  }),
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
    environment: ['TABLE_NAME', 'LIVE_ENDPOINT', 'WEBHOOK_QUEUE_URL'],
  }),
  'run-agent': {
    entry: 'functions/playbook/run-agent.ts',
    description: 'Runs the agent of a phase',
    environment: ['TABLE_NAME', 'BUCKET_NAME', 'LIVE_ENDPOINT', 'WEBHOOK_QUEUE_URL', 'MODEL_SETTINGS_SECRET_ID'],
    studio: true,
    // Two 7-second films in two shapes each are encoded in here by the offline studio: CPU grows with memory, 1769 MB is one core.
    memoryMegabytes: 1769,
    timeoutSeconds: 300,
  },
  'request-approval': step({
    entry: 'functions/playbook/request-approval.ts',
    description: 'Asks a person for a decision',
    environment: ['TABLE_NAME', 'LIVE_ENDPOINT', 'WEBHOOK_QUEUE_URL'],
  }),
  'complete-phase': step({
    entry: 'functions/playbook/complete-phase.ts',
    description: 'Finishes a phase and opens the gates of its dependants',
    environment: ['TABLE_NAME', 'LIVE_ENDPOINT', 'WEBHOOK_QUEUE_URL'],
  }),
  'park-failure': step({
    entry: 'functions/playbook/park-failure.ts',
    description: 'Parks a failed phase until a person decides',
    environment: ['TABLE_NAME', 'LIVE_ENDPOINT', 'WEBHOOK_QUEUE_URL'],
  }),
  'finish-campaign': step({
    entry: 'functions/playbook/finish-campaign.ts',
    description: 'Gives the campaign its final status',
    environment: ['TABLE_NAME', 'LIVE_ENDPOINT', 'WEBHOOK_QUEUE_URL'],
  }),
} as const satisfies Record<string, LambdaSettings>;

const queueLambdas = {
  'deliver-webhook': {
    entry: 'functions/webhooks/deliver.ts',
    description: 'Sends events to webhooks',
    environment: ['TABLE_NAME', 'WEBHOOK_QUEUE_URL', 'WEBHOOK_TARGETS', 'WEBHOOK_KEY_PARAMETER'],
    memoryMegabytes: 256,
    timeoutSeconds: webhookWorkerSeconds,
  },
} as const satisfies Record<string, LambdaSettings>;

const scheduledLambdas = {
  'sweep-webhooks': {
    entry: 'functions/cleanup/sweep-webhooks.ts',
    description: 'Queues events for webhooks that could not be queued when they happened',
    environment: ['TABLE_NAME', 'WEBHOOK_QUEUE_URL'],
    memoryMegabytes: 256,
    timeoutSeconds: 60, // after an outage of the queue there is much to send; the next sweep goes on
    everyMinutes: 5,
  },
  'sweep-deletions': {
    entry: 'functions/cleanup/sweep-deletions.ts',
    description: 'Deletes what was written by somebody who was at work when a campaign or an account was deleted',
    environment: ['TABLE_NAME', 'BUCKET_NAME', 'STATE_MACHINE_ARN'],
    memoryMegabytes: 256,
    timeoutSeconds: 120, // most find nothing; what is left waits for the next time
    everyMinutes: 15,
  },
  'remove-expired-keys': {
    entry: 'functions/cleanup/remove-expired-keys.ts',
    description: 'Removes API keys that have expired from API Gateway',
    environment: ['TABLE_NAME'],
    memoryMegabytes: 256,
    // API Gateway lets an account delete 5 keys in a second: what is left after 300 s is done the next day.
    timeoutSeconds: 300,
    everyMinutes: 24 * 60,
  },
} as const satisfies Record<string, LambdaSettings>;

export const lambdas = {
  ...apiLambdas,
  ...partnerLambdas,
  ...liveLambdas,
  ...playbookLambdas,
  ...queueLambdas,
  ...scheduledLambdas,
};
export type LambdaName = keyof typeof lambdas;
export const lambdaNames = Object.keys(lambdas) as LambdaName[];
/** Those that call models. */
export const studioLambdaNames = lambdaNames.filter((name) => 'studio' in lambdas[name]);
export type ScheduledLambdaName = keyof typeof scheduledLambdas;
export const scheduledLambdaNames = Object.keys(scheduledLambdas) as ScheduledLambdaName[];
export type PlaybookLambdaName = keyof typeof playbookLambdas;
export const playbookLambdaNames = Object.keys(playbookLambdas) as PlaybookLambdaName[];
