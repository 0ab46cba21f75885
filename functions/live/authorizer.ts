import { lambdas } from '../../shared/contracts/lambdas.ts';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';
import { authorizeConnection } from './authorize-connection.ts';
import { createTokenVerifier } from './token-verifier.ts';

const environment = readEnvironment(lambdas['live-authorizer'].environment);

export const handler = authorizeConnection(createTokenVerifier(environment));
