// Sessions: signing in, and what a token is asked for.
import * as z from 'zod';
import { isSameSecret } from '../endpoint/is-same-secret.ts';
import { type Operation, ServiceError } from '../endpoint/service.ts';
import type { Account } from './accounts.ts';
import { accessTokenSeconds } from './tokens.ts';
import { answering, checkProof, existing, notAuthorized, type PoolParts, text } from './user-pool.ts';

/** An account's refresh tokens that are kept, the newest: each sign-in writes them all. */
const keptRefreshTokens = 50;

export function sessions({ pool, accounts, tokens, passwords }: PoolParts) {
  const ClientId = z.literal(pool.clientId);
  const AuthFlow = z.enum(['USER_PASSWORD_AUTH', 'REFRESH_TOKEN_AUTH']);
  const byToken = z.object({ AccessToken: text });
  const accountOf = ({ AccessToken }: z.output<typeof byToken>): Account => {
    const claims = tokens.claimsIn(AccessToken);
    if (claims?.['token_use'] !== 'access') throw notAuthorized('Invalid Access Token');
    return existing(accounts.find(String(claims['username'])));
  };
  const session = ({ Username }: Account, RefreshToken?: string) => ({
    AuthenticationResult: {
      AccessToken: tokens.accessToken(Username),
      ExpiresIn: accessTokenSeconds,
      TokenType: 'Bearer',
      RefreshToken,
    },
  });

  return {
    InitiateAuth: answering(z.object({ ClientId, AuthFlow, AuthParameters: z.record(text, text) }), async (request) => {
      const { SECRET_HASH, REFRESH_TOKEN = '', USERNAME = '', PASSWORD = '' } = request.AuthParameters;
      if (request.AuthFlow === 'REFRESH_TOKEN_AUTH') {
        const account = accounts.withRefreshToken(REFRESH_TOKEN);
        if (!account || !tokens.claimsIn(REFRESH_TOKEN))
          throw notAuthorized('Refresh Token has expired or has been revoked');
        // It names nobody itself: the proof is for the account whose it is.
        checkProof(pool, account.Username, SECRET_HASH);
        return session(account);
      }
      checkProof(pool, USERNAME, SECRET_HASH);
      const password = await passwords.hash(PASSWORD);
      const account = accounts.find(USERNAME);
      if (!account || !isSameSecret(password, account.Password)) throw notAuthorized();
      if (account.UserStatus === 'UNCONFIRMED')
        throw new ServiceError('UserNotConfirmedException', 'User is not confirmed.');
      const refreshToken = tokens.refreshToken(account.Username);
      accounts.change(account, { RefreshTokens: [...account.RefreshTokens, refreshToken].slice(-keptRefreshTokens) });
      return session(account, refreshToken);
    }),

    /** What is no token of ours, or none that works, needs no revoking: it is answered like one that did (RFC 7009). */
    RevokeToken: answering(z.object({ ClientId, ClientSecret: text.default(''), Token: text }), (request) => {
      if (!isSameSecret(request.ClientSecret, pool.clientSecret))
        throw notAuthorized(`Unable to verify the secret of client ${request.ClientId}`);
      const account = accounts.withRefreshToken(request.Token);
      const RefreshTokens = account?.RefreshTokens.filter((token) => token !== request.Token);
      return account && accounts.change(account, { RefreshTokens: RefreshTokens ?? [] });
    }),

    ChangePassword: answering(byToken.extend({ PreviousPassword: text, ProposedPassword: text }), async (request) => {
      const proposed = passwords.hashNew(request.ProposedPassword);
      accountOf(request);
      const [Password, previous] = await Promise.all([proposed, passwords.hash(request.PreviousPassword)]);
      const account = accountOf(request);
      if (!isSameSecret(previous, account.Password)) throw notAuthorized();
      return accounts.change(account, { Password });
    }),

    GetUser: answering(byToken, (request) => {
      const { Username, Attributes: UserAttributes } = accountOf(request);
      return { Username, UserAttributes };
    }),

    DeleteUser: answering(byToken, (request) => accounts.remove(accountOf(request))),

    GlobalSignOut: answering(byToken, (request) => accounts.change(accountOf(request), { RefreshTokens: [] })),
  } satisfies Record<string, Operation>;
}
