import { principalId } from '../../../shared/domain/accounts/principal.ts';
import { type MovePostParts, movePost as move } from '../../../shared/playbook/move-post.ts';
import type { Input } from '../../kit/http-function.ts';
import { plannedPost } from './list-posts.ts';

/** Moves a planned post to another time. */
export const movePost =
  (parts: MovePostParts) =>
  async ({ params: { postId, ...phase }, body, principal }: Input<'movePost'>) => {
    const reference = { ...phase, workspaceId: principal.workspaceId };
    const moved = await move(parts)(reference, principalId(principal), { postId, ...body });
    return { success: true as const, post: plannedPost(moved.campaign, moved.phase, moved.plan, moved.post) };
  };
