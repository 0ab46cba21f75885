import type { Assets } from '../../../shared/data/assets.ts';
import { objectNames } from '../../../shared/data/object-names.ts';
import type { Input } from '../../kit/http-function.ts';
import type { Links } from '../links.ts';
import { getAsset } from './get-asset.ts';

/** A short-lived link to the bytes: they never pass through a function. */
export const downloadAsset =
  ({ assets, links }: { assets: Assets; links: Links }) =>
  async (input: Input<'downloadAsset'>) => {
    const { id, campaignId, fileName, mediaType } = await getAsset({ assets })(input);
    const name = objectNames.asset({ workspaceId: input.principal.workspaceId, campaignId }, id, fileName);
    return { ...(await links.toDownload(name, fileName, mediaType)), fileName, mediaType };
  };
