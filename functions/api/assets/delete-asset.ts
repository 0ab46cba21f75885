import { type Asset, isGenerated } from '../../../shared/contracts/asset.ts';
import { objectNameOf } from '../../../shared/data/asset-object.ts';
import type { Assets } from '../../../shared/data/assets.ts';
import type { Bucket } from '../../../shared/data/bucket.ts';
import type { Campaigns } from '../../../shared/data/campaigns.ts';
import { objectNames } from '../../../shared/data/object-names.ts';
import { assetFiles } from '../../../shared/domain/media/asset-files.ts';
import { ProblemError } from '../../../shared/runtime/problem-error.ts';
import type { Input } from '../../kit/http-function.ts';
import { type AssetReader, getAsset } from './get-asset.ts';

interface Parts extends AssetReader {
  readonly assets: Pick<Assets, 'get' | 'delete'>;
  readonly campaigns: Pick<Campaigns, 'get'>;
  readonly bucket: Pick<Bucket, 'delete'>;
}

/** Deletes the bytes, then what describes them: a deletion cut short in between can be repeated. */
export const deleteAsset =
  ({ campaigns, bucket, ...reader }: Parts) =>
  async (input: Input<'deleteAsset'>) => {
    const { workspaceId } = input.principal;
    const asset = await getAsset(reader)(input);
    await refuseWhileRead(campaigns, workspaceId, asset);
    for (const name of objectsOf(workspaceId, asset)) await bucket.delete(name);
    await reader.assets.delete(workspaceId, asset.id);
    return { success: true as const };
  };

const objectsOf = (workspaceId: string, asset: Asset): string[] =>
  isGenerated(asset)
    ? assetFiles(asset).map(({ fileName }) => objectNameOf(workspaceId, asset, fileName))
    : [objectNameOf(workspaceId, asset), objectNames.arrival(workspaceId, asset)];

/** Later phases of a campaign read what earlier ones made; a failed one may be relaunched. */
async function refuseWhileRead(campaigns: Parts['campaigns'], workspaceId: string, asset: Asset): Promise<void> {
  if (!isGenerated(asset)) return;
  const { campaignId } = asset;
  const campaign = await campaigns.get({ workspaceId, campaignId });
  if (!campaign || ['DRAFT', 'COMPLETED', 'CANCELLED'].includes(campaign.status)) return;
  throw new ProblemError(
    'conflict',
    `${campaignId} is ${campaign.status} and may still read this file. Archive it, or delete it when the campaign is complete or cancelled.`,
  );
}
