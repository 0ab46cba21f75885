// What each day's AI calls of a person were and cost, each call added once.
import * as z from 'zod';
import { usageCountersSchema } from '../contracts/usage.ts';
import type { Change } from './expressions.ts';
import { type Key, keys, lists } from './keys.ts';
import type { Table } from './table.ts';

const usageSchema = z.object({
  ...usageCountersSchema.shape,
  day: z.string(),
  campaignId: z.string(),
  agent: z.string(),
  provider: z.string(),
  model: z.string(),
});
const countedSchema = z.object({ counted: z.set(z.string()).optional() });
/** What was used on a day (UTC), by campaign (`direct` outside of one), agent (`none` without one), provider and model. */
export type Usage = z.infer<typeof usageSchema>;

export const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);

export type Usages = ReturnType<typeof createUsages>;

export const createUsages = (table: Table) => ({
  /** Adds what a call used, once however often it is repeated: its name is kept beside the sums. */
  async addCall(userId: string, usage: Usage, name: string): Promise<void> {
    const { key, change } = addition(userId, usage);
    await table.upsert(
      key,
      {
        expression: `${change.expression}, counted :call`,
        condition: 'NOT contains(counted, :name)',
        names: change.names,
        values: { ...change.values, ':call': new Set([name]), ':name': name },
      },
      usageSchema,
    );
  },

  /** Whether a call has been added to what was used. */
  async hasCounted(userId: string, { day, campaignId, agent, provider, model }: Usage, name: string): Promise<boolean> {
    const item = await table.get(keys.usage(userId, day, [campaignId, agent, provider, model]), countedSchema);
    return item?.counted?.has(name) ?? false;
  },

  /** Access pattern 17: everything used from one day to another, both included, oldest first. */
  list: (userId: string, fromDay: string, toDay: string): Promise<Usage[]> =>
    table.queryAll(lists.usage(userId, fromDay, toDay), usageSchema),
});

/** The write that adds to what was used, for writes that go together. */
export function addition(
  userId: string,
  { day, campaignId, agent, provider, model, ...counters }: Usage,
): { readonly key: Key; readonly change: Change & { readonly names: Record<string, string> } } {
  const dimensions = { day, campaignId, agent, provider, model };
  return {
    key: keys.usage(userId, day, [campaignId, agent, provider, model]),
    change: {
      expression: `SET ${Object.keys(dimensions)
        .map((name) => `#${name} = :${name}`)
        .join(', ')} ADD ${Object.keys(counters)
        .map((name) => `${name} :${name}`)
        .join(', ')}`,
      names: Object.fromEntries(Object.keys(dimensions).map((name) => [`#${name}`, name])),
      values: Object.fromEntries(
        Object.entries({ ...dimensions, ...counters }).map(([name, value]) => [`:${name}`, value]),
      ),
    },
  };
}
