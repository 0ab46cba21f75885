// Campaigns whose webhooks must be looked after because the queue did not take what it should have. Empty unless the queue fails.
import * as z from 'zod';
import { type CampaignReference, campaignIdSchema, workspaceIdSchema } from '../contracts/identifiers.ts';
import { keys, lists } from './keys.ts';
import type { Table } from './table.ts';

const entrySchema = z.object({ workspaceId: workspaceIdSchema, campaignId: campaignIdSchema, putAt: z.string() });
export type OutboxEntry = z.infer<typeof entrySchema>;

export type Outbox = ReturnType<typeof createOutbox>;

export function createOutbox(table: Table, clock: () => Date) {
  return {
    put: async ({ workspaceId, campaignId }: CampaignReference): Promise<void> => {
      const entry: OutboxEntry = { workspaceId, campaignId, putAt: clock().toISOString() };
      await table.put(keys.outbox(entry), { ...entry });
    },

    /** Access pattern 28: all entries. Strongly consistent: a sweep that runs seldom should miss none. */
    list: (): Promise<OutboxEntry[]> => table.queryAll({ ...lists.outbox(), consistent: true }, entrySchema),

    /** Takes an entry off, unless it was put in again since it was read. */
    remove: (entry: OutboxEntry) =>
      table.delete(keys.outbox(entry), { expression: 'putAt = :putAt', values: { ':putAt': entry.putAt } }),
  };
}
