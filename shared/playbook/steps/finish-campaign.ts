// Last step of a campaign: give it the status its phases deserve. A campaign with an unfinished phase is never COMPLETED.
import type { CampaignReference } from '../../contracts/identifiers.ts';
import type { NewLiveEvent } from '../../contracts/live-events.ts';
import type { Campaigns } from '../../data/campaigns.ts';
import type { ModelCalls } from '../../data/model-calls.ts';
import type { Phases } from '../../data/phases.ts';
import type { Usages } from '../../data/usage.ts';
import type { TakeNumbersBy } from '../../events/event-numbers.ts';
import { settleLeftOver } from '../../generation/settle-call.ts';
import { recordMetric } from '../../runtime/record-metric.ts';

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
    const looking = endOf(parts, reference); // beside the preparations for its announcement
    looking.catch(() => {}); // heard below
    const taken = await parts.takeNumbersBy(reference, eventsOfAnEnd, async (now) => {
      const end = await looking;
      return end && parts.campaigns.finish(reference, end.status, { events: eventsOfAnEnd, now });
    });
    const end = await looking;
    if (!taken || !end) return;
    await taken.deliver([{ type: 'campaign:status', data: { status: end.status } }, end.event]);
    recordMetric('campaignsFinished', 1, { status: end.status });
  };

/** The status, and how it came to it. */
const eventsOfAnEnd = 2;

interface End {
  readonly status: 'COMPLETED' | 'FAILED';
  readonly event: NewLiveEvent;
}

/** What the phases came to, once everything that was reserved is settled; undefined when the campaign is gone. */
async function endOf(parts: FinishCampaignParts, reference: CampaignReference): Promise<End | undefined> {
  const [phases, header] = await Promise.all([
    parts.phases.list(reference),
    parts.campaigns.getWithReservations(reference),
  ]);
  if (!header) return undefined;
  // Nobody is at work any more: what is still reserved is of calls whose end was lost.
  await settleLeftOver(parts, { reference, userId: header.campaign.createdBy }, header.reservations, () => true);
  const idsWith = (test: (status: string) => boolean) =>
    phases.filter(({ status }) => test(status)).map(({ id }) => id);
  const failedPhases = idsWith((status) => status !== 'COMPLETED' && status !== 'SKIPPED');
  return failedPhases.length > 0
    ? { status: 'FAILED', event: { type: 'campaign:failed', data: { failedPhases } } }
    : {
        status: 'COMPLETED',
        event: { type: 'campaign:completed', data: { skippedPhases: idsWith((status) => status === 'SKIPPED') } },
      };
}
