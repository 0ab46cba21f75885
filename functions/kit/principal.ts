// Who is calling. The authorizer in front of the function has verified the token; here its claims become our words.
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import { personalWorkspaceId } from '../../shared/data/users.ts';
import { ProblemError } from '../../shared/runtime/problem-error.ts';

export interface Principal {
  readonly userId: string;
  /** The workspace the request acts in: every key of the table it can reach starts with it. */
  readonly workspaceId: string;
}

const authorizerSchema = z.object({
  jwt: z.object({ claims: z.object({ sub: z.string().min(1), token_use: z.literal('access') }) }),
});

/** The verified caller. Throws unauthenticated for an id token: only access tokens open the API. */
export function principalOf(event: APIGatewayProxyEventV2): Principal {
  const context: unknown = 'authorizer' in event.requestContext ? event.requestContext.authorizer : undefined;
  const parsed = authorizerSchema.safeParse(context);
  if (!parsed.success) throw new ProblemError('unauthenticated', 'Send an access token as Authorization: Bearer.');
  const userId = parsed.data.jwt.claims.sub;
  return { userId, workspaceId: personalWorkspaceId(userId) };
}
