// The items of the one table, in SQLite. A request that writes is one transaction of it.
import { Stream } from 'node:stream';
import { tableShape } from '../../shared/contracts/resources.ts';
import { openDatabase } from '../state/database.ts';

const schema = `
  CREATE TABLE IF NOT EXISTS items (key TEXT PRIMARY KEY, item TEXT NOT NULL, expiresAt REAL);
  CREATE INDEX IF NOT EXISTS expiring ON items (expiresAt) WHERE expiresAt IS NOT NULL;
`;

/** DynamoDB leaves items alone whose expiry lies more than five years back. */
const oldestExpirySeconds = 5 * 365 * 24 * 60 * 60;

export type Item = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
export type Callback<Result> = (error: unknown, result?: Result) => void;

const comparisons = { gt: '>', gte: '>=', lt: '<', lte: '<=' };
/** Bounds of keys, as an operation asks for them; no end with a limit of -1. */
type KeyRange = { readonly [Bound in keyof typeof comparisons]?: string } & {
  readonly reverse?: boolean;
  readonly limit: number;
};

export type Items = ReturnType<typeof openItems>;
/** Where an operation of dynalite finds items and leaves them. It answers before it returns, but for its streams. */
export type ItemDatabase = Items['database'];

/** Opens the items of a file, or of none (`:memory:`). Throws CorruptStateError. */
export function openItems(path: string) {
  const database = openDatabase(path, schema);
  const statement = (sql: string) => database.prepare(sql);
  const [begin, commit, rollback] = [statement('BEGIN IMMEDIATE'), statement('COMMIT'), statement('ROLLBACK')];
  const get = statement('SELECT item FROM items WHERE key = ?');
  const put = statement('INSERT OR REPLACE INTO items VALUES (?, ?, ?)');
  const del = statement('DELETE FROM items WHERE key = ?');
  const expire = statement('DELETE FROM items WHERE expiresAt <= ? AND expiresAt > ?');
  const itemOf = (row: { item?: unknown } | undefined): Item | undefined => row && JSON.parse(String(row.item));

  function* itemsIn({ reverse, limit, ...bounds }: KeyRange): Generator<Item> {
    const given = Object.entries(bounds) as [keyof typeof comparisons, string][];
    const where = given.map(([bound]) => `AND key ${comparisons[bound]} ?`).join(' ');
    const sql = `SELECT item FROM items WHERE 1 ${where} ORDER BY key ${reverse ? 'DESC' : 'ASC'} LIMIT ?`;
    for (const row of statement(sql).iterate(...given.map(([, key]) => key), limit)) yield itemOf(row) as Item;
  }

  const waitingStreams: (() => void)[] = [];
  const itemDatabase = {
    lock: (_key: string, work: (release: <Done>(done: Done) => Done) => void) => work((done) => done),
    get: (key: string, callback: Callback<Item>) => callback(null, itemOf(get.get(key))),
    put(key: string, item: Item, callback: Callback<void>) {
      put.run(key, JSON.stringify(item), Number(item[tableShape.expiryAttribute]?.['N'] ?? Number.NaN) || null);
      callback(null);
    },
    del(key: string, callback: Callback<void>) {
      del.run(key);
      callback(null);
    },
    createValueStream(range: KeyRange): Stream {
      let isEnough = false;
      const stream = Object.assign(new Stream(), {
        destroy() {
          isEnough = true;
        },
      });
      waitingStreams.push(() => {
        for (const item of itemsIn(range)) {
          stream.emit('data', item);
          if (isEnough) break;
        }
        stream.emit('end');
      });
      return stream;
    },
    /** Lets the streams tell their items: whoever asked has begun to listen. */
    tellStreams(): void {
      for (const tell of waitingStreams.splice(0)) tell();
    },
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

    /** Deletes the items whose time to live has passed. */
    sweep: (nowSeconds: number) => void expire.run(nowSeconds, nowSeconds - oldestExpirySeconds),

    close: () => database.close(),
  };
}
