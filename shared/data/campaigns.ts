// Campaigns: found, listed, written, renamed and deleted, with what else their headers are for. The brief lies beside the header.
import * as z from 'zod';
import { type Brief, briefSchema } from '../contracts/brief.ts';
import type { Campaign } from '../contracts/campaign.ts';
import type { CampaignReference } from '../contracts/identifiers.ts';
import { createActiveCampaigns } from './active-campaigns.ts';
import { createCampaignBudget } from './campaign-budget.ts';
import { createCampaignCounters } from './campaign-counters.ts';
import { headerSchema, headerWithReservationsSchema } from './campaign-headers.ts';
import { createCampaignListeners } from './campaign-listeners.ts';
import { createCampaignStatuses } from './campaign-statuses.ts';
import { assignments, type Item } from './expressions.ts';
import { type Key, keys, lists } from './keys.ts';
import type { Page, Table } from './table.ts';

/** As text, because DynamoDB's numbers are narrower than JSON's. */
const briefItemSchema = z.object({ brief: z.string() });

const briefItem = (reference: CampaignReference, brief: Brief): Item & Key => ({
  ...keys.brief(reference),
  brief: JSON.stringify(brief),
});

export type Campaigns = ReturnType<typeof createCampaigns>;

export function createCampaigns(table: Table) {
  async function deleteAll(list: Parameters<Table['queryAll']>[0]): Promise<void> {
    const items = await table.queryAll(list, z.object({ pk: z.string(), sk: z.string() }));
    await table.deleteMany(items);
  }

  return {
    ...createCampaignCounters(table),
    ...createCampaignBudget(table),
    ...createCampaignListeners(table),
    ...createCampaignStatuses(table),
    ...createActiveCampaigns(table),

    /** Access pattern 1. Strongly consistent: pause and resume rely on it (playbook/gates.ts). */
    get: (reference: CampaignReference): Promise<Campaign | undefined> =>
      table.get(keys.campaign(reference), headerSchema),

    /** Access pattern 1 with the reservations of calls that have not been settled (name and micro-dollars) and the sockets that listen. */
    getWithReservations: (reference: CampaignReference) =>
      table.get(keys.campaign(reference), headerWithReservationsSchema),

    /** Access pattern 2. Strongly consistent: the brief is written a moment before the header that makes it findable. */
    async getBrief(reference: CampaignReference): Promise<Brief | undefined> {
      const item = await table.get(keys.brief(reference), briefItemSchema);
      return item && briefSchema.parse(JSON.parse(item.brief));
    },

    /** Access pattern 3: a page of a workspace's campaigns, newest first, after the campaign with the given id. */
    list: (workspaceId: string, limit: number, afterId?: string, consistent = false): Promise<Page<Campaign>> =>
      table.queryPage(
        {
          ...lists.campaigns(workspaceId),
          limit,
          consistent,
          newestFirst: true,
          ...(afterId ? { after: keys.campaign({ workspaceId, campaignId: afterId }).sk } : {}),
        },
        headerSchema,
      ),

    /** Writes the brief and what follows from it, before the header. Not atomic, and safe to repeat: without a header nobody sees it. */
    putContents: (reference: CampaignReference, brief: Brief, contents: readonly (Item & Key)[]): Promise<void> =>
      table.putMany([briefItem(reference, brief), ...contents]),

    /** Creates the header. It is written last, so a campaign that can be seen is whole. Answers false when it exists. */
    create: (
      { finishedPhaseCount: _count, ...campaign }: Campaign,
      finishedPhases: readonly string[],
    ): Promise<boolean> =>
      table.put(
        keys.campaign({ workspaceId: campaign.workspaceId, campaignId: campaign.id }),
        { ...campaign, finishedPhases: new Set(finishedPhases) },
        { expression: 'attribute_not_exists(pk)' },
      ),

    /**
     * Replaces what a draft says, together or not at all: brief, phases, and the header's part of it. False when it was launched or changed
     * since `seen`, which is the time of the change that was read.
     */
    redraft: (
      reference: CampaignReference,
      brief: Brief,
      header: Pick<Campaign, 'name' | 'governanceMode' | 'language' | 'updatedAt'>,
      contents: readonly (Item & Key)[],
      seen: string,
    ): Promise<boolean> => {
      const set = assignments({ ...header });
      return table.updateWith(
        keys.campaign(reference),
        {
          expression: `SET ${set.clause}`,
          condition: '#status = :draft AND #run = :none AND updatedAt = :seen',
          names: { ...set.names, '#status': 'status', '#run': 'run' },
          values: { ...set.values, ':draft': 'DRAFT', ':none': 0, ':seen': seen },
        },
        [briefItem(reference, brief), ...contents],
      );
    },

    rename: (reference: CampaignReference, name: string, now: string) =>
      table.update(
        keys.campaign(reference),
        {
          expression: 'SET #name = :name, updatedAt = :now',
          names: { '#name': 'name' },
          values: { ':name': name, ':now': now },
        },
        headerSchema,
      ),

    delete: (reference: CampaignReference) => table.delete(keys.campaign(reference)),

    /** Deletes the phases: whoever is at work on one of them finds it gone, and nothing more of it is kept. Safe to repeat. */
    deletePhases: (reference: CampaignReference) => deleteAll(lists.phases(reference)),

    /** Deletes every item in the campaign's own partition, and what lists it beside its header. Safe to repeat. */
    async deleteContents(reference: CampaignReference): Promise<void> {
      await deleteAll(lists.everythingOf(reference));
      await table.delete(keys.underWay(reference));
    },
  };
}
