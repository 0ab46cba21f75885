// What differs between stages, read from cdk.json and checked before anything is synthesised. Secrets are not settings.
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Node } from 'constructs';
import * as z from 'zod';

const retentionDays = Object.values(RetentionDays).filter((value) => typeof value === 'number');
const webOrigin = z.url({ protocol: /^https?$/ }).refine((text) => URL.parse(text)?.origin === text, {
  error: 'must be an origin without a path, such as https://app.example.com',
});

const stageSettingsSchema = z.strictObject({
  keepData: z.boolean().describe('Table, bucket and user pool survive the deletion of their stack'),
  logRetentionDays: z
    .number()
    .refine((days) => retentionDays.includes(days), `must be one of ${retentionDays.join(', ')}`)
    .describe('Days that logs are kept'),
  requestsPerSecond: z.int().min(1).max(10_000).describe('Steady rate of each API, all callers together'),
  requestBurst: z.int().min(1).max(5_000).describe('Requests that may come at once on top of the rate'),
  agentConcurrency: z
    .int()
    .min(1)
    .max(1_000)
    .describe(
      'Agents that run at once, others wait: a runaway of 100 costs $200 a day. The account limit must exceed it by 100',
    ),
  allowedOrigins: z.array(webOrigin).describe('Web pages on other origins that may call the API and read assets'),
  requireEmailConfirmation: z
    .boolean()
    .describe(
      'Whether a registration counts only after its mailed code. Cognito itself mails 50 a day: give the pool a sender before many come',
    ),
  edgeLocations: z
    .enum(['PRICE_CLASS_100', 'PRICE_CLASS_200', 'PRICE_CLASS_ALL'])
    .describe(
      'Where CloudFront answers: in North America, Europe and Israel; also in most of Asia and Africa; everywhere',
    ),
  webDomain: z
    .strictObject({
      name: z.hostname().describe('Host name of the web application, whose DNS points at the distribution'),
      certificateArn: z
        .string()
        .regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/[\w-]+$/, 'must be a certificate of ACM in us-east-1')
        .describe('Certificate for that name; CloudFront reads those of us-east-1 only'),
    })
    .optional()
    .describe('Address of its own, which brings TLS 1.2 as the minimum; without it the site is at cloudfront.net'),
});

const stageNameSchema = z
  .string({ error: 'is missing' })
  .regex(/^[a-z][a-z0-9]{0,11}$/, 'must be 1 to 12 lower-case letters and digits, a letter first');

export interface Settings extends z.infer<typeof stageSettingsSchema> {
  readonly stage: string;
  /** Where an AWS emulator listens (`-c local=1`); undefined on AWS. */
  readonly emulatorUrl?: string;
}

/** Reads and checks the settings of the stage chosen by `-c stage=…`. Throws an error that names every wrong setting and where to set it. */
export function readSettings(node: Node): Settings {
  const stage = checked(stageNameSchema, node.tryGetContext('stage'), 'stage', 'pass -c stage=dev');
  const place = `context.stages.${stage}`;
  const settings = checked(stageSettingsSchema, node.tryGetContext('stages')?.[stage], place, 'set it in cdk.json');
  if (stage === 'prod' && !settings.keepData) {
    refuse([`${place}.keepData: must be true, production never loses its data with a stack; set it in cdk.json`]);
  }
  return { stage, ...settings, ...emulator(node) };
}

function checked<Schema extends z.ZodType>(schema: Schema, value: unknown, place: string, remedy: string) {
  const result = schema.safeParse(value, { error: (issue) => (issue.input === undefined ? 'is missing' : undefined) });
  if (result.success) return result.data;
  return refuse(result.error.issues.map(({ path, message }) => `${[place, ...path].join('.')}: ${message}; ${remedy}`));
}

function refuse(problems: readonly string[]): never {
  throw new Error(`Cannot synthesise:\n${problems.join('\n')}`);
}

function emulator(node: Node): { emulatorUrl?: string } {
  if (!node.tryGetContext('local')) return {};
  return { emulatorUrl: process.env.AWS_ENDPOINT_URL ?? 'http://127.0.0.1:4566' };
}
