// Signing in, staying signed in, signing out.
import {
  type AuthFlowType,
  GetUserCommand,
  GlobalSignOutCommand,
  InitiateAuthCommand,
  type InitiateAuthCommandOutput,
  InvalidParameterException,
  NotAuthorizedException,
  PasswordResetRequiredException,
  RevokeTokenCommand,
  UnauthorizedException,
  UnsupportedTokenTypeException,
  UserNotConfirmedException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import * as z from 'zod';
import type { Session } from '../domain/accounts/account-standing.ts';
import { ProblemError } from '../runtime/problem-error.ts';
import { admitUser } from './registrations.ts';
import { isOneOf, type Pool } from './user-pool.ts';

const tokensSchema = z.object({
  AccessToken: z.string().min(1),
  ExpiresIn: z.int().min(1),
  RefreshToken: z.string().min(1).optional(),
});
const claimsSchema = z.object({
  sub: z.string().min(1),
  username: z.string().min(1),
  iat: z.int(),
  jti: z.string().min(1),
});
const attributesSchema = z.object({ email: z.string(), name: z.string().optional() });

export interface Tokens extends Session {
  readonly token: string;
  readonly expiresInSeconds: number;
  readonly userId: string;
  /** Missing when the session goes on with the one it has. */
  readonly refreshToken: string | undefined;
}

export function createSessions(pool: Pool) {
  const { client, appClient, requiresConfirmation } = pool;
  /** `username` is the e-mail, or the user's own name where a refresh token says who it is. */
  const initiate = async (AuthFlow: AuthFlowType, username: string, parameters: Record<string, string>) => {
    const { ClientId, SecretHash } = await appClient.proofFor(username);
    const AuthParameters = { ...parameters, SECRET_HASH: SecretHash };
    return tokensIn(await client.send(new InitiateAuthCommand({ AuthFlow, ClientId, AuthParameters })));
  };
  const withPassword = (email: string, password: string): Promise<Tokens> =>
    initiate('USER_PASSWORD_AUTH', email, { USERNAME: email, PASSWORD: password });

  return {
    /**
     * Signs in. Throws wrong-credentials, whatever of the two is wrong, and not-confirmed to whoever knows the password of an account
     * that waits for its code: one from before the code began to set the password. Where no code is asked for, such an account is what a crash left of a registration: it is admitted now.
     */
    async signIn(email: string, password: string): Promise<Tokens> {
      try {
        return await withPassword(email, password).catch(async (error: unknown) => {
          if (!(error instanceof UserNotConfirmedException)) throw error;
          if (requiresConfirmation)
            throw new ProblemError(
              'not-confirmed',
              'Confirm the e-mail with the code that was mailed, or ask for another.',
            );
          await admitUser(pool, email);
          return withPassword(email, password);
        });
      } catch (error) {
        if (isOneOf(error, [NotAuthorizedException, UserNotFoundException, PasswordResetRequiredException]))
          throw new ProblemError(
            'wrong-credentials',
            requiresConfirmation
              ? 'Check the e-mail and the password. A new account must be confirmed first, by the code that was mailed.'
              : 'Check the e-mail and the password.',
          );
        throw error;
      }
    },

    /** Makes a new access token. Throws unauthenticated when the refresh token is revoked, expired or none. */
    async refresh(refreshToken: string): Promise<Tokens> {
      try {
        const { username, token } = partsOf(refreshToken);
        return await initiate('REFRESH_TOKEN_AUTH', username, { REFRESH_TOKEN: token });
      } catch (error) {
        if (isOneOf(error, [NotAuthorizedException, UserNotFoundException, InvalidParameterException]))
          throw sessionOver();
        throw error;
      }
    },

    /** Revokes a refresh token; one that is revoked already, or is none, is as good as revoked. */
    async revoke(refreshToken: string): Promise<void> {
      try {
        const ClientSecret = await appClient.secret();
        const { token } = partsOf(refreshToken);
        await client.send(new RevokeTokenCommand({ ClientId: appClient.id, ClientSecret, Token: token }));
      } catch (error) {
        const useless = [
          InvalidParameterException,
          NotAuthorizedException,
          UnauthorizedException,
          UnsupportedTokenTypeException,
        ];
        if (!isOneOf(error, useless)) throw error;
      }
    },

    /** Revokes every refresh token of the user whose access token this is. */
    async endAll(token: string): Promise<void> {
      await client.send(new GlobalSignOutCommand({ AccessToken: token }));
    },

    /** What the pool knows of the user whose access token this is. */
    async describeUser(token: string): Promise<{ email: string; name?: string | undefined }> {
      const { UserAttributes = [] } = await client.send(new GetUserCommand({ AccessToken: token }));
      return attributesSchema.parse(Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value])));
    },
  };
}

/** The answer to every session that cannot go on. */
export const sessionOver = () => new ProblemError('unauthenticated', 'The session is over. Sign in again.');

function tokensIn({ AuthenticationResult }: InitiateAuthCommandOutput): Tokens {
  const { AccessToken, ExpiresIn, RefreshToken } = tokensSchema.parse(AuthenticationResult);
  const { sub, username, iat, jti } = claimsOf(AccessToken);
  return {
    token: AccessToken,
    expiresInSeconds: ExpiresIn,
    userId: sub,
    issuedAt: iat,
    tokenId: jti,
    refreshToken: RefreshToken && `${Buffer.from(username).toString('base64url')}.${RefreshToken}`,
  };
}

/** A refresh token of ours says first whose it is: Cognito asks for a proof about that name, and its own token does not tell it. */
function partsOf(refreshToken: string): { username: string; token: string } {
  const [name = '', ...token] = refreshToken.split('.');
  return { username: Buffer.from(name, 'base64url').toString(), token: token.join('.') };
}

/** What a token says that Cognito has just given us: it needs no verification. */
function claimsOf(accessToken: string): z.infer<typeof claimsSchema> {
  const payload = Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString('utf8');
  return claimsSchema.parse(JSON.parse(payload));
}
