import { randomBytes, randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Resource } from '../edge/edge.ts';
import type { Service } from '../edge/service.ts';
import type { Store } from '../state/store.ts';
import { Accounts } from './accounts.ts';
import type { SentCode } from './mailed-codes.ts';
import { cognitoOperations, isPublic } from './operations.ts';
import { openPasswordHasher } from './passwords.ts';
import { openTokens } from './tokens.ts';
import type { UserPool } from './user-pool.ts';

/** How the embedded Cognito runs. */
export interface CognitoOptions {
  readonly store: Store;
  /** What stands before the pool's id in the issuer of every token: keep it the same between runs. */
  readonly origin: () => string;
  /** A registration counts only once its mailed code has come back. */
  readonly requireEmailConfirmation?: boolean;
  /** Gets the codes that Cognito would send by mail. */
  readonly onCode?: (sent: SentCode) => void;
}

/** The embedded Cognito. */
export interface Cognito extends Service {
  readonly pool: UserPool;
  /** Where the keys that verify tokens are served. */
  readonly keys: Resource;
  /** Nobody was registered when it was opened. */
  readonly isNew: boolean;
}

/** Opens the user pool of a store, and draws its names and secrets at the first start. Throws CorruptStateError. */
export async function openCognito(options: CognitoOptions): Promise<Cognito> {
  const { store, origin, requireEmailConfirmation = false, onCode = () => {} } = options;
  const settings = store.collection('user-pool', z.string());
  const pool = {
    userPoolId: await settings.getOrCreate('userPoolId', () => `us-east-1_${randomUUID().slice(0, 8)}`),
    clientId: await settings.getOrCreate('clientId', () => randomBytes(13).toString('hex')),
    clientSecret: await settings.getOrCreate('clientSecret', () => randomBytes(32).toString('base64url')),
  };
  const tokens = await openTokens(settings, pool.clientId, () => `${origin()}/${pool.userPoolId}`);
  const hashPassword = await openPasswordHasher(settings);
  const accounts = new Accounts(store);
  return {
    target: 'AWSCognitoIdentityProviderService',
    maximumBodyBytes: 1024 * 1024,
    pool,
    isNew: accounts.isEmpty,
    isPublic,
    operations: cognitoOperations({ pool, accounts, tokens, hashPassword, requireEmailConfirmation, onCode }),
    keys: {
      method: 'GET',
      path: new URLPattern({ pathname: `/${pool.userPoolId}/.well-known/jwks.json` }),
      isPublic: true,
      answer: async () => ({ body: tokens.jwks }),
    },
  };
}
