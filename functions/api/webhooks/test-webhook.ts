import { randomUUID } from 'node:crypto';
import { type WebhookPayload, webhookTestType } from '../../../shared/contracts/webhook.ts';
import type { Webhooks } from '../../../shared/data/webhooks.ts';
import { deliveryIdOf } from '../../../shared/webhooks/delivery-id.ts';
import type { WebhookQueue } from '../../../shared/webhooks/webhook-queue.ts';
import type { Input } from '../../kit/http-function.ts';
import { requireEnabledWebhook } from './require-webhook.ts';

export interface TestWebhookParts {
  readonly webhooks: Pick<Webhooks, 'get'>;
  readonly queue: Pick<WebhookQueue, 'send'>;
  readonly clock: () => Date;
}

/** Sends a test event, whatever kinds the webhook asks for. It is signed, tried again and logged like any other. */
export const testWebhook =
  ({ webhooks, queue, clock }: TestWebhookParts) =>
  async ({ params: { webhookId }, principal: { workspaceId } }: Input<'testWebhook'>) => {
    await requireEnabledWebhook(webhooks, workspaceId, webhookId);
    const now = clock();
    const id = deliveryIdOf(webhookId, now, randomUUID());
    const at = now.toISOString();
    const payload: WebhookPayload = { id, type: webhookTestType, workspaceId, at, data: { webhookId } };
    await queue.send([{ workspaceId, webhookId, replays: 0, payload: JSON.stringify(payload) }]);
    return { deliveryId: id };
  };
