// The end of a campaign's data. Apart from the lifecycle, because who deletes an account needs this and no socket.
import type { Campaign } from '../contracts/campaign.ts';
import type { Assets } from '../data/assets.ts';
import type { Bucket } from '../data/bucket.ts';
import type { Campaigns } from '../data/campaigns.ts';
import { objectNames } from '../data/object-names.ts';
import { transitionFor } from '../domain/campaign-status.ts';
import type { Executions } from './executions.ts';

export interface RemoveCampaignParts {
  readonly campaigns: Pick<Campaigns, 'changeStatus' | 'deleteContents' | 'delete'>;
  readonly assets: Pick<Assets, 'deleteOf'>;
  readonly bucket: Pick<Bucket, 'deleteAll'>;
  readonly executions: Pick<Executions, 'stop'>;
  readonly clock: () => Date;
}

/** Stops a campaign and deletes what it made. The header goes last, so that a deletion cut short can be repeated. */
export const removeCampaign =
  (parts: RemoveCampaignParts) =>
  async ({ id, workspaceId, run }: Pick<Campaign, 'id' | 'workspaceId' | 'run'>): Promise<void> => {
    const reference = { workspaceId, campaignId: id };
    const { from, to } = transitionFor('cancel');
    await parts.campaigns.changeStatus(reference, from, to, parts.clock().toISOString(), true);
    // A relaunch that was cut off may have started the next run already.
    await Promise.all([run, run + 1].map((started) => parts.executions.stop(id, started)));
    await Promise.all([
      parts.bucket.deleteAll(objectNames.campaign(reference)),
      parts.assets.deleteOf(workspaceId, id),
      parts.campaigns.deleteContents(reference),
    ]);
    await parts.campaigns.delete(reference);
  };
