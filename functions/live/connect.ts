import { lambdas } from '../../shared/contracts/lambdas.ts';
import { createConnections } from '../../shared/data/connections.ts';
import { openTable } from '../../shared/data/open-table.ts';
import { createUsers } from '../../shared/data/users.ts';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';
import { liveFunction } from '../kit/live-function.ts';
import { rememberConnection } from './remember-connection.ts';
import { createTokenVerifier } from './token-verifier.ts';

const environment = readEnvironment(lambdas['live-connect'].environment);
const table = openTable(environment);
const connections = createConnections(table, () => new Date());

export const handler = liveFunction(
  rememberConnection({ connections, users: createUsers(table), verify: createTokenVerifier(environment) }),
);
