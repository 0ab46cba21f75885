// What was used of AI: calls of a workspace's month, counted before they are made, and what each day's calls of a person were and cost.
import * as z from 'zod';
import { usageCountersSchema } from '../contracts/usage.ts';
import { type Key, keys, lists } from './keys.ts';
import { openCall, openCallsSchema } from './open-calls.ts';
import type { Change, Table } from './table.ts';

/** The attribute that counts a person's calls among those of the workspace. It needs a placeholder in expressions. */
const callsBy = (userId: string): string => `by:${userId}`;

const monthlyCallsSchema = z.looseObject({ calls: z.int().min(0) }).transform((item) => ({
  calls: item.calls,
  open: openCallsSchema.parse(item),
  /** Of one person. */
  callsOf: (userId: string): number => Number(item[callsBy(userId)] ?? 0),
}));
export type MonthlyCalls = z.infer<typeof monthlyCallsSchema>;
const noCalls: MonthlyCalls = { calls: 0, open: new Map(), callsOf: () => 0 };

/** Most calls of a month: of the workspace, and of the person who asks. */
export interface MonthlyLimits {
  readonly ofWorkspace: number;
  readonly ofPerson: number;
}

/** A name begins with the person whose call it is. */
const personOf = (name: string): string => name.slice(0, name.indexOf('/'));

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
export const monthOf = (instant: Date): string => instant.toISOString().slice(0, 7);

export type Usages = ReturnType<typeof createUsages>;

export function createUsages(table: Table) {
  return {
    /**
     * Access pattern 16: calls that a workspace made in a month, and those of them that have not been seen to end, with when they were taken
     * (epoch ms).
     */
    callsIn: async (workspaceId: string, month: string): Promise<MonthlyCalls> =>
      (await table.get(keys.monthlyCalls(workspaceId, month), monthlyCallsSchema)) ?? noCalls,

    /**
     * Counts a call that is about to be made, by its name, which begins with the person (`<user>/…`); undefined when the workspace's quota or
     * the person's share is used up, or when the name is open already. One atomic write.
     */
    async takeCall(
      workspaceId: string,
      month: string,
      { ofWorkspace, ofPerson }: MonthlyLimits,
      name: string,
      takenAt: Date,
    ): Promise<MonthlyCalls | undefined> {
      if (ofWorkspace < 1 || ofPerson < 1) return undefined;
      return table.upsert(
        keys.monthlyCalls(workspaceId, month),
        {
          expression: 'SET #call = :at ADD calls :one, #by :one',
          condition:
            'attribute_not_exists(#call) AND (attribute_not_exists(calls) OR calls < :quota) AND (attribute_not_exists(#by) OR #by < :share)',
          names: { '#call': openCall(name), '#by': callsBy(personOf(name)) },
          values: { ':one': 1, ':quota': ofWorkspace, ':share': ofPerson, ':at': takenAt.getTime() },
        },
        monthlyCallsSchema,
      );
    },

    /** Gives a call back that was not made after all. Safe to repeat. */
    async giveBackCall(workspaceId: string, month: string, name: string): Promise<void> {
      await table.update(
        keys.monthlyCalls(workspaceId, month),
        {
          expression: 'REMOVE #call ADD calls :minus, #by :minus',
          condition: 'attribute_exists(#call)',
          names: { '#call': openCall(name), '#by': callsBy(personOf(name)) },
          values: { ':minus': -1 },
        },
        monthlyCallsSchema,
      );
    },

    /** Forgets the names of calls that have ended; they stay counted. Safe to repeat. */
    async closeCalls(workspaceId: string, month: string, names: readonly string[]): Promise<void> {
      if (names.length === 0) return;
      const placeholders = names.map((name, index) => [`#call${index}`, openCall(name)] as const);
      await table.update(
        keys.monthlyCalls(workspaceId, month),
        {
          expression: `REMOVE ${placeholders.map(([placeholder]) => placeholder).join(', ')}`,
          names: Object.fromEntries(placeholders),
        },
        monthlyCallsSchema,
      );
    },

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
    async hasCounted(
      userId: string,
      { day, campaignId, agent, provider, model }: Usage,
      name: string,
    ): Promise<boolean> {
      const item = await table.get(keys.usage(userId, day, [campaignId, agent, provider, model]), countedSchema);
      return item?.counted?.has(name) ?? false;
    },

    /** Access pattern 17: everything used from one day to another, both included, oldest first. */
    list: (userId: string, fromDay: string, toDay: string): Promise<Usage[]> =>
      table.queryAll(lists.usage(userId, fromDay, toDay), usageSchema),
  };
}

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
