import * as z from 'zod';
import type { Connections } from '../../shared/data/connections.ts';
import { personalWorkspaceId } from '../../shared/domain/personal-workspace.ts';
import type { LiveInput } from '../kit/live-function.ts';
import type { VerifyToken } from './token-verifier.ts';

const ownerSchema = z.object({ userId: z.string().min(1), workspaceId: z.string().min(1) });

/**
 * Remembers whose socket it is, as the authorizer said. Where no authorizer was asked (an emulator without one, or a route that
 * lost it), the token is verified here: a socket without a proven owner is never remembered.
 */
export const rememberConnection =
  ({ connections, verify }: { connections: Pick<Connections, 'add'>; verify: VerifyToken }) =>
  async ({ connectionId, authorizer, token }: LiveInput): Promise<void> => {
    const owner = ownerSchema.safeParse(authorizer);
    await connections.add(connectionId, owner.success ? owner.data : ownerOf((await verify(token ?? '')).sub));
  };

const ownerOf = (userId: string) => ({ userId, workspaceId: personalWorkspaceId(userId) });
