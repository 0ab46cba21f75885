import type { Operation } from '../../kit/http-function.ts';
import { type EndSessionsParts, endSessions } from './end-sessions.ts';
import { refuseCommonPassword } from './refuse-common-password.ts';
import { profileOf, type SessionParts, signInResponse } from './session-response.ts';

/**
 * Changes the password, ends every session and opens a new one. After a fault in between the new password holds: sign in with it and
 * change it once more to be sure that all others are out.
 */
export const changePassword =
  (parts: SessionParts & EndSessionsParts): Operation<'changePassword'> =>
  async ({ body, principal, request }) => {
    await refuseCommonPassword(body.newPassword, '#/newPassword');
    const { passwords, sessions } = parts.directory;
    const token = (request.headers['authorization'] ?? '').split(' ').at(-1) ?? '';
    const { email } = await profileOf(parts, { userId: principal.userId, token });
    await passwords.change(token, body.currentPassword, body.newPassword);
    await sessions.endAll(token);
    await endSessions(parts, principal.userId);
    return signInResponse(parts, await sessions.signIn(email, body.newPassword), body.refreshTokenIn);
  };
