import type { Asset } from '../../../shared/contracts/asset.ts';
import { assetIdSchema } from '../../../shared/contracts/identifiers.ts';
import type { Assets } from '../../../shared/data/assets.ts';
import { isGivenUp } from '../../../shared/domain/media/asset-status.ts';
import { idIn, readPage } from '../../kit/cursor.ts';
import type { Input } from '../../kit/http-function.ts';

type Filter = Omit<Input<'listAssets'>['query'], 'limit' | 'cursor'>;

/** A page of the caller's files, of one campaign or of all. It is read on until as many as asked for pass the filter. */
export const listAssets =
  ({ assets, clock }: { assets: Pick<Assets, 'list' | 'isListed'>; clock: () => Date }) =>
  async ({ query: { limit, cursor, ...filter }, principal }: Input<'listAssets'>) => {
    const { campaignId } = filter;
    const listedId = assetIdSchema.refine((id) => assets.isListed(id, campaignId));
    const now = clock();
    const { rows, nextCursor } = await readPage<Asset>({
      limit,
      after: idIn(cursor, listedId),
      passes: (asset) => passes(asset, filter) && !isGivenUp(asset, now),
      read: (size, after) => assets.list(principal.workspaceId, campaignId, size, after),
    });
    return { assets: rows, nextCursor };
  };

/** What was archived is out of sight until somebody asks for it. */
const passes = (asset: Asset, { campaignId, kind, status, origin, variant }: Filter): boolean =>
  (status ? asset.status === status : asset.status !== 'archived') &&
  (!campaignId || asset.campaignId === campaignId) &&
  (!kind || asset.kind === kind) &&
  (!origin || asset.origin === origin) &&
  (!variant || ('variant' in asset && asset.variant === variant));
