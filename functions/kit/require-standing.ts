// Who may still act. API Gateway checks a token's signature, not whether its account is there any more or its session goes on.

import type { Users } from '../../shared/data/users.ts';
import { isSessionOver } from '../../shared/domain/standing.ts';
import { accountGone, ProblemError } from '../../shared/runtime/problem-error.ts';
import type { Principal } from './principal.ts';

export type Standings = Pick<Users, 'standing'>;

/**
 * Throws unauthenticated, saying why, when the caller's account is gone or closed, or, where the row asks for it, when the session was ended by
 * a new password or a sign-out everywhere.
 */
export async function requireStanding(
  { standing }: Standings,
  { userId, session }: Principal,
  needs: 'account' | 'session',
): Promise<void> {
  const found = await standing(userId);
  if (!found || found.closedAt !== undefined) throw accountGone();
  if (needs === 'session' && session && isSessionOver(found, session)) throw sessionEnded();
}

export const sessionEnded = () =>
  new ProblemError(
    'unauthenticated',
    'This session ended when the password was changed or every session was signed out. Sign in again.',
  );
