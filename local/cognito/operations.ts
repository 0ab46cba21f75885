// The operations of Cognito that the application sends, over the one pool and its one client. An account is looked at and changed without a
// pause in between: of two requests at once, the second sees what the first did.
import type { Operation } from '../edge/service.ts';
import type { OperationName } from '../operations.ts';
import { administration } from './administration.ts';
import { registrations } from './registrations.ts';
import { sessions } from './sessions.ts';
import type { PoolParts } from './user-pool.ts';

/** Is asked for without a signature of AWS: by a password, a code or a token. */
export const isPublic = (operation: string): boolean => !/^(Admin|Describe)/.test(operation);

export const cognitoOperations = (
  parts: PoolParts,
): Record<OperationName<'client-cognito-identity-provider'>, Operation> => ({
  ...registrations(parts),
  ...sessions(parts),
  ...administration(parts),
});
