import type { Campaign } from '../../../shared/contracts/campaign.ts';
import type { PhaseStatus } from '../../../shared/contracts/phase.ts';
import { pickFields } from '../../../shared/contracts/pick-fields.ts';
import { type ApprovalItem, approvalsRoutes } from '../../../shared/contracts/routes/approvals-routes.ts';
import type { AskedCampaign } from '../../../shared/data/campaign-headers.ts';
import type { Campaigns } from '../../../shared/data/campaigns.ts';
import { type PhaseRecord, publicPhase } from '../../../shared/data/phase-records.ts';
import type { Phases } from '../../../shared/data/phases.ts';
import type { Snooze, Snoozes } from '../../../shared/data/snoozes.ts';
import { decideBy } from '../../../shared/domain/playbook/approval-deadlines.ts';
import type { Input } from '../../kit/http-function.ts';

interface Parts {
  readonly campaigns: Pick<Campaigns, 'listAsked'>;
  readonly phases: Pick<Phases, 'get'>;
  readonly snoozes: Pick<Snoozes, 'listOf'>;
  readonly clock: () => Date;
}

/**
 * What waits for a person. Headers tell which phases were asked about last; the phases themselves whether they still wait, so that a decision
 * is off the list as soon as it is written.
 */
export const listApprovals =
  ({ campaigns, phases, snoozes, clock }: Parts) =>
  async ({ query: { limit }, principal: { workspaceId, userId } }: Input<'listApprovals'>) => {
    const [headers, aside] = await Promise.all([campaigns.listAsked(workspaceId, clock()), snoozes.listOf(userId)]);
    const asked = headers.filter(({ campaign }) => isUnderWay(campaign)).flatMap(pairs);
    const read = asked.slice(0, limit);
    const found = await Promise.all(
      read.map(async ({ campaign, phaseId }) => {
        const phase = await phases.get({ workspaceId, campaignId: campaign.id, phaseId });
        return phase && waitsForPeople(phase)
          ? [itemOf(campaign, phase, snoozeOf(aside, campaign, phase, clock()))]
          : [];
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

/** Whether a phase is one of those that people are asked about. */
export const waitsForPeople = ({ status }: Pick<PhaseRecord, 'status'>): boolean => status in actionsIn;

/** Until when its reader has put it aside: this attempt of it, and not any longer. */
const snoozeOf = (aside: readonly Snooze[], campaign: Campaign, { id, attempt }: PhaseRecord, now: Date) =>
  aside.find(
    (snooze) =>
      snooze.campaignId === campaign.id &&
      snooze.phaseId === id &&
      snooze.attempt === attempt &&
      Date.parse(snooze.until) > now.getTime(),
  )?.until;

const campaignFields = approvalsRoutes.listApprovals.response.shape.approvals.element.shape.campaign;

const itemOf = (campaign: Campaign, phase: PhaseRecord, snoozedUntil: string | undefined): ApprovalItem => ({
  campaign: pickFields(campaignFields, campaign),
  phase: publicPhase(phase),
  holdsUp: phase.dependents.length,
  actions: actionsIn[phase.status] ?? [],
  ...(snoozedUntil === undefined ? {} : { snoozedUntil }),
  decideBy: decideBy(phase.waitingSince),
});
