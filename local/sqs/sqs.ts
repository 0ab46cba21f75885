import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type Operation, operation, type Service, ServiceError } from '../endpoint/service.ts';
import type { OperationName } from '../operations.ts';
import type { Queue } from './queue.ts';

/** The addresses of the queue and of its dead-letter queue, below that of the endpoint. */
export const queuePath = '/000000000000/astromedia-webhooks';
export const deadLetterQueuePath = '/000000000000/astromedia-webhooks-failed';

const largestMessageBytes = 1024 * 1024;
/** SQS takes what XML 1.0 takes: no control characters but tab and line breaks, no half pairs, neither U+FFFE nor U+FFFF. */
const bodySchema = z
  .string()
  .min(1)
  .regex(/^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u, 'it has characters that SQS does not take')
  .refine((text) => Buffer.byteLength(text) <= largestMessageBytes, 'it has more than 1 MiB');
const entrySchema = z.object({ MessageBody: bodySchema, DelaySeconds: z.int().min(0).max(900).default(0) });
const atQueue = z.object({ QueueUrl: z.string().endsWith(queuePath) });
const batchSchema = atQueue.extend({
  Entries: z
    .array(entrySchema.extend({ Id: z.string() }))
    .min(1)
    .max(10),
});

/** SQS over the one queue: what functions send to it. Lambda's event source takes from the queue itself. */
export function sqsService(queue: Queue) {
  const sent = ({ MessageBody, DelaySeconds }: z.output<typeof entrySchema>) => ({
    MessageId: queue.send(MessageBody, DelaySeconds),
    MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex'),
  });
  return {
    target: 'AmazonSQS',
    // JSON may write each byte as six.
    maximumBodyBytes: 8 * largestMessageBytes,
    operations: {
      SendMessage: operation(atQueue.extend(entrySchema.shape), sent),

      /** Whole or not at all: SQS refuses entries one by one, but nobody sends one of those. */
      SendMessageBatch: operation(batchSchema, ({ Entries }) => {
        const size = Entries.reduce((sum, { MessageBody }) => sum + Buffer.byteLength(MessageBody), 0);
        if (size > largestMessageBytes)
          throw new ServiceError('BatchRequestTooLong', `The messages have ${size} bytes together, more than 1 MiB.`);
        return { Successful: Entries.map(({ Id, ...entry }) => ({ Id, ...sent(entry) })) };
      }),

      ChangeMessageVisibility: operation(
        atQueue.extend({ ReceiptHandle: z.string(), VisibilityTimeout: z.int().min(0).max(43_200) }),
        ({ ReceiptHandle, VisibilityTimeout }) => {
          if (queue.hide(ReceiptHandle, VisibilityTimeout)) return {};
          throw new ServiceError('MessageNotInflight', 'The message is not in flight under this receipt.');
        },
      ),

      GetQueueAttributes: operation(z.object({ QueueUrl: z.string().endsWith(deadLetterQueuePath) }), () => ({
        Attributes: { ApproximateNumberOfMessages: String(queue.deadLetters.size) },
      })),
    } satisfies Record<OperationName<'client-sqs'>, Operation>,
  } satisfies Service;
}
