// The queue between what happens and the webhooks that are told of it. Knows SQS; knows neither events nor receivers.
import {
  ChangeMessageVisibilityCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import * as z from 'zod';
import {
  type CampaignReference,
  campaignIdSchema,
  webhookIdSchema,
  workspaceIdSchema,
} from '../contracts/identifiers.ts';
import { webhookReminderSeconds } from '../contracts/webhook-retries.ts';

/** One delivery on its way. The payload travels as the text that is signed and sent. */
const deliveryMessageSchema = z.strictObject({
  workspaceId: workspaceIdSchema,
  webhookId: webhookIdSchema,
  /** How often the delivery has been replayed: a message of an earlier run counts no more. */
  replays: z.int().min(0),
  payload: z.string(),
});
export type DeliveryMessage = z.infer<typeof deliveryMessageSchema>;

/** A reminder to look whether all that happened in a campaign was queued. */
const reminderSchema = z.strictObject({ workspaceId: workspaceIdSchema, campaignId: campaignIdSchema });

export const webhookMessageSchema = z.union([deliveryMessageSchema, reminderSchema]);
export type WebhookMessage = z.infer<typeof webhookMessageSchema>;

/** The most that one request to SQS may hold. */
const batchSize = 10;
/** How often messages that SQS refused one by one are sent again; whole requests are repeated by the SDK. */
const rounds = 3;
/** Who fills the queue does not wait longer for one request, its repetitions included: campaigns go on without it. */
const patienceMilliseconds = 5000;

export type WebhookQueue = ReturnType<typeof createWebhookQueue>;

export function createWebhookQueue(client: SQSClient, queueUrl: string) {
  return {
    /** Sends all messages. Throws when SQS keeps refusing some; the others are sent all the same. */
    async send(messages: readonly DeliveryMessage[]): Promise<void> {
      let waiting = [...messages];
      for (let round = 0; waiting.length > 0 && round < rounds; round += 1) {
        const refused: DeliveryMessage[] = [];
        for (let start = 0; start < waiting.length; start += batchSize)
          refused.push(...(await sendBatch(waiting.slice(start, start + batchSize))));
        waiting = refused;
      }
      if (waiting.length > 0)
        throw new Error(`The queue keeps refusing ${waiting.length} of ${messages.length} messages`);
    },

    /** Brings a reminder of the campaign after a while. */
    async remind({ workspaceId, campaignId }: CampaignReference): Promise<void> {
      await client.send(
        new SendMessageCommand({
          QueueUrl: queueUrl,
          MessageBody: JSON.stringify({ workspaceId, campaignId }),
          MessageGroupId: workspaceId,
          DelaySeconds: webhookReminderSeconds,
        }),
        { abortSignal: AbortSignal.timeout(patienceMilliseconds) },
      );
    },

    /** Hides a received message for a while: it comes again after it. */
    async postpone(receiptHandle: string, seconds: number): Promise<void> {
      await client.send(
        new ChangeMessageVisibilityCommand({
          QueueUrl: queueUrl,
          ReceiptHandle: receiptHandle,
          VisibilityTimeout: seconds,
        }),
      );
    },
  };

  /** Answers with those that were refused. Grouped by workspace: SQS lets a crowd of one wait before it lets the others wait. */
  async function sendBatch(batch: readonly DeliveryMessage[]): Promise<DeliveryMessage[]> {
    const { Failed = [] } = await client.send(
      new SendMessageBatchCommand({
        QueueUrl: queueUrl,
        Entries: batch.map((message, index) => ({
          Id: String(index),
          MessageBody: inAscii(message),
          MessageGroupId: message.workspaceId,
        })),
      }),
      { abortSignal: AbortSignal.timeout(patienceMilliseconds) },
    );
    const failed = new Set(Failed.map(({ Id }) => Id));
    return batch.filter((_message, index) => failed.has(String(index)));
  }
}

/**
 * JSON whose letters beyond ASCII are escapes: SQS refuses some characters (U+FFFE, U+FFFF; emulators all above U+FFFF), and what
 * people write may hold any. Read as JSON it is the same.
 */
const inAscii = (message: DeliveryMessage): string =>
  JSON.stringify(message).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
