import type { Campaigns } from '../../../shared/data/campaigns.ts';
import type { Usages } from '../../../shared/data/usage.ts';
import { isOfFilter, reportUsage } from '../../../shared/domain/costs/report-usage.ts';
import type { Input } from '../../kit/http-function.ts';
import { usagePeriod } from './usage-period.ts';

interface Parts {
  readonly usages: Pick<Usages, 'list'>;
  readonly campaigns: Pick<Campaigns, 'get'>;
  readonly clock: () => Date;
}

/** Groups whose names are looked up: those that somebody reads. */
const namedGroups = 50;

/** What the caller used of AI from day to day, added up. */
export const getUsage =
  (parts: Parts) =>
  async ({ query: { groupBy, from: asked, to: until, ...filter }, principal }: Input<'getUsage'>) => {
    const { from, to } = usagePeriod({ from: asked, to: until }, parts.clock());
    const rows = await parts.usages.list(principal.userId, from, to);
    const { total, groups } = reportUsage(
      rows.filter((row) => isOfFilter(row, filter)),
      groupBy,
    );
    if (groupBy !== 'campaign') return { from, to, groupBy, total, groups };
    const named = await Promise.all(
      groups.slice(0, namedGroups).map(async (group) => {
        const reference = { workspaceId: principal.workspaceId, campaignId: group.key };
        const campaign = group.key === 'direct' ? undefined : await parts.campaigns.get(reference);
        return { ...group, ...(campaign ? { name: campaign.name } : {}) };
      }),
    );
    return { from, to, groupBy, total, groups: [...named, ...groups.slice(namedGroups)] };
  };
