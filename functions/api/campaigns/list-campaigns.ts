import type { Campaign } from '../../../shared/contracts/campaign.ts';
import type { Campaigns } from '../../../shared/data/campaigns.ts';
import type { Input } from '../../kit/http-function.ts';
import { cursorFrom, sortKeyOf } from '../cursor.ts';

/** A page of the caller's campaigns, newest first. With a status, pages are read on until one is full. */
export const listCampaigns =
  ({ campaigns }: { campaigns: Campaigns }) =>
  async ({ query: { limit, cursor, status }, principal }: Input<'listCampaigns'>) => {
    const found: Campaign[] = [];
    let after = sortKeyOf(cursor);
    do {
      const page = await campaigns.list(principal.workspaceId, limit - found.length, after);
      found.push(...page.rows.filter((campaign) => status === undefined || campaign.status === status));
      after = page.lastSortKey;
    } while (after && found.length < limit);
    return { campaigns: found, nextCursor: cursorFrom(after) };
  };
