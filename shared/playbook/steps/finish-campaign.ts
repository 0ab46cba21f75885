// Last step of a campaign: give it the status its phases deserve. A campaign with an unfinished phase is never COMPLETED.
import type { CampaignReference } from '../../contracts/identifiers.ts';
import type { NewLiveEvent } from '../../contracts/live-events.ts';
import type { Campaigns } from '../../data/campaigns.ts';
import type { ModelCalls } from '../../data/model-calls.ts';
import type { Phases } from '../../data/phases.ts';
import type { Usages } from '../../data/usage.ts';
import type { TakeNumbersBy } from '../../events/publisher.ts';
import { settleLeftOver } from '../../generation/settle-call.ts';
import { recordMetric } from '../../runtime/metrics.ts';

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
    const [phases, header] = await Promise.all([
      parts.phases.list(reference),
      parts.campaigns.getWithReservations(reference),
    ]);
    if (!header) return;
    // Nobody is at work any more: what is still reserved is of calls whose end was lost.
    await settleLeftOver(parts, { reference, userId: header.campaign.createdBy }, header.reservations, () => true);
    const idsWith = (test: (status: string) => boolean) =>
      phases.filter(({ status }) => test(status)).map(({ id }) => id);
    const unfinished = idsWith((status) => status !== 'COMPLETED' && status !== 'SKIPPED');
    const status = unfinished.length === 0 ? 'COMPLETED' : 'FAILED';
    const outcome: NewLiveEvent =
      status === 'COMPLETED'
        ? { type: 'campaign:completed', data: { skippedPhases: idsWith((phase) => phase === 'SKIPPED') } }
        : { type: 'campaign:failed', data: { failedPhases: unfinished } };
    const events: NewLiveEvent[] = [{ type: 'campaign:status', data: { status } }, outcome];
    const taken = await parts.takeNumbersBy(reference, events.length, (now) =>
      parts.campaigns.finish(reference, status, { events: events.length, now }),
    );
    if (!taken) return;
    await taken.deliver(events);
    recordMetric('campaignsFinished', 1, { status });
  };
