import type { Campaign } from '../../../shared/contracts/campaign.ts';
import { campaignIdSchema } from '../../../shared/contracts/identifiers.ts';
import { firstInstant } from '../../../shared/contracts/instants.ts';
import { pickFields } from '../../../shared/contracts/pick-fields.ts';
import { approvalsRoutes, type DecidedItem } from '../../../shared/contracts/routes/approvals-routes.ts';
import type { Campaigns } from '../../../shared/data/campaigns.ts';
import { approvalsOf } from '../../../shared/data/phase-records.ts';
import type { Phases } from '../../../shared/data/phases.ts';
import { idIn, readPage } from '../../kit/cursor.ts';
import type { Input } from '../../kit/http-function.ts';

interface Parts {
  readonly campaigns: Pick<Campaigns, 'list'>;
  readonly phases: Pick<Phases, 'listDecided'>;
  readonly clock: () => Date;
}

const lateDays = 7;
const { campaign: campaignFields, phase: phaseFields } =
  approvalsRoutes.listDecisions.response.shape.decisions.element.shape;

/** What people decided since a time. A decision moves its campaign's header, so campaigns that have not moved since are not looked at. */
export const listDecisions =
  ({ campaigns, phases, clock }: Parts) =>
  async ({ query: { from, limit, cursor }, principal: { workspaceId } }: Input<'listDecisions'>) => {
    const since = from === undefined ? clock().getTime() - lateDays * 24 * 60 * 60 * 1000 : firstInstant(from);
    const { rows, nextCursor } = await readPage<Campaign>({
      limit,
      after: idIn(cursor, campaignIdSchema),
      passes: ({ updatedAt }) => Date.parse(updatedAt) >= since,
      read: (size, after) => campaigns.list(workspaceId, size, after),
    });
    const found = await Promise.all(
      rows.map(async (campaign): Promise<DecidedItem[]> => {
        const decided = await phases.listDecided({ workspaceId, campaignId: campaign.id });
        return decided.flatMap((phase) =>
          approvalsOf(phase).map((approval) => ({
            campaign: pickFields(campaignFields, campaign),
            phase: pickFields(phaseFields, phase),
            approval,
          })),
        );
      }),
    );
    const decisions = found
      .flat()
      .filter(({ approval }) => Date.parse(approval.decidedAt) >= since)
      .sort((one, other) => other.approval.decidedAt.localeCompare(one.approval.decidedAt));
    return { decisions, nextCursor };
  };
