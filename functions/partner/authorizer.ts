import { lambdas } from '../../shared/contracts/lambdas.ts';
import { createStoredApiKeys } from '../../shared/data/api-keys.ts';
import { openTable } from '../../shared/data/open-table.ts';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';
import { authorizeKey } from './authorize-key.ts';

const environment = readEnvironment(lambdas['partner-authorizer'].environment);

export const handler = authorizeKey({
  apiKeys: createStoredApiKeys(openTable(environment)),
  clock: () => new Date(),
});
