// Looks at everything a deployment to AWS needs before anything is created, and changes nothing. All faults are found in one go.
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { Stage } from './stages.ts';

export interface Request {
  readonly stage: string;
  /** Account that the deployment must go to; the stage's own when not given. */
  readonly account?: string | undefined;
  /** Region to deploy to; the stage's own, or the SDK's, when not given. */
  readonly region?: string | undefined;
}

export type Preflight =
  | { readonly faults: readonly string[] }
  | { readonly faults: readonly []; readonly account: string; readonly region: string; readonly caller: string };

/** Where to ask for an identity when it is not known yet where to deploy to: the answer is the same everywhere. */
const anyRegion = 'us-east-1';

/** Version of the bootstrap stack that the templates of this CDK ask for. */
const neededBootstrapVersion = 6;

/**
 * Checks stage, region, credentials, account and bootstrap. Yields either where the deployment goes, or every fault with what to
 * do about it. Reads the SDK's own configuration: variables, profiles, single sign-on, a role of the CI.
 */
export async function checkBeforeDeploy(request: Request, stages: readonly Stage[]): Promise<Preflight> {
  const faults: string[] = [];
  const stage = stages.find(({ name }) => name === request.stage);
  if (!stage) faults.push(unknownStage(request.stage, stages));
  if (process.env.AWS_ENDPOINT_URL) faults.push(emulatorSet(process.env.AWS_ENDPOINT_URL));
  const region = await chooseRegion(request, stage, faults);
  const identity = process.env.AWS_ENDPOINT_URL ? undefined : await readIdentity(region ?? anyRegion, faults);
  if (stage) checkAccount(request, stage, identity?.account, faults);
  if (identity && region && faults.length === 0) await checkBootstrap(identity.account, region, faults);
  if (stage && identity && region) await checkConcurrency(stage, region, faults);
  if (!identity || !region || faults.length > 0) return { faults };
  return { faults: [], region, ...identity };
}

const unknownStage = (name: string, stages: readonly Stage[]) =>
  `Stage: cdk.json knows no stage "${name}". Choose one of ${stages.map((stage) => stage.name).join(', ')}, or add it there.`;

const emulatorSet = (url: string) =>
  `Endpoint: AWS_ENDPOINT_URL is ${url}, an emulator. Unset it to deploy to AWS, or use npm run deploy:local.`;

async function chooseRegion(request: Request, stage: Stage | undefined, faults: string[]): Promise<string | undefined> {
  if (request.region && stage?.region && request.region !== stage.region) {
    faults.push(`Region: ${stage.name} belongs in ${stage.region}, not in ${request.region}. Leave --region out.`);
  }
  const region = request.region ?? stage?.region ?? (await configuredRegion());
  if (!region)
    faults.push('Region: none is set. Pass --region eu-west-1, or set AWS_REGION or the region of your profile.');
  return region;
}

async function configuredRegion(): Promise<string | undefined> {
  if (process.env.AWS_REGION || process.env.AWS_DEFAULT_REGION) {
    return process.env.AWS_REGION || process.env.AWS_DEFAULT_REGION;
  }
  try {
    return await new STSClient({}).config.region();
  } catch {
    return undefined;
  }
}

async function readIdentity(
  region: string,
  faults: string[],
): Promise<{ account: string; caller: string } | undefined> {
  try {
    const { Account: account, Arn: caller } = await new STSClient({ region }).send(new GetCallerIdentityCommand({}));
    if (account && caller) return { account, caller };
    faults.push('Credentials: AWS did not say whose they are.');
  } catch (error) {
    faults.push(describeCredentialsFault(error));
  }
  return undefined;
}

function describeCredentialsFault(error: unknown): string {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (name === 'CredentialsProviderError' || name === 'TokenProviderError') {
    return `Credentials: none were found (${message}). Set AWS_PROFILE, run aws sso login, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.`;
  }
  if (name.startsWith('ExpiredToken'))
    return 'Credentials: they have expired. Sign in again, for instance with aws sso login.';
  if (/InvalidClientTokenId|SignatureDoesNotMatch|UnrecognizedClient/.test(name)) {
    return `Credentials: AWS refuses them (${name}). Check the access key, or sign in again.`;
  }
  return `Credentials: they could not be checked (${name}: ${message}). Is AWS reachable from here?`;
}

/** A stage that keeps its data names its account, so that it cannot come to life in another one by mistake. */
function checkAccount(request: Request, stage: Stage, actual: string | undefined, faults: string[]): void {
  const expected = request.account ?? stage.account;
  const place = `context.destinations.${stage.name}.account in cdk.json`;
  if (request.account && stage.account && request.account !== stage.account) {
    faults.push(`Account: --account says ${request.account}, but ${place} says ${stage.account}. Correct one of them.`);
  } else if (!expected && stage.keepData) {
    faults.push(
      `Account: ${stage.name} keeps its data, so say which account it belongs to: pass --account or set ${place}.`,
    );
  } else if (expected && actual && expected !== actual) {
    faults.push(
      `Account: these credentials are of ${actual}, but ${stage.name} belongs in ${expected}. Switch AWS_PROFILE.`,
    );
  }
}

/** What AWS keeps free for functions that reserve nothing. */
const unreservable = 100;

/** A stack that reserves more executions than the account has left is rolled back, after everything else was made. */
async function checkConcurrency({ name, reservedConcurrency }: Stage, region: string, faults: string[]): Promise<void> {
  if (reservedConcurrency === 0) return;
  const needed = reservedConcurrency + unreservable;
  const place = `context.stages.${name}.reservedConcurrency in cdk.json`;
  try {
    const { AccountLimit } = await new LambdaClient({ region }).send(new GetAccountSettingsCommand({}));
    const limit = AccountLimit?.ConcurrentExecutions ?? 0;
    if (limit >= needed) return;
    faults.push(
      `Concurrency: ${name} reserves ${reservedConcurrency} executions and AWS keeps ${unreservable} free, but the account has ${limit} in ${region}. Ask for ${needed} in Service Quotas (Lambda, concurrent executions), or lower or remove ${place}.`,
    );
  } catch (error) {
    const { name: fault, message } = error instanceof Error ? error : new Error(String(error));
    faults.push(
      `Concurrency: the account's limit could not be read (${fault}: ${message}). Allow lambda:GetAccountSettings, or remove ${place}.`,
    );
  }
}

async function checkBootstrap(account: string, region: string, faults: string[]): Promise<void> {
  const remedy = `run npx cdk bootstrap aws://${account}/${region}`;
  try {
    const client = new CloudFormationClient({ region });
    const { Stacks: [toolkit] = [] } = await client.send(new DescribeStacksCommand({ StackName: 'CDKToolkit' }));
    const version = Number(
      toolkit?.Outputs?.find(({ OutputKey }) => OutputKey === 'BootstrapVersion')?.OutputValue ?? 0,
    );
    const usable = /^(CREATE|UPDATE|UPDATE_ROLLBACK|IMPORT)_COMPLETE$/.test(toolkit?.StackStatus ?? '');
    if (!usable)
      faults.push(
        `Bootstrap: the stack CDKToolkit in ${region} is ${toolkit?.StackStatus}: repair it, then ${remedy}.`,
      );
    else if (version < neededBootstrapVersion) {
      faults.push(`Bootstrap: version ${version} is too old, ${neededBootstrapVersion} is needed: ${remedy}.`);
    }
  } catch (error) {
    faults.push(describeBootstrapFault(error, `${account} in ${region}`, remedy));
  }
}

function describeBootstrapFault(error: unknown, place: string, remedy: string): string {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (message.includes('does not exist')) return `Bootstrap: account ${place} was never bootstrapped: ${remedy}.`;
  if (/AccessDenied|not authorized/.test(`${name} ${message}`)) {
    return 'Bootstrap: these credentials may not look. Allow cloudformation:DescribeStacks on the stack CDKToolkit.';
  }
  return `Bootstrap: it could not be checked (${name}: ${message}).`;
}
