// What the operations of Cognito have in common: the one pool with its one client, who may ask, and the refusals.
import { createHmac } from 'node:crypto';
import * as z from 'zod';
import { isSameSecret } from '../endpoint/is-same-secret.ts';
import { operation, ServiceError } from '../endpoint/service.ts';
import type { Account, Accounts } from './accounts.ts';
import type { SentCode } from './mailed-codes.ts';
import type { Passwords } from './passwords.ts';
import type { Tokens } from './tokens.ts';

/** The pool and its one app client, with the secret that only functions know. */
export interface UserPool {
  readonly userPoolId: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface PoolParts {
  readonly pool: UserPool;
  readonly accounts: Accounts;
  readonly tokens: Tokens;
  readonly passwords: Passwords;
  /** A registration counts only once its code has come back. */
  readonly requireEmailConfirmation: boolean;
  readonly onCode: (sent: SentCode) => void;
}

export const text = z.string();

export const answering = <Schema extends z.ZodType>(schema: Schema, answer: Parameters<typeof operation<Schema>>[1]) =>
  operation(schema, answer, 'InvalidParameterException');

export const notAuthorized = (message = 'Incorrect username or password.') =>
  new ServiceError('NotAuthorizedException', message);

export function existing(account: Account | undefined): Account {
  if (account) return account;
  throw new ServiceError('UserNotFoundException', 'User does not exist.');
}

export function unconfirmed(account: Account): Account {
  if (account.UserStatus === 'UNCONFIRMED') return account;
  throw notAuthorized(`User cannot be confirmed. Current status is ${account.UserStatus}`);
}

/** Throws NotAuthorizedException unless the request about the user comes from who knows the client's secret. */
export function checkProof({ clientId, clientSecret }: UserPool, username: string, secretHash = ''): void {
  const expected = createHmac('sha256', clientSecret).update(`${username}${clientId}`).digest('base64');
  if (!isSameSecret(secretHash, expected)) throw notAuthorized(`Unable to verify secret hash for client ${clientId}`);
}
