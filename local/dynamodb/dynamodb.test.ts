import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  TransactionCanceledException,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterEach, expect, test } from 'vitest';
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

const start = async (options: DynamoDbOptions = {}) => {
  const errors: unknown[] = [];
  const service = await startDynamoDb({ ...options, onError: (error) => errors.push(error) });
  cleanups.push(async () => {
    await service.stop();
    expect(errors).toEqual([]);
  });
  return connect(service.endpoint);
};

const TableName = 'campaigns';
const createTable = (client: DynamoDBDocumentClient) =>
  client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: ['pk', 'sk', 'status'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      GlobalSecondaryIndexes: [
        {
          IndexName: 'byStatus',
          KeySchema: [
            { AttributeName: 'status', KeyType: 'HASH' },
            { AttributeName: 'sk', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    }),
  );

const key = (name: string) => ({ pk: 'tenant', sk: name });
const item = async (client: DynamoDBDocumentClient, name: string) =>
  (await client.send(new GetCommand({ TableName, Key: key(name), ConsistentRead: true }))).Item;
const withStatus = async (client: DynamoDBDocumentClient, status: string) =>
  (
    await client.send(
      new QueryCommand({
        TableName,
        IndexName: 'byStatus',
        KeyConditionExpression: '#status = :status',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':status': status },
      }),
    )
  ).Items ?? [];
const put = (client: DynamoDBDocumentClient, name: string, attributes: object) =>
  client.send(new PutCommand({ TableName, Item: { ...key(name), ...attributes } }));

test('keeps an index true to its items through puts, updates and moves', async () => {
  const client = await start();
  await createTable(client);

  await put(client, 'a', { status: 'DRAFT' });
  await client.send(
    new UpdateCommand({
      TableName,
      Key: key('a'),
      UpdateExpression: 'SET #status = :status',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':status': 'RUNNING' },
    }),
  );

  expect(await withStatus(client, 'DRAFT')).toEqual([]);
  expect(await withStatus(client, 'RUNNING')).toEqual([{ ...key('a'), status: 'RUNNING' }]);
});

test('gives the item that failed a condition when asked to', async () => {
  const client = await start();
  await createTable(client);
  await put(client, 'a', { used: 5 });

  const refused = client.send(
    new PutCommand({
      TableName,
      Item: key('a'),
      ConditionExpression: 'attribute_not_exists(pk)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    }),
  );

  await expect(refused).rejects.toMatchObject({
    name: 'ConditionalCheckFailedException',
    Item: { sk: { S: 'a' }, used: { N: '5' } },
  });
});

test('writes a transaction of every kind in one piece', async () => {
  const client = await start();
  await createTable(client);
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
  const names = ['checked', 'new', 'counter', 'doomed'];

  expect(await Promise.all(names.map((name) => item(client, name)))).toEqual([
    { ...key('checked'), open: true },
    { ...key('new'), status: 'DRAFT' },
    { ...key('counter'), used: 1 },
    undefined,
  ]);
  expect(await withStatus(client, 'DRAFT')).toHaveLength(1);
  expect(written.ConsumedCapacity).toMatchObject([{ TableName, CapacityUnits: 8 }]);
});

test('cancels a transaction whole, with a reason for each action and the item that stood in the way', async () => {
  const client = await start();
  await createTable(client);
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
              ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
            },
          },
        ],
      }),
    )
    .catch((error: unknown) => error);

  expect(refused).toBeInstanceOf(TransactionCanceledException);
  expect(refused).toMatchObject({
    CancellationReasons: [{ Code: 'None' }, { Code: 'ConditionalCheckFailed', Item: { used: { N: '5' } } }],
  });
  expect(await item(client, 'b')).toBeUndefined();
});

test('refuses two actions on one item', async () => {
  const client = await start();
  await createTable(client);
  const action = { Put: { TableName, Item: key('a') } };

  const refused = client.send(new TransactWriteCommand({ TransactItems: [action, action] }));

  await expect(refused).rejects.toMatchObject({ name: 'ValidationException' });
});

test('runs a transaction once for a client request token, also after a restart', async () => {
  const directory = await directoryForTest();
  const add = (amount: number) =>
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
    });
  const first = await startDynamoDb({ directory });
  const before = connect(first.endpoint);
  await createTable(before);
  await before.send(add(1));
  await before.send(add(1));
  await first.stop();

  const client = await start({ directory });
  await client.send(add(1));

  expect((await item(client, 'counter'))?.used).toBe(1);
  await expect(client.send(add(2))).rejects.toMatchObject({ name: 'IdempotentParameterMismatchException' });
});

test('never sells more than the stock to 100 transactions at once', async () => {
  const client = await start();
  await createTable(client);
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
  expect(await withStatus(client, 'SOLD')).toHaveLength(30);
});

test('remembers time to live, and forgets it with the table', async () => {
  const client = await start();
  await createTable(client);
  const TimeToLiveSpecification = { AttributeName: 'expiresAt', Enabled: true };
  await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));

  const timeToLive = await client.send(new DescribeTimeToLiveCommand({ TableName }));
  const twice = client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));

  expect(timeToLive.TimeToLiveDescription).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' });
  await expect(twice).rejects.toMatchObject({ name: 'ValidationException' });
  await client.send(new DeleteTableCommand({ TableName }));
  await expect(client.send(new DescribeTimeToLiveCommand({ TableName }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
});

test('deletes expired items and their index entries, and no others', async () => {
  const client = await start({ sweepEverySeconds: 0.02 });
  await createTable(client);
  const now = Math.floor(Date.now() / 1000);
  await put(client, 'expired', { status: 'CACHED', expiresAt: now - 10 });
  await put(client, 'fresh', { status: 'CACHED', expiresAt: now + 1000 });
  await put(client, 'endless', { status: 'CACHED' });
  await put(client, 'ancient', { status: 'CACHED', expiresAt: 5 });

  const TimeToLiveSpecification = { AttributeName: 'expiresAt', Enabled: true };
  await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
  while ((await item(client, 'expired')) !== undefined) await new Promise((resolve) => setTimeout(resolve, 10));

  expect((await withStatus(client, 'CACHED')).map(({ sk }) => sk)).toEqual(['ancient', 'endless', 'fresh']);
});

test('refuses what it cannot do by name', async () => {
  const client = await start();
  const { ExecuteStatementCommand } = await import('@aws-sdk/client-dynamodb');

  const refused = client.send(new ExecuteStatementCommand({ Statement: 'SELECT * FROM campaigns' }));

  await expect(refused).rejects.toMatchObject({ name: 'UnknownOperationException', message: /ExecuteStatement/ });
});

test('says which directory is damaged and how to start afresh', async () => {
  const directory = await directoryForTest();
  const service = await startDynamoDb({ directory });
  await createTable(connect(service.endpoint));
  await service.stop();
  for (const file of await readdir(directory)) {
    if (file.startsWith('MANIFEST')) await writeFile(join(directory, file), 'damaged');
  }

  const opened = startDynamoDb({ directory });

  await expect(opened).rejects.toMatchObject({
    name: 'CorruptStateError',
    message: expect.stringContaining(directory),
  });
});

const serveInOwnProcess = async (directory: string): Promise<{ child: ChildProcess; endpoint: string }> => {
  const script = join(import.meta.dirname, 'fixtures/serve-dynamodb.ts');
  const child = spawn(process.execPath, [script, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  cleanups.push(() => child.kill('SIGKILL'));
  const [line] = await once(child.stdout, 'data');
  return { child, endpoint: String(line).trim() };
};

test('holds all of a transaction or none of it when the process is killed in the middle', async () => {
  const directory = await directoryForTest();
  const { child, endpoint } = await serveInOwnProcess(directory);
  const doomed = connect(endpoint);
  await createTable(doomed);
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
  const moved = await withStatus(client, 'MOVED');

  expect(debit).toBeGreaterThanOrEqual(confirmed);
  expect(credit).toBe(debit);
  expect(moved).toHaveLength(debit * entries);
});
