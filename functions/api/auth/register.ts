import type { RateWindows } from '../../../shared/data/rate-windows.ts';
import { clientAddressOf } from '../../kit/client-address.ts';
import type { Operation } from '../../kit/http-function.ts';
import { takeTries } from '../../kit/limit-rate.ts';
import { answerSession, type SessionParts } from './answer-session.ts';

interface RegisterParts extends SessionParts {
  readonly rateWindows: RateWindows;
  readonly edgeToken: string;
}

/**
 * Opens an account and signs in. Where e-mails must be confirmed, says only that a code has been mailed: each try may then send a mail to
 * somebody, so it counts as one, also when it succeeds.
 */
export const register =
  (parts: RegisterParts): Operation<'register'> =>
  async ({ body, request }) => {
    const { registrations, sessions } = parts.directory;
    if (registrations.requiresConfirmation)
      await takeTries(parts.rateWindows, 'mail', {
        email: body.email,
        address: clientAddressOf(request, parts.edgeToken),
      });
    await registrations.signUp(body);
    if (registrations.requiresConfirmation) return { confirmationRequired: true, email: body.email };
    return answerSession(parts, await sessions.signIn(body.email, body.password), body.refreshTokenIn);
  };
