import { mkdir } from 'node:fs/promises';
import type { Resource } from '../edge/edge.ts';
import type { Service } from '../edge/service.ts';
import { Accounts } from './accounts.ts';
import type { SentCode } from './mailed-codes.ts';
import { cognitoOperations, publicOperations } from './operations.ts';
import { openPasswordHasher } from './passwords.ts';
import { openTokens } from './tokens.ts';
import type { UserPool } from './user-pool.ts';

/** How the embedded Cognito runs. */
export interface CognitoOptions {
  /** Where accounts and keys lie. */
  readonly directory: string;
  readonly pool: UserPool;
  /** What stands before the pool's id in the issuer of every token: keep it the same between runs. */
  readonly origin: () => string;
  /** A registration counts only once its mailed code has come back. */
  readonly requireEmailConfirmation?: boolean;
  /** Gets the codes that Cognito would send by mail. */
  readonly onCode?: (sent: SentCode) => void;
}

/** The embedded Cognito. */
export interface Cognito extends Service {
  /** Where the keys that verify tokens are served. */
  readonly keys: Resource;
  /** Nobody was registered when it was opened. */
  readonly isNew: boolean;
}

/** Opens the user pool of a directory. Throws CorruptStateError when it cannot be understood. */
export async function openCognito(options: CognitoOptions): Promise<Cognito> {
  const { directory, pool, origin, requireEmailConfirmation = false, onCode = () => {} } = options;
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const tokens = await openTokens(directory, pool.clientId, () => `${origin()}/${pool.userPoolId}`);
  const hashPassword = await openPasswordHasher(directory);
  const accounts = await Accounts.open(directory, pool.userPoolId);
  return {
    target: 'AWSCognitoIdentityProviderService',
    maximumBodyBytes: 1024 * 1024,
    isNew: accounts.isEmpty,
    isPublic: (operation) => publicOperations.has(operation),
    operations: cognitoOperations({ pool, accounts, tokens, hashPassword, requireEmailConfirmation, onCode }),
    keys: {
      method: 'GET',
      path: new URLPattern({ pathname: `/${pool.userPoolId}/.well-known/jwks.json` }),
      isPublic: true,
      answer: async () => ({ body: tokens.jwks }),
    },
  };
}
