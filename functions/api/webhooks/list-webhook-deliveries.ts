import { deliveryIdSchema } from '../../../shared/contracts/identifiers.ts';
import {
  type DeliveryRecord,
  publicDelivery,
  type WebhookDeliveries,
} from '../../../shared/data/webhook-deliveries.ts';
import type { Webhooks } from '../../../shared/data/webhooks.ts';
import { idIn, readPage } from '../../kit/cursor.ts';
import type { Input } from '../../kit/http-function.ts';
import { requireWebhook } from './require-webhook.ts';

export interface ListDeliveriesParts {
  readonly webhooks: Pick<Webhooks, 'get'>;
  readonly deliveries: Pick<WebhookDeliveries, 'list' | 'isKept'>;
}

/** A page of a webhook's log, newest event first. */
export const listWebhookDeliveries =
  ({ webhooks, deliveries }: ListDeliveriesParts) =>
  async ({
    params: { webhookId },
    query: { limit, cursor, status },
    principal: { workspaceId },
  }: Input<'listWebhookDeliveries'>) => {
    await requireWebhook(webhooks, workspaceId, webhookId);
    const { rows, nextCursor } = await readPage<DeliveryRecord>({
      limit,
      after: idIn(cursor, deliveryIdSchema),
      passes: (delivery) => deliveries.isKept(delivery) && (!status || delivery.status === status),
      read: (size, after) => deliveries.list(workspaceId, webhookId, size, after),
    });
    return { deliveries: rows.map(publicDelivery), nextCursor };
  };
