import { createApiKeys } from '../../shared/accounts/api-keys.ts';
import type { GatewayKeys } from '../../shared/accounts/gateway-keys.ts';
import { lambdas } from '../../shared/contracts/lambdas.ts';
import { apiKeysRoutes } from '../../shared/contracts/routes/api-keys-routes.ts';
import { usagePlanIdsSchema } from '../../shared/contracts/usage-plan-ids.ts';
import { createStoredApiKeys } from '../../shared/data/api-keys.ts';
import { createIdempotencyRecords } from '../../shared/data/idempotency.ts';
import { openTable } from '../../shared/data/open-table.ts';
import { createUsers } from '../../shared/data/users.ts';
import { onFirstUse } from '../../shared/runtime/on-first-use.ts';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';
import { httpFunction } from '../kit/http-function.ts';
import { createApiKey } from './api-keys/create-api-key.ts';
import { listApiKeys } from './api-keys/list-api-keys.ts';
import { revokeApiKey } from './api-keys/revoke-api-key.ts';

const environment = readEnvironment(lambdas['api-keys'].environment);
const table = openTable(environment);
const usagePlanIds = usagePlanIdsSchema.parse(environment.USAGE_PLAN_IDS);
const clock = () => new Date();
const users = createUsers(table);
const parts = {
  apiKeys: createApiKeys({
    apiKeys: createStoredApiKeys(table),
    // A list of keys asks the table alone.
    gatewayKeys: onFirstUse<GatewayKeys>(async () =>
      (await import('../../shared/accounts/gateway-keys.ts')).openGatewayKeys(usagePlanIds, environment.TABLE_NAME),
    ),
    users,
    clock,
  }),
};

export const handler = httpFunction(
  'api-keys',
  apiKeysRoutes,
  { createApiKey: createApiKey(parts), listApiKeys: listApiKeys(parts), revokeApiKey: revokeApiKey(parts) },
  { users, idempotency: createIdempotencyRecords(table, clock) },
);
