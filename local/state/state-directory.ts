import { randomUUID } from 'node:crypto';
import { link, mkdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { CorruptStateError } from './corrupt-state-error.ts';
import { type Inventory, inspectState, takeInventory } from './inspect-state.ts';
import { isProcessAlive, processStartMark } from './process-identity.ts';
import { isFileError, readJsonFile } from './read-json-file.ts';
import { writeFileAtomically } from './write-file-atomically.ts';

const formatVersion = 1;
const formatSchema = z.object({
  version: z.number(),
  files: z.array(z.string()).optional(),
  sealed: z.record(z.string(), z.string()).optional(),
});
const lockSchema = z.object({
  pid: z.number().int().positive(),
  startMark: z.string().optional(),
  startedAt: z.string(),
  facts: z.record(z.string(), z.string()),
});

/** Who holds a state directory, since when (ISO time), and what it published about itself. */
export type StateLock = z.output<typeof lockSchema>;

/** A state directory held by this process until `release`. */
export interface StateDirectory {
  /** Absolute path. */
  readonly path: string;
  /** What was damaged and begins anew, a sentence each. */
  readonly notices: readonly string[];
  /** Notes which files are there now, so that the next start misses them; with `seal`, also what is in them. */
  takeInventory(options?: { seal?: boolean }): Promise<void>;
  /** Adds facts (such as the API's address) that other processes read with `readLock`. */
  publish(facts: Record<string, string>): Promise<void>;
  release(): Promise<void>;
}

/** Another living process holds the state directory. */
export class StateDirectoryInUseError extends Error {
  override readonly name = 'StateDirectoryInUseError';
  readonly lock: StateLock;

  constructor(path: string, lock: StateLock) {
    super(
      `${path} is in use by process ${lock.pid}, running since ${lock.startedAt}. ` +
        'Use that one, stop it, or choose another state directory.',
    );
    this.lock = lock;
  }
}

/** The directory cannot be made, read or written. */
export class StateDirectoryUnusable extends Error {
  override readonly name = 'StateDirectoryUnusable';

  constructor(path: string, cause: NodeJS.ErrnoException) {
    super(
      `The state of the platform cannot be kept in ${path} (${cause.code}). Make it a directory that you may write, or choose another with --directory.`,
      { cause },
    );
  }
}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error && 'code' in error;

const lockPath = (directory: string) => join(resolve(directory), 'lock.json');

/** Reads who holds the directory; undefined when nobody alive does. */
export const readLock = async (directory: string): Promise<StateLock | undefined> => {
  const lock = await readWrittenLock(lockPath(directory));
  return lock && isProcessAlive(lock.pid, lock.startMark) ? lock : undefined;
};

/** The lock as written. One that cannot be read was left by a crash of the machine: nobody alive wrote it. */
const readWrittenLock = (path: string) =>
  readJsonFile(path, lockSchema).catch((error: unknown) => {
    if (error instanceof CorruptStateError) return undefined;
    throw error;
  });

/**
 * Creates or opens a state directory for this process alone (0700) and takes its lock; a dead process's lock is taken
 * over. Damaged files that can begin anew do. Throws StateDirectoryInUseError, DamagedStateError or, when a newer or unknown version
 * wrote the directory, CorruptStateError; StateDirectoryUnusable when the directory cannot be written.
 */
export const openStateDirectory = async (directory: string): Promise<StateDirectory> => {
  const path = resolve(directory);
  const startMark = processStartMark(process.pid);
  let lock: StateLock = {
    pid: process.pid,
    ...(startMark === undefined ? {} : { startMark }),
    startedAt: new Date().toISOString(),
    facts: {},
  };
  await mkdir(path, { recursive: true, mode: 0o700 })
    .then(() => takeLock(path, lock))
    .catch((error: unknown) => {
      throw isSystemError(error) ? new StateDirectoryUnusable(path, error) : error;
    });
  const notices: string[] = [];
  try {
    const inventory = await readFormat(path, notices);
    notices.push(...(await inspectState(path, inventory)));
    // From now on the sealed files change.
    await writeFormat(path, { files: inventory.files });
  } catch (error) {
    await rm(lockPath(path), { force: true });
    throw error;
  }
  return {
    path,
    notices,
    takeInventory: async (options) => writeFormat(path, await takeInventory(path, options)),
    publish: async (facts) => {
      lock = { ...lock, facts: { ...lock.facts, ...facts } };
      await writeFileAtomically(lockPath(path), JSON.stringify(lock));
    },
    release: () => rm(lockPath(path), { force: true }),
  };
};

/** Linking a complete file to the lock's name fails when the name exists: of two processes only one succeeds. */
const takeLock = async (path: string, lock: StateLock): Promise<void> => {
  const candidate = join(path, `lock.${randomUUID()}.candidate`);
  await writeFileAtomically(candidate, JSON.stringify(lock));
  try {
    if (await linked(candidate, lockPath(path))) return;
    const holder = await readLock(path);
    if (holder) throw new StateDirectoryInUseError(path, holder);
    await removeStaleLock(path);
    if (await linked(candidate, lockPath(path))) return;
    throw new StateDirectoryInUseError(path, (await readLock(path)) ?? lock);
  } finally {
    await rm(candidate, { force: true });
  }
};

/** Moves the lock aside before judging it, so that a lock taken meanwhile by a third process is seen and put back. */
const removeStaleLock = async (path: string): Promise<void> => {
  const aside = join(path, `lock.${randomUUID()}.stale`);
  try {
    await rename(lockPath(path), aside);
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return;
    throw error;
  }
  try {
    const moved = await readWrittenLock(aside);
    if (moved && isProcessAlive(moved.pid, moved.startMark)) {
      await linked(aside, lockPath(path));
      throw new StateDirectoryInUseError(path, moved);
    }
  } finally {
    await rm(aside, { force: true });
  }
};

const linked = async (from: string, to: string): Promise<boolean> => {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (isFileError(error, 'EEXIST')) return false;
    throw error;
  }
};

const formatPath = (directory: string) => join(directory, 'format.json');

const writeFormat = (directory: string, inventory: Inventory): Promise<void> =>
  writeFileAtomically(formatPath(directory), JSON.stringify({ version: formatVersion, ...inventory }));

/** What the directory says of itself. A damaged file says nothing, which loses only the knowledge of what should be there. */
const readFormat = async (directory: string, notices: string[]): Promise<Inventory> => {
  const path = formatPath(directory);
  const format = await readJsonFile(path, formatSchema, { directory }).catch((error: unknown) => {
    if (!(error instanceof CorruptStateError)) throw error;
    notices.push('format.json is damaged and begins anew. It says which files should be there. Nothing else is lost.');
    return undefined;
  });
  if (format === undefined || format.version === formatVersion) return format ?? {};
  const detail = `it was written in layout ${format.version}, this program reads layout ${formatVersion}`;
  throw new CorruptStateError(path, detail, { directory });
};
