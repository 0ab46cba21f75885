import { type Asset, isGenerated } from '../../../shared/contracts/asset.ts';
import { objectNameOf } from '../../../shared/data/asset-object.ts';
import { assetFiles, posterOf } from '../../../shared/domain/media/asset-files.ts';
import { ProblemError } from '../../../shared/runtime/problem-error.ts';
import type { Input } from '../../kit/http-function.ts';
import type { PresignedLinks } from '../../kit/presigned-links.ts';
import { type AssetReader, getAsset } from './get-asset.ts';

/** A short-lived link to the bytes, and one to its still picture beside a film's: they never pass through a function. */
export const downloadAsset =
  ({ links, ...reader }: AssetReader & { readonly links: PresignedLinks }) =>
  async (input: Input<'downloadAsset'>) => {
    const asset = await getAsset(reader)(input);
    if (asset.status === 'uploading')
      throw new ProblemError('conflict', `${asset.id} has not been checked. Send its bytes, then POST …/uploaded.`);
    const { file, poster } = wantedFile(asset, input.query.file);
    const linkTo = ({ fileName, mediaType }: Pick<Asset, 'fileName' | 'mediaType'>) =>
      links.toDownload(objectNameOf(input.principal.workspaceId, asset, fileName), fileName, mediaType);
    return {
      ...(await linkTo(file)),
      fileName: file.fileName,
      mediaType: file.mediaType,
      ...(poster && { posterUrl: (await linkTo(poster)).url }),
    };
  };

/** The file that is asked for, and beside a film the still picture of its shape. */
function wantedFile(asset: Asset, wanted: string | undefined) {
  if (!isGenerated(asset)) return { file: named(asset, [asset], wanted), poster: undefined };
  const file = named(asset, assetFiles(asset), wanted);
  return { file, poster: file.mediaType.startsWith('video/') ? posterOf(asset, file) : undefined };
}

/** The first of the files, the asset's own, without a name. */
function named<File extends Pick<Asset, 'fileName'>>({ id }: Asset, files: readonly File[], wanted?: string): File {
  const found = files.find(({ fileName }) => wanted === undefined || fileName === wanted);
  if (found) return found;
  const known = files.map(({ fileName }) => fileName).join(', ');
  throw new ProblemError('not-found', `${id} has no file "${wanted}". It has: ${known}.`);
}
