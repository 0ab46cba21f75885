// What a person used of AI: calls of a month, counted before they are made, and what each day's calls were and cost.
import * as z from 'zod';
import { usageCountersSchema } from '../contracts/usage.ts';
import { keys, lists } from './keys.ts';
import type { Table } from './table.ts';

const callsSchema = z.object({ calls: z.int().min(0) });
const usageSchema = z.object({
  ...usageCountersSchema.shape,
  day: z.string(),
  campaignId: z.string(),
  agent: z.string(),
  provider: z.string(),
  model: z.string(),
});
/** What was used on a day (UTC), by campaign (`direct` outside of one), agent (`none` without one), provider and model. */
export type Usage = z.infer<typeof usageSchema>;

export const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);
export const monthOf = (instant: Date): string => instant.toISOString().slice(0, 7);

export type Usages = ReturnType<typeof createUsages>;

export function createUsages(table: Table) {
  return {
    /** Access pattern 16: calls made in a month. */
    async callsIn(userId: string, month: string): Promise<number> {
      return (await table.get(keys.monthlyCalls(userId, month), callsSchema))?.calls ?? 0;
    },

    /** Counts a call that is about to be made; false when the month's quota is used up. One atomic write. */
    async takeCall(userId: string, month: string, quota: number): Promise<boolean> {
      if (quota < 1) return false;
      const counted = await table.upsert(
        keys.monthlyCalls(userId, month),
        {
          expression: 'ADD calls :one',
          condition: 'attribute_not_exists(calls) OR calls < :quota',
          values: { ':one': 1, ':quota': quota },
        },
        callsSchema,
      );
      return counted !== undefined;
    },

    /** Gives a call back that was not made after all. */
    async giveBackCall(userId: string, month: string): Promise<void> {
      await table.update(
        keys.monthlyCalls(userId, month),
        { expression: 'ADD calls :minus', condition: 'calls > :none', values: { ':minus': -1, ':none': 0 } },
        callsSchema,
      );
    },

    /** Adds to what was used. */
    async add(userId: string, { day, campaignId, agent, provider, model, ...counters }: Usage): Promise<void> {
      const dimensions = { day, campaignId, agent, provider, model };
      const names = Object.keys(counters);
      await table.upsert(
        keys.usage(userId, day, [campaignId, agent, provider, model]),
        {
          expression: `SET ${Object.keys(dimensions)
            .map((name) => `#${name} = :${name}`)
            .join(', ')} ADD ${names.map((name) => `${name} :${name}`).join(', ')}`,
          names: Object.fromEntries(Object.keys(dimensions).map((name) => [`#${name}`, name])),
          values: Object.fromEntries(
            Object.entries({ ...dimensions, ...counters }).map(([name, value]) => [`:${name}`, value]),
          ),
        },
        usageSchema,
      );
    },

    /** Access pattern 17: everything used from one day to another, both included, oldest first. */
    list: (userId: string, fromDay: string, toDay: string): Promise<Usage[]> =>
      table.queryAll(lists.usage(userId, fromDay, toDay), usageSchema),
  };
}
