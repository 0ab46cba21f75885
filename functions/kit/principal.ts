// Who is calling. The authorizer in front of the function has verified the token or the key; here its findings become our words.
import * as z from 'zod';
import { type ApiKeyScope, apiKeyScopeSchema } from '../../shared/contracts/api-key-scopes.ts';
import { personalWorkspaceId } from '../../shared/domain/personal-workspace.ts';
import type { Session } from '../../shared/domain/standing.ts';
import { ProblemError } from '../../shared/runtime/problem-error.ts';
import type { GatewayRequest } from './gateway-request.ts';

export interface Principal {
  readonly userId: string;
  /** The workspace the request acts in: every key of the table it can reach starts with it. */
  readonly workspaceId: string;
  /** Of a person who signed in. */
  readonly session?: Session | undefined;
  /** The API key that was shown; undefined for a person who signed in, who may do everything. */
  readonly apiKey?: { readonly id: string; readonly scopes: readonly ApiKeyScope[] } | undefined;
}

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
export function principalOf({ authorizer }: Pick<GatewayRequest, 'authorizer'>): Principal {
  const signedIn = signedInSchema.safeParse(authorizer);
  if (signedIn.success) {
    const { sub: userId, iat: issuedAt, jti: tokenId } = signedIn.data.jwt.claims;
    return { userId, workspaceId: personalWorkspaceId(userId), session: { issuedAt, tokenId } };
  }
  const partner = partnerContextSchema.safeParse(authorizer);
  if (!partner.success) throw new ProblemError('unauthenticated', 'Send an access token as Authorization: Bearer.');
  const { userId, workspaceId, apiKeyId, scopes } = partner.data;
  return { userId, workspaceId, apiKey: { id: apiKeyId, scopes } };
}

/** Throws forbidden when the caller's key lacks the scope. */
export function requireScope({ apiKey }: Principal, scope: ApiKeyScope | undefined): void {
  if (!apiKey || (scope && apiKey.scopes.includes(scope))) return;
  throw new ProblemError(
    'forbidden',
    scope ? `This key needs the scope ${scope}. Make another key that has it.` : 'This is not open to API keys.',
  );
}
