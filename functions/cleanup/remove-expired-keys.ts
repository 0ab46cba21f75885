import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { removeExpiredKeys } from '../../shared/accounts/gateway-keys.ts';
import { lambdas } from '../../shared/contracts/lambdas.ts';
import { logger } from '../../shared/runtime/logger.ts';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';
import { scheduledFunction } from '../kit/scheduled-function.ts';

const environment = readEnvironment(lambdas['remove-expired-keys'].environment);
const client = new APIGatewayClient({ maxAttempts: 10 });

export const handler = scheduledFunction(async () => {
  const removed = await removeExpiredKeys(client, environment.TABLE_NAME, new Date());
  if (removed > 0) logger.info('Expired keys were removed', { removed });
});
