import type { Campaign } from '../../../shared/contracts/campaign.ts';
import { campaignIdSchema } from '../../../shared/contracts/identifiers.ts';
import { firstInstant, lastInstant } from '../../../shared/contracts/instants.ts';
import type { RouteInput } from '../../../shared/contracts/routes.ts';
import type { Campaigns } from '../../../shared/data/campaigns.ts';
import { containsText } from '../../../shared/domain/text/contains-text.ts';
import { idIn, readPage } from '../../kit/cursor.ts';
import type { Input } from '../../kit/http-function.ts';

type Filter = Omit<RouteInput<'listCampaigns'>['query'], 'limit' | 'cursor'>;

interface Parts {
  readonly campaigns: Pick<Campaigns, 'list' | 'listUnderWay'>;
  readonly clock: () => Date;
}

/**
 * A page of the caller's campaigns, newest first. Those that are not over have a list of their own; with another filter, headers are read on until
 * the page is full.
 */
export const listCampaigns =
  ({ campaigns, clock }: Parts) =>
  async ({ query: { limit, cursor, ...filter }, principal: { workspaceId } }: Input<'listCampaigns'>) => {
    const listed = isUnderWay(filter.status) ? await campaigns.listUnderWay(workspaceId, clock()) : undefined;
    const { rows, nextCursor } = await readPage<Campaign>({
      limit,
      after: idIn(cursor, campaignIdSchema),
      passes: isEmpty(filter) ? undefined : (campaign) => passes(campaign, filter),
      read: async (size, after) =>
        listed ? { rows: listed.filter(({ id }) => !after || id < after) } : campaigns.list(workspaceId, size, after),
    });
    return { campaigns: rows, nextCursor };
  };

/** Drafts wait for nobody but their author, and are not on that list. */
const isUnderWay = (status: Filter['status']): boolean =>
  status === 'RUNNING' || status === 'PAUSED' || status === 'FAILED';

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
