// The lock of a state directory is one of the operating system's, held through SQLite on a file of its own: it ends with the process that has
// it, however that ends. Beside it lies what the holder says of itself.
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { CorruptStateError } from './corrupt-state-error.ts';
import { readJsonFile } from './read-json-file.ts';
import { writeFileAtomically } from './write-file-atomically.ts';

const holderSchema = z.object({
  pid: z.number().int().positive(),
  startedAt: z.string(),
  facts: z.record(z.string(), z.string()),
});

/** Who holds a state directory, since when (ISO time), and what it published about itself. */
export type StateLock = z.output<typeof holderSchema>;

/** Another living process holds the state directory. */
export class StateDirectoryInUseError extends Error {
  override readonly name = 'StateDirectoryInUseError';

  constructor(path: string, holder: StateLock | undefined) {
    const who = holder ? `process ${holder.pid}, running since ${holder.startedAt}` : 'another process';
    super(`${path} is in use by ${who}. Use that one, stop it, or choose another state directory.`);
  }
}

const holderPath = (directory: string) => join(resolve(directory), 'lock.json');
const sqliteBusy = 5;

/** Whoever only looks has the lock for less than this. */
const lookMilliseconds = 50;

/** What a statement locks, as long as it is open; undefined when somebody stands in its way. Throws when the directory cannot be written. */
function locked(directory: string, statement: string): DatabaseSync | undefined {
  const database = new DatabaseSync(join(resolve(directory), 'lock.db'), { timeout: lookMilliseconds });
  try {
    database.exec(statement);
    return database;
  } catch (error) {
    database.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy) return undefined;
    throw error;
  }
}

/** What the last holder said of itself. A file that cannot be read was left by a crash of the machine. */
const lastHolder = (directory: string) =>
  readJsonFile(holderPath(directory), holderSchema).catch((error: unknown) => {
    if (error instanceof CorruptStateError) return undefined;
    throw error;
  });

/** Reads who holds the directory; undefined when nobody does. */
export async function readLock(directory: string): Promise<StateLock | undefined> {
  const holder = await lastHolder(directory);
  if (!holder) return undefined;
  const free = locked(directory, 'SELECT count(*) FROM sqlite_master');
  free?.close();
  return free ? undefined : holder;
}

/** Takes the lock of a directory for this process. Throws StateDirectoryInUseError. */
export async function takeLock(directory: string) {
  const lock = locked(directory, 'BEGIN EXCLUSIVE');
  if (!lock) throw new StateDirectoryInUseError(directory, await lastHolder(directory));
  const holder: StateLock = { pid: process.pid, startedAt: new Date().toISOString(), facts: {} };
  const tell = () => writeFileAtomically(holderPath(directory), JSON.stringify(holder));
  await tell();
  return {
    /** Adds facts (such as the API's address) that other processes read with `readLock`. */
    async publish(facts: Record<string, string>): Promise<void> {
      Object.assign(holder.facts, facts);
      await tell();
    },
    async release(): Promise<void> {
      await rm(holderPath(directory), { force: true });
      lock.close();
    },
  };
}
