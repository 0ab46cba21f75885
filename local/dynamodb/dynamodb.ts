import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startEndpoint } from '../endpoint/endpoint.ts';
import type { Listening } from '../endpoint/listen.ts';
import type { Operation, Service } from '../endpoint/service.ts';
import type { OperationName } from '../operations.ts';
import { type ActionName, asServiceError, run, storeOf, validated } from './dynalite.ts';
import { type Items, openItems } from './items.ts';
import { transactionWriter } from './transactions.ts';

/** How the embedded DynamoDB runs. */
export interface DynamoDbOptions {
  readonly tableName: string;
  /** Where the table lies; undefined keeps it in memory. */
  readonly directory?: string | undefined;
  /** 0 or undefined takes any free port. */
  readonly port?: number | undefined;
  /** How often expired items are deleted; on AWS it takes up to some days. */
  readonly sweepEverySeconds?: number;
  /** Epoch milliseconds. */
  readonly clock?: () => number;
  /** Hears of faults that no caller is told about. */
  readonly onError?: (error: unknown) => void;
}

/** Starts DynamoDB on a port of its own. Throws CorruptStateError when the directory cannot be opened or understood. */
export async function startDynamoDb(options: DynamoDbOptions): Promise<Listening> {
  const { service, close } = await openDynamoDb(options);
  const server = await startEndpoint({ port: options.port, services: [service], onError: options.onError });
  return {
    endpoint: server.endpoint,
    async stop() {
      await server.stop();
      close();
    },
  };
}

/**
 * Opens DynamoDB with its one table, not listening: dynalite reads requests and changes items, SQLite keeps them. Every write is atomic: a killed process leaves all of it or nothing.
 * Throws CorruptStateError when the directory cannot be opened or understood.
 */
export async function openDynamoDb(options: DynamoDbOptions) {
  const { directory, tableName, sweepEverySeconds = 300, clock = Date.now, onError } = options;
  if (directory !== undefined) await mkdir(directory, { recursive: true, mode: 0o700 });
  const items = openItems(directory === undefined ? ':memory:' : join(directory, 'table.db'));
  const nowSeconds = () => clock() / 1000;
  const sweeping = setInterval(() => {
    try {
      items.sweep(nowSeconds());
    } catch (error) {
      onError?.(error);
    }
  }, sweepEverySeconds * 1000).unref();
  return {
    service: dynamoDbService(items, tableName, nowSeconds),
    close() {
      clearInterval(sweeping);
      items.close();
    },
  };
}

function dynamoDbService(items: Items, tableName: string, nowSeconds: () => number) {
  const store = storeOf(tableName, items.database);
  const told =
    (answer: (input: unknown) => object): Operation =>
    (input) => {
      try {
        return answer(input);
      } catch (error) {
        throw asServiceError(error);
      }
    };
  const read = (name: ActionName) => told((input) => run(name, validated(name, input, store), store));
  const write = (name: ActionName) =>
    told((input) => {
      const request = validated(name, input, store);
      return items.transaction(() => run(name, request, store));
    });
  return {
    target: 'DynamoDB_20120810',
    // 16 MB is what DynamoDB accepts for a batch; base64 and JSON add to that.
    maximumBodyBytes: 32 * 1024 * 1024,
    operations: {
      BatchGetItem: read('BatchGetItem'),
      GetItem: read('GetItem'),
      Query: read('Query'),
      Scan: read('Scan'),
      PutItem: write('PutItem'),
      UpdateItem: write('UpdateItem'),
      DeleteItem: write('DeleteItem'),
      BatchWriteItem: write('BatchWriteItem'),
      TransactWriteItems: told(transactionWriter(items, store, tableName, nowSeconds)),
    } satisfies Record<OperationName<'client-dynamodb'>, Operation>,
  } satisfies Service;
}
