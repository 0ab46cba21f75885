import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { readLock, type StateLock } from '../local/state/directory-lock.ts';
import type { DemoAccount } from '../shared/contracts/demo-account.ts';
import { providers } from '../shared/contracts/providers.ts';
import { CommandFailed, UsageError } from './command-errors.ts';

export interface Platform {
  readonly apiUrl: string;
  readonly liveUrl: string;
  readonly uiUrl?: string | undefined;
  /** The model providers that it asks, or the offline studio. */
  readonly models?: string | undefined;
  /** What was damaged in its directory and has begun anew, a sentence each. */
  readonly notices: readonly string[];
  /** Unfinished campaigns that it went on with when it started. */
  readonly resumedCampaigns: number;
  /** Nobody was registered when it started. */
  readonly isNew: boolean;
  /** False when it was running before: `stop` then leaves it alone. */
  readonly isOwn: boolean;
  readonly logFile: string;
  /** Settles when a platform of our own ends, with what its log says last. */
  readonly ended: Promise<string>;
  /** Lets its sign-in page offer the account. */
  offerDemo(account: DemoAccount): void;
  stop(): Promise<void>;
}

export type ModelChoice = 'configured' | 'offline';

export interface PlatformSettings {
  readonly directory: string;
  /** Port of the API; 0 or nothing lets the platform choose. */
  readonly port?: number | undefined;
  /** Port of the web page; 0 or nothing serves none. */
  readonly pagePort?: number | undefined;
  /** Whether registrations must be confirmed by a mailed code. */
  readonly requireEmailConfirmation?: boolean | undefined;
  /** `offline`: no model provider is asked, whatever is configured. */
  readonly models?: ModelChoice | undefined;
  /** Program to run; the platform unless a test brings its own. */
  readonly program?: string | undefined;
}

const messageSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('ready'),
    apiUrl: z.string(),
    liveUrl: z.string(),
    uiUrl: z.string().optional(),
    models: z.string().optional(),
    resumedCampaigns: z.number().default(0),
    isNew: z.boolean().default(false),
    notices: z.array(z.string()).default([]),
  }),
  z.object({ type: z.literal('failed'), message: z.string() }),
]);
type Message = z.infer<typeof messageSchema>;

/** What functions leave behind is collected young, in 8 MB instead of 32: hundreds of campaigns at once then take half the memory. */
export const memoryFlags = ['--max-semi-space-size=8'];

const platformProgram = fileURLToPath(new URL('../local/platform.ts', import.meta.url));
const stopMilliseconds = 8_000;
const publishMilliseconds = 20_000;

/** Uses the platform that runs on the directory, or starts one that lives as long as this process. */
export const usePlatform = async (settings: PlatformSettings): Promise<Platform> => {
  const running = await runningPlatform(settings.directory);
  if (settings.models === 'offline' && running?.models !== undefined && !isOfflineStudio(running.models))
    throw new UsageError(
      `The platform that runs on ${resolve(settings.directory)} asks ${running.models}. Stop it, or use another --directory.`,
    );
  return running ?? startPlatform(settings);
};

/** Whether what a platform says of its models means that no provider is asked. */
export const isOfflineStudio = (models: string | undefined): boolean => models === providers['offline-studio'].label;

/** The platform that holds the directory; one that is just starting is waited for. */
const runningPlatform = async (directory: string): Promise<Platform | undefined> => {
  const deadline = Date.now() + publishMilliseconds;
  for (let lock = await readLock(directory); lock; lock = await readLock(directory)) {
    const { apiUrl, liveUrl, uiUrl, models } = lock.facts;
    // A platform that is just being killed keeps its lock for a moment, but answers no more.
    if (apiUrl && liveUrl && (await answers(apiUrl)))
      return { ...foreignPlatform(directory), apiUrl, liveUrl, uiUrl, models };
    if (Date.now() > deadline) throw neverReady(directory, lock);
    await wait(200);
  }
  return undefined;
};

const answers = (apiUrl: string): Promise<boolean> =>
  fetch(apiUrl, { signal: AbortSignal.timeout(2000) }).then(
    () => true,
    () => false,
  );

const foreignPlatform = (directory: string) => ({
  notices: [],
  resumedCampaigns: 0,
  isNew: false,
  isOwn: false,
  logFile: logFileOf(directory),
  ended: new Promise<string>(() => {}),
  offerDemo: () => {},
  stop: async () => {},
});

const neverReady = (directory: string, { pid }: StateLock) =>
  new CommandFailed(
    `Process ${pid} holds ${resolve(directory)} but has not said where its API is. Stop it and try again, or use another --directory.`,
  );

/** Where a platform on this directory writes its log. */
export const logFileOf = (directory: string): string => join(resolve(directory), 'logs', 'platform.log');

/** Starts a platform as a child process and waits until it is ready. Throws CommandFailed with its own words. */
export const startPlatform = async ({
  directory,
  port = 0,
  pagePort = 0,
  requireEmailConfirmation = false,
  models = 'configured',
  program = platformProgram,
}: PlatformSettings): Promise<Platform> => {
  const logFile = logFileOf(directory);
  const log = openLog(directory, logFile);
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      ...memoryFlags,
      program,
      ...['--directory', resolve(directory), '--port', String(port), '--page-port', String(pagePort)],
      ...['--models', models],
      ...(requireEmailConfirmation ? ['--require-email-confirmation'] : []),
    ],
    // Detached: Ctrl-C in the terminal is for the command, which then stops the platform in order. If the command
    // dies, the closed channel stops it.
    { stdio: ['ignore', log, log, 'ipc'], detached: true, windowsHide: true },
  );
  closeSync(log);
  const ended = new Promise<string>((settle) => {
    child.once('exit', () => settle(lastLines(logFile)));
    child.once('error', (error) => settle(error.message));
  });
  const message = await Promise.race([firstMessage(child), ended]);
  if (typeof message === 'string') throw new CommandFailed(`The platform did not start.\n${message}\nLog: ${logFile}`);
  if (message.type === 'failed') {
    await stopChild(child, ended);
    throw new CommandFailed(message.message);
  }
  const { type: _type, ...addresses } = message;
  for (const notice of addresses.notices) console.error(`Damaged state: ${notice}`);
  const offerDemo = (account: DemoAccount) => {
    if (child.connected) child.send({ type: 'offer-demo', account }, () => {});
  };
  return { ...addresses, isOwn: true, logFile, ended, offerDemo, stop: () => stopChild(child, ended) };
};

/** Opens the log for writing. Throws UsageError when the directory cannot be written. */
const openLog = (directory: string, logFile: string): number => {
  try {
    mkdirSync(join(resolve(directory), 'logs'), { recursive: true, mode: 0o700 });
    return openSync(logFile, 'a', 0o600);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    throw new UsageError(
      `The state of the platform cannot be kept in ${resolve(directory)} (${code}). Make it a directory that you may write, or choose another with --directory.`,
    );
  }
};

const firstMessage = (child: ChildProcess) =>
  new Promise<Message>((settle) => {
    const listen = (content: unknown) => {
      const message = messageSchema.safeParse(content);
      if (!message.success) return;
      child.off('message', listen);
      settle(message.data);
    };
    child.on('message', listen);
  });

/** Asks the platform to stop, and ends it when it does not. */
const stopChild = async (child: ChildProcess, ended: Promise<string>): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  if (child.connected) child.send({ type: 'stop' }, () => {});
  const timer = setTimeout(() => child.kill('SIGKILL'), stopMilliseconds);
  await ended;
  clearTimeout(timer);
};

const lastLines = (file: string): string => readFileSync(file, 'utf8').trimEnd().split('\n').slice(-12).join('\n');
