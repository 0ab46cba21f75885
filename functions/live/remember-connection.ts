import * as z from 'zod';
import type { Connections } from '../../shared/data/connections.ts';
import type { Users } from '../../shared/data/users.ts';
import { signedIn, type UserPrincipal } from '../../shared/domain/accounts/principal.ts';
import type { LiveInput } from '../kit/live-function.ts';
import { requireAccountStanding } from '../kit/require-account-standing.ts';
import type { VerifyToken } from './token-verifier.ts';

const claimsSchema = z.object({
  userId: z.string().min(1),
  issuedAt: z.coerce.number().int(),
  tokenId: z.string().min(1),
});

interface Parts {
  readonly connections: Pick<Connections, 'add' | 'delete'>;
  readonly users: Pick<Users, 'standing'>;
  readonly verify: VerifyToken;
}

/**
 * Remembers whose socket it is, as the authorizer said. Where no authorizer was asked (an emulator without one, or a route that
 * lost it), the token is verified here: a socket without a proven owner is never remembered. Throws unauthenticated for an account that is
 * gone and a session that has ended; asked after the socket is listed, for whoever ends them lists the sockets after that.
 */
export const rememberConnection =
  ({ connections, users, verify }: Parts) =>
  async ({ connectionId, authorizer, token }: LiveInput): Promise<void> => {
    const principal = await callerOf(authorizer, token, verify);
    const { userId, workspaceId } = principal;
    await connections.add(connectionId, { userId, workspaceId });
    const member = await requireAccountStanding(users, principal, 'session').catch(async (error: unknown) => {
      await connections.delete(connectionId, { userId });
      throw error;
    });
    if (member.workspaceId !== workspaceId) await connections.add(connectionId, member);
  };

async function callerOf(authorizer: unknown, token: string | undefined, verify: VerifyToken): Promise<UserPrincipal> {
  const claims = claimsSchema.safeParse(authorizer);
  if (claims.success) {
    const { userId, ...session } = claims.data;
    return signedIn(userId, session);
  }
  const { sub, iat, jti } = await verify(token ?? '');
  return signedIn(sub, { issuedAt: iat, tokenId: jti });
}
