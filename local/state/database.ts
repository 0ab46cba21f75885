// How the platform keeps what must outlive it: SQLite, whose commits survive a killed process as they were, whole or not at all. A power cut may lose the last ones.
import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { CorruptStateError } from './corrupt-state-error.ts';

/** Opens a database, and makes it with these statements where there is none. `:memory:` keeps nothing. Throws CorruptStateError. */
export function openDatabase(path: string, schema: string): DatabaseSync {
  try {
    if (path !== ':memory:') closeSync(openSync(path, 'a', 0o600)); // for its owner alone, and with it what SQLite puts beside it
    const database = new DatabaseSync(path);
    database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; ${schema}`);
    return database;
  } catch (cause) {
    throw new CorruptStateError(path, cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
