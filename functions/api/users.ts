import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { ApiGatewayManagementApiClient } from '@aws-sdk/client-apigatewaymanagementapi';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { SFNClient } from '@aws-sdk/client-sfn';
import { accountDeletionSteps } from '../../shared/accounts/delete-account.ts';
import { createGatewayKeyRemoval } from '../../shared/accounts/gateway-keys.ts';
import { createExecutions } from '../../shared/campaigns/executions.ts';
import { lambdas } from '../../shared/contracts/lambdas.ts';
import { createStoredApiKeys } from '../../shared/data/api-keys.ts';
import { createAssets } from '../../shared/data/assets.ts';
import { createBucket } from '../../shared/data/bucket.ts';
import { createCampaigns } from '../../shared/data/campaigns.ts';
import { createConnections } from '../../shared/data/connections.ts';
import { createDeletions } from '../../shared/data/deletions.ts';
import { createModelCalls } from '../../shared/data/model-calls.ts';
import { openTable } from '../../shared/data/open-table.ts';
import { createPartitions } from '../../shared/data/partitions.ts';
import { createRateWindows } from '../../shared/data/rate-windows.ts';
import { createUsers } from '../../shared/data/users.ts';
import { createWebhookDeliveries } from '../../shared/data/webhook-deliveries.ts';
import { createWebhooks } from '../../shared/data/webhooks.ts';
import { createCloseSockets } from '../../shared/events/close-sockets.ts';
import { createLiveSender } from '../../shared/events/live-sender.ts';
import { wireCallQuota } from '../../shared/generation/wire-call-quota.ts';
import { createBucketClient } from '../../shared/runtime/clients/bucket-client.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { createWebhookRemoval } from '../../shared/webhooks/delete-webhooks.ts';
import { httpFunction, type Operations } from '../kit/http-function.ts';
import { createAppClient } from './app-client.ts';
import { createAccountDirectory } from './users/account-directory.ts';
import { changeProfile } from './users/change-profile.ts';
import { deleteAccount } from './users/delete-account.ts';
import { getProfile } from './users/get-profile.ts';
import { getQuota } from './users/get-quota.ts';
import { getUsage } from './users/get-usage.ts';
import { listCalls } from './users/list-calls.ts';

const environment = readEnvironment(lambdas.users.environment);
const table = openTable(environment);
const clock = () => new Date();
const cognito = new CognitoIdentityProviderClient({});
const users = createUsers(table);
const parts = {
  clock,
  users,
  campaigns: createCampaigns(table),
  calls: createModelCalls(table),
  ...wireCallQuota(table, clock),
  directory: createAccountDirectory(cognito, createAppClient(cognito, environment)),
};
const connections = createConnections(table, clock);
const sender = createLiveSender(new ApiGatewayManagementApiClient({ endpoint: environment.LIVE_ENDPOINT }));
const deletionSteps = accountDeletionSteps({
  clock,
  deletions: createDeletions(table, clock),
  closeCallsOf: parts.closeCallsOf,
  connections,
  closeSockets: createCloseSockets({ connections, sender }),
  campaigns: parts.campaigns,
  assets: createAssets(table),
  partitions: createPartitions(table),
  bucket: createBucket(createBucketClient(), environment.BUCKET_NAME),
  executions: createExecutions(new SFNClient({}), environment.STATE_MACHINE_ARN),
  keys: { apiKeys: createStoredApiKeys(table), gatewayKeys: createGatewayKeyRemoval(new APIGatewayClient({})) },
  webhooks: createWebhookRemoval({
    webhooks: createWebhooks(table),
    deliveries: createWebhookDeliveries(table, clock),
  }),
});

const operations: Operations<'users'> = {
  getProfile: getProfile(parts),
  changeProfile: changeProfile(parts),
  getUsage: getUsage(parts),
  listCalls: listCalls(parts),
  getQuota: getQuota(parts),
  deleteAccount: deleteAccount({ ...parts, deletionSteps }),
};

export const handler = httpFunction('users', operations, {
  users,
  rateWindows: createRateWindows(table, clock),
  edgeToken: environment.EDGE_TOKEN,
});
