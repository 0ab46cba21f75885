import { mkdir } from 'node:fs/promises';
import { CorruptStateError } from '../state/corrupt-state-error.ts';
import { ServiceError, startJsonProtocolServer } from '../stepfunctions/json-protocol-server.ts';
import { actionNamed, createStore, type Store } from './dynalite-engine.ts';
import { asServiceError, Requests } from './requests.ts';
import { type SettingsOperations, settingsOperations } from './settings-operations.ts';
import { AllTableSettings, settleTables } from './table-settings.ts';
import { sweepExpiredItems } from './time-to-live.ts';
import { Transactions } from './transactions.ts';

/** How the embedded DynamoDB runs. */
export interface DynamoDbOptions {
  /** Where the database lies; undefined keeps it in memory. */
  directory?: string | undefined;
  /** 0 or undefined takes any free port. */
  port?: number;
  /** How often expired items are deleted; on AWS it takes up to some days. */
  sweepEverySeconds?: number;
  /** Hears of faults that no caller is told about. */
  onError?: (error: unknown) => void;
}

/** The embedded DynamoDB, listening. */
export interface RunningDynamoDb {
  readonly endpoint: string;
  stop(): Promise<void>;
}

const writes = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem']);
const tableChanges = new Set(['CreateTable', 'UpdateTable', 'DeleteTable', 'TagResource', 'UntagResource']);

/**
 * Starts DynamoDB on dynalite; dynalite-engine.ts tells what it lacks and where that is closed. Every write, with its
 * index entries, is atomic: a killed process leaves all of it or nothing. Throws CorruptStateError when the directory
 * cannot be opened or understood.
 */
export const startDynamoDb = async (options: DynamoDbOptions = {}): Promise<RunningDynamoDb> => {
  const { directory, onError = () => {} } = options;
  const store = await openStore(directory);
  const requests = new Requests(store);
  const transactions = new Transactions(requests);
  const settings = new AllTableSettings(store.db);
  await recover(requests, settings, directory);
  const sweeper = startSweeper(options.sweepEverySeconds ?? 300, onError, async () => {
    await sweepExpiredItems(requests, settings, Math.floor(Date.now() / 1000));
    await transactions.sweepTokens();
  });
  const answer = answerWith(requests, transactions, settingsOperations(requests, settings), settings);
  const server = await startJsonProtocolServer({
    ...(options.port === undefined ? {} : { port: options.port }),
    // 16 MB is what DynamoDB accepts for a batch; base64 and JSON add to that.
    maximumBodyBytes: 32 * 1024 * 1024,
    onError,
    answer: (operation, input) =>
      answer(operation, input).catch((error: unknown) => {
        throw asServiceError(error);
      }),
  });
  return {
    endpoint: server.endpoint,
    stop: async () => {
      await server.close();
      await sweeper.stop();
      await requests.exclusive(() => store.db.close());
    },
  };
};

const answerWith =
  (requests: Requests, transactions: Transactions, own: SettingsOperations, settings: AllTableSettings) =>
  async (operation: string, input: unknown): Promise<object> => {
    if (operation === 'TransactWriteItems') return transactions.write(input);
    const ownOperation = own.get(operation);
    if (ownOperation) return ownOperation(input);
    const action = actionNamed(operation);
    if (!action) {
      throw new ServiceError(
        'com.amazon.coral.service#UnknownOperationException',
        `The local platform does not answer ${operation}.`,
      );
    }
    if (writes.has(operation)) return requests.write(action, input);
    if (!tableChanges.has(operation)) return requests.read(action, input);
    const response = await requests.changeTable(action, input);
    if (operation === 'DeleteTable') await settings.forget(deletedTable(input));
    return response;
  };

const deletedTable = (input: unknown): string =>
  typeof input === 'object' && input && 'TableName' in input ? String(input.TableName) : '';

const openStore = async (directory: string | undefined): Promise<Store> => {
  if (directory !== undefined) await mkdir(directory, { recursive: true, mode: 0o700 });
  const store = createStore(directory);
  try {
    await store.db.open();
    return store;
  } catch (error) {
    throw corrupt(directory, error);
  }
};

const recover = async (requests: Requests, settings: AllTableSettings, directory: string | undefined) => {
  try {
    await settings.load();
    const interruptedDeletions = await settleTables(requests.store.db);
    for (const TableName of interruptedDeletions) await requests.changeTable('deleteTable', { TableName });
  } catch (error) {
    await requests.store.db.close();
    throw corrupt(directory, error);
  }
};

const corrupt = (directory: string | undefined, error: unknown): CorruptStateError => {
  const reason = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const detail = reason instanceof Error ? reason.message : String(reason);
  return new CorruptStateError(directory ?? 'memory', `the database does not open (${detail})`, { cause: error });
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
