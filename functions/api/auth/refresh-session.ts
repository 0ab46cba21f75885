import { sessionOver } from '../../../shared/accounts/sessions.ts';
import type { Operation } from '../../kit/http-function.ts';
import { refreshTokenOf } from './refresh-cookie.ts';
import { refreshResponse, type SessionParts } from './session-response.ts';

/** Goes on with a session: a new access token, the refresh token stays the same. */
export const refreshSession =
  (parts: SessionParts): Operation<'refreshSession'> =>
  async ({ body, request }) => {
    const refreshToken = refreshTokenOf(body, request);
    if (refreshToken === undefined) throw sessionOver();
    return refreshResponse(parts, await parts.directory.sessions.refresh(refreshToken));
  };
