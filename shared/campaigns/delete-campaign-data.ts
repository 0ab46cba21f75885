// The end of a campaign's data. Apart from the lifecycle, because who deletes an account needs this and no socket.
import type { Campaign } from '../contracts/campaign.ts';
import type { CampaignReference } from '../contracts/identifiers.ts';
import type { Assets } from '../data/assets.ts';
import type { Bucket } from '../data/bucket.ts';
import type { Campaigns } from '../data/campaigns.ts';
import type { Deletions } from '../data/deletions.ts';
import { objectNames } from '../data/object-names.ts';
import { transitionFor } from '../domain/campaigns/campaign-status.ts';
import type { CloseCallsOf } from '../generation/call-quota.ts';
import type { Executions } from './executions.ts';

export interface DeleteContentsParts {
  readonly campaigns: Pick<Campaigns, 'deletePhases' | 'deleteContents'>;
  readonly assets: Pick<Assets, 'deleteOf'>;
  readonly bucket: Pick<Bucket, 'deleteAll'>;
  readonly closeCallsOf: CloseCallsOf;
}

export interface DeleteCampaignDataParts extends DeleteContentsParts {
  readonly campaigns: Pick<Campaigns, 'changeStatus' | 'deletePhases' | 'deleteContents' | 'delete'>;
  readonly deletions: Pick<Deletions, 'note'>;
  readonly executions: Pick<Executions, 'stop'>;
  readonly clock: () => Date;
}

/**
 * Stops a campaign and deletes what it made. Deletion wins over whoever is at work: the phases go first, which agents look at before and
 * after they store a file; what was written meanwhile goes after the header; what comes later still is found by the sweep of deletions.
 */
export const deleteCampaignData =
  (parts: DeleteCampaignDataParts) =>
  async ({
    id,
    workspaceId,
    createdBy: userId,
    run,
  }: Pick<Campaign, 'id' | 'workspaceId' | 'createdBy' | 'run'>): Promise<void> => {
    const reference = { workspaceId, campaignId: id };
    await parts.deletions.note({ ...reference, userId });
    const { from, to } = transitionFor('cancel');
    await parts.campaigns.changeStatus(reference, from, to, parts.clock().toISOString(), true);
    // A relaunch that was cut off may have started the next run already.
    await Promise.all([run, run + 1].map((started) => parts.executions.stop(id, started)));
    await deleteContents(parts)(reference, userId);
    await parts.campaigns.delete(reference);
    await deleteContents(parts)(reference, userId);
  };

/** Deletes everything of a campaign beside its header. Safe to repeat, and cheap when nothing is there. */
export const deleteContents =
  (parts: DeleteContentsParts) =>
  async (reference: CampaignReference, userId: string): Promise<void> => {
    // An agent that was done before this has left its records; one that is not finds its phase gone, and closes its calls itself.
    await parts.campaigns.deletePhases(reference);
    await parts.closeCallsOf(userId, reference); // while their records are still there
    await parts.campaigns.deleteContents(reference);
    await Promise.all([
      parts.bucket.deleteAll(objectNames.campaign(reference)),
      parts.assets.deleteOf(reference.workspaceId, reference.campaignId),
    ]);
  };
