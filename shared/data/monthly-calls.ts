// The AI calls of a workspace's month: counted before they are made, with what they may cost, and each person's among them.
import * as z from 'zod';
import { keys } from './keys.ts';
import { heldCallsSchema, openCall } from './open-calls.ts';
import type { Table } from './table.ts';

/** The attributes that count a person's calls and money among those of the workspace. They need a placeholder in expressions. */
const callsBy = (userId: string): string => `by:${userId}`;
const moneyBy = (userId: string): string => `usd:${userId}`;

const monthlyCallsSchema = z
  .looseObject({ calls: z.int().min(0).default(0), microUsd: z.int().default(0) })
  .transform((item) => ({
    calls: item.calls,
    /** Spent, plus what is held for tries that have not been seen to end, at their worst. */
    microUsd: item.microUsd,
    open: heldCallsSchema.parse(item),
    /** Of one person. */
    callsOf: (userId: string): number => Number(item[callsBy(userId)] ?? 0),
    microUsdOf: (userId: string): number => Number(item[moneyBy(userId)] ?? 0),
  }));
export type MonthOfCalls = z.infer<typeof monthlyCallsSchema>;
export type OpenCalls = MonthOfCalls['open'];
const noCalls: MonthOfCalls = { calls: 0, microUsd: 0, open: new Map(), callsOf: () => 0, microUsdOf: () => 0 };

/** Most calls and money (micro-dollars) of a month: of the workspace, and of the person who asks. */
export interface MonthlyLimits {
  readonly ofWorkspace: number;
  readonly ofPerson: number;
  readonly microUsdOfWorkspace: number;
  readonly microUsdOfPerson: number;
}

/** What a month counts before a call is made. */
export interface TakenCall {
  /** Begins with the person whose it is: `<user>/…`. */
  readonly name: string;
  /** False for a further try of a call, which the month has counted: it holds money only. */
  readonly isCall: boolean;
  readonly takenAt: Date;
  /** What it may cost at most. */
  readonly heldMicroUsd: number;
}

/** An entry of the month that is over: it held so much, and cost so much. */
export interface ClosedCall {
  readonly name: string;
  readonly heldMicroUsd: number;
  readonly costMicroUsd: number;
}

const adding = (sums: readonly string[]): string => (sums.length > 0 ? ` ADD ${sums.join(', ')}` : '');

const differenceOf = (closed: readonly ClosedCall[]): number =>
  closed.reduce((sum, { heldMicroUsd, costMicroUsd }) => sum + costMicroUsd - heldMicroUsd, 0);

/** A name begins with the person whose call it is. */
const personOf = (name: string): string => name.slice(0, name.indexOf('/'));

export const monthOf = (instant: Date): string => instant.toISOString().slice(0, 7);

export type MonthlyCalls = ReturnType<typeof createMonthlyCalls>;

export function createMonthlyCalls(table: Table) {
  /** In one write; false where money is settled and one of them was closed before. */
  async function closeTogether(workspaceId: string, month: string, closed: readonly ClosedCall[]): Promise<boolean> {
    const calls = closed.map(({ name }, index) => [`#call${index}`, openCall(name)] as const);
    const placeholders = calls.map(([placeholder]) => placeholder);
    const byPerson = [...Map.groupBy(closed, ({ name }) => personOf(name))].map(
      ([person, theirs], index) => [`#usd${index}`, `:usd${index}`, person, differenceOf(theirs)] as const,
    );
    const changed = byPerson.filter(([, , , difference]) => difference !== 0);
    const total = differenceOf(closed);
    const sums = [...changed.map(([name, value]) => `${name} ${value}`), ...(total === 0 ? [] : ['microUsd :total'])];
    const holdsMoney = closed.some(({ heldMicroUsd, costMicroUsd }) => heldMicroUsd > 0 || costMicroUsd > 0);
    const header = await table.update(
      keys.monthlyCalls(workspaceId, month),
      {
        expression: `REMOVE ${placeholders.join(', ')}${adding(sums)}`,
        ...(holdsMoney ? { condition: placeholders.map((name) => `attribute_exists(${name})`).join(' AND ') } : {}),
        names: {
          ...Object.fromEntries(calls),
          ...Object.fromEntries(changed.map(([name, , person]) => [name, moneyBy(person)])),
        },
        values: {
          ...Object.fromEntries(changed.map(([, value, , difference]) => [value, difference])),
          ...(total === 0 ? {} : { ':total': total }),
        },
      },
      monthlyCallsSchema,
    );
    return header !== undefined || !holdsMoney;
  }

  return {
    /**
     * Access pattern 16: calls that a workspace made in a month, and those of them that have not been seen to end, with when they were taken
     * (epoch ms).
     */
    get: async (workspaceId: string, month: string): Promise<MonthOfCalls> =>
      (await table.get(keys.monthlyCalls(workspaceId, month), monthlyCallsSchema)) ?? noCalls,

    /**
     * Counts a call that is about to be made, by its name, and holds what it may cost; undefined when the workspace's quota or the person's share
     * of calls or money is used up, or when the name is open already. One atomic write.
     */
    async take(
      workspaceId: string,
      month: string,
      { ofWorkspace, ofPerson, microUsdOfWorkspace, microUsdOfPerson }: MonthlyLimits,
      { name, isCall, takenAt, heldMicroUsd }: TakenCall,
    ): Promise<MonthOfCalls | undefined> {
      const room = microUsdOfWorkspace - heldMicroUsd;
      const roomOfPerson = microUsdOfPerson - heldMicroUsd;
      if (isCall && (ofWorkspace < 1 || ofPerson < 1)) return undefined;
      if (heldMicroUsd > 0 && (room < 0 || roomOfPerson < 0)) return undefined;
      const person = personOf(name);
      const below = (attribute: string, limit: string, operator: '<' | '<=') =>
        `(attribute_not_exists(${attribute}) OR ${attribute} ${operator} ${limit})`;
      const money = heldMicroUsd > 0;
      return table.upsert(
        keys.monthlyCalls(workspaceId, month),
        {
          expression: `SET #call = :at${adding([
            ...(isCall ? ['calls :one', '#by :one'] : []),
            ...(money ? ['microUsd :held', '#usd :held'] : []),
          ])}`,
          condition: [
            'attribute_not_exists(#call)',
            ...(isCall ? [below('calls', ':quota', '<'), below('#by', ':share', '<')] : []),
            ...(money ? [below('microUsd', ':room', '<='), below('#usd', ':roomOfPerson', '<=')] : []),
          ].join(' AND '),
          names: {
            '#call': openCall(name),
            ...(isCall ? { '#by': callsBy(person) } : {}),
            ...(money ? { '#usd': moneyBy(person) } : {}),
          },
          values: {
            ':at': money ? [takenAt.getTime(), heldMicroUsd] : takenAt.getTime(),
            ...(isCall ? { ':one': 1, ':quota': ofWorkspace, ':share': ofPerson } : {}),
            ...(money ? { ':held': heldMicroUsd, ':room': room, ':roomOfPerson': roomOfPerson } : {}),
          },
        },
        monthlyCallsSchema,
      );
    },

    /** Gives a call back that was not made after all, with the money held for it. Safe to repeat. */
    async giveBack(
      workspaceId: string,
      month: string,
      { name, isCall, heldMicroUsd }: Pick<TakenCall, 'name' | 'isCall' | 'heldMicroUsd'>,
    ): Promise<void> {
      const sums = [
        ...(isCall ? ['calls :minus', '#by :minus'] : []),
        ...(heldMicroUsd > 0 ? ['microUsd :held', '#usd :held'] : []),
      ];
      await table.update(
        keys.monthlyCalls(workspaceId, month),
        {
          expression: `REMOVE #call${adding(sums)}`,
          condition: 'attribute_exists(#call)',
          names: {
            '#call': openCall(name),
            ...(isCall ? { '#by': callsBy(personOf(name)) } : {}),
            ...(heldMicroUsd > 0 ? { '#usd': moneyBy(personOf(name)) } : {}),
          },
          values: { ...(isCall ? { ':minus': -1 } : {}), ...(heldMicroUsd > 0 ? { ':held': -heldMicroUsd } : {}) },
        },
        monthlyCallsSchema,
      );
    },

    /**
     * Forgets the names of calls that have ended; they stay counted, with what they cost in the place of what was held for them. Safe to repeat,
     * and to do at the same time: each is settled once.
     */
    async close(workspaceId: string, month: string, closed: readonly ClosedCall[]): Promise<void> {
      if (closed.length === 0) return;
      if (await closeTogether(workspaceId, month, closed)) return;
      if (closed.length > 1) for (const each of closed) await closeTogether(workspaceId, month, [each]);
    },

    /** Corrects what a call of the month cost, when its provider has told late. */
    async correctMoney(workspaceId: string, month: string, userId: string, differenceMicroUsd: number): Promise<void> {
      await table.update(
        keys.monthlyCalls(workspaceId, month),
        {
          expression: 'ADD microUsd :difference, #usd :difference',
          names: { '#usd': moneyBy(userId) },
          values: { ':difference': differenceMicroUsd },
        },
        monthlyCallsSchema,
      );
    },
  };
}
