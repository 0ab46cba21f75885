import { mkdir } from 'node:fs/promises';
import { startEdge } from '../edge/edge.ts';
import type { Operation, Service } from '../edge/service.ts';
import type { OperationName } from '../operations.ts';
import { CorruptStateError } from '../state/corrupt-state-error.ts';
import { type ActionName, createStore, type Store } from './dynalite-engine.ts';
import { asServiceError, Requests } from './requests.ts';
import { sweepExpiredItems } from './time-to-live.ts';
import { Transactions } from './transactions.ts';

/** How the embedded DynamoDB runs. */
export interface DynamoDbOptions {
  readonly tableName: string;
  /** Where the database lies; undefined keeps it in memory. */
  readonly directory?: string | undefined;
  /** 0 or undefined takes any free port. */
  readonly port?: number;
  /** How often expired items are deleted; on AWS it takes up to some days. */
  readonly sweepEverySeconds?: number;
  /** Hears of faults that no caller is told about. */
  readonly onError?: (error: unknown) => void;
}

/** The embedded DynamoDB, listening. */
export interface RunningDynamoDb {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/**
 * Starts DynamoDB with its one table on dynalite; dynalite-engine.ts tells what it lacks and where that is closed. Every write is
 * atomic: a killed process leaves all of it or nothing. Throws CorruptStateError when the directory cannot be opened or understood.
 */
export const startDynamoDb = async (options: DynamoDbOptions): Promise<RunningDynamoDb> => {
  const { directory, tableName, port = 0, onError = () => {} } = options;
  const store = await openStore(directory, tableName);
  const requests = new Requests(store);
  const transactions = new Transactions(requests);
  const sweeper = startSweeper(options.sweepEverySeconds ?? 300, onError, async () => {
    await sweepExpiredItems(requests, tableName, Math.floor(Date.now() / 1000));
    await transactions.sweepTokens();
  });
  const edge = await startEdge({ port, services: [dynamoDbService(requests, transactions)], onError });
  return {
    endpoint: edge.endpoint,
    stop: async () => {
      await edge.stop();
      await sweeper.stop();
      await requests.exclusive(() => store.db.close());
    },
  };
};

const dynamoDbService = (
  requests: Requests,
  transactions: Transactions,
): Service & { readonly operations: Record<OperationName<'client-dynamodb'>, Operation> } => {
  const told =
    (answer: (input: unknown) => Promise<object>): Operation =>
    async (input) => {
      try {
        return await answer(input);
      } catch (error) {
        throw asServiceError(error);
      }
    };
  const read = (name: ActionName) => told((input) => requests.read(name, input));
  const write = (name: ActionName) => told((input) => requests.write(name, input));
  return {
    target: 'DynamoDB_20120810',
    // 16 MB is what DynamoDB accepts for a batch; base64 and JSON add to that.
    maximumBodyBytes: 32 * 1024 * 1024,
    operations: {
      GetItem: read('GetItem'),
      Query: read('Query'),
      Scan: read('Scan'),
      PutItem: write('PutItem'),
      UpdateItem: write('UpdateItem'),
      DeleteItem: write('DeleteItem'),
      BatchWriteItem: write('BatchWriteItem'),
      TransactWriteItems: told((input) => transactions.write(input)),
    },
  };
};

const openStore = async (directory: string | undefined, tableName: string): Promise<Store> => {
  if (directory !== undefined) await mkdir(directory, { recursive: true, mode: 0o700 });
  const store = createStore(directory, tableName);
  try {
    await store.db.open();
    return store;
  } catch (error) {
    const reason = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const detail = reason instanceof Error ? reason.message : String(reason);
    throw new CorruptStateError(directory ?? 'memory', `the database does not open (${detail})`, { cause: error });
  }
};

/** Repeats the work, one run at a time. It keeps no process alive. */
const startSweeper = (everySeconds: number, onError: (error: unknown) => void, work: () => Promise<void>) => {
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    running ??= work()
      .catch(onError)
      .finally(() => {
        running = undefined;
      });
  }, everySeconds * 1000);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
};
