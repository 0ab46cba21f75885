import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterEach, expect, test } from 'vitest';
import { serveInOwnProcess } from '../testing/serve-in-own-process.ts';
import { type DynamoDbOptions, startDynamoDb } from './dynamodb.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const directoryForTest = async () => {
  const directory = await mkdtemp(join(tmpdir(), 'dynamodb-'));
  cleanups.push(() => rm(directory, { recursive: true, force: true }));
  return directory;
};

const connect = (endpoint: string) => {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials, maxAttempts: 1 });
  cleanups.push(() => client.destroy());
  return DynamoDBDocumentClient.from(client);
};

const start = async (options: Partial<DynamoDbOptions> = {}) => {
  const errors: unknown[] = [];
  const service = await startDynamoDb({ ...options, tableName: TableName, onError: (error) => errors.push(error) });
  cleanups.push(async () => {
    await service.stop();
    expect(errors).toEqual([]);
  });
  return connect(service.endpoint);
};

const TableName = 'campaigns';
const key = (name: string) => ({ pk: 'tenant', sk: name });
const item = async (client: DynamoDBDocumentClient, name: string) =>
  (await client.send(new GetCommand({ TableName, Key: key(name), ConsistentRead: true }))).Item;
/** Everything under the tenant, by name. */
const names = async (client: DynamoDBDocumentClient) =>
  (await client.send(new ScanCommand({ TableName, ConsistentRead: true, ProjectionExpression: 'sk' }))).Items?.map(
    ({ sk }) => sk,
  );
const put = (client: DynamoDBDocumentClient, name: string, attributes: object) =>
  client.send(new PutCommand({ TableName, Item: { ...key(name), ...attributes } }));

test('writes a transaction of every kind in one piece', async () => {
  const client = await start();
  await put(client, 'checked', { open: true });
  await put(client, 'doomed', {});

  const written = await client.send(
    new TransactWriteCommand({
      ReturnConsumedCapacity: 'TOTAL',
      TransactItems: [
        { ConditionCheck: { TableName, Key: key('checked'), ConditionExpression: 'attribute_exists(pk)' } },
        { Put: { TableName, Item: { ...key('new'), status: 'DRAFT' } } },
        {
          Update: {
            TableName,
            Key: key('counter'),
            UpdateExpression: 'ADD used :one',
            ExpressionAttributeValues: { ':one': 1 },
          },
        },
        { Delete: { TableName, Key: key('doomed') } },
      ],
    }),
  );

  expect(await Promise.all(['checked', 'new', 'counter', 'doomed'].map((name) => item(client, name)))).toEqual([
    { ...key('checked'), open: true },
    { ...key('new'), status: 'DRAFT' },
    { ...key('counter'), used: 1 },
    undefined,
  ]);
  expect(written.ConsumedCapacity).toMatchObject([{ TableName, CapacityUnits: 8 }]);
});

test('cancels a transaction whole, with a reason for each action', async () => {
  const client = await start();
  await put(client, 'a', { used: 5 });

  const refused: unknown = await client
    .send(
      new TransactWriteCommand({
        TransactItems: [
          { Put: { TableName, Item: key('b') } },
          {
            Update: {
              TableName,
              Key: key('a'),
              UpdateExpression: 'ADD used :one',
              ConditionExpression: 'used < :limit',
              ExpressionAttributeValues: { ':one': 1, ':limit': 5 },
            },
          },
        ],
      }),
    )
    .catch((error: unknown) => error);

  expect(refused).toBeInstanceOf(TransactionCanceledException);
  expect(refused).toMatchObject({
    CancellationReasons: [{ Code: 'None' }, { Code: 'ConditionalCheckFailed' }],
  });
  expect(await item(client, 'b')).toBeUndefined();
});

test('refuses two actions on one item', async () => {
  const client = await start();
  const action = { Put: { TableName, Item: key('a') } };

  const refused = client.send(new TransactWriteCommand({ TransactItems: [action, action] }));

  await expect(refused).rejects.toMatchObject({ name: 'ValidationException' });
});

test('runs a transaction once for a client request token', async () => {
  const client = await start();
  const add = (amount: number) =>
    client.send(
      new TransactWriteCommand({
        ClientRequestToken: 'once',
        TransactItems: [
          {
            Update: {
              TableName,
              Key: key('counter'),
              UpdateExpression: 'ADD used :amount',
              ExpressionAttributeValues: { ':amount': amount },
            },
          },
        ],
      }),
    );
  await add(1);
  await add(1);

  expect((await item(client, 'counter'))?.used).toBe(1);
  await expect(add(2)).rejects.toMatchObject({ name: 'IdempotentParameterMismatchException' });
});

test('forgets a client request token after ten minutes', async () => {
  let now = 0;
  const client = await start({ clock: () => now });
  const add = () =>
    client.send(
      new TransactWriteCommand({
        ClientRequestToken: 'once',
        TransactItems: [
          {
            Update: {
              TableName,
              Key: key('counter'),
              UpdateExpression: 'ADD used :one',
              ExpressionAttributeValues: { ':one': 1 },
            },
          },
        ],
      }),
    );
  await add();
  now = 9 * 60_000;
  await add();
  expect((await item(client, 'counter'))?.used).toBe(1);

  now = 11 * 60_000;
  await add();

  expect((await item(client, 'counter'))?.used).toBe(2);
});

test('pages through a partition in both directions, and between two sort keys', async () => {
  const client = await start();
  for (const name of ['a', 'b', 'c', 'd']) await put(client, name, {});
  const ask = async (settings: object) => {
    const { Items, LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':pk': 'tenant', ':from': 'b', ':to': 'd' },
        Limit: 2,
        ...settings,
      }),
    );
    return { names: Items?.map(({ sk }) => sk), LastEvaluatedKey };
  };

  expect(await ask({})).toEqual({ names: ['b', 'c'], LastEvaluatedKey: key('c') });
  expect(await ask({ ExclusiveStartKey: key('c') })).toEqual({ names: ['d'], LastEvaluatedKey: undefined });
  expect(await ask({ ScanIndexForward: false })).toEqual({ names: ['d', 'c'], LastEvaluatedKey: key('c') });
});

test('never sells more than the stock to 100 transactions at once', async () => {
  const client = await start();
  await put(client, 'stock', { left: 30 });
  const sell = (buyer: number) =>
    client.send(
      new TransactWriteCommand({
        TransactItems: [
          {
            Update: {
              TableName,
              Key: key('stock'),
              UpdateExpression: 'SET #left = #left - :one',
              ConditionExpression: '#left > :zero',
              ExpressionAttributeNames: { '#left': 'left' },
              ExpressionAttributeValues: { ':one': 1, ':zero': 0 },
            },
          },
          { Put: { TableName, Item: { ...key(`order-${buyer}`), status: 'SOLD' } } },
        ],
      }),
    );

  const sales = await Promise.allSettled(Array.from({ length: 100 }, (_, buyer) => sell(buyer)));

  expect(sales.filter(({ status }) => status === 'fulfilled')).toHaveLength(30);
  expect((await item(client, 'stock'))?.left).toBe(0);
  expect(await names(client)).toHaveLength(31);
});

test('deletes expired items, and no others', async () => {
  const client = await start({ sweepEverySeconds: 0.02 });
  const now = Math.floor(Date.now() / 1000);
  await put(client, 'expired', { status: 'CACHED', expiresAt: now - 10 });
  await put(client, 'fresh', { status: 'CACHED', expiresAt: now + 1000 });
  await put(client, 'endless', { status: 'CACHED' });
  await put(client, 'ancient', { status: 'CACHED', expiresAt: 5 });

  while ((await item(client, 'expired')) !== undefined) await new Promise((resolve) => setTimeout(resolve, 10));

  expect(await names(client)).toEqual(['ancient', 'endless', 'fresh']);
});

test('knows no other table', async () => {
  const client = await start();

  const refused = client.send(new GetCommand({ TableName: 'others', Key: key('a') }));

  await expect(refused).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

test('refuses what it cannot do by name', async () => {
  const client = await start();
  const { ExecuteStatementCommand } = await import('@aws-sdk/client-dynamodb');

  const refused = client.send(new ExecuteStatementCommand({ Statement: 'SELECT * FROM campaigns' }));

  await expect(refused).rejects.toMatchObject({ name: 'UnknownOperationException', message: /ExecuteStatement/ });
});

test('says which directory is damaged and how to start afresh', async () => {
  const directory = await directoryForTest();
  const service = await startDynamoDb({ directory, tableName: TableName });
  await put(connect(service.endpoint), 'a', {});
  await service.stop();
  await writeFile(join(directory, 'table.db'), 'damaged');

  const opened = startDynamoDb({ directory, tableName: TableName });

  await expect(opened).rejects.toMatchObject({
    name: 'CorruptStateError',
    message: expect.stringContaining(directory),
  });
});

test('holds all of a transaction or none of it when the process is killed in the middle', async () => {
  const directory = await directoryForTest();
  const { child, served } = await serveInOwnProcess('dynamodb', directory);
  cleanups.push(() => child.kill('SIGKILL'));
  const doomed = connect(served.endpoint);
  // Many writes in each, so that the kill falls between two of one transaction.
  const entries = 60;
  let confirmed = 0;
  const transfer = (number: number) =>
    doomed.send(
      new TransactWriteCommand({
        TransactItems: [
          ...['debit', 'credit'].map((name) => ({
            Update: {
              TableName,
              Key: key(name),
              UpdateExpression: 'ADD moved :one',
              ExpressionAttributeValues: { ':one': 1 },
            },
          })),
          ...Array.from({ length: entries }, (_, entry) => ({
            Put: { TableName, Item: { ...key(`transfer-${number}-${entry}`), status: 'MOVED' } },
          })),
        ],
      }),
    );
  const exited = once(child, 'exit');
  const transfers = Array.from({ length: 300 }, async (_, number) => {
    await transfer(number);
    confirmed += 1;
    // A moment later the next transaction has been read and is being written.
    if (confirmed === 40) setTimeout(() => child.kill('SIGKILL'), 4);
  });
  await Promise.allSettled(transfers);
  await exited;

  const client = await start({ directory });
  const debit = Number((await item(client, 'debit'))?.moved);
  const credit = Number((await item(client, 'credit'))?.moved);
  const moved = (await names(client))?.filter((name) => String(name).startsWith('transfer'));

  expect(debit).toBeGreaterThanOrEqual(confirmed);
  expect(credit).toBe(debit);
  expect(moved).toHaveLength(debit * entries);
});
