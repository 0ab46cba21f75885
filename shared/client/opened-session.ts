// What a registration was answered with, for programs that can go on only when it opened a session. Browser-safe.
import type { RouteOutput } from '../contracts/routes.ts';

/** The e-mail must be confirmed by a mailed code before anybody can sign in with it. */
export class ConfirmationRequired extends Error {
  override readonly name = 'ConfirmationRequired';
}

/** The session of a registration. Throws ConfirmationRequired when there is none yet. */
export function openedSession(answer: RouteOutput<'register'>): RouteOutput<'login'> {
  if ('token' in answer) return answer;
  throw new ConfirmationRequired(`${answer.email} must be confirmed by the code that was mailed to it.`);
}
