// Deletes once more what was deleted a while ago: a process that was at work then may have written after it, and one that deleted may have died.

import { deleteCampaignData, deleteContents } from '../campaigns/delete-campaign-data.ts';
import type { Campaigns } from '../data/campaigns.ts';
import type { Deletion, Deletions } from '../data/deletions.ts';
import { logger } from '../runtime/logger.ts';
import { type Deadline, OutOfTime } from '../runtime/time-left.ts';
import { type LateDeletionParts, lateDeletionSteps } from './delete-account.ts';

export interface SweepDeletionsParts extends LateDeletionParts {
  readonly campaigns: LateDeletionParts['campaigns'] & Pick<Campaigns, 'get'>;
  readonly deletions: Deletions;
}

/** No function runs for longer than five minutes: nobody who began before a deletion is at work by then. */
const settledAfterMilliseconds = 15 * 60 * 1000;

/** Finishes every deletion that has settled. What there is no time for waits for the next sweep. */
export const sweepDeletions =
  (parts: SweepDeletionsParts) =>
  async (deadline: Deadline): Promise<void> => {
    const settledBefore = parts.clock().getTime() - settledAfterMilliseconds;
    const settled = (await parts.deletions.list()).filter(({ deletedAt }) => Date.parse(deletedAt) < settledBefore);
    try {
      for (const deletion of settled) {
        deadline.check();
        await deleteAgain(parts, deletion, deadline);
        await parts.deletions.complete(deletion);
      }
    } catch (error) {
      if (!(error instanceof OutOfTime)) throw error;
      logger.warn('There was no time for all deletions: the next sweep goes on', { settled: settled.length });
    }
  };

async function deleteAgain(
  parts: SweepDeletionsParts,
  { workspaceId, campaignId, userId }: Deletion,
  deadline: Deadline,
): Promise<void> {
  if (campaignId === undefined) {
    for (const step of lateDeletionSteps(parts)) await step({ workspaceId, userId }, deadline);
    return;
  }
  const reference = { workspaceId, campaignId };
  const campaign = await parts.campaigns.get(reference);
  // Its deletion was cut short; deleting it now must not note it anew.
  if (campaign) await deleteCampaignData({ ...parts, deletions: { note: async () => {} } })(campaign);
  else await deleteContents(parts)(reference, userId);
}
