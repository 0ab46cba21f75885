// Last step of a campaign: give it the status its phases deserve. A campaign with an unfinished phase is never COMPLETED.
import type { CampaignReference } from '../../contracts/identifiers.ts';
import type { NewLiveEvent } from '../../contracts/live-events.ts';
import type { CampaignEvents } from '../../data/campaign-events.ts';
import type { Campaigns } from '../../data/campaigns.ts';
import type { Phases } from '../../data/phases.ts';
import { recordMetric } from '../../runtime/metrics.ts';
import type { Publish } from '../publisher.ts';

export interface FinishCampaignParts {
  readonly campaigns: Campaigns;
  readonly events: CampaignEvents;
  readonly phases: Phases;
  readonly publish: Publish;
  readonly clock: () => Date;
}

/** Finishes a campaign. Safe to repeat: only the first time announces it. */
export const finishCampaign =
  (parts: FinishCampaignParts) =>
  async (reference: CampaignReference): Promise<void> => {
    const phases = await parts.phases.list(reference);
    const idsWith = (test: (status: string) => boolean) =>
      phases.filter(({ status }) => test(status)).map(({ id }) => id);
    const unfinished = idsWith((status) => status !== 'COMPLETED' && status !== 'SKIPPED');
    const status = unfinished.length === 0 ? 'COMPLETED' : 'FAILED';
    const now = parts.clock().toISOString();
    const finished = await parts.campaigns.changeStatus(reference, ['DRAFT', 'RUNNING', 'PAUSED'], status, now, true);
    if (!finished && !(await wasNotAnnounced(parts, reference))) return;
    const outcome: NewLiveEvent =
      status === 'COMPLETED'
        ? { type: 'campaign:completed', data: { skippedPhases: idsWith((phase) => phase === 'SKIPPED') } }
        : { type: 'campaign:failed', data: { failedPhases: unfinished } };
    await parts.publish(reference, { events: [{ type: 'campaign:status', data: { status } }, outcome] });
    recordMetric('campaignsFinished', 1, { status });
  };

/** An earlier run of this step died between the status and its announcement. */
async function wasNotAnnounced(
  { campaigns, events }: FinishCampaignParts,
  reference: CampaignReference,
): Promise<boolean> {
  const campaign = await campaigns.get(reference);
  if (campaign?.status !== 'COMPLETED' && campaign?.status !== 'FAILED') return false;
  const newest = await events.listAfter(reference, campaign.lastEvent - 1, 1);
  return newest[0]?.type !== 'campaign:completed' && newest[0]?.type !== 'campaign:failed';
}
