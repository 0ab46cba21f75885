// Verifies access tokens for the socket, where API Gateway has no JWT authorizer of its own.
import { JwtVerifier } from 'aws-jwt-verify';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';
import type { Environment } from '../../shared/contracts/environment.ts';

/** Answers with the verified claims. */
export type VerifyToken = (token: string) => Promise<{
  readonly sub: string;
  /** When it was given, in epoch seconds. */
  readonly iat: number;
  /** Its own id. */
  readonly jti: string;
  readonly [claim: string]: unknown;
}>;

/** The public keys, by plain fetch: the library's own fetcher takes https only, and where the issuer is, is configuration. */
const fetcher = {
  async fetch(uri: string): Promise<ArrayBuffer> {
    const answer = await fetch(uri, { signal: AbortSignal.timeout(3000) });
    if (!answer.ok) throw new Error(`The keys of the token issuer could not be read: HTTP ${answer.status}`);
    return answer.arrayBuffer();
  },
};

/** A verifier for access tokens of our client. It rejects when the token is forged, expired or never expires, an id token, or of another client. */
export function createTokenVerifier(
  environment: Environment<'TOKEN_ISSUER' | 'TOKEN_JWKS_URI' | 'USER_POOL_CLIENT_ID'>,
): VerifyToken {
  const verifier = JwtVerifier.create(
    {
      issuer: environment.TOKEN_ISSUER,
      jwksUri: environment.TOKEN_JWKS_URI,
      audience: null, // Cognito's access tokens have no audience; the client is checked below
      customJwtCheck: ({ payload }) => {
        // The library checks an end that is there, and takes a token for good that has none.
        if (typeof payload.exp !== 'number') throw new Error('a token that never ends');
        if (payload['token_use'] !== 'access') throw new Error('not an access token');
        if (payload['client_id'] !== environment.USER_POOL_CLIENT_ID) throw new Error('a token of another client');
      },
    },
    { jwksCache: new SimpleJwksCache({ fetcher }) },
  );
  return async (token) => {
    const claims = await verifier.verify(token);
    const { sub, iat, jti } = claims;
    if (!sub) throw new Error('a token without a subject');
    if (iat === undefined || !jti) throw new Error('a token without a time or a name');
    return { ...claims, sub, iat, jti };
  };
}
