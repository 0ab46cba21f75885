import type { UserDirectory } from '../../../shared/accounts/user-directory.ts';
import { ProblemError } from '../../../shared/runtime/problem-error.ts';
import type { Operation } from '../../kit/http-function.ts';
import { HttpResponse } from '../../kit/http-response.ts';
import { type EndSessionsParts, endSessions } from './end-sessions.ts';
import { clearedRefreshCookie, refreshTokenOf } from './refresh-cookie.ts';

/**
 * Revokes the refresh token, if one is brought, or every one of its user's, and clears the cookie. An access token that is out works until its
 * hour is over; after a sign-out everywhere it makes nothing lasting.
 */
export const logout =
  ({
    directory: { sessions },
    ...parts
  }: EndSessionsParts & { readonly directory: UserDirectory }): Operation<'logout'> =>
  async ({ body, request }) => {
    const refreshToken = refreshTokenOf(body, request);
    if (refreshToken !== undefined) {
      const ofAll = body.everywhere ? await sessions.refresh(refreshToken).catch(unlessOver) : undefined;
      if (ofAll) {
        await sessions.endAll(ofAll.token);
        await endSessions(parts, ofAll.userId);
      } else await sessions.revoke(refreshToken);
    }
    return new HttpResponse({ success: true }, { cookies: [clearedRefreshCookie] });
  };

/** A session that is over ends no other: whoever found an old token could sign its owner out. */
const unlessOver = (error: unknown): undefined => {
  if (error instanceof ProblemError && error.code === 'unauthenticated') return undefined;
  throw error;
};
