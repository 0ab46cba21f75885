// Last step of a campaign: give it the status its phases deserve. A campaign with an unfinished phase is never COMPLETED.
import type { CampaignReference } from '../../contracts/identifiers.ts';
import type { NewLiveEvent } from '../../contracts/live-events.ts';
import type { Campaigns } from '../../data/campaigns.ts';
import type { Phases } from '../../data/phases.ts';
import { recordMetric } from '../../runtime/metrics.ts';
import type { TakeNumbersBy } from '../publisher.ts';

export interface FinishCampaignParts {
  readonly campaigns: Campaigns;
  readonly phases: Phases;
  readonly takeNumbersBy: TakeNumbersBy;
}

/** Finishes a campaign. Safe to repeat: the end and the numbers of its announcement are one write. */
export const finishCampaign =
  (parts: FinishCampaignParts) =>
  async (reference: CampaignReference): Promise<void> => {
    const phases = await parts.phases.list(reference);
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
