// The handler of the queue of webhooks, from its environment.
import type { Environment } from '../../shared/contracts/environment.ts';
import { createWebhookDeliveries } from '../../shared/data/webhook-deliveries.ts';
import { deliverWebhook } from '../../shared/webhooks/deliver-webhook.ts';
import { handleMessage } from '../../shared/webhooks/handle-message.ts';
import { createPostWebhook } from '../../shared/webhooks/post-webhook.ts';
import { resolveName } from '../../shared/webhooks/resolve-target.ts';
import { webhookMessageSchema } from '../../shared/webhooks/webhook-queue.ts';
import { wireWebhooks } from '../../shared/webhooks/wire-webhooks.ts';
import { queueFunction } from '../kit/queue-function.ts';

/** `retrySeconds` are the pauses between attempts; the usual ones when left out. */
export function handleDeliveries(
  environment: Environment<'TABLE_NAME' | 'WEBHOOK_QUEUE_URL' | 'WEBHOOK_TARGETS'>,
  settings: { readonly retrySeconds?: readonly number[] } = {},
) {
  const parts = wireWebhooks(environment);
  const deliver = deliverWebhook({
    ...parts,
    ...settings,
    deliveries: createWebhookDeliveries(parts.table, parts.clock),
    post: createPostWebhook({ targets: environment.WEBHOOK_TARGETS, resolve: resolveName }),
  });
  return queueFunction({
    schema: webhookMessageSchema,
    handle: handleMessage({ deliver, catchUp: parts.catchUp }),
    postpone: parts.queue.postpone,
  });
}
