// What differs between stages, read from cdk.json and checked before anything is synthesised. Secrets are not settings.
import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct, Node } from 'constructs';
import * as z from 'zod';
import { rateLimits } from '../shared/contracts/limits.ts';

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
  reservedConcurrency: z
    .strictObject({
      agents: z.int().min(1).max(10_000).describe('Phases whose agents run at once; others wait and are tried again'),
      generation: z.int().min(1).max(10_000).describe('Texts, pictures and films made at once outside of campaigns'),
    })
    .optional()
    .describe(
      'Sets these functions apart from the rest and bounds a runaway. Both together take from the concurrency of the account, of which AWS keeps 100 free; a new account has 10 and can reserve nothing. Without it nothing is reserved',
    ),
  allowedOrigins: z.array(webOrigin).describe('Web pages on other origins that may call the API and read assets'),
  requireEmailConfirmation: z
    .boolean()
    .describe(
      'Whether a registration counts only after its mailed code. Cognito itself mails 50 a day: set mailSender before many come',
    ),
  registrationsPerDay: z
    .int()
    .min(1)
    .max(999_999)
    .default(rateLimits.registration.tries.address)
    .describe('Registrations from one address in a day: without confirmation each brings a month of AI calls'),
  mailSender: z
    .strictObject({
      address: z.email().describe('Address that codes are sent from'),
      verifiedDomain: z.hostname().describe('Domain of the address, verified in SES'),
      region: z
        .string()
        .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be a region, such as eu-west-1')
        .describe('Region of that SES'),
    })
    .optional()
    .describe('Sends the codes by SES, which has no limit of 50 a day once the account is out of its sandbox'),
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
  webAclArn: z
    .string()
    .regex(
      /^arn:aws:wafv2:us-east-1:\d{12}:global\/webacl\/[\w-]+\/[\w-]+$/,
      'must be a global web ACL of WAF in us-east-1',
    )
    .optional()
    .describe('Web ACL in front of the site and both HTTP APIs: $5 a month, so none comes by itself'),
  edgeLogs: z
    .boolean()
    .default(false)
    .describe('Whether CloudFront logs every request into a bucket of its own, for as long as other logs are kept'),
  dashboards: z
    .boolean()
    .default(true)
    .describe(
      'Whether the stage has its two dashboards: the first three of an account are free, each further one is $3 a month',
    ),
  monthlyBudget: z
    .strictObject({
      usd: z.number().min(1).describe('US dollars a month, AI providers not included: they bill by themselves'),
      notify: z.array(z.email()).min(1).max(10).describe('Who is mailed at 80 % spent and at 100 % forecast'),
    })
    .optional()
    .describe('Alarm on the AWS bill of what carries the tag of the stage; activate "stage" as a cost allocation tag'),
});

const stageNameSchema = z
  .string({ error: 'is missing' })
  .regex(/^[a-z][a-z0-9]{0,11}$/, 'must be 1 to 12 lower-case letters and digits, a letter first');

export interface Settings extends z.infer<typeof stageSettingsSchema> {
  readonly stage: string;
  /** Where an AWS emulator listens (`-c local=1`); undefined on AWS. */
  readonly emulatorUrl?: string;
}

/** Where the metrics of a stage are in CloudWatch: stages of one account do not add up. */
export const metricsNamespaceOf = ({ stage }: Pick<Settings, 'stage'>): string => `astromedia/${stage}`;

/** What the console shows of an API; three called "Api" cannot be told apart. */
export const apiNameOf = ({ stage }: Pick<Settings, 'stage'>, door: 'api' | 'live' | 'partner'): string =>
  `astromedia-${stage}-${door}`;

/** Names at the edge count in the whole account: the same stage may stand in a second region. */
export const edgeNameOf = (scope: Construct, { stage }: Pick<Settings, 'stage'>, what: string): string =>
  `astromedia-${stage}-${Stack.of(scope).region}-${what}`;

/** What was logged outlives its stack where the data does: that is when somebody asks what happened. */
export const logRemoval = ({ keepData }: Pick<Settings, 'keepData'>): RemovalPolicy =>
  keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;

/** Reads and checks the settings of the stage chosen by `-c stage=…`. Throws an error that names every wrong setting and where to set it. */
export function readSettings(node: Node): Settings {
  const stage = checked(stageNameSchema, node.tryGetContext('stage'), 'stage', 'pass -c stage=dev');
  const place = `context.stages.${stage}`;
  const settings = checked(stageSettingsSchema, node.tryGetContext('stages')?.[stage], place, 'set it in cdk.json');
  if (stage === 'prod' && !settings.keepData) {
    refuse([`${place}.keepData: must be true, production never loses its data with a stack; set it in cdk.json`]);
  }
  if (stage === 'prod' && !settings.requireEmailConfirmation) {
    refuse([`${place}.requireEmailConfirmation: must be true, or anybody registers any address; set it in cdk.json`]);
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
