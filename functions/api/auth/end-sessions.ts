// What a new password and a sign-out everywhere have in common, once Cognito gives no more tokens for the sessions of before.
import type { Users } from '../../../shared/data/users.ts';
import { endOfSessions } from '../../../shared/domain/accounts/account-standing.ts';
import type { CloseSockets } from '../../../shared/events/close-sockets.ts';

export interface EndSessionsParts {
  readonly users: Pick<Users, 'endSessions'>;
  readonly closeSockets: CloseSockets;
  readonly clock: () => Date;
}

/** Access tokens that are out do nothing lasting any more, and what is open is closed. */
export async function endSessions({ users, closeSockets, clock }: EndSessionsParts, userId: string): Promise<void> {
  await users.endSessions(userId, endOfSessions(clock()));
  await closeSockets(userId);
}
