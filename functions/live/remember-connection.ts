import * as z from 'zod';
import type { Connections } from '../../shared/data/connections.ts';
import type { Users } from '../../shared/data/users.ts';
import { personalWorkspaceId } from '../../shared/domain/personal-workspace.ts';
import type { LiveInput } from '../kit/live-function.ts';
import type { Principal } from '../kit/principal.ts';
import { requireStanding } from '../kit/require-standing.ts';
import type { VerifyToken } from './token-verifier.ts';

const ownerSchema = z.object({
  userId: z.string().min(1),
  workspaceId: z.string().min(1),
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
    const { userId, workspaceId, ...session } = await ownerOf(authorizer, token, verify);
    await connections.add(connectionId, { userId, workspaceId });
    const principal: Principal = { userId, workspaceId, session };
    await requireStanding(users, principal, 'session').catch(async (error: unknown) => {
      await connections.delete(connectionId, { userId });
      throw error;
    });
  };

async function ownerOf(authorizer: unknown, token: string | undefined, verify: VerifyToken) {
  const owner = ownerSchema.safeParse(authorizer);
  if (owner.success) return owner.data;
  const { sub, iat, jti } = await verify(token ?? '');
  return { userId: sub, workspaceId: personalWorkspaceId(sub), issuedAt: iat, tokenId: jti };
}
