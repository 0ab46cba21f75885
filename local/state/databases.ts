// The two databases of a state directory: what they hold, and how a damaged one is told from a sound one before anything reads it.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pipeline } from 'node:stream/promises';
import { isFileError } from './read-json-file.ts';

/** Paths are relative to the state directory. */
export const databases: Readonly<Record<string, string>> = {
  'state.db': 'accounts, keys, which campaigns are being run, and the names of stored files',
  'dynamodb/table.db': 'the table: campaigns, texts, decisions, profiles',
};

/** What is in the databases of a platform that has stopped in order, by their paths. */
export async function sealOf(directory: string): Promise<Record<string, string>> {
  const seals = Object.keys(databases).map(async (path) => [path, await fingerprint(join(directory, path))] as const);
  return Object.fromEntries(await Promise.all(seals));
}

/** A sentence for each database that is missing or damaged. With a seal, every change since it was made is a damage; otherwise what SQLite cannot read. */
export async function findDamages(
  directory: string,
  seal: Readonly<Record<string, string>> | undefined,
): Promise<string[]> {
  const found = await Promise.all(
    Object.entries(databases).map(async ([path, holds]) => {
      const fault = await faultOf(join(directory, path), seal?.[path]);
      return fault && `${path} ${fault}. It holds ${holds}. No other file can stand in for it.`;
    }),
  );
  return found.filter((sentence) => sentence !== undefined);
}

async function faultOf(file: string, seal: string | undefined): Promise<string | undefined> {
  try {
    if ((await stat(file)).size === 0) return 'is damaged: it is empty';
    if (seal !== undefined)
      return (await fingerprint(file)) === seal ? undefined : 'is damaged: it has changed since the platform stopped';
    const database = new DatabaseSync(file);
    try {
      const found = Object.values(database.prepare('PRAGMA quick_check(1)').get() ?? {})[0];
      return found === 'ok' ? undefined : `is damaged: ${found}`;
    } finally {
      database.close();
    }
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return 'is missing';
    return `is damaged: ${error instanceof Error ? error.message : error}`;
  }
}

async function fingerprint(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('base64url');
}
