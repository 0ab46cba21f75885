import type { DeletionStep } from '../../../shared/accounts/delete-account.ts';
import type { Users } from '../../../shared/data/users.ts';
import { isSessionOver } from '../../../shared/domain/accounts/account-standing.ts';
import { ProblemError } from '../../../shared/runtime/problem-error.ts';
import { deadlineIn, OutOfTime } from '../../../shared/runtime/time-left.ts';
import type { Input } from '../../kit/http-function.ts';
import { sessionEnded } from '../../kit/require-account-standing.ts';
import type { AccountDirectory } from './account-directory.ts';
import { bearerTokenOf } from './bearer-token.ts';
import { keptAfter } from './kept-data.ts';

/** Well below the 30 seconds that API Gateway waits, with room for the piece of work that is under way when they end. */
const secondsPerCall = 20;

export interface DeleteAccountParts {
  readonly directory: AccountDirectory;
  readonly users: Pick<Users, 'standing' | 'close'>;
  readonly deletionSteps: () => Promise<readonly DeletionStep[]>;
  readonly clock: () => Date;
}

/**
 * Deletes the account and everything that belongs to it. It is closed first: whatever writes for it from now on finds that. Who can sign in
 * goes last: a deletion cut short is repeated by the same call. Throws unavailable when there was no time for all of it.
 */
export const deleteAccount =
  ({ directory, users, deletionSteps, clock }: DeleteAccountParts) =>
  async ({ body, principal, request }: Input<'deleteAccount'>) => {
    const email = await directory.emailOf(bearerTokenOf(request) ?? '');
    const freshToken = await directory.confirm(email, body.password);
    const standing = await users.standing(principal.userId);
    if (standing && isSessionOver(standing, principal.session)) throw sessionEnded();
    await users.close(principal.userId, clock());
    const deadline = deadlineIn(secondsPerCall, clock);
    try {
      for (const step of await deletionSteps()) await step(principal, deadline);
    } catch (error) {
      if (!(error instanceof OutOfTime)) throw error;
      throw new ProblemError('unavailable', 'Much is deleted already; call again to finish.', [], 1);
    }
    await directory.delete(freshToken);
    return { deleted: true as const, kept: keptAfter(clock()) };
  };
