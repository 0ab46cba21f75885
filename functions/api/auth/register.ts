import type { RateWindows } from '../../../shared/data/rate-windows.ts';
import { clientAddressOf } from '../../kit/client-address.ts';
import type { Operation } from '../../kit/http-function.ts';
import { rememberAddress, takeTries } from '../../kit/rate-limit.ts';
import { refuseCommonPassword } from './refuse-common-password.ts';
import { type SessionParts, signInResponse } from './session-response.ts';

export interface CountedParts extends SessionParts {
  readonly rateWindows: RateWindows;
  readonly edgeToken: string;
}

/**
 * Opens an account and signs in. Where e-mails must be confirmed, says only that a code has been mailed: each try may then send a mail to
 * somebody, so it counts as one, also when it succeeds.
 */
export const register =
  (parts: CountedParts): Operation<'register'> =>
  async ({ body, request }) => {
    await refuseCommonPassword(body.password, '#/password');
    const { registrations, sessions } = parts.directory;
    const { email } = body;
    const address = clientAddressOf(request, parts.edgeToken);
    if (registrations.requiresConfirmation) await takeTries(parts.rateWindows, 'registration-mail', { email, address });
    await registrations.signUp(body);
    if (registrations.requiresConfirmation) return { confirmationRequired: true, email };
    const tokens = await sessions.signIn(email, body.password);
    await rememberAddress(parts.rateWindows, email, address);
    return signInResponse(parts, tokens, body.refreshTokenIn);
  };
