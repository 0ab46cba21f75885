// Every model call outside of a campaign goes through here: the caller's limit, then the month's quota, then the call, then what was
// used. What a paid call may cost is counted before it is made, so that a crash leaves too much counted rather than nothing.
import type { AgentId } from '../../contracts/agents.ts';
import { dayOf, type Usage, type Usages } from '../../data/usage.ts';
import { microUsd, usd } from '../../domain/money.ts';
import { ModelBusy, type ModelUsage } from '../../models/model.ts';
import { ProblemError } from '../../runtime/problem-error.ts';
import { type CallQuota, quotaUsedUp } from '../call-quota.ts';
import { recordCallMetrics } from '../record-call-metrics.ts';

export interface DirectMeterParts {
  readonly quota: Pick<CallQuota, 'take'>;
  readonly usages: Pick<Usages, 'add'>;
  readonly clock: () => Date;
}

export interface DirectCall {
  readonly userId: string;
  readonly agent: AgentId | undefined;
  readonly provider: string;
  readonly model: string;
  readonly worstCaseMicroUsd: number;
}

const nothing = { calls: 0, cacheHits: 0, inputTokens: 0, outputTokens: 0, costMicroUsd: 0, savedMicroUsd: 0 };
const unused: ModelUsage = { inputTokens: 0, outputTokens: 0, costMicroUsd: 0 };

export function createDirectMeter({ quota, usages, clock }: DirectMeterParts) {
  const count = (call: DirectCall, at: Date, counters: Partial<typeof nothing>) =>
    usages.add(call.userId, { ...usageOf(call, at), ...nothing, ...counters });

  async function takeCall(userId: string): Promise<void> {
    if (await quota.take(userId)) return;
    throw quotaUsedUp(clock());
  }

  const meter = {
    /**
     * Takes a call of the month, makes it and counts what was used. `billedBy` says what was billed, or undefined while a long job
     * is running: `settle` ends it later. When the signal ends the wait, the whole reservation stays counted, for nobody knows.
     */
    async run<Answer>(
      call: DirectCall,
      make: () => Promise<Answer>,
      billedBy: (answer: Answer) => ModelUsage | undefined,
      signal: AbortSignal,
    ): Promise<Answer> {
      if (signal.aborted) throw tookTooLong();
      await takeCall(call.userId);
      const startedAt = clock();
      if (call.worstCaseMicroUsd > 0) await count(call, startedAt, { calls: 1, costMicroUsd: call.worstCaseMicroUsd });
      let answer: Answer;
      try {
        answer = await unlessOver(make(), signal);
      } catch (error) {
        const costMicroUsd = signal.aborted ? call.worstCaseMicroUsd : 0;
        await meter.settle(call, startedAt, signal.aborted ? 'LOST' : 'FAILED', { ...unused, costMicroUsd });
        throw problemOf(error);
      }
      const usage = billedBy(answer);
      if (usage) await meter.settle(call, startedAt, 'SETTLED', usage);
      return answer;
    },

    /** Counts what a call used in place of what was reserved for it, on the day it was made. */
    async settle(
      call: DirectCall,
      startedAt: Date,
      status: 'SETTLED' | 'FAILED' | 'LOST',
      usage: ModelUsage,
    ): Promise<void> {
      const isReserved = call.worstCaseMicroUsd > 0;
      const costMicroUsd = usage.costMicroUsd - call.worstCaseMicroUsd;
      await count(call, startedAt, { ...usage, calls: isReserved ? 0 : 1, costMicroUsd });
      const latencyMilliseconds = Math.max(0, clock().getTime() - startedAt.getTime());
      recordCallMetrics({ ...call, ...usage, status, latencyMilliseconds }, call.agent ?? 'none');
    },

    /** Counts an answer of the cache and the money it saved. */
    countHit: (call: DirectCall, savedMicroUsd: number): Promise<void> =>
      count(call, clock(), { cacheHits: 1, savedMicroUsd }),
  };
  return meter;
}

const usageOf = (
  { agent, provider, model }: DirectCall,
  at: Date,
): Pick<Usage, 'day' | 'campaignId' | 'agent' | 'provider' | 'model'> => ({
  day: dayOf(at),
  campaignId: 'direct',
  agent: agent ?? 'none',
  provider,
  model,
});

/** Throws cost-limit when calls could cost more than the caller allows. */
export function requireWithinLimit(worstCaseMicroUsd: number, maximumCostUsd: number): void {
  if (worstCaseMicroUsd <= microUsd(maximumCostUsd)) return;
  throw new ProblemError(
    'cost-limit',
    `This could cost $${usd(worstCaseMicroUsd).toFixed(6)}, and maximumCostUsd allows $${maximumCostUsd}. Raise it, ask for less, or name a cheaper model.`,
  );
}

/** A failure of a model in words for a client; anything else as it is. */
export function problemOf(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error.name === 'ModelRefused') return new ProblemError('model-refused', error.message);
  if (error instanceof ModelBusy) return new ProblemError('unavailable', error.message, [], error.askAgainSeconds);
  if (error.name === 'ModelUnavailable')
    return new ProblemError('unavailable', 'No model could be reached. Try again in a moment.', [], 5);
  return error;
}

const tookTooLong = () =>
  new ProblemError('unavailable', 'The model took too long. Ask for less, or for the same again later.', [], 30);

async function unlessOver<Answer>(work: Promise<Answer>, signal: AbortSignal): Promise<Answer> {
  const { promise: over, reject } = Promise.withResolvers<never>();
  const end = () => reject(tookTooLong());
  signal.addEventListener('abort', end, { once: true });
  try {
    if (signal.aborted) end();
    return await Promise.race([work, over]);
  } finally {
    signal.removeEventListener('abort', end);
    work.catch(() => {}); // its answer comes too late to be of use, and so does its failure
  }
}
