import { campaignIdSchema } from '../../../shared/contracts/identifiers.ts';
import type { ModelCall } from '../../../shared/contracts/usage.ts';
import type { Campaigns } from '../../../shared/data/campaigns.ts';
import type { ModelCalls } from '../../../shared/data/model-calls.ts';
import type { Usages } from '../../../shared/data/usage.ts';
import { isOfFilter } from '../../../shared/domain/costs/report-usage.ts';
import { cursorFrom, idIn } from '../../kit/cursor.ts';
import type { Input } from '../../kit/http-function.ts';
import { usagePeriod } from './usage-period.ts';

interface Parts {
  readonly usages: Pick<Usages, 'list'>;
  readonly campaigns: Pick<Campaigns, 'get'>;
  readonly calls: Pick<ModelCalls, 'list'>;
  readonly clock: () => Date;
}

/** The calls that a figure of the usage is made of: those of one campaign after the other, the newest campaign first. */
export const listCalls =
  (parts: Parts) =>
  async ({ query: { limit, cursor, from: asked, to: until, ...filter }, principal }: Input<'listCalls'>) => {
    const { from, to } = usagePeriod({ from: asked, to: until }, parts.clock());
    const rows = (await parts.usages.list(principal.userId, from, to)).filter((row) => isOfFilter(row, filter));
    const after = idIn(cursor, campaignIdSchema);
    const campaignIds = [...new Set(rows.map(({ campaignId }) => campaignId))]
      .filter((id) => campaignIdSchema.safeParse(id).success && (after === undefined || id < after))
      .sort()
      .reverse();
    const page = campaignIds.slice(0, limit);
    const found = await Promise.all(page.map((campaignId) => callsOf(parts, principal.workspaceId, campaignId)));
    const last = page.at(-1);
    return {
      calls: found.flat().filter((call) => isIn(call, from, to) && isOfFilter(call, filter)),
      nextCursor: last && campaignIds.length > page.length ? cursorFrom(last) : undefined,
    };
  };

async function callsOf({ campaigns, calls }: Parts, workspaceId: string, campaignId: string) {
  const reference = { workspaceId, campaignId };
  const [campaign, made] = await Promise.all([campaigns.get(reference), calls.list(reference)]);
  return made
    .map((call) => ({ ...call, campaignId, campaignName: campaign?.name }))
    .sort((one, other) => other.startedAt.localeCompare(one.startedAt));
}

const isIn = ({ startedAt }: ModelCall, from: string, to: string): boolean =>
  startedAt.slice(0, 10) >= from && startedAt.slice(0, 10) <= to;
