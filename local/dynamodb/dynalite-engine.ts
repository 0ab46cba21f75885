import { createRequire } from 'node:module';
import { tableShape } from '../../shared/contracts/resources.ts';

/**
 * The boundary to dynalite 4.0.0, which has no types and no public access to its parts. Only this file names its inner
 * modules; a new version must be checked against it. What the library lacks is closed by the files beside this one:
 * - transactional writes: transactions.ts;
 * - time to live: time-to-live.ts;
 * - a request writes in several steps: staged-store.ts commits them in one atomic batch;
 * - a query or scan never closed its iterator: createStore gives iterators the method that is called for it;
 * - a table's definition lies in the database, where damage deletes it: here the one table has its shape from the contracts.
 */

export type Item = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

type Callback<Result> = (error: unknown, result?: Result) => void;

/** The items of one table. */
export interface ItemDatabase {
  lock(key: string, work: (release: <Done>(done: Done) => Done) => void): void;
  get(key: string, callback: Callback<Item>): void;
  put(key: string, item: Item, callback: Callback<void>): void;
  del(key: string, callback: Callback<void>): void;
}

export type BatchOperation =
  | { readonly type: 'put'; readonly key: string; readonly value: unknown }
  | { readonly type: 'del'; readonly key: string };

interface Range {
  readonly gte: string;
  readonly lt: string;
}

/** Holds a snapshot of the database, and blocks of its files, until it is closed. */
interface ValueIterator<Value> extends AsyncIterable<Value> {
  close(): Promise<void>;
  /** What dynalite calls at the end of a query, and level's iterators do not have. */
  return?: () => Promise<void>;
}

/** The LevelDB database under everything. Values are JSON. */
interface Database {
  open(): Promise<void>;
  close(): Promise<void>;
  del(key: string): Promise<void>;
  get(key: string): Promise<unknown>;
  batch(operations: readonly BatchOperation[]): Promise<void>;
  keys(range: Range): ValueIterator<string>;
  values(range: Range): ValueIterator<unknown>;
  iterator(range: Range): AsyncIterable<[key: string, value: unknown]>;
}

interface Table {
  readonly TableName: string;
}

/** What dynalite's actions work on. */
export interface Store {
  readonly db: Database;
  getTable(name: string, checkStatus: boolean | Callback<Table>, callback?: Callback<Table>): void;
  getItemDb(table: string): ItemDatabase;
}

/** An error in DynamoDB's own words. */
interface EngineError extends Error {
  readonly statusCode: number;
  readonly body: { readonly __type: string; readonly message?: string };
}

interface Action {
  readonly run: (store: Store, request: object, callback: Callback<object>) => void;
  readonly validation: { readonly types: object; readonly custom?: unknown };
}

const require = createRequire(import.meta.url);
const databaseModule: {
  create(options: object): Store;
  createKey(item: Item, table: Table): string;
} = require('dynalite/db');
const validations: {
  checkTypes(request: unknown, types: object): object;
  checkValidations(request: object, types: object, custom: unknown, store: Store): void;
} = require('dynalite/validations');

const action = (file: string): Action => ({
  run: require(`dynalite/actions/${file}`),
  validation: require(`dynalite/validations/${file}`),
});

/** The operations that dynalite answers and the application sends. */
const actions = {
  BatchWriteItem: action('batchWriteItem'),
  DeleteItem: action('deleteItem'),
  GetItem: action('getItem'),
  PutItem: action('putItem'),
  Query: action('query'),
  Scan: action('scan'),
  UpdateItem: action('updateItem'),
};
export type ActionName = keyof typeof actions;

/** Opens a database directory, or one in memory, that has this one table. */
export function createStore(directory: string | undefined, tableName: string): Store {
  const store = databaseModule.create({ path: directory });
  closeIterators(store.db);
  const keys = [tableShape.partitionKey, tableShape.sortKey];
  const table = {
    TableName: tableName,
    TableStatus: 'ACTIVE',
    KeySchema: keys.map((AttributeName, index) => ({ AttributeName, KeyType: index === 0 ? 'HASH' : 'RANGE' })),
    AttributeDefinitions: keys.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
  };
  return {
    ...store,
    getTable(name, checkStatus, callback) {
      const answer = guarded(typeof checkStatus === 'function' ? checkStatus : (callback ?? (() => {})));
      if (name === tableName) answer(null, table);
      else store.getTable(name, false, answer);
    },
  };
}

/** dynalite ends a query with `iterator.return`, which its database never had: each query left an iterator open for ever. */
function closeIterators(db: Database): void {
  const closing = <Value>(open: (range: Range) => ValueIterator<Value>) => {
    return (range: Range): ValueIterator<Value> => {
      const iterator = open.call(db, range);
      iterator.return = () => iterator.close();
      return iterator;
    };
  };
  db.keys = closing(db.keys);
  db.values = closing(db.values);
}

/** What dynalite throws inside a database callback would end the process; given back as an error it fails the request. */
export const guarded =
  <Result>(callback: Callback<Result>): Callback<Result> =>
  (error, result) => {
    try {
      callback(error, result);
    } catch (thrown) {
      callback(thrown);
    }
  };

/** Checks a request as DynamoDB does. Gives it in the form `runAction` needs; throws an EngineError. */
export const validateRequest = (name: ActionName, request: unknown, store: Store): object => {
  const { types, custom } = actions[name].validation;
  const typed = validations.checkTypes(request, types);
  validations.checkValidations(typed, types, custom, store);
  return typed;
};

/** Runs an operation over a validated request. Rejects with an EngineError for what a caller did wrong. */
export const runAction = (name: ActionName, request: object, store: Store): Promise<object> =>
  new Promise((resolve, reject) => {
    actions[name].run(store, request, (error, result) => {
      if (error) reject(error);
      else resolve(result ?? {});
    });
  });

export const isEngineError = (error: unknown): error is EngineError =>
  error instanceof Error && 'statusCode' in error && 'body' in error;

/** Where dynalite keeps a table's items in the one LevelDB key space. */
export const itemPrefix = (table: string) => `item-${table}~`;

/** All keys that begin with a prefix; dynalite's own bound. */
export const rangeOf = (prefix: string): Range => ({ gte: prefix, lt: `${prefix}\xff` });
