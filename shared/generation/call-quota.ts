// How many AI calls a workspace, and a person in it, may make in a month (UTC). Counted by name before each call, by one conditional write:
// calls that are made at the same moment cannot pass the quota together, and a call that a crash makes necessary once more is counted once.
import type { CampaignReference } from '../contracts/identifiers.ts';
import { defaultMonthlyCalls, defaultMonthlyMicroUsd } from '../contracts/limits.ts';
import type { QuotaState } from '../contracts/usage.ts';
import {
  type MonthlyCalls,
  type MonthlyLimits,
  type MonthOfCalls,
  monthOf,
  type OpenCalls,
} from '../data/monthly-calls.ts';
import type { Workspaces } from '../data/workspaces.ts';
import type { Member } from '../domain/accounts/membership.ts';
import { ProblemError } from '../runtime/problem-error.ts';

/**
 * Forgets the calls of a month that have ended, and gives back those that were never made; answers how many it gave back. `isRoutine`: nobody needs
 * the money of those whose step may still be at work and is about to count them, so they are left to it.
 */
export type SweepCalls = (workspaceId: string, month: string, open: OpenCalls, isRoutine?: boolean) => Promise<number>;

/** Clears away the names of a campaign's calls that have ended, before their records are deleted. */
export type CloseCallsOf = (userId: string, campaign: CampaignReference) => Promise<void>;

export const createCloseCallsOf =
  ({ monthlyCalls, sweep, clock }: Pick<CallQuotaParts, 'monthlyCalls' | 'sweep' | 'clock'>): CloseCallsOf =>
  async (userId, campaign) => {
    const { workspaceId } = campaign;
    const prefix = nameOf({ userId }, campaignCall(campaign, ''));
    for (const { month, open } of await openCallsOf(monthlyCalls, workspaceId, prefix, clock()))
      await sweep(workspaceId, month, open);
  };

/** The open calls whose names begin with a prefix, by month. Names are kept for a day at most: of this month, or one that ended yesterday. */
async function openCallsOf(monthlyCalls: Pick<MonthlyCalls, 'get'>, workspaceId: string, prefix: string, now: Date) {
  const yesterday = new Date(now.getTime() - 24 * 60 * 60 * 1000);
  const months = [...new Set([monthOf(now), monthOf(yesterday)])].map(async (month) => {
    const { open } = await monthlyCalls.get(workspaceId, month);
    return { month, open: new Map([...open].filter(([name]) => name.startsWith(prefix))) };
  });
  return (await Promise.all(months)).filter(({ open }) => open.size > 0);
}

export interface CallQuotaParts {
  readonly workspaces: Pick<Workspaces, 'callLimits'>;
  readonly monthlyCalls: Pick<MonthlyCalls, 'take' | 'giveBack' | 'get' | 'close'>;
  readonly sweep: SweepCalls;
  readonly clock: () => Date;
}

export type CallQuota = ReturnType<typeof createCallQuota>;

/** A call whose process is alive has a record by then: no function runs for more than five minutes. */
export const abandonedAfterSeconds = 15 * 60;

/**
 * Every eighth name, the oldest seven are looked at: about 100 bytes each, so that the item stays below the 1 KB of a write unit. However many
 * calls are under way at once, a call looks at no more than one other on average.
 */
const namesBetweenSweeps = 8;
const sweptAtOnce = 7;

/** `cmp_…/research.1.text-1.2`: the second try of a call of a campaign. */
export const isFurtherTry = (call: string): boolean => /^cmp_[^/]*\/[^/]+\.\d+\.[^./]+\.\d+$/.test(call);

/** The name in the month of a campaign's call, and of one outside of any campaign. */
export const campaignCall = ({ campaignId }: CampaignReference, name: string): string => `${campaignId}/${name}`;
export const generationCall = (generationId: string): string => `direct/${generationId}`;

/** The same among the calls of a workspace: it begins with whose call it is. */
const nameOf = ({ userId }: Pick<Member, 'userId'>, call: string): string => `${userId}/${call}`;

export function createCallQuota({ workspaces, monthlyCalls, sweep, clock }: CallQuotaParts) {
  const limitsOf = async ({ workspaceId, userId }: Member): Promise<MonthlyLimits> => {
    const granted = await workspaces.callLimits(workspaceId);
    const { monthlyCalls: ofWorkspace = defaultMonthlyCalls, shares = {} } = granted;
    const { monthlyMicroUsd: microUsdOfWorkspace = defaultMonthlyMicroUsd, moneyShares = {} } = granted;
    return {
      ofWorkspace,
      ofPerson: Math.min(shares[userId] ?? ofWorkspace, ofWorkspace),
      microUsdOfWorkspace,
      microUsdOfPerson: Math.min(moneyShares[userId] ?? microUsdOfWorkspace, microUsdOfWorkspace),
    };
  };

  /** Calls of the month once those are cleared away whose process has died, and, in a month that cost money, those that have ended. */
  async function swept(workspaceId: string, month: string): Promise<MonthOfCalls> {
    const calls = await monthlyCalls.get(workspaceId, month);
    const since = clock().getTime() - abandonedAfterSeconds * 1000;
    const isPaid = calls.microUsd > 0;
    const over = [...calls.open].filter(([, { takenAt }]) => isPaid || takenAt < since);
    if (over.length === 0) return calls;
    await sweep(workspaceId, month, new Map(over));
    return monthlyCalls.get(workspaceId, month);
  }

  /** A further try of a campaign's call holds money and is no call of its own. */
  const entryOf = (member: Member, call: string, heldMicroUsd: number) => ({
    name: nameOf(member, call),
    isCall: !isFurtherTry(call),
    heldMicroUsd,
  });

  return {
    /**
     * Takes a call of this month, and holds what it may cost; false when there is not enough left of calls or money. One that is open under this
     * name was taken by a run that died.
     */
    async take(member: Member, call: string, heldMicroUsd = 0): Promise<boolean> {
      const { workspaceId, userId } = member;
      const now = clock();
      const month = monthOf(now);
      const entry = entryOf(member, call, heldMicroUsd);
      const limits = await limitsOf(member);
      const take = () => monthlyCalls.take(workspaceId, month, limits, { ...entry, takenAt: now });
      let taken = await take();
      if (!taken) {
        const { open, calls, callsOf } = await swept(workspaceId, month);
        const before = open.get(entry.name);
        if (before?.heldMicroUsd === heldMicroUsd) return true;
        if (before) await monthlyCalls.giveBack(workspaceId, month, { ...entry, heldMicroUsd: before.heldMicroUsd });
        if (before || !entry.isCall || (calls < limits.ofWorkspace && callsOf(userId) < limits.ofPerson))
          taken = await take();
      }
      if (taken && taken.open.size % namesBetweenSweeps === 0)
        await sweep(workspaceId, month, oldestOf(taken.open), true);
      return taken !== undefined;
    },

    /** Gives back a call that was taken a moment ago, with so much held for it, and could not be made. */
    giveBack: (member: Member, call: string, heldMicroUsd = 0): Promise<void> =>
      monthlyCalls.giveBack(member.workspaceId, monthOf(clock()), entryOf(member, call, heldMicroUsd)),

    /** Forgets the names that begin with a prefix, by the word of whoever made the calls: they have ended, and their records may be gone. */
    async close(member: Member, prefix: string): Promise<void> {
      const { workspaceId } = member;
      for (const { month, open } of await openCallsOf(monthlyCalls, workspaceId, nameOf(member, prefix), clock()))
        await monthlyCalls.close(
          workspaceId,
          month,
          // Nobody knows any more what they cost: what was held stays counted.
          [...open].map(([name, { heldMicroUsd }]) => ({ name, heldMicroUsd, costMicroUsd: heldMicroUsd })),
        );
    },

    /** Where the person stands in this month: what is left is the least of their share and of what the workspace has left. */
    async state(member: Member): Promise<QuotaState> {
      const now = clock();
      const month = monthOf(now);
      const [{ ofWorkspace, ofPerson: limit, ...money }, { calls, callsOf, microUsd, microUsdOf }] = await Promise.all([
        limitsOf(member),
        swept(member.workspaceId, month),
      ]);
      const used = callsOf(member.userId);
      const remaining = Math.max(0, Math.min(limit - used, ofWorkspace - calls));
      const usedMicroUsd = microUsdOf(member.userId);
      const left = Math.min(money.microUsdOfPerson - usedMicroUsd, money.microUsdOfWorkspace - microUsd);
      return {
        ...{ month, limit, used, remaining, resetsAt: endOfMonth(now).toISOString() },
        money: {
          limitMicroUsd: money.microUsdOfPerson,
          usedMicroUsd: Math.max(0, usedMicroUsd),
          remainingMicroUsd: Math.max(0, left),
        },
      };
    },
  };
}

const oldestOf = (open: OpenCalls): OpenCalls =>
  new Map([...open].sort(([, one], [, other]) => one.takenAt - other.takenAt).slice(0, sweptAtOnce));

/** What a client hears whose month is used up. */
export function quotaUsedUp(now: Date): ProblemError {
  const end = endOfMonth(now);
  return new ProblemError(
    'quota-exceeded',
    `All AI calls of this month are used. There are new ones from ${end.toISOString()} on.`,
    [],
    Math.ceil((end.getTime() - now.getTime()) / 1000),
  );
}

/** When the quota of the month of an instant is over. */
export const endOfMonth = (instant: Date): Date =>
  new Date(Date.UTC(instant.getUTCFullYear(), instant.getUTCMonth() + 1));
