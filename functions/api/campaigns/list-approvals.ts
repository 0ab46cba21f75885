import type { Campaign } from '../../../shared/contracts/campaign.ts';
import type { PhaseStatus } from '../../../shared/contracts/phase.ts';
import { pickFields } from '../../../shared/contracts/pick-fields.ts';
import { type ApprovalItem, approvalsRoutes } from '../../../shared/contracts/routes/approvals-routes.ts';
import type { AskedCampaign, Campaigns } from '../../../shared/data/campaigns.ts';
import { type PhaseRecord, type Phases, publicPhase } from '../../../shared/data/phases.ts';
import { decideBy } from '../../../shared/domain/waiting-times.ts';
import type { Input } from '../../kit/http-function.ts';

interface Parts {
  readonly campaigns: Pick<Campaigns, 'listAsked'>;
  readonly phases: Pick<Phases, 'get'>;
}

/**
 * What waits for a person. Headers tell which phases were asked about last; the phases themselves whether they still wait, so that a decision
 * is off the list as soon as it is written.
 */
export const listApprovals =
  ({ campaigns, phases }: Parts) =>
  async ({ query: { limit }, principal: { workspaceId } }: Input<'listApprovals'>) => {
    const asked = (await campaigns.listAsked(workspaceId))
      .filter(({ campaign }) => isUnderWay(campaign))
      .flatMap(pairs);
    const read = asked.slice(0, limit);
    const found = await Promise.all(
      read.map(async ({ campaign, phaseId }) => {
        const phase = await phases.get({ workspaceId, campaignId: campaign.id, phaseId });
        return phase && phase.status in actionsIn ? [itemOf(campaign, phase)] : [];
      }),
    );
    const approvals = found.flat().sort((one, other) => since(one).localeCompare(since(other)));
    return { approvals, total: asked.length - read.length + approvals.length };
  };

const isUnderWay = ({ status }: Campaign): boolean => status === 'RUNNING' || status === 'PAUSED';
const pairs = ({ campaign, phaseIds }: AskedCampaign) => phaseIds.map((phaseId) => ({ campaign, phaseId }));
const since = ({ phase }: ApprovalItem): string => phase.waitingSince ?? '';

const actionsIn: Partial<Record<PhaseStatus, ApprovalItem['actions']>> = {
  WAITING_VALIDATION: ['approve', 'reject', 'skip'],
  FAILED: ['retry', 'write', 'skip'],
  BUDGET_HOLD: ['raise-cap', 'retry', 'write', 'skip'],
};

const campaignFields = approvalsRoutes.listApprovals.response.shape.approvals.element.shape.campaign;

const itemOf = (campaign: Campaign, phase: PhaseRecord): ApprovalItem => ({
  campaign: pickFields(campaignFields, campaign),
  phase: publicPhase(phase),
  holdsUp: phase.dependents.length,
  actions: actionsIn[phase.status] ?? [],
  decideBy: decideBy(phase.waitingSince),
});
