import type { Asset } from '../../../shared/contracts/asset.ts';
import type { Assets } from '../../../shared/data/assets.ts';
import type { Input } from '../../kit/http-function.ts';
import { cursorFrom, sortKeyOf } from '../cursor.ts';

/** A page of the caller's files, of one campaign or of all. With a kind, pages are read on until one is full. */
export const listAssets =
  ({ assets }: { assets: Assets }) =>
  async ({ query: { limit, cursor, campaignId, kind }, principal }: Input<'listAssets'>) => {
    const found: Asset[] = [];
    let after = sortKeyOf(cursor);
    do {
      const page = await assets.list(principal.workspaceId, campaignId, limit - found.length, after);
      found.push(...page.rows.filter((asset) => kind === undefined || asset.kind === kind));
      after = page.lastSortKey;
    } while (after && found.length < limit);
    return { assets: found, nextCursor: cursorFrom(after) };
  };
