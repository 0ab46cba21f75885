// Turns the handling of one message into the handler of a Lambda behind an SQS queue. Messages of a batch are independent: those
// that must come back are reported one by one, the others are deleted by the event source.
import middy from '@middy/core';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod';
import { logger } from '../../shared/runtime/logger.ts';

export type MessageOutcome = { readonly state: 'done' } | { readonly state: 'again'; readonly seconds: number };

export interface QueueFunctionParts<Message> {
  readonly schema: z.ZodType<Message>;
  /** `receipts` says how often the message has been received, this time included. */
  readonly handle: (message: Message, receipts: number) => Promise<MessageOutcome>;
  /** Hides a message until it is to come again. */
  readonly postpone: (receiptHandle: string, seconds: number) => Promise<void>;
}

export type QueueHandler = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;

/** A message whose handling throws comes again when the queue's visibility time-out is over. Bodies stay out of the logs. */
export const queueFunction = <Message>(parts: QueueFunctionParts<Message>): QueueHandler =>
  middy<SQSEvent, SQSBatchResponse>()
    .before(({ context }) => {
      logger.resetKeys();
      logger.appendKeys({ requestId: context.awsRequestId });
    })
    .handler(async ({ Records }) => {
      const settled = await Promise.all(Records.map((record) => isDone(parts, record)));
      const failed = Records.filter((_record, index) => !settled[index]);
      return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    }) as QueueHandler;

async function isDone<Message>(
  { schema, handle, postpone }: QueueFunctionParts<Message>,
  { messageId, body, attributes, receiptHandle }: SQSRecord,
): Promise<boolean> {
  try {
    const outcome = await handle(schema.parse(JSON.parse(body)), Number(attributes.ApproximateReceiveCount));
    if (outcome.state === 'done') return true;
    await postpone(receiptHandle, outcome.seconds);
  } catch (error) {
    logger.error('A message could not be handled', { messageId, error: error as Error });
  }
  return false;
}
