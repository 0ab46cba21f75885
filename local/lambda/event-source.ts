// Lambda's event source mapping for a queue: takes messages in batches, hands them to a function, deletes those it did not report.
import * as z from 'zod';
import type { Queue, ReceivedMessage } from '../sqs/queue.ts';

export interface EventSourceOptions {
  readonly queue: Queue;
  readonly invoke: (event: QueueEvent) => Promise<unknown>;
  readonly onError: (error: unknown) => void;
}

const batchSize = 10;
/** Batches worked on at once: a slow receiver holds up one of them, not the queue. */
const mostBatches = 10;

const answerSchema = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) }).nullish();

/** Begins. `stop` takes no more messages; those in work come again after their visibility time-out if they are cut off. */
export function startEventSource({ queue, invoke, onError }: EventSourceOptions) {
  const stopping = new AbortController();
  const { signal } = stopping;
  const aborted = new Promise<unknown>((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  const running = new Set<Promise<void>>();

  const work = async (messages: readonly ReceivedMessage[]): Promise<void> => {
    try {
      const answer = answerSchema.parse(await invoke(eventOf(messages)));
      const failed = new Set(answer?.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
      for (const { id, receiptHandle } of messages) if (!failed.has(id)) queue.delete(receiptHandle);
    } catch (error) {
      // The whole batch stays in the queue, as on AWS when a function fails.
      if (!signal.aborted) onError(error);
    }
  };

  const take = async (): Promise<void> => {
    while (!signal.aborted) {
      const messages = queue.take(batchSize);
      if (messages.length === 0) {
        await Promise.race([queue.changed(), aborted]);
        continue;
      }
      const batch = work(messages).finally(() => running.delete(batch));
      running.add(batch);
      if (running.size >= mostBatches) await Promise.race([...running, aborted]);
    }
  };

  const taking = take().catch(onError);
  return {
    async stop(): Promise<void> {
      stopping.abort();
      await taking;
    },
  };
}

/** What functions read of an SQSEvent. */
type QueueEvent = ReturnType<typeof eventOf>;

const eventOf = (messages: readonly ReceivedMessage[]) => ({
  Records: messages.map(({ id, receiptHandle, body, receivedTimes }) => ({
    messageId: id,
    receiptHandle,
    body,
    attributes: { ApproximateReceiveCount: String(receivedTimes) },
  })),
});
