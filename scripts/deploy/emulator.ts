// Deploys the real app to an AWS emulator (MiniStack or LocalStack) and removes it again. Credentials there are words, not secrets.
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import {
  CloudFormationClient,
  DeleteStackCommand,
  paginateListStackResources,
  waitUntilStackDeleteComplete,
} from '@aws-sdk/client-cloudformation';
import * as z from 'zod';
import { checkRuntime } from './check-runtime.ts';
import { DeployFailed } from './deploy-error.ts';
import { applyFixUps } from './emulator-fix-ups.ts';
import { mustRunCdk, runCdk } from './run-cdk.ts';

const outputsSchema = z.record(z.string(), z.record(z.string(), z.string()));

export interface Deployment {
  readonly apiUrl: string;
  readonly liveUrl: string;
  readonly stateMachineArn: string;
  readonly seconds: number;
  /** Names of the stacks, the ones others depend on first. */
  readonly stacks: readonly string[];
}

interface DeployOptions {
  /** Folder for the synthesised assembly and the outputs. */
  readonly directory: string;
  /** Another program than the app of cdk.json. */
  readonly app?: string;
}

/** Points the SDK, CDK and everything this process starts at the emulator. */
export function useEmulator(endpoint: string): void {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: 'us-east-1',
    AWS_DEFAULT_REGION: 'us-east-1',
  });
  for (const name of ['AWS_PROFILE', 'AWS_SESSION_TOKEN', 'AWS_DEFAULT_PROFILE']) delete process.env[name];
}

/** Waits until the emulator answers. `stillThere` says early that it never will. Throws DeployFailed when it does not. */
export async function awaitEmulator(endpoint: string, seconds: number, stillThere = () => true): Promise<void> {
  const deadline = performance.now() + seconds * 1000;
  while (performance.now() < deadline && stillThere()) {
    // MiniStack answers at LocalStack's address too.
    const answer = await fetch(`${endpoint}/_localstack/health`, { signal: AbortSignal.timeout(2000) }).catch(() => {});
    if (answer?.ok) return;
    await wait(200);
  }
  throw new DeployFailed(
    `No AWS emulator answers at ${endpoint}. Start one (docker compose up -d ministack) or set AWS_ENDPOINT_URL.`,
  );
}

/** Prepares the emulated account for CDK. Safe to repeat. Runs outside the project, because it needs no synthesis. */
export const bootstrapEmulator = () =>
  mustRunCdk(['bootstrap', 'aws://000000000000/us-east-1'], { workingDirectory: tmpdir() });

/** Deploys the stage dev, applies what the emulator leaves out of the templates, and asks the functions whether they run on the right Node. */
export async function deployToEmulator(options: DeployOptions): Promise<Deployment> {
  const outputsFile = `${options.directory}/outputs.json`;
  // The emulator updates stacks in place only: a change set over an existing stack stays unapplied.
  const how = ['--all', '--method=direct', '--require-approval', 'never', '--outputs-file', outputsFile];
  const { seconds } = await mustRunCdk(['deploy', ...how, ...appArguments(options)]);
  const outputs = outputsSchema.parse(JSON.parse(await readFile(outputsFile, 'utf8')));
  const find = (name: string) => {
    const value = Object.values(outputs).find((stack) => name in stack)?.[name];
    if (value === undefined) throw new DeployFailed(`No stack has the output ${name}; infra/stacks sets it`);
    return value;
  };
  await applyFixUps(`${options.directory}/assembly`, Object.keys(outputs));
  await checkRuntime(find('ApiUrl'));
  return {
    apiUrl: find('ApiUrl'),
    liveUrl: find('LiveUrl'),
    stateMachineArn: find('StateMachineArn'),
    seconds,
    stacks: Object.keys(outputs),
  };
}

/** Says how the app differs from what is deployed: an empty text when it does not. */
export async function differencesOnEmulator(options: DeployOptions): Promise<string> {
  const { exitCode, output } = await runCdk(['diff', '--all', '--fail', '--method=template', ...appArguments(options)]);
  return exitCode === 0 ? '' : output;
}

const appArguments = ({ directory, app }: DeployOptions): string[] => [
  ...['-c', 'stage=dev', '-c', 'local=1', '--output', `${directory}/assembly`],
  ...(app ? ['--app', app] : []),
];

/** How many resources CloudFormation keeps for a stack. */
export async function countResources(stackName: string): Promise<number> {
  let count = 0;
  const pages = paginateListStackResources({ client: new CloudFormationClient({}) }, { StackName: stackName });
  for await (const { StackResourceSummaries = [] } of pages) count += StackResourceSummaries.length;
  return count;
}

/** Deletes the stacks, those that depend on others first. By name: `cdk destroy` uses ARNs, which MiniStack does not delete by. */
export async function removeFromEmulator(stacks: readonly string[]): Promise<void> {
  const client = new CloudFormationClient({});
  for (const stackName of [...stacks].reverse()) {
    await client.send(new DeleteStackCommand({ StackName: stackName }));
    await waitUntilStackDeleteComplete(
      { client, maxWaitTime: 120, minDelay: 1, maxDelay: 2 },
      { StackName: stackName },
    );
  }
}
