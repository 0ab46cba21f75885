// Builds what every function that watches or moves campaigns shares, from its environment. Clients are made once per process.
import type { Environment } from '../contracts/environment.ts';
import { createCampaignEvents } from '../data/campaign-events.ts';
import { createCampaigns } from '../data/campaigns.ts';
import { createConnections } from '../data/connections.ts';
import { openTable } from '../data/open-table.ts';
import { createOutbox } from '../data/outbox.ts';
import { createInlineOutputs } from '../data/outputs.ts';
import { createPhases } from '../data/phases.ts';
import type { Table } from '../data/table.ts';
import { createWebhooks } from '../data/webhooks.ts';
import { createWorkspaces } from '../data/workspaces.ts';
import { onFirstUse } from '../runtime/on-first-use.ts';
import { createPrepareAnnouncement } from '../webhooks/announce-events.ts';
import { openLazyLiveSender } from './lazy-sender.ts';
import { createPublisher } from './publisher.ts';
import { createPushProgress } from './push-progress.ts';

const clock = () => new Date();

/** Campaigns, phases and what watchers need; for functions that announce nothing. */
export function wireEvents(
  environment: Environment<'TABLE_NAME' | 'LIVE_ENDPOINT'>,
  table: Table = openTable(environment),
) {
  return {
    table,
    clock,
    campaigns: createCampaigns(table),
    phases: createPhases(table),
    inlineOutputs: createInlineOutputs(table),
    events: createCampaignEvents(table),
    connections: createConnections(table, clock),
    workspaces: createWorkspaces(table),
    sender: openLazyLiveSender(environment.LIVE_ENDPOINT),
  };
}

/** The same with the publisher of events, to sockets and to webhooks. */
export function wirePublishing(
  environment: Environment<'TABLE_NAME' | 'LIVE_ENDPOINT' | 'WEBHOOK_QUEUE_URL'>,
  table?: Table,
) {
  const parts = wireEvents(environment, table);
  const prepareAnnouncement = createPrepareAnnouncement({
    webhooks: createWebhooks(parts.table),
    // Most workspaces have no webhooks.
    queue: onFirstUse(async () =>
      (await import('../webhooks/open-webhook-queue.ts')).openWebhookQueue(environment.WEBHOOK_QUEUE_URL),
    ),
    outbox: createOutbox(parts.table, clock),
  });
  const publisher = createPublisher({ ...parts, prepareAnnouncement });
  return {
    ...parts,
    ...publisher,
    pushProgress: createPushProgress(parts.sender),
  };
}
