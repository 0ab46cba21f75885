// Every environment variable application code reads, with its shape and where it comes from. Secrets are not among them.
import * as z from 'zod';
import { usagePlanIdsSchema } from './usage-plan-ids.ts';

/** Each is made by who reads it: a function reads a few. */
export const environmentSchemas = {
  TABLE_NAME: () => z.string().min(3).max(255).describe('DynamoDB table'),
  BUCKET_NAME: () => z.string().min(3).max(63).describe('S3 bucket of assets and large outputs'),
  STATE_MACHINE_ARN: () => z.string().startsWith('arn:').describe('Step Functions state machine that runs campaigns'),
  USER_POOL_ID: () => z.string().min(1).describe('Cognito user pool'),
  USER_POOL_CLIENT_ID: () => z.string().min(1).describe('Cognito app client: the functions sign people in through it'),
  TOKEN_ISSUER: () => z.url().describe('Issuer of access tokens: the user pool'),
  TOKEN_JWKS_URI: () => z.url().describe('Where the public keys of the issuer are'),
  REQUIRE_EMAIL_CONFIRMATION: () =>
    z
      .enum(['true', 'false'])
      .describe('Whether a registration must be confirmed by a mailed code before its first sign-in (true or false)'),
  REGISTRATIONS_PER_DAY: () =>
    z
      .string()
      .regex(/^[1-9]\d{0,5}$/, 'must be a number from 1 to 999999')
      .describe('Registrations from one address in a day'),
  EDGE_TOKEN: () =>
    z.string().min(16).describe('What CloudFront shows to be believed about whose request it passes on'),
  LIVE_ENDPOINT: () => z.url().describe('Management endpoint of the WebSocket API (https, with the stage)'),
  WEBHOOK_QUEUE_URL: () => z.url().describe('SQS queue of events on their way to webhooks'),
  WEBHOOK_TARGETS: () =>
    z
      .enum(['public', 'public-and-loopback'])
      .describe('Where webhooks may point: public addresses, or also programs on the same machine'),
  WEBHOOK_KEY_PARAMETER: () =>
    z
      .string()
      .startsWith('/')
      .describe(
        'Parameter of Systems Manager with the key that seals the secrets of webhooks; made when it is first needed',
      ),
  MODEL_SETTINGS_SECRET_ID: () =>
    z
      .string()
      .min(1)
      .describe('Secret of Secrets Manager with the keys of model providers, as JSON (the settings below)'),
  USAGE_PLAN_IDS: () =>
    z
      .string()
      .refine((text) => usagePlanIdsSchema.safeParse(text).success, 'must be JSON with the id of a plan for every tier')
      .describe('Usage plan of each tier of the partner API, as JSON'),
} as const;
export type EnvironmentName = keyof typeof environmentSchemas;
export const environmentNames = Object.keys(environmentSchemas) as EnvironmentName[];
export type Environment<Name extends EnvironmentName> = {
  readonly [Key in Name]: z.infer<ReturnType<(typeof environmentSchemas)[Key]>>;
};
