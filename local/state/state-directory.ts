import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { CorruptStateError, DamagedStateError } from './corrupt-state-error.ts';
import { findDamages, sealOf } from './databases.ts';
import { takeLock } from './directory-lock.ts';
import { readJsonFile } from './read-json-file.ts';
import { writeFileAtomically } from './write-file-atomically.ts';

const formatVersion = 2;
const formatSchema = z.object({
  version: z.number(),
  /** A platform has started here: its databases must be there. */
  isInUse: z.boolean().default(false),
  /** What is in them since the platform stopped in order. */
  seal: z.record(z.string(), z.string()).optional(),
});
type Format = z.output<typeof formatSchema>;

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
 * Creates or opens a state directory for this process alone (0700) and takes its lock; that of a dead process is free. Throws StateDirectoryInUseError,
 * DamagedStateError or, when a newer or unknown version wrote the directory, CorruptStateError; StateDirectoryUnusable when it cannot be written.
 */
export const openStateDirectory = async (directory: string) => {
  const path = resolve(directory);
  const { publish, release } = await mkdir(path, { recursive: true, mode: 0o700 })
    .then(() => takeLock(path))
    .catch((error: unknown) => {
      throw isSystemError(error) ? new StateDirectoryUnusable(path, error) : error;
    });
  const notices: string[] = [];
  const note = (format: Omit<Format, 'version'>) =>
    writeFileAtomically(join(path, 'format.json'), JSON.stringify({ version: formatVersion, ...format }));
  try {
    const { isInUse, seal } = await readFormat(path, notices);
    const damages = isInUse ? await findDamages(path, seal) : [];
    if (damages.length > 0) throw new DamagedStateError(path, damages);
    await note({ isInUse }); // from now on what is sealed changes
  } catch (error) {
    await release();
    throw error;
  }
  return {
    /** Absolute. */
    path,
    /** What was damaged and begins anew, a sentence each. */
    notices: notices as readonly string[],
    /** Notes that the platform has started; from now on its databases are missed. */
    started: () => note({ isInUse: true }),
    /** Notes what is in the databases of a platform that has stopped in order, so that the next start sees every change. */
    seal: async () => note({ isInUse: true, seal: await sealOf(path) }),
    publish,
    release,
  };
};

/** What the directory says of itself. A damaged file says nothing, which loses only the knowledge of what should be there. */
const readFormat = async (directory: string, notices: string[]): Promise<Format> => {
  const path = join(directory, 'format.json');
  const format = await readJsonFile(path, formatSchema, { directory }).catch((error: unknown) => {
    if (!(error instanceof CorruptStateError)) throw error;
    notices.push('format.json is damaged and begins anew. It says which files should be there. Nothing else is lost.');
    return undefined;
  });
  if (format === undefined || format.version === formatVersion)
    return format ?? { version: formatVersion, isInUse: false };
  const detail = `it was written in layout ${format.version}, this program reads layout ${formatVersion}`;
  throw new CorruptStateError(path, detail, { directory });
};
