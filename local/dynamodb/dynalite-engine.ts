import { createRequire } from 'node:module';

/**
 * The boundary to dynalite 4.0.0, which has no types and no public access to its parts. Only this file names its inner
 * modules; a new version must be checked against it. What the library lacks is closed by the files beside this one:
 * - transactional writes (transactions.ts), time to live (time-to-live.ts, table-settings.ts);
 * - ReturnValuesOnConditionCheckFailure: accepted and ignored there, honoured by the patch below;
 * - an item and its index entries are written one by one: staged-store.ts commits them in one atomic batch;
 * - a query or scan never closed its iterator: createStore gives iterators the method that is called for it.
 * Not closed: consumed capacity leaves out index writes, ListTables is slow; transactional reads, backups, streams, PartiQL, exports, encryption settings; UpdateTable fills a new index without excluding writes.
 */

export type AttributeValue = Readonly<Record<string, unknown>>;
export type Item = Readonly<Record<string, AttributeValue>>;

interface KeySchemaElement {
  readonly AttributeName: string;
  readonly KeyType: 'HASH' | 'RANGE';
}

/** A secondary index as DescribeTable tells it. */
export interface TableIndex {
  readonly IndexName: string;
  readonly IndexStatus?: string;
  readonly KeySchema: readonly KeySchemaElement[];
  readonly Projection: { readonly ProjectionType: string; readonly NonKeyAttributes?: readonly string[] };
}

/** A table as DescribeTable tells it. */
export interface Table {
  readonly TableName: string;
  TableStatus: string;
  readonly KeySchema: readonly KeySchemaElement[];
  readonly GlobalSecondaryIndexes?: readonly (TableIndex & { IndexStatus: string })[];
  readonly LocalSecondaryIndexes?: readonly TableIndex[];
}

export type Callback<Result> = (error: unknown, result?: Result) => void;

/** The items of one table, or the entries of one of its indexes. */
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
export interface Database {
  open(): Promise<void>;
  close(): Promise<void>;
  put(key: string, value: unknown): Promise<void>;
  del(key: string): Promise<void>;
  get(key: string): Promise<unknown>;
  batch(operations: readonly BatchOperation[]): Promise<void>;
  keys(range: Range): ValueIterator<string>;
  values(range: Range): ValueIterator<unknown>;
  iterator(range: Range): AsyncIterable<[key: string, value: unknown]>;
}

/** What dynalite's actions work on. */
export interface Store {
  readonly db: Database;
  getTable(name: string, checkStatus: boolean | Callback<Table>, callback?: Callback<Table>): void;
  getItemDb(table: string): ItemDatabase;
  getIndexDb(indexType: string, table: string, index: string): ItemDatabase;
}

/** An error in DynamoDB's own words. */
export interface EngineError extends Error {
  readonly statusCode: number;
  readonly body: { readonly __type: string; readonly message?: string; readonly Item?: Item };
}

type Action = (store: Store, request: object, callback: Callback<object>) => void;

interface Validation {
  readonly types: Record<string, unknown>;
  readonly custom?: unknown;
}

interface DatabaseModule {
  create(options: object): Store;
  checkConditional(
    request: { ReturnValuesOnConditionCheckFailure?: string },
    item?: Item,
  ): EngineError | undefined | null;
  createKey(item: Item, table: Table): string;
}

interface ValidationsModule {
  checkTypes(request: unknown, types: object): object;
  checkValidations(request: object, types: object, custom: unknown, store: Store): void;
}

const require = createRequire(import.meta.url);
const databaseModule: DatabaseModule = require('dynalite/db');
const validations: ValidationsModule = require('dynalite/validations');

/** The operations dynalite answers itself, by the name of their file. */
const supportedActions = [
  'batchGetItem',
  'batchWriteItem',
  'createTable',
  'deleteItem',
  'deleteTable',
  'describeTable',
  'getItem',
  'listTagsOfResource',
  'putItem',
  'query',
  'scan',
  'tagResource',
  'untagResource',
  'updateItem',
  'updateTable',
] as const;

export type ActionName = (typeof supportedActions)[number];

const loadAction = (name: ActionName): { run: Action; validation: Validation } => ({
  run: require(`dynalite/actions/${name}`),
  validation: require(`dynalite/validations/${name}`),
});
const actions = new Map(supportedActions.map((name) => [name, loadAction(name)] as const));

for (const name of ['putItem', 'updateItem', 'deleteItem'] as const) {
  const types = actions.get(name)?.validation.types;
  if (types) types.ReturnValuesOnConditionCheckFailure = { type: 'String', enum: ['ALL_OLD', 'NONE'] };
}
const checkConditional = databaseModule.checkConditional;
databaseModule.checkConditional = (request, item) => {
  const error = checkConditional(request, item);
  const wantsItem = request.ReturnValuesOnConditionCheckFailure === 'ALL_OLD';
  if (error && item && wantsItem) Object.assign(error.body, { Item: item });
  return error;
};

/** Opens a database directory, or one in memory. Tables become ACTIVE at once. */
export const createStore = (directory: string | undefined): Store => {
  const store = databaseModule.create({ path: directory, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  closeIterators(store.db);
  return store;
};

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

/** `PutItem` → `putItem`, when dynalite answers it. */
export const actionNamed = (operation: string): ActionName | undefined => {
  const name = operation.charAt(0).toLowerCase() + operation.slice(1);
  return supportedActions.find((supported) => supported === name);
};

/** Checks a request as DynamoDB does. Gives it in the form `runAction` needs; throws an EngineError. */
export const validateRequest = (name: ActionName, request: unknown, store: Store): object => {
  const { types, custom } = actions.get(name)?.validation ?? { types: {}, custom: undefined };
  const typed = validations.checkTypes(request, types);
  validations.checkValidations(typed, types, custom, store);
  return typed;
};

/** Runs an operation over a validated request. Rejects with an EngineError for what a caller did wrong. */
export const runAction = (name: ActionName, request: object, store: Store): Promise<object> =>
  new Promise((resolve, reject) => {
    actions.get(name)?.run(store, request, (error, result) => {
      if (error) reject(error);
      else resolve(result ?? {});
    });
  });

export const isEngineError = (error: unknown): error is EngineError =>
  error instanceof Error && 'statusCode' in error && 'body' in error;

export const { createKey } = databaseModule;

/** Where dynalite keeps a table's definition, its items and its index entries in the one LevelDB key space. */
export const tableKey = (table: string) => `table~${table}`;
export const itemPrefix = (table: string) => `item-${table}~`;
export const indexPrefix = (indexType: string, table: string, index: string) =>
  `index-${indexType.toLowerCase()}~${table}~${index}~`;

/** All keys that begin with a prefix; dynalite's own bound. */
export const rangeOf = (prefix: string): Range => ({ gte: prefix, lt: `${prefix}\xff` });
