import { lambdas } from '../../shared/contracts/lambdas.ts';
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
import { queueFunction } from '../kit/queue-function.ts';

const environment = readEnvironment(lambdas['deliver-webhook'].environment);
const table = createTable(createDocumentClient(), environment.TABLE_NAME);
const queue = createWebhookQueue(createQueueClient(), environment.WEBHOOK_QUEUE_URL);
const clock = () => new Date();

export const handler = queueFunction({
  schema: webhookMessageSchema,
  handle: deliverWebhook({
    webhooks: createWebhooks(table),
    deliveries: createWebhookDeliveries(table, clock),
    post: createPostWebhook({ targets: environment.WEBHOOK_TARGETS, resolve: resolveName }),
    clock,
  }),
  postpone: queue.postpone,
});
