// The log of what was sent to a webhook, one item for each event, with the payload as it was sent: a replay sends the same bytes.
import * as z from 'zod';
import { pickFields } from '../contracts/pick-fields.ts';
import {
  type DeliveryAttempt,
  type DeliveryStatus,
  type WebhookDelivery,
  webhookDeliverySchema,
} from '../contracts/webhook.ts';
import { assignments } from './expressions.ts';
import { keys, lists } from './keys.ts';
import type { Page, Table } from './table.ts';

/** How long the log can be read, and a delivery be replayed. */
const keptSeconds = 30 * 24 * 60 * 60;

const recordSchema = z.object({ ...webhookDeliverySchema.unwrap().shape, payload: z.string(), expiresAt: z.int() });
export type DeliveryRecord = z.infer<typeof recordSchema>;

export const publicDelivery = (record: DeliveryRecord): WebhookDelivery =>
  pickFields(webhookDeliverySchema.unwrap(), record);

export interface DeliveryReference {
  readonly workspaceId: string;
  readonly webhookId: string;
  readonly deliveryId: string;
}

/** What is known of a delivery before it is tried. */
export type NewDelivery = Pick<DeliveryRecord, 'type' | 'campaignId' | 'number' | 'createdAt' | 'payload'>;

export interface AttemptOutcome {
  readonly attempt: DeliveryAttempt;
  readonly status: DeliveryStatus;
  readonly nextAttemptAt?: string | undefined;
  readonly response?: string | undefined;
}

export type WebhookDeliveries = ReturnType<typeof createWebhookDeliveries>;

export function createWebhookDeliveries(table: Table, clock: () => Date) {
  const nowSeconds = () => Math.floor(clock().getTime() / 1000);
  const keyOf = ({ workspaceId, webhookId, deliveryId }: DeliveryReference) =>
    keys.delivery(workspaceId, webhookId, deliveryId);
  const isKept = ({ expiresAt }: DeliveryRecord) => expiresAt > nowSeconds();
  return {
    /** Access pattern 27; undefined once it has expired, however late DynamoDB deletes it. */
    async get(reference: DeliveryReference): Promise<DeliveryRecord | undefined> {
      const delivery = await table.get(keyOf(reference), recordSchema);
      return delivery && isKept(delivery) ? delivery : undefined;
    },

    /**
     * Adds an attempt and what came of it; the first one writes the delivery itself. One write. Answers undefined, and writes
     * nothing, when the delivery has been replayed or has ended since: that attempt counts no more.
     */
    addAttempt(
      reference: DeliveryReference,
      replays: number,
      delivery: NewDelivery,
      { attempt, status, nextAttemptAt, response }: AttemptOutcome,
    ): Promise<DeliveryRecord | undefined> {
      const fixed = assignments({
        ...delivery,
        id: reference.deliveryId,
        webhookId: reference.webhookId,
        replays,
        status,
        expiresAt: nowSeconds() + keptSeconds,
        nextAttemptAt,
        response,
      });
      const removed = [
        ...(nextAttemptAt === undefined ? ['nextAttemptAt'] : []),
        ...(response === undefined ? ['#response'] : []),
      ];
      return table.upsert(
        keyOf(reference),
        {
          expression: `SET ${fixed.clause}, attempts = list_append(if_not_exists(attempts, :none), :attempts)${removed.length > 0 ? ` REMOVE ${removed.join(', ')}` : ''}`,
          condition: 'attribute_not_exists(pk) OR (#replays = :replays AND #status = :pending)',
          names: { ...fixed.names, ...(response === undefined ? { '#response': 'response' } : {}) },
          values: { ...fixed.values, ':none': [], ':attempts': [attempt], ':pending': 'PENDING' },
        },
        recordSchema,
      );
    },

    /** Begins anew with no attempt. Of two at once one gets undefined, and the message of an earlier run counts no more. */
    restart(reference: DeliveryReference, replays: number): Promise<DeliveryRecord | undefined> {
      return table.update(
        keyOf(reference),
        {
          expression:
            'SET replays = :next, #status = :pending, attempts = :none, expiresAt = :expiresAt REMOVE nextAttemptAt, #response',
          condition: 'replays = :replays',
          names: { '#status': 'status', '#response': 'response' },
          values: {
            ':replays': replays,
            ':next': replays + 1,
            ':pending': 'PENDING',
            ':none': [],
            ':expiresAt': nowSeconds() + keptSeconds,
          },
        },
        recordSchema,
      );
    },

    /** Access pattern 26: a page of a webhook's deliveries, newest first, after the given one. Expired ones are for the caller to leave out. */
    list: (workspaceId: string, webhookId: string, limit: number, afterId?: string): Promise<Page<DeliveryRecord>> =>
      table.queryPage(
        {
          ...lists.deliveries(workspaceId, webhookId),
          limit,
          newestFirst: true,
          ...(afterId ? { after: keys.delivery(workspaceId, webhookId, afterId).sk } : {}),
        },
        recordSchema,
      ),

    isKept,

    async deleteOf(workspaceId: string, webhookId: string): Promise<void> {
      const items = await table.queryAll(
        { ...lists.deliveries(workspaceId, webhookId), only: ['pk', 'sk'] },
        z.object({ pk: z.string(), sk: z.string() }),
      );
      await table.deleteMany(items);
    },
  };
}
