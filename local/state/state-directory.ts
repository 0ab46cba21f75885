import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { CorruptStateError } from './corrupt-state-error.ts';
import { takeLock } from './directory-lock.ts';
import { type Inventory, inspectState, takeInventory } from './inspect-state.ts';
import { readJsonFile } from './read-json-file.ts';
import { writeFileAtomically } from './write-file-atomically.ts';

const formatVersion = 2;
const formatSchema = z.object({
  version: z.number(),
  files: z.array(z.string()).optional(),
  sealed: z.record(z.string(), z.string()).optional(),
});

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

/** As the system says it, or SQLite in its place. */
const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && ('syscall' in error || error.code === 'ERR_SQLITE_ERROR');

/**
 * Creates or opens a state directory for this process alone (0700) and takes its lock; that of a dead process is free. Damaged files that can
 * begin anew do. Throws StateDirectoryInUseError, DamagedStateError or, when a newer or unknown version wrote the directory, CorruptStateError;
 * StateDirectoryUnusable when the directory cannot be written.
 */
export const openStateDirectory = async (directory: string): Promise<StateDirectory> => {
  const path = resolve(directory);
  const { publish, release } = await mkdir(path, { recursive: true, mode: 0o700 })
    .then(() => takeLock(path))
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
    await release();
    throw error;
  }
  return {
    path,
    notices,
    takeInventory: async (options) => writeFormat(path, await takeInventory(path, options)),
    publish,
    release,
  };
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
