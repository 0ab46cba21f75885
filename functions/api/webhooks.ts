import { lambdas } from '../../shared/contracts/lambdas.ts';
import { webhooksRoutes } from '../../shared/contracts/routes/webhooks-routes.ts';
import { createIdempotencyRecords } from '../../shared/data/idempotency.ts';
import { openTable } from '../../shared/data/open-table.ts';
import { createUsers } from '../../shared/data/users.ts';
import { createWebhookDeliveries } from '../../shared/data/webhook-deliveries.ts';
import { createWebhooks } from '../../shared/data/webhooks.ts';
import { createQueueClient } from '../../shared/runtime/clients/queue-client.ts';
import { openLazySecretKey } from '../../shared/runtime/lazy-secret-key.ts';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';
import { createWebhookRemoval } from '../../shared/webhooks/delete-webhooks.ts';
import { encryptWebhookSecrets } from '../../shared/webhooks/encrypt-webhook-secret.ts';
import { checkTarget, resolveName } from '../../shared/webhooks/resolve-target.ts';
import { createSecretBox } from '../../shared/webhooks/secret-box.ts';
import { createWebhookQueue } from '../../shared/webhooks/webhook-queue.ts';
import { httpFunction } from '../kit/http-function.ts';
import { changeWebhook } from './webhooks/change-webhook.ts';
import { createWebhook } from './webhooks/create-webhook.ts';
import { deleteWebhook } from './webhooks/delete-webhook.ts';
import { getWebhook } from './webhooks/get-webhook.ts';
import { listWebhookDeliveries } from './webhooks/list-webhook-deliveries.ts';
import { listWebhooks } from './webhooks/list-webhooks.ts';
import { replayWebhookDelivery } from './webhooks/replay-webhook-delivery.ts';
import { rotateWebhookSecret } from './webhooks/rotate-webhook-secret.ts';
import { testWebhook } from './webhooks/test-webhook.ts';

const environment = readEnvironment(lambdas.webhooks.environment);
const table = openTable(environment);
const clock = () => new Date();
const users = createUsers(table);
const webhooks = createWebhooks(table);
const deliveries = createWebhookDeliveries(table, clock);
const secrets = createSecretBox(openLazySecretKey(environment.WEBHOOK_KEY_PARAMETER));
const parts = {
  users,
  webhooks,
  secrets,
  seal: encryptWebhookSecrets({ webhooks, secrets }),
  deliveries,
  clock,
  queue: createWebhookQueue(createQueueClient(), environment.WEBHOOK_QUEUE_URL),
  removal: createWebhookRemoval({ webhooks, deliveries }),
  checkTarget: (url: string) => checkTarget(url, environment.WEBHOOK_TARGETS, resolveName),
};

export const handler = httpFunction(
  'webhooks',
  webhooksRoutes,
  {
    createWebhook: createWebhook(parts),
    listWebhooks: listWebhooks(parts),
    getWebhook: getWebhook(parts),
    changeWebhook: changeWebhook(parts),
    deleteWebhook: deleteWebhook(parts),
    rotateWebhookSecret: rotateWebhookSecret(parts),
    testWebhook: testWebhook(parts),
    listWebhookDeliveries: listWebhookDeliveries(parts),
    replayWebhookDelivery: replayWebhookDelivery(parts),
  },
  { users, idempotency: createIdempotencyRecords(table, clock) },
);
