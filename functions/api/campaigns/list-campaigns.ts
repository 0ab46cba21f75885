import type { Campaign } from '../../../shared/contracts/campaign.ts';
import { campaignIdSchema } from '../../../shared/contracts/identifiers.ts';
import { firstInstant, lastInstant } from '../../../shared/contracts/instants.ts';
import type { RouteInput } from '../../../shared/contracts/routes.ts';
import type { Campaigns } from '../../../shared/data/campaigns.ts';
import { containsText } from '../../../shared/domain/contains-text.ts';
import type { Input } from '../../kit/http-function.ts';
import { idIn, readPage } from '../cursor.ts';

type Filter = Omit<RouteInput<'listCampaigns'>['query'], 'limit' | 'cursor'>;

/** A page of the caller's campaigns, newest first. With a filter, it is read on until the page is full. */
export const listCampaigns =
  ({ campaigns }: { campaigns: Pick<Campaigns, 'list'> }) =>
  async ({ query: { limit, cursor, ...filter }, principal }: Input<'listCampaigns'>) => {
    const { rows, nextCursor } = await readPage<Campaign>({
      limit,
      after: idIn(cursor, campaignIdSchema),
      passes: isEmpty(filter) ? undefined : (campaign) => passes(campaign, filter),
      read: (size, after) => campaigns.list(principal.workspaceId, size, after),
    });
    return { campaigns: rows, nextCursor };
  };

const isEmpty = (filter: Filter): boolean => Object.values(filter).every((value) => value === undefined);

const passes = (campaign: Campaign, { status, governanceMode, search, createdFrom, createdTo }: Filter): boolean => {
  const createdAt = Date.parse(campaign.createdAt);
  return (
    (status === undefined || campaign.status === status) &&
    (governanceMode === undefined || campaign.governanceMode === governanceMode) &&
    (search === undefined || containsText(campaign.name, search)) &&
    (createdFrom === undefined || createdAt >= firstInstant(createdFrom)) &&
    (createdTo === undefined || createdAt <= lastInstant(createdTo))
  );
};
