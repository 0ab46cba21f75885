// Starts the platform of account-platform.ts as a child process and talks to it.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import getPort from 'get-port';
import { memoryFlags } from '../../cli/platform-process.ts';
import type { OperationUnits } from '../support/capacity-meter.ts';
import { noRealModels } from '../support/no-real-models.ts';

export interface AccountRequest {
  /** So many campaigns for this account. */
  readonly give?: { readonly workspaceId: string; readonly userId: string; readonly count: number };
}

const program = fileURLToPath(new URL('./account-platform.ts', import.meta.url));

export async function startAccountPlatform() {
  const directory = await mkdtemp(join(tmpdir(), 'astromedia-account-'));
  const child = fork(program, [directory, String(await getPort())], {
    env: { ...process.env, ...noRealModels },
    execArgv: ['--disable-warning=ExperimentalWarning', ...memoryFlags],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [addresses] = (await once(child, 'message')) as [Record<'apiUrl' | 'liveUrl' | 'uiUrl', string>];
  return {
    ...addresses,
    /** Answers with what was consumed since the last time, by operation. */
    async ask(request: AccountRequest = {}): Promise<readonly OperationUnits[]> {
      child.send(request);
      const [{ units }] = (await once(child, 'message')) as [{ units: OperationUnits[] }];
      return units;
    },
    async stop(): Promise<void> {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}
