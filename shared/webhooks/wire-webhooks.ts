// The parts of the functions behind the queue of webhooks.
import type { Environment } from '../contracts/environment.ts';
import { createCampaignEvents } from '../data/campaign-events.ts';
import { createCampaigns } from '../data/campaigns.ts';
import { createTable } from '../data/table.ts';
import { createWebhooks } from '../data/webhooks.ts';
import { createDocumentClient } from '../runtime/clients/document-client.ts';
import { createQueueClient } from '../runtime/clients/queue-client.ts';
import { catchUp } from './catch-up.ts';
import { createWebhookQueue } from './webhook-queue.ts';

export function wireWebhooks({ TABLE_NAME, WEBHOOK_QUEUE_URL }: Environment<'TABLE_NAME' | 'WEBHOOK_QUEUE_URL'>) {
  const table = createTable(createDocumentClient(), TABLE_NAME);
  const parts = {
    table,
    clock: () => new Date(),
    webhooks: createWebhooks(table),
    queue: createWebhookQueue(createQueueClient(), WEBHOOK_QUEUE_URL),
  };
  return {
    ...parts,
    catchUp: catchUp({ ...parts, campaigns: createCampaigns(table), events: createCampaignEvents(table) }),
  };
}
