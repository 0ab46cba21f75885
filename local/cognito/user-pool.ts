// What the operations of Cognito have in common: the one pool with its one client, who may ask, and the refusals.
import { createHmac } from 'node:crypto';
import * as z from 'zod';
import { isSameSecret } from '../endpoint/is-same-secret.ts';
import { operation, ServiceError } from '../endpoint/service.ts';
import type { Account, Accounts } from './accounts.ts';
import type { SentCode } from './mailed-codes.ts';
import type { HashPassword } from './passwords.ts';
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
  readonly hashPassword: HashPassword;
  /** A registration counts only once its code has come back. */
  readonly requireEmailConfirmation: boolean;
  readonly onCode: (sent: SentCode) => void;
}

export const text = z.string();
export const attributes = z.array(z.object({ Name: text, Value: text.optional() }));

export const answering = <Schema extends z.ZodType>(schema: Schema, answer: Parameters<typeof operation<Schema>>[1]) =>
  operation(schema, answer, 'InvalidParameterException');

export const notAuthorized = (message = 'Incorrect username or password.') =>
  new ServiceError('NotAuthorizedException', message);
export const invalid = (message: string) => new ServiceError('InvalidParameterException', message);

export function existing(account: Account | undefined): Account {
  if (account) return account;
  throw new ServiceError('UserNotFoundException', 'User does not exist.');
}

export function checkUnconfirmed({ UserStatus }: Account): void {
  if (UserStatus === 'UNCONFIRMED') return;
  throw notAuthorized(`User cannot be confirmed. Current status is ${UserStatus}`);
}

/** Throws NotAuthorizedException unless the request comes from who knows the client's secret. */
export const checkClient = (
  pool: UserPool,
  request: { ClientId: string; SecretHash?: string | undefined },
  username: string,
): void => {
  const { ClientId, SecretHash } = request;
  if (ClientId !== pool.clientId)
    throw new ServiceError('ResourceNotFoundException', `User pool client ${ClientId} does not exist.`);
  if (SecretHash === undefined)
    throw notAuthorized(`Client ${ClientId} is configured with secret but SECRET_HASH was not received`);
  const expected = createHmac('sha256', pool.clientSecret).update(`${username}${ClientId}`).digest('base64');
  if (!isSameSecret(SecretHash, expected)) throw notAuthorized(`Unable to verify secret hash for client ${ClientId}`);
};
