// Which object in the bucket holds the bytes of a file.
import { type Asset, isGenerated } from '../contracts/asset.ts';
import { objectNames } from './object-names.ts';

/** Name of the object with the checked bytes: of the asset's own file, or of another of its formats. */
export const objectNameOf = (workspaceId: string, asset: Asset, fileName = asset.fileName): string =>
  isGenerated(asset)
    ? objectNames.asset({ workspaceId, campaignId: asset.campaignId }, asset.id, fileName)
    : objectNames.upload(workspaceId, asset);
