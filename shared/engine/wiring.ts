// Builds the parts that every function of the engine shares, from its environment. Clients are made once per process.
import { ApiGatewayManagementApiClient } from '@aws-sdk/client-apigatewaymanagementapi';
import type { Environment } from '../contracts/environment.ts';
import { createCampaignEvents } from '../data/campaign-events.ts';
import { createCampaigns } from '../data/campaigns.ts';
import { createConnections } from '../data/connections.ts';
import { createInlineOutputs } from '../data/outputs.ts';
import { createPhases } from '../data/phases.ts';
import { createTable } from '../data/table.ts';
import { createDocumentClient } from '../runtime/clients/document-client.ts';
import { createLiveSender } from './live-sender.ts';
import { createPublisher } from './publisher.ts';

const clock = () => new Date();

/** Campaigns, phases and the publisher of live events. */
export function wireEngine(environment: Environment<'TABLE_NAME' | 'LIVE_ENDPOINT'>) {
  const table = createTable(createDocumentClient(), environment.TABLE_NAME);
  const campaigns = createCampaigns(table);
  const events = createCampaignEvents(table);
  const sender = createLiveSender(new ApiGatewayManagementApiClient({ endpoint: environment.LIVE_ENDPOINT }));
  const connections = createConnections(table, clock);
  return {
    table,
    clock,
    campaigns,
    phases: createPhases(table),
    inlineOutputs: createInlineOutputs(table),
    events,
    connections,
    sender,
    ...createPublisher({ campaigns, events, connections, sender, clock }),
  };
}
