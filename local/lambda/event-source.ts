// Lambda's event source mapping for a queue: waits for messages, hands them to a function in batches, deletes those it did not report.
import { setTimeout as wait } from 'node:timers/promises';
import { DeleteMessageBatchCommand, type Message, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import * as z from 'zod';

export interface EventSourceOptions {
  readonly client: SQSClient;
  readonly queueUrl: string;
  readonly queueArn: string;
  readonly invoke: (event: SQSEvent) => Promise<unknown>;
  readonly onError: (error: unknown) => void;
}

const batchSize = 10;
/** Batches worked on at once: a slow receiver holds up one of them, not the queue. */
const mostBatches = 10;
/** The longest SQS lets a request wait for a message. */
const waitSeconds = 20;
const pauseAfterFailureMilliseconds = 1000;

const answerSchema = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) }).nullish();

/** Begins to poll. `stop` takes no more messages; those in work come again after their visibility time-out if they are cut off. */
export function startEventSource({ client, queueUrl, queueArn, invoke, onError }: EventSourceOptions) {
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();

  const receive = async (): Promise<Message[]> => {
    const command = new ReceiveMessageCommand({
      QueueUrl: queueUrl,
      MaxNumberOfMessages: batchSize,
      WaitTimeSeconds: waitSeconds,
      MessageSystemAttributeNames: ['All'],
    });
    const { Messages = [] } = await client.send(command, { abortSignal: stopping.signal });
    return Messages;
  };

  const work = async (messages: Message[]): Promise<void> => {
    try {
      const answer = answerSchema.parse(await invoke(eventOf(messages, queueArn)));
      const failed = new Set(answer?.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
      const done = messages.filter(({ MessageId = '' }) => !failed.has(MessageId));
      if (done.length === 0) return;
      await client.send(
        new DeleteMessageBatchCommand({
          QueueUrl: queueUrl,
          Entries: done.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle })),
        }),
      );
    } catch (error) {
      // The whole batch stays in the queue, as on AWS when a function fails.
      if (!stopping.signal.aborted) onError(error);
    }
  };

  const poll = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        const messages = await receive();
        if (messages.length === 0) continue;
        const batch = work(messages).finally(() => running.delete(batch));
        running.add(batch);
        if (running.size >= mostBatches) await Promise.race(running);
      } catch (error) {
        if (stopping.signal.aborted) return;
        onError(error);
        await wait(pauseAfterFailureMilliseconds, undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
  };

  const polling = poll();
  return {
    async stop(): Promise<void> {
      stopping.abort();
      await polling;
    },
  };
}

const eventOf = (messages: readonly Message[], eventSourceARN: string): SQSEvent => ({
  Records: messages.map(({ MessageId = '', ReceiptHandle = '', Body = '', MD5OfBody = '', Attributes = {} }) => ({
    messageId: MessageId,
    receiptHandle: ReceiptHandle,
    body: Body,
    attributes: Attributes as SQSEvent['Records'][number]['attributes'], // all of them were asked for
    messageAttributes: {},
    md5OfBody: MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN,
    awsRegion: 'us-east-1',
  })),
});
