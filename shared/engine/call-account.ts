// What a model call means to the person who launched the campaign: one of the month's calls before it, usage of the day after it.
import type { ModelCall, UsageCounters } from '../contracts/usage.ts';
import { dayOf, type Usages } from '../data/usage.ts';
import type { CallQuota } from './call-quota.ts';
import { QuotaExceeded } from './failures.ts';

export interface CallAccountParts {
  readonly quota: Pick<CallQuota, 'take' | 'giveBack' | 'state'>;
  readonly usages: Pick<Usages, 'add'>;
  readonly clock: () => Date;
}

const nothing: UsageCounters = {
  calls: 0,
  cacheHits: 0,
  inputTokens: 0,
  outputTokens: 0,
  costMicroUsd: 0,
  savedMicroUsd: 0,
};

/** The account of one person for the calls of one campaign (`direct` outside of any). */
export function createCallAccount({ quota, usages, clock }: CallAccountParts, userId: string, campaignId: string) {
  return {
    /** Takes a call of the month. Throws QuotaExceeded, saying when there are calls again. */
    async take(): Promise<void> {
      if (await quota.take(userId)) return;
      const { limit, resetsAt } = await quota.state(userId);
      throw new QuotaExceeded(
        `All ${limit} AI calls of this month are used up. The quota renews on ${resetsAt.slice(0, 10)} (UTC): retry then, have it raised, or skip this phase.`,
      );
    },

    giveBack: (): Promise<void> => quota.giveBack(userId),

    /** Adds what a call used to the day it ended on. */
    add: (
      { agent, provider, model }: Pick<ModelCall, 'agent' | 'provider' | 'model'>,
      used: Partial<UsageCounters>,
    ): Promise<void> =>
      usages.add(userId, { day: dayOf(clock()), campaignId, agent, provider, model, ...nothing, ...used }),
  };
}
