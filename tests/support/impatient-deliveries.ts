// The worker that delivers webhooks, as it is but for its patience: every pause between attempts is none.
import { queueFunction } from '../../functions/kit/queue-function.ts';
import type { HandlerModules } from '../../local/lambda/lambda-runtime.ts';
import { lambdas } from '../../shared/contracts/lambdas.ts';
import { webhookRetrySeconds } from '../../shared/contracts/webhook-retries.ts';
import { createTable } from '../../shared/data/table.ts';
import { createWebhookDeliveries } from '../../shared/data/webhook-deliveries.ts';
import { createWebhooks } from '../../shared/data/webhooks.ts';
import { createDocumentClient } from '../../shared/runtime/clients/document-client.ts';
import { createQueueClient } from '../../shared/runtime/clients/queue-client.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { deliverWebhook } from '../../shared/webhooks/deliver-webhook.ts';
import { createPostWebhook } from '../../shared/webhooks/post-webhook.ts';
import { resolveName } from '../../shared/webhooks/resolve-target.ts';
import { createWebhookQueue, webhookMessageSchema } from '../../shared/webhooks/webhook-queue.ts';

export const impatientDeliveries = (functions: HandlerModules): HandlerModules => ({
  ...functions,
  'deliver-webhook': async () => {
    const environment = readEnvironment(lambdas['deliver-webhook'].environment);
    const table = createTable(createDocumentClient(), environment.TABLE_NAME);
    const clock = () => new Date();
    return {
      handler: queueFunction({
        schema: webhookMessageSchema,
        handle: deliverWebhook({
          webhooks: createWebhooks(table),
          deliveries: createWebhookDeliveries(table, clock),
          post: createPostWebhook({ targets: environment.WEBHOOK_TARGETS, resolve: resolveName }),
          clock,
          retrySeconds: webhookRetrySeconds.map(() => 0),
        }),
        postpone: createWebhookQueue(createQueueClient(), environment.WEBHOOK_QUEUE_URL).postpone,
      }),
    };
  },
});
