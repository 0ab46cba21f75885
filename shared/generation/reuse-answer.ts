// Answers that were there before: sought for each call of an attempt, recorded with what they saved, and claimed where none is there yet.
import type { CampaignReference } from '../contracts/identifiers.ts';
import type { ModelCall } from '../contracts/usage.ts';
import type { ModelCalls } from '../data/model-calls.ts';
import { isGoingOn, type PhaseRecord } from '../data/phase-records.ts';
import { callName, hitName } from '../domain/costs/call-name.ts';
import type { AnswerCache, Claim, FoundAnswer } from './answer-cache.ts';
import { callRecord } from './call-record.ts';
import type { CallPlan, Made, Reuse } from './ledger.ts';
import { type CallOwner, concludeCall, endCall, type SettlementParts } from './settle-call.ts';

export interface AnswerReuseParts extends SettlementParts {
  readonly calls: ModelCalls;
  readonly cache: Pick<AnswerCache, 'seek' | 'release'>;
  readonly answers: KeptAnswers;
  readonly clock: () => Date;
}

/** The texts of answers, each with the campaign it was made for: what they were made from is there, and they go with it. */
export interface KeptAnswers {
  get(reference: CampaignReference, callId: string): Promise<string | undefined>;
  put(reference: CampaignReference, callId: string, text: string): Promise<void>;
}

export function createAnswerReuse(parts: AnswerReuseParts, owner: CallOwner, phase: PhaseRecord) {
  const { reference } = owner;

  /** What this run has taken up to have answered, by the names of its calls. */
  const claims = new Map<string, Claim>();
  /** A person who asks again wants another answer; one who asks for the first time, or has raised the cap, may be given what is there. */
  const mayReuse = (phase.attempt === 1 || isGoingOn(phase)) && phase.cache !== 'bypass';

  async function release(name: string): Promise<void> {
    const claim = claims.get(name);
    claims.delete(name);
    if (claim) await parts.cache.release(claim);
  }

  /**
   * The record of an answer that was there: it costs nothing, and says what it saved. It is no try, and is written once however often the step
   * is repeated. A call's own answer, which a crash kept from being used, is counted already.
   */
  async function recordHit(plan: CallPlan, { reference: from, call: origin }: FoundAnswer): Promise<void> {
    const name = callName(phase.id, phase.attempt, plan.name);
    const earlier = await parts.calls.triesOf(reference, name);
    for (const call of earlier) await concludeCall(parts, owner, call);
    if (from.campaignId === reference.campaignId && earlier.some(({ id }) => id === origin.id)) return;
    await endCall(parts, owner, {
      ...callRecord(plan, phase, hitName(name), parts.clock().toISOString()),
      ...pickDefined(origin, ['servedModel', 'answered', 'fixes']),
      reservedMicroUsd: 0,
      status: 'CACHED',
      costSource: 'cache',
      cachedFrom: `${from.campaignId}/${origin.id}`,
      savedMicroUsd: origin.costMicroUsd,
    });
  }

  return {
    release,

    /** Whether the answer of this call will be there for others. */
    isClaimed: (name: string): boolean => claims.has(name),

    /** Free calls are made anew: to look for an answer would cost more than they do. */
    async find<Answer>(plan: CallPlan, reuse: Reuse<Answer> | undefined): Promise<Made<Answer> | undefined> {
      if (!reuse || plan.worstCaseMicroUsd === 0) return undefined;
      const { model, kind } = plan;
      const call = callName(phase.id, phase.attempt, plan.name);
      const wanted = { ...{ request: reuse.fingerprintOf(model), kind, reference, call, model }, mayReuse };
      const standing = await parts.cache.seek(wanted, async (found) => {
        const text = reuse.fromText && (await parts.answers.get(found.reference, found.call.id));
        const answer = text === undefined ? await reuse.fromCall?.(found) : reuse.fromText?.(text);
        return answer && { answer, found };
      });
      if ('answer' in standing) {
        await recordHit(plan, standing.answer.found);
        return { answer: standing.answer.answer, provider: model.provider, model: model.id };
      }
      if (standing.claim) claims.set(plan.name, standing.claim);
      return undefined;
    },
  };
}

const pickDefined = <Name extends keyof ModelCall>(
  call: ModelCall,
  names: readonly Name[],
): Partial<Pick<ModelCall, Name>> =>
  Object.fromEntries(names.flatMap((name) => (call[name] === undefined ? [] : [[name, call[name]]]))) as Partial<
    Pick<ModelCall, Name>
  >;
