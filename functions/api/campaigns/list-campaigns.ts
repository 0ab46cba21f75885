import type { Campaign } from '../../../shared/contracts/campaign.ts';
import { campaignIdSchema } from '../../../shared/contracts/identifiers.ts';
import type { Campaigns } from '../../../shared/data/campaigns.ts';
import type { Input } from '../../kit/http-function.ts';
import { idIn, readPage } from '../cursor.ts';

/** A page of the caller's campaigns, newest first. With a status, it is read on until the page is full. */
export const listCampaigns =
  ({ campaigns }: { campaigns: Pick<Campaigns, 'list'> }) =>
  async ({ query: { limit, cursor, status }, principal }: Input<'listCampaigns'>) => {
    const { rows, nextCursor } = await readPage<Campaign>({
      limit,
      after: idIn(cursor, campaignIdSchema),
      passes: status && ((campaign) => campaign.status === status),
      read: (size, after) => campaigns.list(principal.workspaceId, size, after),
    });
    return { campaigns: rows, nextCursor };
  };
