import { objectNameOf } from '../../../shared/data/asset-object.ts';
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
    const { fileName, mediaType } = asset;
    const name = objectNameOf(input.principal.workspaceId, asset);
    return { ...(await links.toDownload(name, fileName, mediaType)), fileName, mediaType };
  };
