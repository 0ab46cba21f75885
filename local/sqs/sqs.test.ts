import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterEach, expect, test } from 'vitest';
import { webhookAttempts } from '../../shared/contracts/webhook-retries.ts';
import { startEventSource } from '../lambda/event-source.ts';
import { serveSqs } from '../testing/serve.ts';
import { serveInOwnProcess } from '../testing/serve-in-own-process.ts';
import { openSqs } from './sqs.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const directoryForTest = async () => {
  const directory = await mkdtemp(join(tmpdir(), 'sqs-'));
  cleanups.push(() => rm(directory, { recursive: true, force: true }));
  return directory;
};

const connect = (endpoint: string) => {
  const client = new SQSClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local-secret' },
    useQueueUrlAsEndpoint: false,
    maxAttempts: 1,
  });
  cleanups.push(() => client.destroy());
  return client;
};

const start = async (directory?: string) => {
  const service = await serveSqs(directory ?? (await directoryForTest()));
  cleanups.push(() => service.stop());
  return { ...service, client: connect(service.endpoint) };
};

const send = (client: SQSClient, QueueUrl: string, bodies: string[]) =>
  client.send(
    new SendMessageBatchCommand({
      QueueUrl,
      Entries: bodies.map((MessageBody, index) => ({ Id: String(index), MessageBody, MessageGroupId: 'tenant' })),
    }),
  );
const receive = async (client: SQSClient, QueueUrl: string, VisibilityTimeout?: number) => {
  const { Messages = [] } = await client.send(
    new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages: 10,
      VisibilityTimeout,
      MessageSystemAttributeNames: ['ApproximateReceiveCount'],
    }),
  );
  return Messages;
};

test('keeps messages over a restart: those that wait, and those that are hidden, with how often they came', async () => {
  const directory = await directoryForTest();
  const first = await start(directory);
  const { queueUrl } = first;
  await send(first.client, queueUrl, ['hidden', 'deleted']);
  const [hidden, deleted] = await receive(first.client, queueUrl);
  const Entries = [{ Id: '0', ReceiptHandle: deleted?.ReceiptHandle }];
  await first.client.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
  await first.client.send(
    new ChangeMessageVisibilityCommand({
      QueueUrl: queueUrl,
      ReceiptHandle: hidden?.ReceiptHandle,
      VisibilityTimeout: 1,
    }),
  );
  await send(first.client, queueUrl, ['waiting']);
  await first.stop();

  const second = await start(directory);
  const found: [string | undefined, string | undefined][] = [];
  await expect
    .poll(
      async () => {
        for (const { Body, Attributes } of await receive(second.client, queueUrl))
          found.push([Body, Attributes?.ApproximateReceiveCount]);
        return [...found].sort();
      },
      { timeout: 10_000 },
    )
    .toEqual([
      ['hidden', '2'],
      ['waiting', '1'],
    ]);
});

test('loses no message that it has taken when the process is killed', async () => {
  const directory = await directoryForTest();
  const { child, served } = await serveInOwnProcess<{ queueUrl: string }>('sqs', directory);
  cleanups.push(() => child.kill('SIGKILL'));
  const doomed = connect(served.endpoint);
  const taken: string[] = [];
  const exited = once(child, 'exit');
  const sending = Array.from({ length: 40 }, async (_batch, number) => {
    await send(doomed, served.queueUrl, [`message ${number}`]);
    taken.push(`message ${number}`);
    if (taken.length === 15) child.kill('SIGKILL');
  });
  await Promise.allSettled(sending);
  await exited;

  const { client, queueUrl } = await start(directory);
  const found: string[] = [];
  for (let messages = await receive(client, queueUrl); messages.length > 0; messages = await receive(client, queueUrl))
    found.push(...messages.map(({ Body = '' }) => Body));
  expect(taken.length).toBeGreaterThanOrEqual(15);
  expect(found).toEqual(expect.arrayContaining(taken));
});

test('moves a message aside that came too often, also when it is made visible at once', async () => {
  const { client, queueUrl, deadLetterQueueUrl } = await start();
  await send(client, queueUrl, ['unloved']);
  for (let attempt = 1; attempt <= webhookAttempts; attempt += 1) {
    const [message] = await receive(client, queueUrl);
    expect(message?.Attributes?.ApproximateReceiveCount).toBe(String(attempt));
    await client.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: queueUrl,
        ReceiptHandle: message?.ReceiptHandle,
        VisibilityTimeout: 0,
      }),
    );
  }
  expect(await receive(client, queueUrl)).toEqual([]);
  expect((await receive(client, deadLetterQueueUrl)).map(({ Body }) => Body)).toEqual(['unloved']);
});

test('serves its protocol on loopback only, to nobody without a signature and to no web page', async () => {
  const { endpoint } = await start();
  const ask = (headers: Record<string, string>, method = 'POST') =>
    fetch(endpoint, { method, headers }).then(({ status }) => status);
  const target = { 'x-amz-target': 'AmazonSQS.ListQueues' };
  expect(endpoint).toMatch(/^http:\/\/127\.0\.0\.1:/);
  expect(await ask(target)).toBe(400);
  expect(await ask({ authorization: 'AWS4-HMAC-SHA256 x' })).toBe(400);
  expect(await ask({ ...target, origin: 'https://evil.example' }, 'OPTIONS')).toBe(400);
});

test('says which directory is damaged', async () => {
  const directory = await directoryForTest();
  await writeFile(join(directory, 'fauxqs.db'), 'not a database, but long enough to be taken for one');
  await expect(serveSqs(directory)).rejects.toMatchObject({
    name: 'CorruptStateError',
    message: expect.stringContaining(directory),
  });
});

test('an event source deletes what its function took, and keeps what it reported or failed at', async () => {
  const { client, ...queue } = await start();
  const handled: string[] = [];
  const errors: unknown[] = [];
  const source = startEventSource({
    ...queue,
    client,
    onError: (error) => errors.push(error),
    async invoke({ Records }) {
      handled.push(...Records.map(({ body, attributes }) => `${body} ${attributes.ApproximateReceiveCount}`));
      if (Records.some(({ body }) => body === 'crash')) throw new Error('out of memory');
      const failed = Records.filter(({ body }) => body === 'again');
      for (const { receiptHandle } of failed)
        if (handled.length < 4)
          await client.send(
            new ChangeMessageVisibilityCommand({
              QueueUrl: queue.queueUrl,
              ReceiptHandle: receiptHandle,
              VisibilityTimeout: 0,
            }),
          );
      return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    },
  });
  await send(client, queue.queueUrl, ['again', 'fine']);
  await expect.poll(() => handled).toEqual(expect.arrayContaining(['again 1', 'fine 1', 'again 2']));
  await send(client, queue.queueUrl, ['crash']);
  await expect.poll(() => errors).toEqual([new Error('out of memory')]);
  await source.stop();
  // Hidden, not deleted: neither is handed out before its time-out, and `fine` is gone.
  expect(await receive(client, queue.queueUrl)).toEqual([]);
  expect(handled.filter((line) => line.startsWith('fine'))).toEqual(['fine 1']);
});

test('answers whoever waits when it stops, also with a message that has come in that moment', async () => {
  const { operations, queuePath: QueueUrl, stop } = await openSqs(await directoryForTest());
  const waiting = operations['ReceiveMessage']?.({ QueueUrl, WaitTimeSeconds: 20 });
  const sent = operations['SendMessageBatch']?.({
    QueueUrl,
    Entries: [{ Id: '0', MessageBody: 'late', MessageGroupId: 'tenant' }],
  });
  await stop();

  expect(await waiting).toMatchObject({ Messages: [{ Body: 'late' }] });
  expect(await sent).toMatchObject({ Successful: [{ Id: '0' }] });
});
