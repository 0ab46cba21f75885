// Who may still act. API Gateway checks a token's signature, not whether its account is there any more or its session goes on.

import type { Users } from '../../shared/data/users.ts';
import { isSessionOver } from '../../shared/domain/accounts/account-standing.ts';
import { asMember, type KeyPrincipal, type UserPrincipal } from '../../shared/domain/accounts/principal.ts';
import { accountGone, ProblemError } from '../../shared/runtime/problem-error.ts';

export type AccountStandings = Pick<Users, 'standing'>;

/**
 * The caller as its profile, which is read here, says: a person is the member that it names. Throws unauthenticated, saying why, when the
 * account is gone or closed, or, where the row asks for it, when the session was ended by a new password or a sign-out everywhere.
 */
export async function requireAccountStanding(
  { standing }: AccountStandings,
  principal: UserPrincipal | KeyPrincipal,
  needs: 'account' | 'session',
): Promise<UserPrincipal | KeyPrincipal> {
  const found = await standing(principal.userId);
  if (!found || found.closedAt !== undefined) throw accountGone();
  if (principal.kind === 'key') return principal;
  if (needs === 'session' && isSessionOver(found, principal.session)) throw sessionEnded();
  return found.membership ? asMember(principal, found.membership) : principal;
}

export const sessionEnded = () =>
  new ProblemError(
    'unauthenticated',
    'This session ended when the password was changed or every session was signed out. Sign in again.',
  );
