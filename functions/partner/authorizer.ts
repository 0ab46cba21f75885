import { lambdas } from '../../shared/contracts/lambdas.ts';
import { createStoredApiKeys } from '../../shared/data/api-keys.ts';
import { createTable } from '../../shared/data/table.ts';
import { createDocumentClient } from '../../shared/runtime/clients/document-client.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { authorizeKey } from './authorize-key.ts';

const environment = readEnvironment(lambdas['partner-authorizer'].environment);

export const handler = authorizeKey({
  apiKeys: createStoredApiKeys(createTable(createDocumentClient(), environment.TABLE_NAME)),
  clock: () => new Date(),
});
