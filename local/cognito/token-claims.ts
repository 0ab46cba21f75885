import { createPublicKey, verify } from 'node:crypto';
import publicKey from 'cognito-local/lib/keys/cognitoLocal.public.json' with { type: 'json' };
import * as z from 'zod';

const claimsSchema = z.looseObject({
  sub: z.string().optional(),
  username: z.string().optional(),
  client_id: z.string().optional(),
  token_use: z.string().optional(),
  iss: z.string(),
  exp: z.number(),
  iat: z.number(),
});

/** What a token of this platform says. Times are epoch seconds. */
export type TokenClaims = z.output<typeof claimsSchema>;

const key = createPublicKey({ key: publicKey.jwk, format: 'jwk' });

/** The keys that verify tokens, as `/{poolId}/.well-known/jwks.json` serves them. */
export const signingKeys = { keys: [publicKey.jwk] };

/** Gives a token's claims when the signature is ours and it has not expired; otherwise undefined. */
export const verifiedClaims = (token: unknown, nowSeconds: number): TokenClaims | undefined => {
  const [header, payload, signature, ...rest] = typeof token === 'string' ? token.split('.') : [];
  if (!header || !payload || !signature || rest.length > 0) return undefined;
  const isOurs = verify('RSA-SHA256', Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url'));
  if (!isOurs) return undefined;
  const claims = claimsSchema.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  return claims.success && claims.data.exp > nowSeconds ? claims.data : undefined;
};
