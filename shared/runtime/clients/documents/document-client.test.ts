// The table's client against a DynamoDB that notes what it is asked, and may be ill: what goes over the wire is what lib-dynamodb alone would send.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as library from '@aws-sdk/lib-dynamodb';
import { SignatureV4 } from '@smithy/signature-v4';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDocumentClient } from './document-client.ts';
import * as ours from './document-commands.ts';

const credentials = { accessKeyId: 'id', secretAccessKey: 'secret', sessionToken: 'session' };
type Behaviour = (answer: ServerResponse, request: IncomingMessage) => void;

/** Answers each try by the next behaviour, and keeps what was asked. */
let behaviours: Behaviour[];
let asked: { headers: IncomingMessage['headers']; body: Record<string, unknown>; text: string }[];
let client: library.DynamoDBDocumentClient;
let address: URL;
const server = createServer(async (request, answer) => {
  const body = await text(request);
  asked.push({ headers: request.headers, body: JSON.parse(body), text: body });
  (behaviours.shift() ?? ok({}))(answer, request);
});
const settings = () => ({ endpoint: address.href, region: 'eu-west-3', credentials });

beforeEach(async () => {
  [behaviours, asked] = [[], []];
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  address = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  client = createDocumentClient(settings());
});
afterEach(async () => {
  vi.unstubAllEnvs();
  client.config.requestHandler.destroy?.();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const send = (answer: ServerResponse, status: number, body: string) =>
  answer.writeHead(status, { 'content-length': String(Buffer.byteLength(body)), 'x-amzn-requestid': 'r-1' }).end(body);
const ok =
  (body: object): Behaviour =>
  (answer) =>
    send(answer, 200, JSON.stringify(body));
const refuse =
  (status: number, code: string, more: object = {}): Behaviour =>
  (answer) =>
    send(
      answer,
      status,
      JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${code}`, message: code, ...more }),
    );
const getting = { TableName: 'table', Key: { pk: 'a', sk: 'b' } };
const get = () => client.send(new ours.GetCommand(getting));

const item = { pk: 'a', sk: 'é"\n', count: 0.1, none: null, yes: true, list: [1, ['x']], map: { deep: {} } };
const stored = { ...item, tags: new Set(['x']), bytes: Uint8Array.of(1, 2), missing: undefined };
const condition = {
  ConditionExpression: '#name = :name',
  ExpressionAttributeNames: { '#name': 'name' },
  ExpressionAttributeValues: { ':name': stored, ':none': null },
};
const update = { ...getting, UpdateExpression: 'SET a = :name', ReturnValues: 'ALL_NEW' as const, ...condition };
const Put = { TableName: 'table', Item: stored, ...condition };

/** What each command is given, and what DynamoDB may answer. */
const exchanges = {
  GetCommand: [{ ...getting, ConsistentRead: true }, { Item: {} }],
  PutCommand: [{ ...Put, ReturnConsumedCapacity: 'TOTAL' }, { ConsumedCapacity: { CapacityUnits: 1.5 } }],
  UpdateCommand: [update, { Attributes: {} }],
  DeleteCommand: [{ ...getting, ...condition, ReturnValues: 'ALL_OLD' }, { Attributes: {} }],
  QueryCommand: [
    { TableName: 'table', KeyConditionExpression: 'pk = :pk', Limit: 3, ExclusiveStartKey: getting.Key },
    { Items: [{}, {}], LastEvaluatedKey: { pk: { S: 'z' } }, Count: 2, ScannedCount: 2 },
  ],
  BatchGetCommand: [
    { RequestItems: { table: { Keys: [getting.Key, { pk: 'é"', sk: '1' }], ConsistentRead: true } } },
    { Responses: { table: [{}, {}] }, UnprocessedKeys: { table: { Keys: [{}], ConsistentRead: true } } },
  ],
  BatchWriteCommand: [
    { RequestItems: { table: [{ PutRequest: { Item: stored } }, { DeleteRequest: { Key: getting.Key } }] } },
    { UnprocessedItems: { table: [{ PutRequest: { Item: { pk: { S: 'a' } } } }, { DeleteRequest: { Key: {} } }] } },
  ],
  TransactWriteCommand: [
    { ClientRequestToken: 'token', TransactItems: [{ Put }, { Update: { ...update, ReturnValues: undefined } }] },
    { ConsumedCapacity: [{ TableName: 'table', CapacityUnits: 4 }] },
  ],
} as const;
type Name = keyof typeof exchanges;
const names = Object.keys(exchanges) as Name[];

/** The attributes that an answer is filled with where it has none. */
const found = { pk: { S: 'a' }, n: { N: '12' }, l: { L: [{ B: 'AQI=' }, { NULL: true }] }, s: { SS: ['x'] } };
const filled = (answer: object) => JSON.parse(JSON.stringify(answer).replaceAll('{}', JSON.stringify(found)));

async function exchange(name: Name, through: library.DynamoDBDocumentClient, commands: typeof library | typeof ours) {
  const [input, answer] = exchanges[name];
  behaviours = [ok(filled(answer))];
  const { $metadata, ...output } = (await through.send(new commands[name](input as never) as never)) as {
    $metadata: object;
  };
  const { headers = {} as IncomingMessage['headers'], body } = asked.at(-1) ?? {};
  return { output, body, target: headers['x-amz-target'], type: headers['content-type'] };
}

describe('a request', () => {
  it.each(names)('by %s, and its answer, are those of lib-dynamodb', async (name) => {
    const plain = library.DynamoDBDocumentClient.from(new DynamoDBClient(settings()), {
      marshallOptions: { removeUndefinedValues: true },
    });
    const theirs = await exchange(name, plain, library);

    expect(await exchange(name, client, ours)).toEqual(theirs);
    // And with a client that knows nothing of plain values, our commands are the library's.
    expect(await exchange(name, plain, ours)).toEqual(theirs);
    plain.config.requestHandler.destroy?.();
  });

  it('of many at once is answered with its own answer', async () => {
    const numbers = Array.from({ length: 40 }, (_, number) => String(number));
    behaviours = numbers.map(() => (answer) => {
      const [{ pk }] = [asked.at(-1)?.body['Key'] as { pk: object }];
      setTimeout(() => send(answer, 200, JSON.stringify({ Item: { pk } })), Math.random() * 20);
    });
    const answers = await Promise.all(
      numbers.map((pk) => client.send(new ours.GetCommand({ TableName: 'table', Key: { pk } }))),
    );
    expect(answers.map(({ Item }) => Item?.['pk'])).toEqual(numbers);
  });

  it('is signed for DynamoDB in its region, with the session and every header that means something', async () => {
    vi.stubEnv('AWS_LAMBDA_FUNCTION_NAME', 'campaigns');
    vi.stubEnv('_X_AMZN_TRACE_ID', 'Root=1-2-3');
    await get();
    await get(); // signed with the key of before
    for (const { headers, text: body } of asked) {
      expect(headers).toMatchObject({
        'x-amz-target': 'DynamoDB_20120810.GetItem',
        'x-amz-security-token': 'session',
        'x-amzn-trace-id': 'Root=1-2-3',
      });
      const [, signed = ''] = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? '') ?? [];
      const wanted = ['host', 'x-amz-date', 'x-amz-target', 'x-amz-security-token'];
      expect(signed.split(';')).toEqual(expect.arrayContaining(wanted));
      expect(await signatureOf(signed.split(';'), headers, body)).toBe(headers.authorization);
    }
    expect(asked).toHaveLength(2);
  });
});

/** The signature as the SDK's own hash makes it. */
async function signatureOf(names: readonly string[], headers: IncomingMessage['headers'], body: string) {
  const { sha256 } = new DynamoDBClient(settings()).config;
  const signer = new SignatureV4({
    ...{ service: 'dynamodb', region: 'eu-west-3', credentials, sha256, applyChecksum: false },
  });
  const kept = Object.fromEntries(names.map((name) => [name, String(headers[name])]));
  const date = String(headers['x-amz-date']).replace(/(....)(..)(..)T(..)(..)(..)Z/, '$1-$2-$3T$4:$5:$6Z');
  const again = await signer.sign(
    { method: 'POST', protocol: 'http:', hostname: address.hostname, path: '/', query: {}, headers: kept, body },
    { signingDate: new Date(date) },
  );
  return again.headers['authorization'];
}

describe('the endpoint', () => {
  /** The hosts that are asked, on AWS itself, by whom the given accounts are in turn. */
  async function hostsAskedBy(accountIds: string[], TableName = 'table') {
    const hosts: string[] = [];
    const handle = async ({ hostname }: { hostname: string }) => {
      hosts.push(hostname);
      return { response: { statusCode: 200, headers: {}, body: Readable.from([Buffer.from('{}')]) } };
    };
    const onAws = createDocumentClient({
      region: 'eu-west-3',
      // Over at once, so that each request asks who it is.
      credentials: async () => ({ ...credentials, accountId: accountIds[0] ?? '', expiration: new Date(0) }),
      requestHandler: { handle } as never,
    });
    for (; accountIds.length > 0; accountIds.shift())
      for (const command of commandsTo(TableName)) await onAws.send(command as never);
    return hosts;
  }

  const commandsTo = (table: string) => [
    new ours.GetCommand({ ...getting, TableName: table }),
    new ours.BatchWriteCommand({ RequestItems: { [table]: [{ PutRequest: { Item: { pk: 'a' } } }] } }),
    new ours.TransactWriteCommand({ TransactItems: [{ Put: { TableName: table, Item: { pk: 'a' } } }] }),
  ];

  it('is that of the account whose credentials count, though they change', async () => {
    const [one, other] = ['111111111111', '222222222222'];
    expect(await hostsAskedBy([one, one, other, one])).toEqual(
      [one, one, other, one].flatMap((account) => Array(3).fill(`${account}.ddb.eu-west-3.amazonaws.com`)),
    );
  });

  it('is that of the account whose table is named', async () => {
    const table = 'arn:aws:dynamodb:eu-west-3:333333333333:table/table';
    expect(await hostsAskedBy(['111111111111', '111111111111'], table)).toEqual(
      Array(6).fill('333333333333.ddb.eu-west-3.amazonaws.com'),
    );
  });
});

describe('what is asked again', () => {
  const illnesses: Record<string, Behaviour> = {
    'an error inside of DynamoDB': refuse(500, 'InternalServerError'),
    'a load balancer that says 503 in HTML': (answer) => send(answer, 503, '<html>busy</html>'),
    'throttling of the table': refuse(400, 'ProvisionedThroughputExceededException'),
    'a transaction under way': refuse(400, 'TransactionInProgressException'),
    'a connection that ends before the answer': (_answer, request) => void request.socket.destroy(),
    'a connection that ends within the answer': (answer, request) =>
      answer.writeHead(200, { 'content-length': '99' }).write('{"Item":', () => request.socket.destroy()),
  };
  it.each(Object.entries(illnesses))('is a request that met %s', async (_name, illness) => {
    behaviours = [illness, ok({ Item: { pk: { S: 'here' } } })];
    expect(await get()).toMatchObject({ Item: { pk: 'here' } });
    expect(asked.map(({ body }) => body)).toEqual(
      Array(2).fill({ TableName: 'table', Key: { pk: { S: 'a' }, sk: { S: 'b' } } }),
    );
  });

  it('is a transaction under the same token, so that it happens once', async () => {
    behaviours = [(_answer, request) => void request.socket.destroy()];
    const TransactItems = [{ Put: { TableName: 'table', Item: { pk: 'a' } } }];
    await client.send(new ours.TransactWriteCommand({ TransactItems }));
    await client.send(new ours.TransactWriteCommand({ TransactItems }));

    const [first, second, other] = asked.map(({ body }) => body['ClientRequestToken']);
    expect(first).toMatch(/^[\da-f-]{36}$/);
    expect(second).toBe(first);
    expect(other).not.toBe(first);
  });
});

describe('what is not asked again', () => {
  it.each(['ConditionalCheckFailedException', 'ValidationException', 'AccessDeniedException'])(
    'is %s, told by its name',
    async (code) => {
      behaviours = [refuse(400, code)];
      const refused = await get().catch((error: unknown) => error);
      expect(refused).toMatchObject({
        ...{ name: code, message: code, $metadata: { httpStatusCode: 400, requestId: 'r-1' } },
      });
      expect(refused instanceof ConditionalCheckFailedException).toBe(code === 'ConditionalCheckFailedException');
      expect(asked).toHaveLength(1);
    },
  );

  it('is a cancelled transaction, which says why for each write', async () => {
    const CancellationReasons = [{ Code: 'None' }, { Code: 'ConditionalCheckFailed', Message: 'no' }];
    behaviours = [refuse(400, 'TransactionCanceledException', { CancellationReasons })];
    await expect(client.send(new ours.TransactWriteCommand({ TransactItems: [{ Put }] }))).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      CancellationReasons,
    });
    expect(asked).toHaveLength(1);
  });

  it('is an answer that is no JSON: it is told, and taken for none', async () => {
    behaviours = [(answer) => send(answer, 200, '{"Item":')];
    await expect(get()).rejects.toThrow(SyntaxError);
  });
});
