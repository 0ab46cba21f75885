// Last step of a campaign: give it the status its phases deserve, unless its last phase has completed it (steps/complete-phase.ts).
import { isTerminalCampaign } from '../../contracts/campaign.ts';
import type { CampaignReference } from '../../contracts/identifiers.ts';
import type { Campaigns } from '../../data/campaigns.ts';
import type { ModelCalls } from '../../data/model-calls.ts';
import type { Phases } from '../../data/phases.ts';
import type { Usages } from '../../data/usage.ts';
import type { TakeNumbersBy } from '../../events/event-numbers.ts';
import { settleLeftOver } from '../../generation/settle-call.ts';
import { recordMetric } from '../../runtime/record-metric.ts';
import { type CampaignEnd, endOf } from '../campaign-end.ts';

export interface FinishCampaignParts {
  readonly campaigns: Campaigns;
  readonly calls: ModelCalls;
  readonly usages: Usages;
  readonly phases: Phases;
  readonly takeNumbersBy: TakeNumbersBy;
}

/** Finishes a campaign. Safe to repeat: the end and the numbers of its announcement are one write. */
export const finishCampaign =
  (parts: FinishCampaignParts) =>
  async (reference: CampaignReference): Promise<void> => {
    const header = await parts.campaigns.getWithReservations(reference);
    if (!header || (isTerminalCampaign(header.campaign.status) && header.reservations.size === 0)) return;
    const looking = endAfter(parts, reference, header); // beside the preparations for its announcement
    looking.catch(() => {}); // heard below
    const taken = await parts.takeNumbersBy(reference, eventsOfAnEnd, async (now) =>
      parts.campaigns.finish(reference, (await looking).status, { events: eventsOfAnEnd, now }),
    );
    if (!taken) return;
    const { status, events } = await looking;
    await taken.deliver(events);
    recordMetric('campaignsFinished', 1, { status });
  };

const eventsOfAnEnd = 2;

/** What the phases came to, once everything that was reserved is settled. */
async function endAfter(
  parts: FinishCampaignParts,
  reference: CampaignReference,
  { campaign, reservations }: NonNullable<Awaited<ReturnType<Campaigns['getWithReservations']>>>,
): Promise<CampaignEnd> {
  const phases = await parts.phases.list(reference);
  // Nobody is at work any more: what is still reserved is of calls whose end was lost.
  await settleLeftOver(parts, { reference, userId: campaign.createdBy }, reservations, () => true);
  return endOf(phases);
}
