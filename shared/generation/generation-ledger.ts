// The ledger of calls outside of a campaign: the cache, the caller's limit, the month's quota, then a record that a crash leaves behind. Each
// model that is asked is a call of its own.

import { createHash } from 'node:crypto';
import type { AgentId } from '../contracts/agents.ts';
import type { Language } from '../contracts/language.ts';
import { type GenerationJob, type GenerationRecord, type Generations, generationExpiry } from '../data/generations.ts';
import type { Member } from '../domain/accounts/membership.ts';
import type { ModelCard } from '../models/model-card.ts';
import { newGenerationId } from '../runtime/ids.ts';
import { noUsage } from './call-end.ts';
import { type CallQuota, generationCall, quotaUsedUp } from './call-quota.ts';
import { createGenerationEnds, elapsed, endGeneration, type Keep } from './end-generation.ts';
import { requireWithinLimit, tookTooLong } from './generation-problems.ts';
import type { CallPlan, Ledger } from './ledger.ts';

export interface GenerationLedgerParts {
  readonly quota: Pick<CallQuota, 'take'>;
  readonly generations: Generations;
  readonly clock: () => Date;
}

/** What every request says beside its subject. */
export interface GenerationOptions {
  readonly language: Language;
  readonly agent?: AgentId | undefined;
  readonly model?: string | undefined;
  readonly maximumCostUsd: number;
  readonly cache: boolean;
}

export interface GenerationSubject<Answer> {
  /** Fingerprint of the request to a model: equal ones may share an answer. */
  readonly fingerprintOf: (model: ModelCard) => string;
  readonly keep: Keep<Answer>;
  /** What is made beforehand, once, such as the first image of a video, and what it may cost. */
  readonly beforehand?: { readonly worstCaseMicroUsd: number; readonly make: () => Promise<unknown> } | undefined;
  /** What must be known of the request to ask after its job, where it may become one. */
  readonly job?: Pick<GenerationJob, 'style' | 'durationSeconds'>;
}

/**
 * Its `begin` throws cost-limit, quota-exceeded and unavailable before any call. Two equal requests at the same moment are both made, and the
 * later answer stays in the cache.
 */
export function createGenerationLedger<Answer>(
  parts: GenerationLedgerParts,
  caller: Member & { readonly signal: AbortSignal },
  options: GenerationOptions,
  subject: GenerationSubject<Answer>,
): Ledger<GenerationRecord, Answer, GenerationRecord, GenerationRecord> {
  const { generations, quota, clock } = parts;
  const { workspaceId, signal } = caller;
  let { beforehand } = subject;
  let spentMicroUsd = 0;
  let cacheRequest = '';
  const ends = () => createGenerationEnds(parts, caller, { keep: subject.keep, cacheRequest });

  return {
    async find({ model }) {
      const known = options.cache ? await generations.cached(workspaceId, subject.fingerprintOf(model)) : undefined;
      const hit = known && hitOf(known, options, clock());
      if (hit) await endGeneration(generations, caller, hit);
      return hit;
    },

    async begin(plan) {
      requireWithinLimit(
        spentMicroUsd + plan.worstCaseMicroUsd + (beforehand?.worstCaseMicroUsd ?? 0),
        options.maximumCostUsd,
      );
      await beforehand?.make();
      beforehand = undefined;
      if (signal.aborted) throw tookTooLong();
      cacheRequest = subject.fingerprintOf(plan.model);
      const begun = recordOf(plan, options, clock());
      if (!(await quota.take(caller, generationCall(begun.id), plan.worstCaseMicroUsd))) throw quotaUsedUp(clock());
      await generations.put(workspaceId, begun);
      return begun;
    },

    async fail(call, end) {
      spentMicroUsd += end.usage.costMicroUsd;
      await ends().fail(call, end);
    },

    settle: (call, end, answer) => {
      spentMicroUsd += end.usage.costMicroUsd; // an answer that is of no use is paid too, before another is asked for
      return ends().settle(call, end, answer);
    },

    /** Whoever hears that the job is done ends the call. */
    async wait(call, { jobId, askAgainSeconds }) {
      if (!subject.job) throw new Error('This request cannot wait for a job');
      const askAgainAt = new Date(clock().getTime() + askAgainSeconds * 1000).toISOString();
      const waiting: GenerationRecord = {
        ...call,
        latencyMilliseconds: elapsed(call, clock()),
        job: { ...subject.job, jobId, askAgainAt, cacheRequest },
      };
      await generations.put(workspaceId, waiting);
      return waiting;
    },
  };
}

const recordOf = (
  { kind, model, prompt, worstCaseMicroUsd }: CallPlan,
  { agent }: GenerationOptions,
  startedAt: Date,
): GenerationRecord => ({
  id: newGenerationId(startedAt),
  kind,
  status: 'PENDING',
  agent,
  provider: model.provider,
  model: model.id,
  ...noUsage,
  savedMicroUsd: 0,
  cached: false,
  warnings: [],
  latencyMilliseconds: 0,
  createdAt: startedAt.toISOString(),
  promptSha256: createHash('sha256').update(prompt).digest('hex'),
  aiGenerated: true,
  hasSchema: false,
  expiresAt: generationExpiry(startedAt),
  reservedMicroUsd: worstCaseMicroUsd,
});

/** A record of its own for a hit: its bytes and its end are those of what was made then. */
function hitOf(
  {
    reservedMicroUsd: _reserved,
    cachedInputTokens: _cached,
    cacheWriteTokens: _written,
    reasoningTokens: _reasoning,
    requestId: _request,
    ...known
  }: GenerationRecord,
  { agent }: GenerationOptions,
  now: Date,
): GenerationRecord {
  return {
    ...known,
    ...noUsage,
    id: newGenerationId(now),
    agent,
    cached: true,
    costSource: 'cache',
    savedMicroUsd: known.costMicroUsd,
    latencyMilliseconds: 0,
    createdAt: now.toISOString(),
    mediaOf: known.media && (known.mediaOf ?? known.id),
  };
}
