// Starts a measured platform as a child process and talks to it.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { memoryFlags } from '../../cli/platform-process.ts';
import type { Target } from '../support/campaign-driver.ts';
import { noRealModels } from '../support/no-real-models.ts';
import type { Transition } from './count-transitions.ts';

const program = fileURLToPath(new URL('./measured-platform.ts', import.meta.url));

export interface MeasuredRequest {
  /** How long each phase takes from now on; a phase that is not named takes no time. */
  readonly milliseconds?: Readonly<Record<string, number>>;
}
export interface Measured {
  readonly cpuMilliseconds: number;
  /** Of the thread with the gateway, the functions and every service but DynamoDB. */
  readonly mainThreadMilliseconds: number;
  readonly heapMegabytes: number;
  /** What the operating system has given the process, now and at most: threads of the database and of the studio included. */
  readonly residentMegabytes: number;
  readonly mostResidentMegabytes: number;
  /** Between the first two phases of the campaign since the last measurement. */
  readonly transition?: Transition;
  /** Time of each call of a handler since the last measurement, by operation. */
  readonly handlerMilliseconds: Readonly<Record<string, readonly number[]>>;
}

interface MeasuredSettings {
  readonly studio?: boolean;
  /** Of model providers: with them the real agents ask real models, as far as the platform can tell. */
  readonly models?: Readonly<Record<string, string>>;
}

export async function startMeasuredPlatform(directory: string, { studio = false, models }: MeasuredSettings = {}) {
  const begun = performance.now();
  const mode = models ? ['--models'] : studio ? ['--studio'] : [];
  const child = fork(program, [directory, ...mode], {
    env: { ...process.env, ...noRealModels, ...models },
    execArgv: ['--expose-gc', ...memoryFlags],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [target] = (await once(child, 'message')) as [Target];
  return {
    target,
    readyMilliseconds: performance.now() - begun,
    async measure(request: MeasuredRequest = {}): Promise<Measured> {
      child.send(request);
      const [measured] = (await once(child, 'message')) as [Measured];
      return measured;
    },
    async kill(): Promise<void> {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
