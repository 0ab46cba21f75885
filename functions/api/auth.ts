import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { lambdas } from '../../shared/contracts/lambdas.ts';
import { createRateWindows } from '../../shared/data/rate-windows.ts';
import { createTable } from '../../shared/data/table.ts';
import { createUsers } from '../../shared/data/users.ts';
import { createDocumentClient } from '../../shared/runtime/clients/document-client.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { httpFunction, type Operations } from '../kit/http-function.ts';
import { openSession } from './auth/open-session.ts';
import { createUserDirectory } from './auth/user-directory.ts';

const environment = readEnvironment(lambdas.auth.environment);
const directory = createUserDirectory(
  new CognitoIdentityProviderClient({}),
  environment.USER_POOL_ID,
  environment.USER_POOL_CLIENT_ID,
);
const clock = () => new Date();
const table = createTable(createDocumentClient(), environment.TABLE_NAME);
const users = createUsers(table);
const session = openSession({ directory, users, clock });

const operations: Operations<'auth'> = {
  async register({ body }) {
    await directory.signUp(body.email, body.password);
    return session(body);
  },
  login: ({ body }) => session(body),
};

export const handler = httpFunction('auth', operations, {
  rateWindows: createRateWindows(table, clock),
  edgeToken: environment.EDGE_TOKEN,
});
