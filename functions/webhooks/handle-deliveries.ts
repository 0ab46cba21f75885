// The handler of the queue of webhooks, from its environment.
import type { Environment } from '../../shared/contracts/environment.ts';
import { createWebhookDeliveries } from '../../shared/data/webhook-deliveries.ts';
import { openLazySecretKey } from '../../shared/runtime/lazy-secret-key.ts';
import { deliverWebhook } from '../../shared/webhooks/deliver-webhook.ts';
import { encryptWebhookSecrets } from '../../shared/webhooks/encrypt-webhook-secret.ts';
import { handleMessage } from '../../shared/webhooks/handle-message.ts';
import { createPostWebhook } from '../../shared/webhooks/post-webhook.ts';
import { resolveName } from '../../shared/webhooks/resolve-target.ts';
import { createSecretBox } from '../../shared/webhooks/secret-box.ts';
import { webhookMessageSchema } from '../../shared/webhooks/webhook-queue.ts';
import { wireWebhooks } from '../../shared/webhooks/wire-webhooks.ts';
import { queueFunction } from '../kit/queue-function.ts';

/** `retrySeconds` are the pauses between attempts; the usual ones when left out. */
export function handleDeliveries(
  environment: Environment<'TABLE_NAME' | 'WEBHOOK_QUEUE_URL' | 'WEBHOOK_TARGETS' | 'WEBHOOK_KEY_PARAMETER'>,
  settings: { readonly retrySeconds?: readonly number[] } = {},
) {
  const parts = wireWebhooks(environment);
  const secrets = createSecretBox(openLazySecretKey(environment.WEBHOOK_KEY_PARAMETER));
  const deliver = deliverWebhook({
    ...parts,
    ...settings,
    secrets,
    seal: encryptWebhookSecrets({ ...parts, secrets }),
    deliveries: createWebhookDeliveries(parts.table, parts.clock),
    post: createPostWebhook({ targets: environment.WEBHOOK_TARGETS, resolve: resolveName }),
  });
  return queueFunction({
    schema: webhookMessageSchema,
    handle: handleMessage({ deliver, catchUp: parts.catchUp }),
    postpone: parts.queue.postpone,
  });
}
