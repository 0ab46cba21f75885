/**
 * The boundary to dynalite 4.0.0, which has no types and no public access to its parts: what requests may say, and what an operation does with an
 * item. Only this file names its inner modules; a new version must be checked against it. The items are kept by items.ts.
 */
import { createRequire } from 'node:module';
import { tableShape } from '../../shared/contracts/resources.ts';
import { ServiceError } from '../endpoint/service.ts';
import { remembering } from './expressions.ts';
import type { Callback, ItemDatabase } from './items.ts';

export type Store = ReturnType<typeof storeOf>;

/** What an operation answers; its capacity only where somebody asked for it. */
interface Answer {
  readonly ConsumedCapacity?: { readonly CapacityUnits: number };
}

interface Action {
  readonly run: (store: Store, request: object, callback: Callback<Answer>) => void;
  readonly validation: { readonly types: object; readonly custom?: unknown };
}

/** An error in DynamoDB's own words. */
interface DynaliteError extends Error {
  readonly statusCode: number;
  readonly body: { readonly __type: string; readonly message?: string };
}

const require = createRequire(import.meta.url);
for (const parser of ['conditionParser', 'updateParser', 'projectionParser'].map((file) =>
  require(`dynalite/db/${file}`),
))
  parser.parse = remembering(parser.parse);
const validations: {
  checkTypes(request: unknown, types: object): object;
  checkValidations(request: object, types: object, custom: unknown, store: Store): void;
} = require('dynalite/validations');
const action = (file: string): Action => ({
  run: require(`dynalite/actions/${file}`),
  validation: require(`dynalite/validations/${file}`),
});
const actions = {
  BatchGetItem: action('batchGetItem'),
  BatchWriteItem: action('batchWriteItem'),
  DeleteItem: action('deleteItem'),
  GetItem: action('getItem'),
  PutItem: action('putItem'),
  Query: action('query'),
  Scan: action('scan'),
  UpdateItem: action('updateItem'),
};
export type ActionName = keyof typeof actions;

/** What operations work on: the one table, in the shape that the contracts say. */
export function storeOf(tableName: string, items: ItemDatabase) {
  const keys = [tableShape.partitionKey, tableShape.sortKey];
  const table = {
    TableName: tableName,
    TableStatus: 'ACTIVE',
    KeySchema: keys.map((AttributeName, index) => ({ AttributeName, KeyType: index === 0 ? 'HASH' : 'RANGE' })),
    AttributeDefinitions: keys.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
  };
  return {
    options: { maxItemSize: 400 * 1024 },
    getItemDb: () => items,
    getTable(name: string, checkStatus: unknown, callback = checkStatus as Callback<typeof table>): void {
      if (name === tableName) callback(null, table);
      else callback(new ServiceError('ResourceNotFoundException', 'Requested resource not found'));
    },
  };
}

/** Checks a request as DynamoDB does. Gives it in the form `run` needs; throws an error that `asServiceError` reads. */
export function validated(name: ActionName, request: unknown, store: Store): object {
  const { types, custom } = actions[name].validation;
  const typed = validations.checkTypes(request, types);
  validations.checkValidations(typed, types, custom, store);
  return typed;
}

/** Runs an operation over a validated request and gives what it answers; throws what it refuses. */
export function run(name: ActionName, request: object, store: Store): Answer {
  let answer: { error?: unknown; result?: Answer | undefined } | undefined;
  actions[name].run(store, request, (error, result) => {
    answer = { error, result };
  });
  store.getItemDb().tellStreams();
  if (!answer) throw new Error(`dynalite did not answer ${name} at once`);
  if (answer.error) throw answer.error;
  return answer.result ?? {};
}

const isDynaliteError = (error: unknown): error is DynaliteError =>
  error instanceof Error && 'statusCode' in error && 'body' in error;

/** A refusal in the form the endpoint tells; anything else stays what it is. */
export function asServiceError(error: unknown): unknown {
  if (!isDynaliteError(error)) return error;
  const { __type, message, ...details } = error.body;
  return new ServiceError(__type, message ?? error.message, { status: error.statusCode, details });
}
