// What deletes an account, put together when somebody deletes theirs.
import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import {
  type AccountDeletionParts,
  accountDeletionSteps,
  type DeletionStep,
} from '../../../shared/accounts/delete-account.ts';
import { createGatewayKeyRemoval } from '../../../shared/accounts/gateway-keys.ts';
import { openExecutions } from '../../../shared/campaigns/executions.ts';
import type { Environment } from '../../../shared/contracts/environment.ts';
import { createStoredApiKeys } from '../../../shared/data/api-keys.ts';
import { createAssets } from '../../../shared/data/assets.ts';
import { createConnections } from '../../../shared/data/connections.ts';
import { createDeletions } from '../../../shared/data/deletions.ts';
import { openBucket } from '../../../shared/data/open-bucket.ts';
import { createPartitions } from '../../../shared/data/partitions.ts';
import type { Table } from '../../../shared/data/table.ts';
import { createWebhookDeliveries } from '../../../shared/data/webhook-deliveries.ts';
import { createWebhooks } from '../../../shared/data/webhooks.ts';
import { createCloseSockets } from '../../../shared/events/close-sockets.ts';
import { openLiveSender } from '../../../shared/events/live-sender.ts';
import { createWebhookRemoval } from '../../../shared/webhooks/delete-webhooks.ts';

interface DeletionWiring extends Pick<AccountDeletionParts, 'campaigns' | 'closeCallsOf'> {
  readonly table: Table;
  readonly clock: () => Date;
}

export function wireDeletion(
  environment: Environment<'BUCKET_NAME' | 'STATE_MACHINE_ARN' | 'LIVE_ENDPOINT'>,
  { table, clock, campaigns, closeCallsOf }: DeletionWiring,
): readonly DeletionStep[] {
  const connections = createConnections(table, clock);
  const sender = openLiveSender(environment.LIVE_ENDPOINT);
  return accountDeletionSteps({
    clock,
    deletions: createDeletions(table, clock),
    closeCallsOf,
    connections,
    closeSockets: createCloseSockets({ connections, sender }),
    campaigns,
    assets: createAssets(table),
    partitions: createPartitions(table),
    bucket: openBucket(environment.BUCKET_NAME),
    executions: openExecutions(environment.STATE_MACHINE_ARN),
    keys: { apiKeys: createStoredApiKeys(table), gatewayKeys: createGatewayKeyRemoval(new APIGatewayClient({})) },
    webhooks: createWebhookRemoval({
      webhooks: createWebhooks(table),
      deliveries: createWebhookDeliveries(table, clock),
    }),
  });
}
