import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { createAppClient } from '../../shared/accounts/app-client.ts';
import { createUserDirectory } from '../../shared/accounts/user-directory.ts';
import { lambdas } from '../../shared/contracts/lambdas.ts';
import { rateLimits } from '../../shared/contracts/limits.ts';
import { authRoutes } from '../../shared/contracts/routes/auth-routes.ts';
import { createConnections } from '../../shared/data/connections.ts';
import { openTable } from '../../shared/data/open-table.ts';
import { createRateWindows } from '../../shared/data/rate-windows.ts';
import { createUsers } from '../../shared/data/users.ts';
import { createCloseSockets } from '../../shared/events/close-sockets.ts';
import { openLazyLiveSender } from '../../shared/events/lazy-sender.ts';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';
import { httpFunction, type Operations } from '../kit/http-function.ts';
import { changePassword } from './auth/change-password.ts';
import { login } from './auth/login.ts';
import { logout } from './auth/logout.ts';
import { confirmEmail, forgotPassword, resendCode, resetPassword } from './auth/mailed-codes.ts';
import { refreshSession } from './auth/refresh-session.ts';
import { register } from './auth/register.ts';

const environment = readEnvironment(lambdas.auth.environment);
const clock = () => new Date();
const table = openTable(environment);
const cognito = new CognitoIdentityProviderClient({});
const connections = createConnections(table, clock);
const sender = openLazyLiveSender(environment.LIVE_ENDPOINT);
const parts = {
  closeSockets: createCloseSockets({ connections, sender }),
  directory: createUserDirectory({
    client: cognito,
    userPoolId: environment.USER_POOL_ID,
    appClient: createAppClient(cognito, environment),
    requiresConfirmation: environment.REQUIRE_EMAIL_CONFIRMATION === 'true',
  }),
  users: createUsers(table),
  rateWindows: createRateWindows(table, clock, {
    ...rateLimits,
    registration: { ...rateLimits.registration, tries: { address: Number(environment.REGISTRATIONS_PER_DAY) } },
  }),
  edgeToken: environment.EDGE_TOKEN,
  clock,
};

const operations: Operations<'auth'> = {
  register: register(parts),
  confirmEmail: confirmEmail(parts),
  resendCode: resendCode(parts),
  login: login(parts),
  refreshSession: refreshSession(parts),
  logout: logout(parts),
  forgotPassword: forgotPassword(parts),
  resetPassword: resetPassword(parts),
  changePassword: changePassword(parts),
};

export const handler = httpFunction('auth', authRoutes, operations, parts);
