// The parts of the functions behind the queue of webhooks.
import type { Environment } from '../contracts/environment.ts';
import type { CampaignReference } from '../contracts/identifiers.ts';
import { createCampaignEvents } from '../data/campaign-events.ts';
import { createCampaigns } from '../data/campaigns.ts';
import { openTable } from '../data/open-table.ts';
import { createWebhooks } from '../data/webhooks.ts';
import { catchUp } from './catch-up.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { openWebhookQueue } from './open-webhook-queue.ts';

export function wireWebhooks({ TABLE_NAME, WEBHOOK_QUEUE_URL }: Environment<'TABLE_NAME' | 'WEBHOOK_QUEUE_URL'>) {
  const table = openTable({ TABLE_NAME });
  const parts = {
    table,
    clock: () => new Date(),
    webhooks: createWebhooks(table),
    queue: openWebhookQueue(WEBHOOK_QUEUE_URL),
  };
  const look = catchUp({ ...parts, campaigns: createCampaigns(table), events: createCampaignEvents(table) });
  return {
    ...parts,
    /** Reminders come in crowds: the first does what is to be done, and the others find it done instead of sending the same. */
    catchUp: oneAtATime(({ campaignId }: CampaignReference) => campaignId, look),
  };
}
