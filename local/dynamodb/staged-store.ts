import {
  type BatchOperation,
  guarded,
  type Item,
  type ItemDatabase,
  itemPrefix,
  type Store,
} from './dynalite-engine.ts';

/** A store that collects what an operation writes, to be committed in one piece or not at all. */
export interface StagedStore extends Store {
  /** Adds a value of our own to what the commit writes. */
  stageValue(key: string, value: unknown): void;
  commit(): Promise<void>;
}

/**
 * Stages the writes of one request. Requests that write run one at a time, so nobody changes an item between its reading
 * and the commit; LevelDB writes a batch as one record, so a crash leaves all of it or nothing.
 */
export const stageWrites = (store: Store): StagedStore => {
  const operations: BatchOperation[] = [];
  const items = new Map<string, Item | undefined>();

  const itemDatabase = (table: string): ItemDatabase => {
    const kept = store.getItemDb(table);
    const prefix = itemPrefix(table);
    return {
      lock: (_key, work) => work((done) => done),
      get: (key, callback) => {
        if (items.has(prefix + key)) return callback(null, items.get(prefix + key));
        kept.get(key, (error, item) => {
          items.set(prefix + key, item);
          guarded(callback)(error, item);
        });
      },
      put: (key, item, callback) => {
        items.set(prefix + key, item);
        operations.push({ type: 'put', key: prefix + key, value: item });
        callback(null);
      },
      del: (key, callback) => {
        items.set(prefix + key, undefined);
        operations.push({ type: 'del', key: prefix + key });
        callback(null);
      },
    };
  };

  return {
    ...store,
    getItemDb: itemDatabase,
    stageValue: (key, value) => operations.push({ type: 'put', key, value }),
    commit: async () => {
      if (operations.length > 0) await store.db.batch(operations);
    },
  };
};
