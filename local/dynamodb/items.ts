// The items of the one table, in SQLite. A request that writes is one transaction of it.
import { Stream } from 'node:stream';
import { tableShape } from '../../shared/contracts/resources.ts';
import { openDatabase } from '../state/database.ts';
import type { Item, ItemDatabase, KeyRange } from './dynalite.ts';

const schema = `
  CREATE TABLE IF NOT EXISTS items (key TEXT PRIMARY KEY, item TEXT NOT NULL, expiresAt REAL);
  CREATE INDEX IF NOT EXISTS expiring ON items (expiresAt) WHERE expiresAt IS NOT NULL;
  CREATE TABLE IF NOT EXISTS tokens (token TEXT PRIMARY KEY, digest TEXT NOT NULL, expiresAt REAL NOT NULL);
`;

/** DynamoDB leaves items alone whose expiry lies more than five years back. */
const oldestExpirySeconds = 5 * 365 * 24 * 60 * 60;
/** DynamoDB remembers a client request token for ten minutes. */
const tokenSeconds = 10 * 60;

export type Items = ReturnType<typeof openItems>;

/** Opens the items of a file, or of none (`:memory:`). Throws CorruptStateError. */
export function openItems(path: string) {
  const database = openDatabase(path, schema);
  const statement = (sql: string) => database.prepare(sql);
  const [begin, commit, rollback] = [statement('BEGIN IMMEDIATE'), statement('COMMIT'), statement('ROLLBACK')];
  const get = statement('SELECT item FROM items WHERE key = ?');
  const put = statement('INSERT OR REPLACE INTO items VALUES (?, ?, ?)');
  const del = statement('DELETE FROM items WHERE key = ?');
  const expire = statement('DELETE FROM items WHERE expiresAt <= ? AND expiresAt > ?');
  const getToken = statement('SELECT digest FROM tokens WHERE token = ? AND expiresAt > ?');
  const putToken = statement('INSERT OR REPLACE INTO tokens VALUES (?, ?, ?)');
  const expireTokens = statement('DELETE FROM tokens WHERE expiresAt <= ?');
  const itemOf = (row: { item?: unknown } | undefined): Item | undefined => row && JSON.parse(String(row.item));

  function* itemsIn({ reverse, limit, ...bounds }: KeyRange): Generator<Item> {
    const comparisons = { gt: '>', gte: '>=', lt: '<', lte: '<=' };
    const given = Object.entries(bounds) as [keyof typeof comparisons, string][];
    const where = given.map(([bound]) => `AND key ${comparisons[bound]} ?`).join(' ');
    const sql = `SELECT item FROM items WHERE 1 ${where} ORDER BY key ${reverse ? 'DESC' : 'ASC'} LIMIT ?`;
    for (const row of statement(sql).iterate(...given.map(([, key]) => key), limit)) yield itemOf(row) as Item;
  }

  const itemDatabase: ItemDatabase = {
    lock: (_key, work) => work((done) => done),
    get: (key, callback) => callback(null, itemOf(get.get(key))),
    put(key, item, callback) {
      put.run(key, JSON.stringify(item), Number(item[tableShape.expiryAttribute]?.['N'] ?? Number.NaN) || null);
      callback(null);
    },
    del(key, callback) {
      del.run(key);
      callback(null);
    },
    createValueStream: (range) => new ItemStream(itemsIn(range)),
  };

  return {
    database: itemDatabase,

    /** Keeps all that the work writes, or nothing of it when it throws. */
    transaction<Result>(work: () => Result): Result {
      begin.run();
      try {
        const result = work();
        commit.run();
        return result;
      } catch (error) {
        rollback.run();
        throw error;
      }
    },

    /** What a transaction with this client request token was about; undefined when there was none of late. */
    digestOf: (token: string, nowSeconds: number) => getToken.get(token, nowSeconds)?.['digest'],
    remember: (token: string, digest: string, nowSeconds: number) =>
      void putToken.run(token, digest, nowSeconds + tokenSeconds),

    /** Deletes the items whose time to live has passed, and forgets tokens. */
    sweep(nowSeconds: number): void {
      expire.run(nowSeconds, nowSeconds - oldestExpirySeconds);
      expireTokens.run(nowSeconds);
    },

    close: () => database.close(),
  };
}

/** Tells its items all at once, as soon as whoever asked has begun to listen, and no more of them than it is asked for. */
class ItemStream extends Stream {
  #isEnough = false;

  constructor(items: Iterable<Item>) {
    super();
    queueMicrotask(() => {
      try {
        for (const item of items) {
          this.emit('data', item);
          if (this.#isEnough) break;
        }
        this.emit('end');
      } catch (error) {
        this.emit('error', error);
      }
    });
  }

  destroy(): void {
    this.#isEnough = true;
  }
}
