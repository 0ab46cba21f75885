// Cognito: the operations that the application sends, over the one pool and its one client. An account is looked at and changed without a
// pause in between: of two requests at once, the second sees what the first did.
import { randomBytes, randomUUID } from 'node:crypto';
import * as z from 'zod';
import { at, type Resource } from '../endpoint/endpoint.ts';
import type { Operation } from '../endpoint/service.ts';
import type { OperationName } from '../operations.ts';
import type { Store } from '../state/store.ts';
import { openAccounts } from './accounts.ts';
import { administration } from './administration.ts';
import { openPasswords } from './passwords.ts';
import { registrations } from './registrations.ts';
import { sessions } from './sessions.ts';
import { openTokens } from './tokens.ts';
import type { PoolParts } from './user-pool.ts';

/** How the embedded Cognito runs. */
export interface CognitoOptions extends Partial<Pick<PoolParts, 'requireEmailConfirmation' | 'onCode'>> {
  readonly store: Store;
  /** What stands before the pool's id in the issuer of every token: keep it the same between runs. */
  readonly origin: () => string;
}

/** Opens the user pool of a store, and draws its names and secrets at the first start. Throws CorruptStateError. */
export async function openCognito(options: CognitoOptions) {
  const { store, origin, requireEmailConfirmation = false, onCode = () => {} } = options;
  const settings = store.collection('user-pool', z.string());
  const pool = {
    userPoolId: await settings.getOrCreate('userPoolId', () => `us-east-1_${randomUUID().slice(0, 8)}`),
    clientId: await settings.getOrCreate('clientId', () => randomBytes(13).toString('hex')),
    clientSecret: await settings.getOrCreate('clientSecret', () => randomBytes(32).toString('base64url')),
  };
  const keysPath = `/${pool.userPoolId}/.well-known/jwks.json`;
  const tokens = await openTokens(settings, pool.clientId, () => `${origin()}/${pool.userPoolId}`);
  const passwords = await openPasswords(settings);
  const accounts = openAccounts(store);
  const parts: PoolParts = { pool, accounts, tokens, passwords, requireEmailConfirmation, onCode };
  /** Where the keys that verify tokens are served. */
  const keys: Resource = { ...at('GET', keysPath, async () => ({ body: tokens.jwks })), isPublic: true };
  return {
    target: 'AWSCognitoIdentityProviderService',
    maximumBodyBytes: 1024 * 1024,
    pool,
    keys,
    /** Nobody was registered when it was opened. */
    isNew: accounts.isEmpty,
    /** Is asked for without a signature of AWS: by a password, a code or a token. */
    isPublic: (operation: string): boolean => !/^(Admin|Describe)/.test(operation),
    operations: { ...registrations(parts), ...sessions(parts), ...administration(parts) } satisfies Record<
      OperationName<'client-cognito-identity-provider'>,
      Operation
    >,
  };
}
