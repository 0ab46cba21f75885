import type { WebhookDeliveries } from '../../../shared/data/webhook-deliveries.ts';
import type { Webhooks } from '../../../shared/data/webhooks.ts';
import { ProblemError } from '../../../shared/runtime/problem-error.ts';
import type { WebhookQueue } from '../../../shared/webhooks/webhook-queue.ts';
import type { Input } from '../../kit/http-function.ts';
import { requireEnabledWebhook } from './require-webhook.ts';

export interface ReplayDeliveryParts {
  readonly webhooks: Pick<Webhooks, 'get'>;
  readonly deliveries: Pick<WebhookDeliveries, 'get' | 'restart'>;
  readonly queue: Pick<WebhookQueue, 'send'>;
}

/**
 * Sends a delivery again, byte for byte, with all its attempts anew. One that is still being tried begins anew too: should this
 * die before the message is sent, replaying it again mends it.
 */
export const replayWebhookDelivery =
  ({ webhooks, deliveries, queue }: ReplayDeliveryParts) =>
  async ({ params: { webhookId, deliveryId }, principal: { workspaceId } }: Input<'replayWebhookDelivery'>) => {
    const reference = { workspaceId, webhookId, deliveryId };
    await requireEnabledWebhook(webhooks, workspaceId, webhookId);
    const delivery = await deliveries.get(reference);
    if (!delivery) throw new ProblemError('not-found', 'There is no such delivery, or it is older than 30 days.');
    const restarted = await deliveries.restart(reference, delivery.replays);
    if (!restarted) throw new ProblemError('conflict', 'Somebody else has just replayed this delivery.');
    await queue.send([{ workspaceId, webhookId, replays: restarted.replays, payload: restarted.payload }]);
    return { deliveryId };
  };
