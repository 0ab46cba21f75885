import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from 'cognito-local/lib/services/context.js';
import type { DataStore } from 'cognito-local/lib/services/dataStore/dataStore.js';
import type { DataStoreFactory } from 'cognito-local/lib/services/dataStore/factory.js';
import * as z from 'zod';
import { readJsonFile } from '../state/read-json-file.ts';
import { writeFileAtomically } from '../state/write-file-atomically.ts';

type Json = Record<string, unknown>;

const rootSchema = z.record(z.string(), z.unknown());

/** A user's refresh tokens that are kept; the library forgets none, and each sign-in writes them all. */
const keptRefreshTokens = 50;

/**
 * Keeps cognito-local's data, one JSON file for each user pool, held in memory and replaced in one step. Changes made
 * while a file is being written share the next write; `set` and `delete` resolve when theirs is on disk.
 */
export class JsonDataStores implements DataStoreFactory {
  readonly #directory: string;

  private constructor(directory: string) {
    this.#directory = directory;
  }

  /** Reads every file once, so that a damaged one is found at the start. Throws CorruptStateError. */
  static async open(directory: string): Promise<JsonDataStores> {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const names = await readdir(directory);
    for (const name of names.filter((candidate) => candidate.endsWith('.json'))) {
      await readJsonFile(join(directory, name), rootSchema, { directory });
    }
    return new JsonDataStores(directory);
  }

  async create(_context: Context, id: string, defaults: object): Promise<DataStore> {
    const path = join(this.#directory, `${id}.json`);
    const kept = await readJsonFile(path, rootSchema, { directory: this.#directory });
    const store = new JsonDataStore(path, reviveDates(kept ?? structuredClone({ ...defaults })));
    if (!kept) await store.save();
    return store;
  }
}

class JsonDataStore implements DataStore {
  readonly #path: string;
  readonly #root: Json;
  #nextWrite: Promise<void> | undefined;
  #lastWrite: Promise<void> = Promise.resolve();

  constructor(path: string, root: Json) {
    this.#path = path;
    this.#root = root;
  }

  async getRoot<Value>(): Promise<Value | null> {
    // The library names the type it expects of what it stored itself.
    return this.#root as Value;
  }

  async get<Value>(_context: Context, key: string | string[], defaultValue?: Value): Promise<Value> {
    let value: unknown = this.#root;
    for (const part of [key].flat()) value = isObject(value) && Object.hasOwn(value, part) ? value[part] : undefined;
    return (value ?? defaultValue ?? null) as Value; // As above.
  }

  async set<Value>(_context: Context, key: string | string[], value: Value): Promise<void> {
    const [holder, last] = this.#holder(key, true);
    if (holder) holder[last] = limitRefreshTokens(value);
    await this.save();
  }

  async delete(_context: Context, key: string | string[]): Promise<void> {
    const [holder, last] = this.#holder(key, false);
    if (holder) delete holder[last];
    await this.save();
  }

  /** Writes what is there when the writing starts; callers that come before that share the write. */
  save(): Promise<void> {
    this.#nextWrite ??= this.#lastWrite
      .catch(() => {})
      .then(() => {
        this.#nextWrite = undefined;
        this.#lastWrite = writeFileAtomically(this.#path, JSON.stringify(this.#root, null, 2), { flush: false });
        return this.#lastWrite;
      });
    return this.#nextWrite;
  }

  /** The object that holds the last part of a key; created on the way when asked for. */
  #holder(key: string | string[], create: boolean): [Json | undefined, string] {
    const parts = [key].flat();
    if (parts.includes('__proto__')) throw new Error('The name __proto__ cannot be kept.');
    let holder: Json | undefined = this.#root;
    for (const part of parts.slice(0, -1)) {
      if (create && holder && !Object.hasOwn(holder, part)) holder[part] = {};
      const next: unknown = holder?.[part];
      holder = isObject(next) ? next : undefined;
    }
    return [holder, parts.at(-1) ?? ''];
  }
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const limitRefreshTokens = (value: unknown): unknown =>
  isObject(value) && Array.isArray(value.RefreshTokens)
    ? { ...value, RefreshTokens: value.RefreshTokens.slice(-keptRefreshTokens) }
    : value;

/** The library expects a Date under every name that ends in "Date". */
const reviveDates = (root: Json): Json => {
  const revive = (name: string, value: unknown): unknown => {
    if (name.endsWith('Date') && (typeof value === 'string' || typeof value === 'number')) return new Date(value);
    if (Array.isArray(value)) return value.map((part) => revive('', part));
    if (!isObject(value) || value instanceof Date) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, revive(key, part)]));
  };
  return Object.fromEntries(Object.entries(root).map(([key, value]) => [key, revive(key, value)]));
};
