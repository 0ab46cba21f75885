import { type Asset, isGenerated } from '../../../shared/contracts/asset.ts';
import { objectNameOf } from '../../../shared/data/asset-object.ts';
import { assetFiles } from '../../../shared/domain/asset-files.ts';
import { ProblemError } from '../../../shared/runtime/problem-error.ts';
import type { Input } from '../../kit/http-function.ts';
import type { Links } from '../links.ts';
import { type AssetReader, getAsset } from './get-asset.ts';

/** A short-lived link to the bytes: they never pass through a function. */
export const downloadAsset =
  ({ links, ...reader }: AssetReader & { readonly links: Links }) =>
  async (input: Input<'downloadAsset'>) => {
    const asset = await getAsset(reader)(input);
    if (asset.status === 'uploading')
      throw new ProblemError('conflict', `${asset.id} has not been checked. Send its bytes, then POST …/uploaded.`);
    const { fileName, mediaType } = fileOf(asset, input.query.file);
    const name = objectNameOf(input.principal.workspaceId, asset, fileName);
    return { ...(await links.toDownload(name, fileName, mediaType)), fileName, mediaType };
  };

function fileOf(asset: Asset, wanted: string | undefined): Pick<Asset, 'fileName' | 'mediaType'> {
  const files = isGenerated(asset) ? assetFiles(asset) : [asset];
  const found = files.find(({ fileName }) => wanted === undefined || fileName === wanted);
  if (found) return found;
  const known = files.map(({ fileName }) => fileName).join(', ');
  throw new ProblemError('not-found', `${asset.id} has no file "${wanted}". It has: ${known}.`);
}
