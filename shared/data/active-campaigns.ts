// Which campaigns of a workspace are not over: so that what waits for people costs what waits, not what there ever was. A campaign is put on the
// list before its execution is started, so none that can ask is missing. One that is over may still be on it: the header tells, and whoever reads
// takes it off. That costs a run one write, and nothing at its end.
import * as z from 'zod';
import { type Campaign, type CampaignStatus, isTerminalCampaign } from '../contracts/campaign.ts';
import type { CampaignReference } from '../contracts/identifiers.ts';
import { type AskedCampaign, askedHeaderSchema, headerSchema } from './campaign-headers.ts';
import { keys, lists } from './keys.ts';
import type { Table } from './table.ts';

const rowSchema = z.object({ sk: z.string(), run: z.int(), at: z.string() });
type Row = z.infer<typeof rowSchema> & CampaignReference;
const markSchema = z.object({ since: z.string() });

/** Until a list is this old, headers are read beside it: an older program may still have started campaigns without putting them on it. */
const settlingMilliseconds = 15 * 60_000;
/** One that has no header was being created, or was deleted. */
const longestCreationMilliseconds = 24 * 60 * 60_000;
/** Above, one query for all headers is cheaper than one read for each. */
const mostReadByName = 100;
const mostTakenOffAtOnce = 25;

/** On the list until they are over for good: a failed one may be relaunched. */
export const isListed = (status: CampaignStatus): boolean => status === 'FAILED' || !isTerminalCampaign(status);

export const createActiveCampaigns = (table: Table) => {
  const referenceIn = (workspaceId: string, sk: string): CampaignReference => ({ workspaceId, campaignId: sk });

  async function readList(
    workspaceId: string,
  ): Promise<{ rows: Row[]; isWhole: (now: Date) => boolean; begun: boolean }> {
    const [mark, rows] = await Promise.all([
      table.get(keys.underWayMark(workspaceId), markSchema, false),
      table.queryAll(lists.underWay(workspaceId), rowSchema),
    ]);
    return {
      rows: rows.map((row) => ({ ...row, ...referenceIn(workspaceId, row.sk) })),
      isWhole: (now) => mark !== undefined && now.getTime() - Date.parse(mark.since) > settlingMilliseconds,
      begun: mark !== undefined,
    };
  }

  /** Every header, and the list made whole by them. */
  async function readHeaders(workspaceId: string, begun: boolean, rows: readonly Row[], now: Date) {
    const headers = await table.queryAll(lists.campaigns(workspaceId), askedHeaderSchema);
    const listed = new Set(rows.map(({ campaignId }) => campaignId));
    const missing = headers.filter(({ campaign }) => isListed(campaign.status) && !listed.has(campaign.id));
    await Promise.all(missing.map(({ campaign }) => note({ workspaceId, campaignId: campaign.id }, campaign.run, now)));
    if (!begun) await table.put(keys.underWayMark(workspaceId), { since: now.toISOString() }, absent);
    return headers;
  }

  const absent = { expression: 'attribute_not_exists(pk)' };
  const note = (reference: CampaignReference, run: number, now: Date) =>
    table.put(
      keys.underWay(reference),
      { run, at: now.toISOString() },
      {
        expression: 'attribute_not_exists(pk) OR #run <= :run',
        names: { '#run': 'run' },
        values: { ':run': run },
      },
    );

  /** Looks again, at what counts, before it takes a campaign off: a relaunch puts it on for the next run before it begins. */
  async function takeOff({ workspaceId, campaignId, run, at }: Row, now: Date): Promise<void> {
    const header = await table.get(keys.campaign({ workspaceId, campaignId }), headerSchema);
    const isGone = !header && now.getTime() - Date.parse(at) > longestCreationMilliseconds;
    const isOver = header !== undefined && !isListed(header.status) && header.run >= run;
    if (isGone || isOver)
      await table.delete(keys.underWay({ workspaceId, campaignId }), {
        expression: '#run = :run',
        names: { '#run': 'run' },
        values: { ':run': run },
      });
  }

  async function headersOnList(workspaceId: string, now: Date): Promise<AskedCampaign[]> {
    const { rows, isWhole, begun } = await readList(workspaceId);
    const whole = isWhole(now);
    const headers =
      whole && rows.length <= mostReadByName
        ? (await Promise.all(rows.map((row) => table.get(keys.campaign(row), askedHeaderSchema, false)))).filter(
            (header) => header !== undefined,
          )
        : await readHeaders(workspaceId, begun, rows, now);
    const open = new Set(
      headers.filter(({ campaign }) => isListed(campaign.status)).map(({ campaign }) => campaign.id),
    );
    const over = rows.filter(({ campaignId }) => !open.has(campaignId)).slice(0, mostTakenOffAtOnce);
    // Whoever reads next tries again.
    await Promise.all(over.map((row) => takeOff(row, now))).catch(() => undefined);
    return headers
      .filter(({ campaign }) => open.has(campaign.id))
      .sort((one, other) => one.campaign.id.localeCompare(other.campaign.id));
  }

  return {
    /** Puts a campaign on the list; before the execution of its run is started. */
    noteUnderWay: note,

    /** Access pattern 33: what waits for people in a workspace, in the order its campaigns were made. */
    async listAsked(workspaceId: string, now: Date): Promise<AskedCampaign[]> {
      return (await headersOnList(workspaceId, now)).filter(({ phaseIds }) => phaseIds.length > 0);
    },

    /** Access pattern 42: the campaigns that run, are paused or have failed, newest first. */
    async listUnderWay(workspaceId: string, now: Date): Promise<Campaign[]> {
      return (await headersOnList(workspaceId, now)).map(({ campaign }) => campaign).reverse();
    },
  };
};
