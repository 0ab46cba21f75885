// What a session is answered with: the access token, the user, and the refresh token where the client wants it.

import type { Tokens } from '../../../shared/accounts/sessions.ts';
import type { UserDirectory } from '../../../shared/accounts/user-directory.ts';
import type { SessionAnswer } from '../../../shared/contracts/routes/auth-routes.ts';
import type { User, Users } from '../../../shared/data/users.ts';
import { isFromBefore } from '../../../shared/domain/accounts/account-standing.ts';
import { HttpResponse } from '../../kit/http-response.ts';
import { refreshCookie } from './refresh-cookie.ts';

export interface SessionParts {
  readonly directory: UserDirectory;
  readonly users: Users;
  readonly clock: () => Date;
}

/** The profile of whoever the tokens are for. One that is not there yet, at a first sign-in or after a crash, is written now. */
export async function profileOf(
  { directory, users, clock }: SessionParts,
  { userId, token }: Pick<Tokens, 'userId' | 'token'>,
): Promise<User> {
  const known = await users.get(userId);
  if (known) return known;
  const { email, name } = await directory.sessions.describeUser(token);
  return users.ensure(userId, email, clock().toISOString(), name);
}

/** Answers who has just shown the right password. */
export async function signInResponse(
  parts: SessionParts,
  tokens: Tokens,
  refreshTokenIn: 'cookie' | 'body',
): Promise<HttpResponse<SessionAnswer>> {
  const user = await profileOf(parts, tokens);
  if (isFromBefore(user, tokens)) await parts.users.admitToken(user.userId, tokens.tokenId);
  return sessionOf(user, tokens, refreshTokenIn);
}

/** Answers who goes on with a session. */
export const refreshResponse = async (parts: SessionParts, tokens: Tokens): Promise<HttpResponse<SessionAnswer>> =>
  sessionOf(await profileOf(parts, tokens), tokens, 'cookie');

function sessionOf(
  { userId: id, email, workspaceId, name }: User,
  tokens: Tokens,
  refreshTokenIn: 'cookie' | 'body',
): HttpResponse<SessionAnswer> {
  const { token, expiresInSeconds, refreshToken } = tokens;
  const session = {
    token,
    expiresInSeconds,
    user: { id, email, workspaceId, ...(name === undefined ? {} : { name }) },
  };
  if (refreshToken === undefined) return new HttpResponse(session);
  return refreshTokenIn === 'body'
    ? new HttpResponse({ ...session, refreshToken })
    : new HttpResponse(session, { cookies: [refreshCookie(refreshToken)] });
}
