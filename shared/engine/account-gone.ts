import { ProblemError } from '../runtime/problem-error.ts';

/** What whoever writes for an account hears that is deleted, or being deleted. */
export const accountGone = () =>
  new ProblemError('unauthenticated', 'This account was deleted: nothing new can be made for it.');
