import type { Asset } from '../../../shared/contracts/asset.ts';
import { assetIdSchema } from '../../../shared/contracts/identifiers.ts';
import type { Assets } from '../../../shared/data/assets.ts';
import type { Input } from '../../kit/http-function.ts';
import { idIn, readPage } from '../cursor.ts';

/** A page of the caller's files, of one campaign or of all. With a kind, it is read on until the page is full. */
export const listAssets =
  ({ assets }: { assets: Pick<Assets, 'list' | 'isListed'> }) =>
  async ({ query: { limit, cursor, campaignId, kind }, principal }: Input<'listAssets'>) => {
    const listedId = assetIdSchema.refine((id) => assets.isListed(id, campaignId));
    const { rows, nextCursor } = await readPage<Asset>({
      limit,
      after: idIn(cursor, listedId),
      passes: kind && ((asset) => asset.kind === kind),
      read: (size, after) => assets.list(principal.workspaceId, campaignId, size, after),
    });
    return { assets: rows, nextCursor };
  };
