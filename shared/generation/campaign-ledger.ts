// The ledger of a campaign's calls: a call of the month is taken and money reserved before each, both under its name, and a record is left
// whatever happens.
import { createHash } from 'node:crypto';
import type { Campaign } from '../contracts/campaign.ts';
import type { CampaignReference, PhaseReference } from '../contracts/identifiers.ts';
import { usd } from '../contracts/micro-usd.ts';
import type { ModelCall } from '../contracts/usage.ts';
import type { WarnOfCost } from '../data/campaign-money.ts';
import type { Campaigns } from '../data/campaigns.ts';
import type { ModelCalls } from '../data/model-calls.ts';
import { isGoingOn, type PhaseRecord } from '../data/phase-records.ts';
import type { Phases } from '../data/phases.ts';
import { callName, hitName, purposeOf, tryName } from '../domain/call-name.ts';
import type { PendingJob } from '../models/model.ts';
import type { AnswerCache, Claim, FoundAnswer } from './answer-cache.ts';
import { type CallEnd, noUsage } from './call-end.ts';
import { BudgetExceeded, CampaignGone, QuotaExceeded } from './call-failures.ts';
import { type CallQuota, campaignCall } from './call-quota.ts';
import type { CallPlan, Reuse } from './ledger.ts';
import { expectBill } from './reconcile-calls.ts';
import { recordCallMetrics } from './record-call-metrics.ts';
import { countCall, endCall, lost, type SettlementParts, settleEnded } from './settle-call.ts';

export interface CampaignLedgerParts extends SettlementParts {
  readonly campaigns: Campaigns;
  readonly calls: ModelCalls;
  readonly phases: Pick<Phases, 'storeVideoJob'>;
  readonly quota: Pick<CallQuota, 'take' | 'giveBack' | 'close' | 'state'>;
  readonly cache: Pick<AnswerCache, 'seek' | 'release'>;
  readonly answers: KeptAnswers;
  /** Tells people how far the cap is used. */
  readonly warnOfCost?: WarnOfCost;
  readonly clock: () => Date;
}

/** The texts of answers, each with the campaign it was made for: what they were made from is there, and they go with it. */
export interface KeptAnswers {
  get(reference: CampaignReference, callId: string): Promise<string | undefined>;
  put(reference: CampaignReference, callId: string, text: string): Promise<void>;
}

/** The ledger of one attempt of one phase. `campaign` is the header as read at the start: its cap guards the reservations. */
export function createCampaignLedger(
  parts: CampaignLedgerParts,
  reference: PhaseReference,
  phase: PhaseRecord,
  campaign: Campaign,
) {
  const userId = campaign.createdBy;
  const owner = { reference, userId };
  const member = { userId, workspaceId: reference.workspaceId };

  /** What this run has taken up to have answered, by the names of its calls. */
  const claims = new Map<string, Claim>();
  /** A person who asks again wants another answer; one who asks for the first time, or has raised the cap, may be given what is there. */
  const mayReuse = (phase.attempt === 1 || isGoingOn(phase)) && phase.cache !== 'bypass';

  async function release(name: string): Promise<void> {
    const claim = claims.get(name);
    claims.delete(name);
    if (claim) await parts.cache.release(claim);
  }

  const recordOf = (
    { kind, model, prompt, promptVersion, worstCaseMicroUsd, chosenBecause }: CallPlan,
    id: string,
    startedAt: string,
  ): ModelCall => ({
    id,
    phaseId: phase.id,
    agent: phase.agent,
    attempt: phase.attempt,
    kind,
    provider: model.provider,
    model: model.id,
    status: 'RESERVED',
    ...noUsage,
    reservedMicroUsd: worstCaseMicroUsd,
    ...(promptVersion ? { promptVersion } : {}),
    ...(chosenBecause ? { chosenBecause } : {}),
    promptSha256: createHash('sha256').update(prompt).digest('hex'),
    startedAt,
    latencyMilliseconds: 0,
    warnings: [],
  });

  /**
   * The record of an answer that was there: it costs nothing, and says what it saved. It is no try, and is written once however often the step
   * is repeated. A call's own answer, which a crash kept from being used, is counted already.
   */
  async function recordHit(plan: CallPlan, { reference: from, call: origin }: FoundAnswer): Promise<void> {
    const name = callName(phase.id, phase.attempt, plan.name);
    const earlier = await parts.calls.triesOf(reference, name);
    for (const call of earlier) await conclude(call);
    if (from.campaignId === reference.campaignId && earlier.some(({ id }) => id === origin.id)) return;
    await endCall(parts, owner, {
      ...recordOf(plan, hitName(name), parts.clock().toISOString()),
      ...pickDefined(origin, ['servedModel', 'answered', 'fixes']),
      reservedMicroUsd: 0,
      status: 'CACHED',
      costSource: 'cache',
      cachedFrom: `${from.campaignId}/${origin.id}`,
      savedMicroUsd: origin.costMicroUsd,
    });
  }

  /** Ends what a run that died has left open, and counts what it has left uncounted. */
  const conclude = (call: ModelCall) =>
    call.status === 'RESERVED' ? endCall(parts, owner, lost(call)) : countCall(parts, owner, call);

  async function take({ id, kind, reservedMicroUsd }: ModelCall): Promise<void> {
    if (await parts.quota.take(member, campaignCall(reference, id), reservedMicroUsd)) return;
    const { limit, remaining, resetsAt, money } = await parts.quota.state(member);
    const renewal = `renews on ${resetsAt.slice(0, 10)} (UTC)`;
    if (remaining < 1)
      throw new QuotaExceeded(
        `All ${limit} AI calls of this month are used up. The quota ${renewal}: retry then, have it raised, or skip this phase.`,
      );
    throw new BudgetExceeded(
      `The next ${kind} call may cost $${usd(reservedMicroUsd).toFixed(4)}, and $${usd(money.remainingMicroUsd).toFixed(4)} is left of this month’s AI money. It ${renewal}: retry then or with a cheaper model, have it raised, or skip this phase.`,
    );
  }

  /** Of a run that died before it could record the call, and that asked another candidate: it would not be the one that is settled. */
  async function freeReservation(id: string): Promise<void> {
    const before = (await parts.campaigns.getWithReservations(reference))?.reservations.get(id);
    if (before !== undefined) await parts.campaigns.settle(reference, id, before, 0);
  }

  /** The cap may have moved since the header was read: only the cap of this very moment can refuse a call. */
  async function reserveWithinCap({ id, kind, reservedMicroUsd }: ModelCall): Promise<void> {
    for (let [known, isSettled] = [campaign, false]; ; ) {
      if (await parts.campaigns.reserve(reference, known, id, reservedMicroUsd)) return;
      const now = await parts.campaigns.getWithReservations(reference);
      if (!now) throw new CampaignGone(`Campaign ${reference.campaignId} is not there any more.`);
      const before = now.reservations.get(id);
      if (before === reservedMicroUsd) return; // by a run that died before it could record the call
      if (before !== undefined) await freeReservation(id);
      else if (!isSettled) {
        // What calls of phases hold that have not come to announce their end, or whose process died.
        await settleEnded(parts, owner, now.reservations);
        isSettled = true;
      } else if (now.campaign.aiCapMicroUsd === known.aiCapMicroUsd) {
        await parts.warnOfCost?.(reference, now, true);
        throw new BudgetExceeded(
          `The next ${kind} call may cost $${usd(reservedMicroUsd).toFixed(4)}, which would pass the cap of $${usd(known.aiCapMicroUsd).toFixed(2)}. Raise the cap and retry, or skip this phase.`,
        );
      }
      known = now.campaign;
    }
  }

  /** A job that two runs hear the end of ends once. */
  async function end(call: ModelCall, { status, usage, warnings, answered, doubts, names }: CallEnd): Promise<void> {
    if (call.status !== 'RESERVED') return;
    const latencyMilliseconds = Math.max(0, parts.clock().getTime() - Date.parse(call.startedAt));
    const ended = { ...call, ...usage, ...answered, ...names, status, latencyMilliseconds, warnings };
    const { call: known, settled } = await endCall(parts, owner, ended);
    await expectBill(parts, owner, known);
    recordCallMetrics(known, call.agent, doubts);
    if (settled) await parts.warnOfCost?.(reference, settled);
  }

  /**
   * Earlier tries of the call mean that another candidate failed, that its provider was unavailable or that a crash lost an answer: what
   * they cost stays counted, and the month has counted the call.
   */
  async function begin(plan: CallPlan): Promise<ModelCall> {
    const name = callName(phase.id, phase.attempt, plan.name);
    const earlier = await parts.calls.triesOf(reference, name);
    for (const before of earlier) await conclude(before);
    const call = recordOf(plan, tryName(name, earlier.length + 1), parts.clock().toISOString());
    await take(call);
    if (call.reservedMicroUsd === 0) {
      if (earlier.length > 0) await freeReservation(call.id);
      return call; // no money to reserve: its record can wait for the result
    }
    try {
      await reserveWithinCap(call);
    } catch (error) {
      await parts.quota.giveBack(member, campaignCall(reference, call.id), call.reservedMicroUsd);
      throw error;
    }
    await parts.calls.put(reference, call);
    return call;
  }

  return {
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

    begin: (plan: CallPlan): Promise<ModelCall> =>
      begin(plan).catch(async (error: unknown) => {
        await release(plan.name);
        throw error;
      }),

    /** The same try will be made when there is a place. The record goes first: a reservation without one is found again. */
    async putBack({ id, reservedMicroUsd }: ModelCall): Promise<void> {
      await release(purposeOf(id));
      if (reservedMicroUsd === 0) return;
      await parts.calls.deleteReserved(reference, id);
      await parts.campaigns.settle(reference, id, reservedMicroUsd, 0);
    },

    fail: end,

    /** Answers with what was made, and by which model. */
    async settle<Answer>(call: ModelCall, how: CallEnd, answer: Answer): Promise<Made<Answer>> {
      // Before the record says that there is an answer, it can be read.
      const text = claims.has(purposeOf(call.id)) && isOfUse(how) ? textOf(answer) : undefined;
      if (text !== undefined) await parts.answers.put(reference, call.id, text);
      await end(call, how);
      return { answer, provider: call.provider, model: call.model };
    },

    /** Keeps the job with the phase, so that a repeated step asks for it instead of paying again. */
    async wait({ id, model }: ModelCall, job: PendingJob): Promise<PendingJob> {
      await parts.phases.storeVideoJob(reference, purposeOf(id), { jobId: job.jobId, model, call: id });
      return job;
    },

    /** The call whose job an earlier run has submitted, `id` as the job knows it. One that has ended already stays as it ended. */
    async resume(plan: CallPlan, id?: string): Promise<ModelCall> {
      const name = callName(phase.id, phase.attempt, plan.name);
      const submitted =
        id === undefined ? (await parts.calls.triesOf(reference, name)).at(-1) : await parts.calls.get(reference, id);
      const startedAt = phase.startedAt ?? parts.clock().toISOString();
      return submitted ?? { ...recordOf(plan, name, startedAt), reservedMicroUsd: 0 };
    },
  };
}

/** What a call brought, and the model that made it. */
export interface Made<Answer> {
  readonly answer: Answer;
  readonly provider: string;
  readonly model: string;
}

const textOf = (answer: unknown): string | undefined =>
  typeof answer === 'object' && answer !== null && 'text' in answer && typeof answer.text === 'string'
    ? answer.text
    : undefined;

const isOfUse = ({ answered }: CallEnd): boolean => answered?.answered !== undefined && answered.answered !== 'invalid';

const pickDefined = <Name extends keyof ModelCall>(
  call: ModelCall,
  names: readonly Name[],
): Partial<Pick<ModelCall, Name>> =>
  Object.fromEntries(names.flatMap((name) => (call[name] === undefined ? [] : [[name, call[name]]]))) as Partial<
    Pick<ModelCall, Name>
  >;
