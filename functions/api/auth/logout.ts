import { Answer } from '../../kit/answer.ts';
import type { Operation } from '../../kit/http-function.ts';
import { clearedRefreshCookie, refreshTokenOf } from './refresh-cookie.ts';
import type { UserDirectory } from './user-directory.ts';

/** Revokes the refresh token, if one is brought, and clears the cookie. An access token that is out works until its hour is over. */
export const logout =
  ({ directory }: { readonly directory: UserDirectory }): Operation<'logout'> =>
  async ({ body, request }) => {
    const refreshToken = refreshTokenOf(body, request);
    if (refreshToken !== undefined) await directory.sessions.revoke(refreshToken);
    return new Answer({ success: true }, { cookies: [clearedRefreshCookie] });
  };
