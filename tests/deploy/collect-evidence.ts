// After a failure: what the functions logged and how each campaign went, written where a CI keeps it.
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { paginateGetExecutionHistory, paginateListExecutions, SFNClient } from '@aws-sdk/client-sfn';
import { readLogGroups } from './read-logs.ts';

interface Evidence {
  readonly directory: string;
  readonly stateMachineArn?: string | undefined;
  /** Files to keep as they are, such as the log of the emulator. */
  readonly files: readonly string[];
}

/** Collects what there is; one part that cannot be read does not lose the others. */
export async function collectEvidence({ directory, stateMachineArn, files }: Evidence): Promise<void> {
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  const parts = [
    writeLogs(join(directory, 'logs')),
    stateMachineArn ? writeHistories(join(directory, 'executions'), stateMachineArn) : undefined,
    ...files.map((file) => copyFile(file, join(directory, basename(file)))),
  ];
  for (const part of await Promise.allSettled(parts)) {
    if (part.status === 'rejected') console.error(`Part of the evidence is missing: ${part.reason}`);
  }
  console.log(`Logs and execution histories are in ${directory}`);
}

async function writeLogs(directory: string): Promise<void> {
  await mkdir(directory);
  for (const { name, messages } of await readLogGroups()) {
    await writeFile(join(directory, `${fileNameOf(name)}.log`), `${messages.join('\n')}\n`);
  }
}

async function writeHistories(directory: string, stateMachineArn: string): Promise<void> {
  await mkdir(directory);
  const client = new SFNClient({});
  for await (const { executions = [] } of paginateListExecutions({ client }, { stateMachineArn })) {
    for (const { executionArn, name, status } of executions) {
      const events = [];
      for await (const page of paginateGetExecutionHistory({ client }, { executionArn })) {
        events.push(...(page.events ?? []));
      }
      const content = JSON.stringify({ name, status, events }, null, 2);
      await writeFile(join(directory, `${fileNameOf(name ?? 'unnamed')}.json`), content);
    }
  }
}

const fileNameOf = (name: string): string => name.replace(/[^\w-]+/g, '-').replace(/^-/, '');
