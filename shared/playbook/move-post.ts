// Moves a planned post: a person's version of the plan with the new time, and the record of who moved what, in one write.
import type { OutputValues, ScheduledPost } from '../contracts/agent-outputs.ts';
import type { isTerminalCampaign } from '../contracts/campaign.ts';
import type { PhaseReference } from '../contracts/identifiers.ts';
import type { Campaigns } from '../data/campaigns.ts';
import type { Outputs, OutputValue } from '../data/outputs.ts';
import type { PhaseRecord } from '../data/phase-records.ts';
import type { Phases } from '../data/phases.ts';
import type { Publish } from '../events/publisher.ts';
import { ProblemError } from '../runtime/problem-error.ts';

export interface MovePostParts {
  readonly campaigns: Pick<Campaigns, 'get'>;
  readonly phases: Pick<Phases, 'get' | 'change'>;
  readonly outputs: Pick<Outputs, 'get' | 'putEdited'>;
  readonly publish: Publish;
  readonly clock: () => Date;
}

export interface PostMoved {
  readonly postId: string;
  readonly scheduledAt: string;
  /** When it was to go out as far as the caller knows. */
  readonly from?: string | undefined;
}

const movable = ['COMPLETED', 'WAITING_VALIDATION'] as const;

/**
 * Answers with the phase and its plan after the move. Moving a post to where it is changes nothing. Throws not-found, conflict (somebody was faster,
 * the campaign is cancelled, the post's time is over) and validation-failed.
 */
export const movePost =
  (parts: MovePostParts) => async (reference: PhaseReference, movedBy: string, move: PostMoved) => {
    const [campaign, phase] = await Promise.all([parts.campaigns.get(reference), parts.phases.get(reference)]);
    if (!campaign || !phase) throw new ProblemError('not-found', 'There is no such phase.');
    const { plan, post } = await planOf(parts, reference, phase, move.postId);
    const now = parts.clock();
    refuse(campaign, post, move, now);
    const moved = { ...post, scheduledAt: move.scheduledAt };
    const version: OutputValue = { ...plan, ...withPost(plan, moved) };
    if (sameInstant(post.scheduledAt, move.scheduledAt)) return { campaign, phase, plan, post };
    const editedVersion = await parts.outputs.putEdited(reference, phase.outputAttempt ?? phase.attempt, version);
    const changed = await parts.phases.change(reference, {
      from: movable,
      attempt: phase.attempt,
      version: phase.editedVersion ?? null,
      set: { editedVersion },
      move: { postId: post.id, from: post.scheduledAt, to: move.scheduledAt, movedBy, movedAt: now.toISOString() },
    });
    if (!changed)
      throw new ProblemError(
        'conflict',
        'Somebody else has just changed this plan. Read it again, then move the post.',
      );
    const attempt = phase.outputAttempt ?? phase.attempt;
    await parts.publish(reference, { events: [{ type: 'phase:output', data: { phaseId: phase.id, attempt } }] });
    return { campaign, phase: changed, plan: version as OutputValues, post: moved };
  };

async function planOf(parts: MovePostParts, reference: PhaseReference, phase: PhaseRecord, postId: string) {
  const { status, outputAttempt, editedVersion } = phase;
  const stands = movable.some((one) => one === status) && outputAttempt !== undefined;
  // Checked by its agent's schema when it was stored.
  const plan = stands
    ? ((await parts.outputs.get(reference, outputAttempt, editedVersion)) as OutputValues | undefined)
    : undefined;
  const post = plan?.scheduledPosts?.find(({ id }) => id === postId);
  if (!plan || !post) throw new ProblemError('not-found', `Phase "${phase.id}" has planned no post "${postId}".`);
  return { plan, post };
}

function refuse(
  { status }: { readonly status: Parameters<typeof isTerminalCampaign>[0] },
  post: ScheduledPost,
  { scheduledAt, from }: PostMoved,
  now: Date,
): void {
  if (status === 'CANCELLED')
    throw new ProblemError('conflict', 'The campaign is cancelled: nothing of its plan goes out.');
  if (from !== undefined && !sameInstant(from, post.scheduledAt))
    throw new ProblemError(
      'conflict',
      `Somebody else has moved this post to ${post.scheduledAt}. Look at its new time, then move it from there.`,
    );
  if (Date.parse(post.scheduledAt) < now.getTime())
    throw new ProblemError('conflict', `The time of this post, ${post.scheduledAt}, is over: it can be moved no more.`);
  if (Date.parse(scheduledAt) < now.getTime())
    throw new ProblemError('validation-failed', 'A post cannot be moved into the past.', [
      { pointer: '#/scheduledAt', detail: `must not be in the past: it is ${now.toISOString()} now` },
    ]);
}

const sameInstant = (one: string, other: string): boolean => Date.parse(one) === Date.parse(other);

/** The plan with the moved post, in the order they go out; the campaign begins and ends with its first and last. */
function withPost(plan: OutputValues, moved: ScheduledPost): Pick<OutputValues, 'scheduledPosts' | 'liveCampaign'> {
  const scheduledPosts = (plan.scheduledPosts ?? []).map((post) => (post.id === moved.id ? moved : post));
  if (!plan.liveCampaign) return { scheduledPosts };
  const { startsAt, endsAt } = plan.liveCampaign;
  const at = Date.parse(moved.scheduledAt);
  return {
    scheduledPosts,
    liveCampaign: {
      ...plan.liveCampaign,
      startsAt: at < Date.parse(startsAt) ? moved.scheduledAt : startsAt,
      endsAt: at > Date.parse(endsAt) ? moved.scheduledAt : endsAt,
    },
  };
}
