import { type Asset, isGenerated } from '../../../shared/contracts/asset.ts';
import { objectNameOf } from '../../../shared/data/asset-object.ts';
import { assetFiles, posterOf } from '../../../shared/domain/media/asset-files.ts';
import { ProblemError } from '../../../shared/runtime/problem-error.ts';
import type { Input } from '../../kit/http-function.ts';
import type { PresignedLinks } from '../presigned-links.ts';
import { type AssetReader, getAsset } from './get-asset.ts';

/** A short-lived link to the bytes, and one to its still picture beside a film's: they never pass through a function. */
export const downloadAsset =
  ({ links, ...reader }: AssetReader & { readonly links: PresignedLinks }) =>
  async (input: Input<'downloadAsset'>) => {
    const asset = await getAsset(reader)(input);
    if (asset.status === 'uploading')
      throw new ProblemError('conflict', `${asset.id} has not been checked. Send its bytes, then POST …/uploaded.`);
    const { fileName, mediaType } = fileOf(asset, input.query.file);
    const linkTo = (file: Pick<Asset, 'fileName' | 'mediaType'>) =>
      links.toDownload(objectNameOf(input.principal.workspaceId, asset, file.fileName), file.fileName, file.mediaType);
    const poster = stillOf(asset, fileName);
    return {
      ...(await linkTo({ fileName, mediaType })),
      fileName,
      mediaType,
      ...(poster && { posterUrl: (await linkTo(poster)).url }),
    };
  };

function stillOf(asset: Asset, fileName: string) {
  if (!isGenerated(asset)) return undefined;
  const video = assetFiles(asset).find((file) => file.fileName === fileName && file.mediaType.startsWith('video/'));
  return video && posterOf(asset, video);
}

function fileOf(asset: Asset, wanted: string | undefined): Pick<Asset, 'fileName' | 'mediaType'> {
  const files = isGenerated(asset) ? assetFiles(asset) : [asset];
  const found = files.find(({ fileName }) => wanted === undefined || fileName === wanted);
  if (found) return found;
  const known = files.map(({ fileName }) => fileName).join(', ');
  throw new ProblemError('not-found', `${asset.id} has no file "${wanted}". It has: ${known}.`);
}
