// Which object in the bucket holds the bytes of a file.
import { type Asset, isGenerated } from '../contracts/asset.ts';
import { objectNames } from './object-names.ts';

/** Name of the object with the checked bytes. */
export const objectNameOf = (workspaceId: string, asset: Asset): string =>
  isGenerated(asset)
    ? objectNames.asset({ workspaceId, campaignId: asset.campaignId }, asset.id, asset.fileName)
    : objectNames.upload(workspaceId, asset);
