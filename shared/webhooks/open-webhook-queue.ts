import { createQueueClient } from '../runtime/clients/queue-client.ts';
import { createWebhookQueue, type WebhookQueue } from './webhook-queue.ts';

/** The queue of webhooks, for whoever fills or empties it. */
export const openWebhookQueue = (queueUrl: string): WebhookQueue => createWebhookQueue(createQueueClient(), queueUrl);
