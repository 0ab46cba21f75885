// How many AI calls a person may make in a month (UTC). Counted before each call, by one conditional write: calls that are made at
// the same moment cannot pass the quota together.
import { defaultMonthlyCalls } from '../contracts/limits.ts';
import type { QuotaState } from '../contracts/usage.ts';
import { monthOf, type Usages } from '../data/usage.ts';
import type { Users } from '../data/users.ts';
import { ProblemError } from '../runtime/problem-error.ts';

export interface CallQuotaParts {
  readonly users: Pick<Users, 'get'>;
  readonly usages: Pick<Usages, 'takeCall' | 'giveBackCall' | 'callsIn'>;
  readonly clock: () => Date;
}

export type CallQuota = ReturnType<typeof createCallQuota>;

export function createCallQuota({ users, usages, clock }: CallQuotaParts) {
  const limitOf = async (userId: string) => (await users.get(userId))?.monthlyCalls ?? defaultMonthlyCalls;
  return {
    /** Takes a call of this month; false when none is left. */
    take: async (userId: string): Promise<boolean> => usages.takeCall(userId, monthOf(clock()), await limitOf(userId)),

    /** Gives back a call that was taken a moment ago and could not be made. */
    giveBack: (userId: string): Promise<void> => usages.giveBackCall(userId, monthOf(clock())),

    /** Where the person stands in this month. */
    async state(userId: string): Promise<QuotaState> {
      const now = clock();
      const month = monthOf(now);
      const [limit, used] = await Promise.all([limitOf(userId), usages.callsIn(userId, month)]);
      return { month, limit, used, remaining: Math.max(0, limit - used), resetsAt: endOfMonth(now).toISOString() };
    },
  };
}

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
