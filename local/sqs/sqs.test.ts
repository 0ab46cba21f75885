import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ChangeMessageVisibilityCommand,
  GetQueueAttributesCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterEach, expect, test } from 'vitest';
import { startEventSource } from '../lambda/event-source.ts';
import { serveSqs } from '../testing/serve.ts';
import { serveInOwnProcess } from '../testing/serve-in-own-process.ts';
import type { Queue } from './queue.ts';

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
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= service.stop();
    return stopped;
  };
  cleanups.push(stop);
  return { ...service, client: connect(service.endpoint), stop };
};

const send = (client: SQSClient, QueueUrl: string, bodies: string[]) =>
  client.send(
    new SendMessageBatchCommand({
      QueueUrl,
      Entries: bodies.map((MessageBody, index) => ({ Id: String(index), MessageBody, MessageGroupId: 'tenant' })),
    }),
  );
const hide = (client: SQSClient, QueueUrl: string, ReceiptHandle: string | undefined, VisibilityTimeout: number) =>
  client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout }));
const bodiesOf = (queue: Queue) => queue.take(100).map(({ body }) => body);

test('keeps messages over a restart: those that wait, and those that are hidden, with how often they came', async () => {
  const directory = await directoryForTest();
  const first = await start(directory);
  const { queueUrl } = first;
  await send(first.client, queueUrl, ['hidden', 'deleted']);
  const [hidden, deleted] = first.queue.take(10);
  first.queue.delete(deleted?.receiptHandle ?? '');
  await hide(first.client, queueUrl, hidden?.receiptHandle, 1);
  await send(first.client, queueUrl, ['waiting']);
  await first.stop();

  const second = await start(directory);
  const found: [string, number][] = [];
  await expect
    .poll(
      () => {
        for (const { body, receivedTimes } of second.queue.take(10)) found.push([body, receivedTimes]);
        return [...found].sort();
      },
      { timeout: 10_000 },
    )
    .toEqual([
      ['hidden', 2],
      ['waiting', 1],
    ]);
});

test('brings a delayed message after its time, and no earlier', async () => {
  const { client, queue, queueUrl } = await start();
  await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: 'later', DelaySeconds: 1 }));
  const sent = Date.now();

  expect(bodiesOf(queue)).toEqual([]);
  await queue.changed();
  await expect.poll(() => bodiesOf(queue), { interval: 20 }).toEqual(['later']);
  expect(Date.now() - sent).toBeGreaterThan(800);
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

  const { queue } = await start(directory);
  expect(taken.length).toBeGreaterThanOrEqual(15);
  expect(bodiesOf(queue)).toEqual(expect.arrayContaining(taken));
});

test('moves a message aside that came too often, also when it is made visible at once', async () => {
  const { client, queue, queueUrl, deadLetterQueueUrl } = await start();
  await send(client, queueUrl, ['unloved']);
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const [message] = queue.take(10);
    expect(message?.receivedTimes).toBe(attempt);
    await hide(client, queueUrl, message?.receiptHandle, 0);
  }
  expect(queue.take(10)).toEqual([]);
  const AttributeNames = ['ApproximateNumberOfMessages' as const];
  const aside = await client.send(new GetQueueAttributesCommand({ QueueUrl: deadLetterQueueUrl, AttributeNames }));
  expect(aside.Attributes).toEqual({ ApproximateNumberOfMessages: '1' });
});

test('takes a receipt for nothing once its message was deleted, or came again', async () => {
  const { client, queue, queueUrl } = await start();
  await send(client, queueUrl, ['message']);
  const [first] = queue.take(1);
  await hide(client, queueUrl, first?.receiptHandle, 0);
  const [second] = queue.take(1);

  await expect(hide(client, queueUrl, first?.receiptHandle, 0)).rejects.toMatchObject({ name: 'MessageNotInflight' });
  queue.delete(first?.receiptHandle ?? '');
  await hide(client, queueUrl, second?.receiptHandle, 0);
  expect(bodiesOf(queue)).toEqual(['message']);
});

test.each(['end of text \u0003', 'noncharacter \uffff'])('refuses what SQS refuses: %j', async (body) => {
  const { client, queue, queueUrl } = await start();

  await expect(send(client, queueUrl, ['fine', body])).rejects.toMatchObject({
    name: 'ValidationException',
    message: expect.stringContaining('characters that SQS does not take'),
  });
  expect(bodiesOf(queue)).toEqual([]);
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

test('an event source deletes what its function took, and keeps what it reported or failed at', async () => {
  const { client, queue, queueUrl } = await start();
  const handled: string[] = [];
  const errors: unknown[] = [];
  const source = startEventSource({
    queue,
    onError: (error) => errors.push(error),
    async invoke({ Records }) {
      handled.push(...Records.map(({ body, attributes }) => `${body} ${attributes.ApproximateReceiveCount}`));
      if (Records.some(({ body }) => body === 'crash')) throw new Error('out of memory');
      const failed = Records.filter(({ body }) => body === 'again');
      for (const { receiptHandle } of failed) if (handled.length < 4) await hide(client, queueUrl, receiptHandle, 0);
      return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    },
  });
  await send(client, queueUrl, ['again', 'fine']);
  await expect.poll(() => handled).toEqual(expect.arrayContaining(['again 1', 'fine 1', 'again 2']));
  await send(client, queueUrl, ['crash']);
  await expect.poll(() => errors).toEqual([new Error('out of memory')]);
  await source.stop();
  // Hidden, not deleted: neither is handed out before its time-out, and `fine` is gone.
  expect(queue.take(10)).toEqual([]);
  expect(handled.filter((line) => line.startsWith('fine'))).toEqual(['fine 1']);
});
