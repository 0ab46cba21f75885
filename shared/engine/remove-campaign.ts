// The end of a campaign's data. Apart from the lifecycle, because who deletes an account needs this and no socket.
import type { CampaignReference } from '../contracts/identifiers.ts';
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
  async (reference: CampaignReference): Promise<void> => {
    const { from, to } = transitionFor('cancel');
    await parts.campaigns.changeStatus(reference, from, to, parts.clock().toISOString(), true);
    await parts.executions.stop(reference.campaignId);
    await Promise.all([
      parts.bucket.deleteAll(objectNames.campaign(reference)),
      parts.assets.deleteOf(reference.workspaceId, reference.campaignId),
      parts.campaigns.deleteContents(reference),
    ]);
    await parts.campaigns.delete(reference);
  };
