// The end of a call outside of a campaign: its record with what was made and what its person used are one write, so that neither is without
// the other.

import { cacheSeconds } from '../contracts/limits.ts';
import type { GenerationRecord, Generations } from '../data/generations.ts';
import { dayOf, type Usage } from '../data/usage.ts';
import type { Member } from '../domain/accounts/membership.ts';
import type { CallEnd } from './call-end.ts';
import { recordCallMetrics } from './record-call-metrics.ts';
import { noCounters } from './settle-call.ts';

/** Ends a generation and counts it, on the day it was begun. Answers false when it has ended before, which was counted then. */
export const endGeneration = (
  generations: Pick<Generations, 'end'>,
  { userId, workspaceId }: Member,
  ended: GenerationRecord,
): Promise<boolean> => generations.end(workspaceId, ended, { userId, usage: usageOf(ended) });

/** The part of a record that depends on what is made. */
export type Kept = Partial<Pick<GenerationRecord, 'outputJson' | 'hasSchema' | 'media'>>;

/** Checks an answer and stores its bytes, before there is a record that can be read. */
export type Keep<Answer> = (answer: Answer, call: Pick<GenerationRecord, 'id' | 'provider' | 'model'>) => Promise<Kept>;

export interface GenerationEndParts {
  readonly generations: Pick<Generations, 'get' | 'end' | 'remember'>;
  readonly clock: () => Date;
}

/** The two ways in which a generation ends, each counted once. */
export function createGenerationEnds<Answer>(
  { generations, clock }: GenerationEndParts,
  caller: Member,
  { keep, cacheRequest }: { readonly keep: Keep<Answer>; readonly cacheRequest: string },
) {
  async function end(
    { job: _job, ...begun }: GenerationRecord,
    { status, usage, warnings, answered, doubts, names }: CallEnd,
    rest: Kept & Pick<GenerationRecord, 'status' | 'reason'>,
  ): Promise<GenerationRecord> {
    const latencyMilliseconds = elapsed(begun, clock());
    const ended: GenerationRecord = { ...begun, ...usage, ...names, warnings, ...rest, latencyMilliseconds };
    if (!(await endGeneration(generations, caller, ended)))
      return (await generations.get(caller.workspaceId, ended.id)) ?? ended; // of two that hear of the end of a job, the second reads what the first wrote
    recordCallMetrics({ ...ended, ...answered, status }, ended.agent ?? 'none', doubts);
    return ended;
  }

  const fail = (call: GenerationRecord, how: CallEnd, reason?: string) => end(call, how, { status: 'FAILED', reason });

  return {
    fail,

    /** Keeps what was made, then ends the call. An answer that is of no use is paid all the same. */
    async settle(call: GenerationRecord, how: CallEnd, answer: Answer): Promise<GenerationRecord> {
      const kept = await keep(answer, call).catch(async (error: unknown) => {
        await fail(call, { ...how, status: 'FAILED' });
        throw error;
      });
      const ended = await end(call, how, { ...kept, status: 'DONE' });
      if (ended.status === 'DONE')
        await generations.remember(caller.workspaceId, cacheRequest, ended.id, cacheSeconds[ended.kind]);
      return ended;
    },
  };
}

export const elapsed = ({ createdAt }: Pick<GenerationRecord, 'createdAt'>, now: Date): number =>
  Math.max(0, now.getTime() - Date.parse(createdAt));

/** A hit of the cache is no call. */
function usageOf(ended: GenerationRecord): Usage {
  const { agent, provider, model, createdAt } = ended;
  const { inputTokens, outputTokens, costMicroUsd, savedMicroUsd } = ended;
  return {
    day: dayOf(new Date(createdAt)),
    campaignId: 'direct',
    agent: agent ?? 'none',
    provider,
    model,
    ...noCounters,
    ...(ended.cached ? { cacheHits: 1, savedMicroUsd } : { calls: 1, inputTokens, outputTokens, costMicroUsd }),
  };
}
