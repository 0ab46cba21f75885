import {
  type BatchOperation,
  type Callback,
  type Item,
  type ItemDatabase,
  indexPrefix,
  itemPrefix,
  type Store,
  type Table,
} from './dynalite-engine.ts';

/** A store that collects what an operation writes, to be committed in one piece or not at all. */
export interface StagedStore extends Store {
  readonly operations: readonly BatchOperation[];
  /** Adds a value of our own to what the commit writes. */
  stageValue(key: string, value: unknown): void;
  commit(): Promise<void>;
}

/** Gives tables by name from memory: reading and parsing one for each request costs as much as the item itself. */
export class TableCache {
  readonly #tables = new Map<string, Table>();

  get(store: Store, name: string, callback: Callback<Table>): void {
    const known = this.#tables.get(name);
    const answer = guarded(callback);
    if (known) {
      answer(null, known);
      return;
    }
    store.getTable(name, true, (error, table) => {
      if (!error && table && isSettled(table)) this.#tables.set(name, table);
      answer(error, table);
    });
  }

  clear(): void {
    this.#tables.clear();
  }
}

/** A table that is being created or changed is read again each time. */
const isSettled = ({ TableStatus, GlobalSecondaryIndexes = [] }: Table): boolean =>
  TableStatus === 'ACTIVE' && GlobalSecondaryIndexes.every(({ IndexStatus }) => IndexStatus === 'ACTIVE');

/** What dynalite throws inside a database callback would end the process; given back as an error it fails the request. */
const guarded =
  <Result>(callback: Callback<Result>): Callback<Result> =>
  (error, result) => {
    try {
      callback(error, result);
    } catch (thrown) {
      callback(thrown);
    }
  };

/** A store that reads tables through the cache. */
export const cachedStore = (store: Store, cache: TableCache): Store => ({
  ...store,
  getTable: (name, checkStatus, callback) => {
    const answer = typeof checkStatus === 'function' ? checkStatus : callback;
    if (answer) cache.get(store, name, answer);
  },
});

/**
 * Stages the writes of one request. Requests that write run one at a time, so nobody changes an item between its reading
 * and the commit; LevelDB writes a batch as one record, so a crash leaves all of it or nothing.
 */
export const stageWrites = (store: Store): StagedStore => {
  const operations: BatchOperation[] = [];
  const items = new Map<string, Item | undefined>();

  const stage = (key: string, item: Item | undefined) =>
    operations.push(item === undefined ? { type: 'del', key } : { type: 'put', key, value: item });

  const itemDatabase = (table: string): ItemDatabase => {
    const kept = store.getItemDb(table);
    const prefix = itemPrefix(table);
    const write = (key: string, after: Item | undefined, callback: Callback<void>) => {
      items.set(prefix + key, after);
      stage(prefix + key, after);
      callback(null);
    };
    return {
      lock: (_key, work) => work((done) => done),
      get: (key, callback) => {
        if (items.has(prefix + key)) return callback(null, items.get(prefix + key));
        kept.get(key, (error, item) => {
          items.set(prefix + key, item);
          guarded(callback)(error, item);
        });
      },
      put: write,
      del: (key, callback) => write(key, undefined, callback),
    };
  };

  const indexDatabase = (indexType: string, table: string, index: string): ItemDatabase => {
    const prefix = indexPrefix(indexType, table, index);
    const write = (key: string, entry: Item | undefined, callback: Callback<void>) => {
      stage(prefix + key, entry);
      callback(null);
    };
    return {
      ...store.getIndexDb(indexType, table, index),
      put: write,
      del: (key, callback) => write(key, undefined, callback),
    };
  };

  return {
    ...store,
    getItemDb: itemDatabase,
    getIndexDb: indexDatabase,
    operations,
    stageValue: (key, value) => operations.push({ type: 'put', key, value }),
    commit: async () => {
      if (operations.length > 0) await store.db.batch(operations);
    },
  };
};
