// The end of a call outside of a campaign: its record and what its person used are one write, so that neither is without the other.
import type { GenerationRecord, Generations } from '../../data/generations.ts';
import { dayOf, type Usage } from '../../data/usage.ts';
import { noCounters } from '../settle-call.ts';

/** Ends a generation and counts it, on the day it was begun. Answers false when it has ended before, which was counted then. */
export const endGeneration = (
  generations: Pick<Generations, 'end'>,
  { userId, workspaceId }: { readonly userId: string; readonly workspaceId: string },
  ended: GenerationRecord,
): Promise<boolean> => generations.end(workspaceId, ended, { userId, usage: usageOf(ended) });

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
