import type { OutputValues } from '../../../shared/contracts/agent-outputs.ts';
import type { Campaign } from '../../../shared/contracts/campaign.ts';
import { campaignIdSchema } from '../../../shared/contracts/identifiers.ts';
import { firstInstant, lastInstant } from '../../../shared/contracts/instants.ts';
import type { PlannedPost } from '../../../shared/contracts/routes/posts-routes.ts';
import type { Campaigns } from '../../../shared/data/campaigns.ts';
import type { Outputs } from '../../../shared/data/outputs.ts';
import type { PhaseRecord } from '../../../shared/data/phase-records.ts';
import type { Phases } from '../../../shared/data/phases.ts';
import { dayOf } from '../../../shared/data/usage.ts';
import { defaultPlaybook } from '../../../shared/domain/playbook/default-playbook.ts';
import { noSuchCampaign } from '../../../shared/runtime/problem-error.ts';
import { idIn, readPage } from '../../kit/cursor.ts';
import type { Input } from '../../kit/http-function.ts';

interface Parts {
  readonly campaigns: Pick<Campaigns, 'get' | 'list'>;
  readonly phases: Pick<Phases, 'get'>;
  readonly outputs: Pick<Outputs, 'get'>;
  readonly clock: () => Date;
}

/** Posts of a time, out of the plans of the caller's campaigns. A cancelled campaign publishes nothing. */
export const listPosts =
  (parts: Parts) =>
  async ({ query: { from, to, campaignId, limit, cursor }, principal: { workspaceId } }: Input<'listPosts'>) => {
    const { rows, nextCursor } = campaignId
      ? { rows: [await campaignOf(parts, workspaceId, campaignId)], nextCursor: undefined }
      : await readPage<Campaign>({
          limit,
          after: idIn(cursor, campaignIdSchema),
          passes: mayHavePosts,
          read: (size, after) => parts.campaigns.list(workspaceId, size, after),
        });
    const planned = (await Promise.all(rows.flatMap((campaign) => plansOf(parts, campaign)))).flat();
    const first = firstInstant(from ?? dayOf(parts.clock()));
    const last = to === undefined ? Number.POSITIVE_INFINITY : lastInstant(to);
    const posts = planned
      .filter(({ post }) => Date.parse(post.scheduledAt) >= first && Date.parse(post.scheduledAt) <= last)
      .sort((one, other) => one.post.scheduledAt.localeCompare(other.post.scheduledAt));
    return { posts, nextCursor };
  };

const mayHavePosts = ({ status }: Campaign): boolean => status !== 'DRAFT' && status !== 'CANCELLED';

async function campaignOf({ campaigns }: Parts, workspaceId: string, campaignId: string): Promise<Campaign> {
  const campaign = await campaigns.get({ workspaceId, campaignId });
  if (!campaign) throw noSuchCampaign();
  return campaign;
}

const planners = defaultPlaybook.phases.filter(({ outputs }) => outputs.includes('scheduledPosts')).map(({ id }) => id);

/** A post as the calendar shows it. */
export const plannedPost = (
  { id, name, status }: Pick<Campaign, 'id' | 'name' | 'status'>,
  phase: Pick<PhaseRecord, 'id' | 'status'>,
  plan: OutputValues,
  post: PlannedPost['post'],
): PlannedPost => {
  const timeZone = plan.liveCampaign?.timeZone;
  return {
    campaign: { id, name, status },
    phaseId: phase.id,
    status: phase.status === 'COMPLETED' ? 'planned' : 'proposed',
    ...(timeZone ? { timeZone } : {}),
    post,
  };
};

const plansOf = ({ phases, outputs }: Parts, campaign: Campaign): Promise<PlannedPost[]>[] =>
  planners.map(async (phaseId) => {
    const reference = { workspaceId: campaign.workspaceId, campaignId: campaign.id, phaseId };
    const phase = await phases.get(reference);
    const stands = phase?.status === 'COMPLETED' || phase?.status === 'WAITING_VALIDATION';
    if (!stands || phase.outputAttempt === undefined) return [];
    // Checked by its agent's schema when it was stored.
    const output = (await outputs.get(reference, phase.outputAttempt, phase.editedVersion)) as OutputValues | undefined;
    return (output?.scheduledPosts ?? []).map((post) => plannedPost(campaign, phase, output ?? {}, post));
  });
