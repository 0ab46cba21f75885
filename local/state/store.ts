// The one store of the services: named collections of values, in memory and in one SQLite file.
import type { StatementSync } from 'node:sqlite';
import type * as z from 'zod';
import { openDatabase } from './database.ts';
import { parseJson } from './read-json-file.ts';

const schema = `CREATE TABLE IF NOT EXISTS entries (
  collection TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (collection, name)
)`;

/** A map that is kept: what is set or deleted is in the file before the call returns, and survives a killed process. */
export class Collection<Value> extends Map<string, Value> {
  /** Undefined removes what was there. */
  readonly #keep: (name: string, value?: Value) => void;

  constructor(kept: Iterable<[string, Value]>, keep: (name: string, value?: Value) => void) {
    super(); // with nothing: Map's own constructor would call set, before there is anything to keep with
    this.#keep = keep;
    for (const [name, value] of kept) super.set(name, value);
  }

  override set(name: string, value: Value): this {
    this.#keep(name, value);
    return super.set(name, value);
  }

  override delete(name: string): boolean {
    if (super.has(name)) this.#keep(name);
    return super.delete(name);
  }

  /** What is kept under the name; made and kept when there is nothing. */
  async getOrCreate(name: string, make: () => Value | Promise<Value>): Promise<Value> {
    const value = this.get(name) ?? (await make());
    if (!this.has(name)) this.set(name, value);
    return value;
  }
}

export interface Store {
  /** Opens a collection. Throws CorruptStateError when it holds anything of another shape. */
  collection<Schema extends z.ZodType>(name: string, shape: Schema): Collection<z.output<Schema>>;
  close(): void;
}

/** Opens the store of a file, or one that keeps nothing (`:memory:`). Throws CorruptStateError. */
export function openStore(path: string): Store {
  const database = openDatabase(path, schema);
  const read = database.prepare('SELECT name, value FROM entries WHERE collection = ? ORDER BY rowid');
  const write = database.prepare('INSERT OR REPLACE INTO entries VALUES (?, ?, ?)');
  const remove = database.prepare('DELETE FROM entries WHERE collection = ? AND name = ?');
  return {
    collection: (collection, shape) =>
      new Collection(entriesIn(read, collection, shape, path), (name, value) => {
        if (value === undefined) remove.run(collection, name);
        else write.run(collection, name, JSON.stringify(value));
      }),
    close: () => void (database.isOpen && database.close()),
  };
}

function* entriesIn<Schema extends z.ZodType>(
  read: StatementSync,
  collection: string,
  shape: Schema,
  path: string,
): Generator<[string, z.output<Schema>]> {
  for (const row of read.iterate(collection)) {
    const [name, value] = [String(row['name']), String(row['value'])];
    yield [name, parseJson(value, shape, `${collection} ${name} in ${path}`, path)];
  }
}
