// Sessions: signing in, and what a token is asked for.
import * as z from 'zod';
import { isSameSecret } from '../endpoint/is-same-secret.ts';
import { type Operation, ServiceError } from '../endpoint/service.ts';
import type { Account } from './accounts.ts';
import { checkPolicy } from './passwords.ts';
import { accessTokenSeconds } from './tokens.ts';
import { answering, checkClient, existing, notAuthorized, type PoolParts, text } from './user-pool.ts';

const byToken = z.object({ AccessToken: text });
const initiateSchema = z.object({
  ClientId: text,
  AuthFlow: z.enum(['USER_PASSWORD_AUTH', 'REFRESH_TOKEN_AUTH']),
  AuthParameters: z.record(text, text),
});

export function sessions({ pool, accounts, tokens, hashPassword }: PoolParts) {
  const accountOfToken = (accessToken: string): Account => {
    const claims = tokens.claimsIn(accessToken);
    if (claims?.['token_use'] !== 'access') throw notAuthorized('Invalid Access Token');
    return existing(accounts.find(String(claims['username'])));
  };
  const session = (account: Account) => ({
    AccessToken: tokens.accessToken(account.Username),
    ExpiresIn: accessTokenSeconds,
    TokenType: 'Bearer',
  });

  return {
    InitiateAuth: answering(initiateSchema, async ({ ClientId, AuthFlow, AuthParameters }) => {
      const { SECRET_HASH: SecretHash, REFRESH_TOKEN: token = '', USERNAME = '', PASSWORD = '' } = AuthParameters;
      if (AuthFlow === 'REFRESH_TOKEN_AUTH') {
        const account = accounts.withRefreshToken(token);
        if (!account || !tokens.claimsIn(token)) throw notAuthorized('Refresh Token has expired or has been revoked');
        // It names nobody itself: the proof is for the account whose it is.
        checkClient(pool, { ClientId, SecretHash }, account.Username);
        return { AuthenticationResult: session(account) };
      }
      checkClient(pool, { ClientId, SecretHash }, USERNAME);
      const password = await hashPassword(PASSWORD);
      const account = accounts.find(USERNAME);
      if (!account || !isSameSecret(password, account.Password)) throw notAuthorized();
      if (account.UserStatus === 'UNCONFIRMED')
        throw new ServiceError('UserNotConfirmedException', 'User is not confirmed.');
      const RefreshToken = tokens.refreshToken(account.Username);
      accounts.addRefreshToken(account, RefreshToken);
      return { AuthenticationResult: { ...session(account), RefreshToken } };
    }),

    /** What is no token of ours, or none that works, needs no revoking: it is answered like one that did (RFC 7009). */
    RevokeToken: answering(z.object({ ClientId: text, ClientSecret: text.optional(), Token: text }), (request) => {
      if (!isSameSecret(request.ClientSecret ?? '', pool.clientSecret))
        throw notAuthorized(`Unable to verify the secret of client ${request.ClientId}`);
      const account = accounts.withRefreshToken(request.Token);
      if (!account) return {};
      accounts.change(account, { RefreshTokens: account.RefreshTokens.filter((token) => token !== request.Token) });
      return {};
    }),

    ChangePassword: answering(byToken.extend({ PreviousPassword: text, ProposedPassword: text }), async (request) => {
      checkPolicy(request.ProposedPassword);
      accountOfToken(request.AccessToken);
      const [previous, proposed] = await Promise.all(
        [request.PreviousPassword, request.ProposedPassword].map(hashPassword),
      );
      const account = accountOfToken(request.AccessToken);
      if (!isSameSecret(previous ?? '', account.Password)) throw notAuthorized();
      accounts.change(account, { Password: proposed ?? '' });
      return {};
    }),

    GetUser: answering(byToken, ({ AccessToken }) => {
      const { Username, Attributes: UserAttributes } = accountOfToken(AccessToken);
      return { Username, UserAttributes };
    }),

    DeleteUser: answering(byToken, ({ AccessToken }) => {
      accounts.remove(accountOfToken(AccessToken));
      return {};
    }),

    GlobalSignOut: answering(byToken, ({ AccessToken }) => {
      accounts.change(accountOfToken(AccessToken), { RefreshTokens: [] });
      return {};
    }),
  } satisfies Record<string, Operation>;
}
