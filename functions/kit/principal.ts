// Who is calling. The authorizer in front of the function has verified the token or the key; here its findings become our words.
import * as z from 'zod';
import { apiKeyScopeSchema } from '../../shared/contracts/api-key-scopes.ts';
import { type KeyPrincipal, signedIn, type UserPrincipal } from '../../shared/domain/accounts/principal.ts';
import { ProblemError } from '../../shared/runtime/problem-error.ts';
import type { GatewayRequest } from './gateway-request.ts';

const signedInSchema = z.object({
  jwt: z.object({
    claims: z.object({
      sub: z.string().min(1),
      token_use: z.literal('access'),
      // API Gateway hands every claim on as text.
      iat: z.coerce.number().int(),
      jti: z.string().min(1),
    }),
  }),
});
/** What the authorizer of the partner API puts beside a request. API Gateway passes strings on and nothing else. */
export const partnerContextSchema = z.object({
  userId: z.string().min(1),
  workspaceId: z.string().min(1),
  apiKeyId: z.string().min(1),
  /** Separated by spaces. */
  scopes: z
    .string()
    .transform((text) => text.split(' ').filter(Boolean))
    .pipe(z.array(apiKeyScopeSchema)),
});

/** The verified caller. Throws unauthenticated for an id token: only access tokens open the API. */
export function principalOf({ authorizer }: Pick<GatewayRequest, 'authorizer'>): UserPrincipal | KeyPrincipal {
  const found = signedInSchema.safeParse(authorizer);
  if (found.success) {
    const { sub: userId, iat: issuedAt, jti: tokenId } = found.data.jwt.claims;
    return signedIn(userId, { issuedAt, tokenId });
  }
  const partner = partnerContextSchema.safeParse(authorizer);
  if (!partner.success) throw new ProblemError('unauthenticated', 'Send an access token as Authorization: Bearer.');
  const { userId, workspaceId, apiKeyId, scopes } = partner.data;
  return { kind: 'key', keyId: apiKeyId, userId, workspaceId, permissions: new Set(scopes) };
}
