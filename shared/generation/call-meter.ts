// Every model call of a campaign goes through here: a call of the month is taken and money reserved before it, both under its name, and
// a record is left whatever happens.

import { createHash } from 'node:crypto';
import type { Campaign } from '../contracts/campaign.ts';
import type { PhaseReference } from '../contracts/identifiers.ts';
import type { ModelCall } from '../contracts/usage.ts';
import type { Campaigns } from '../data/campaigns.ts';
import type { ModelCalls } from '../data/model-calls.ts';
import type { PhaseRecord } from '../data/phases.ts';
import { callName, tryName } from '../domain/call-name.ts';
import { usd } from '../domain/money.ts';
import { ModelBusy, type ModelUsage } from '../models/model.ts';
import { type CallEnd, keptWarnings, noUsage } from './call-end.ts';
import { BudgetExceeded, CampaignGone, QuotaExceeded } from './call-failures.ts';
import { type CallQuota, campaignCall } from './call-quota.ts';
import { endOfError } from './end-of-error.ts';
import { recordCallMetrics } from './record-call-metrics.ts';
import { countCall, endCall, lost, type SettlementParts } from './settle-call.ts';

export interface CallPlan {
  /** Names the call within its attempt, such as `image-A`: a repeated step uses the same name. */
  readonly purpose: string;
  readonly kind: ModelCall['kind'];
  readonly provider: string;
  readonly model: string;
  readonly prompt: string;
  readonly worstCaseMicroUsd: number;
}

export interface Billed {
  readonly usage: ModelUsage;
  readonly warnings: readonly string[];
}

export interface CallMeterParts extends SettlementParts {
  readonly campaigns: Campaigns;
  readonly calls: ModelCalls;
  readonly quota: Pick<CallQuota, 'take' | 'giveBack' | 'close' | 'state'>;
  readonly clock: () => Date;
}

/** A meter for one attempt of one phase. `campaign` is the header as read at the start: its cap guards the reservations. */
export function createCallMeter(
  parts: CallMeterParts,
  reference: PhaseReference,
  phase: PhaseRecord,
  campaign: Campaign,
) {
  const userId = campaign.createdBy;
  const owner = { reference, userId };
  const nameOf = ({ purpose }: CallPlan) => callName(phase.id, phase.attempt, purpose);

  const recordOf = (plan: CallPlan, id: string, startedAt: string): ModelCall => ({
    id,
    phaseId: phase.id,
    agent: phase.agent,
    attempt: phase.attempt,
    kind: plan.kind,
    provider: plan.provider,
    model: plan.model,
    status: 'RESERVED',
    ...noUsage,
    reservedMicroUsd: plan.worstCaseMicroUsd,
    promptSha256: createHash('sha256').update(plan.prompt).digest('hex'),
    startedAt,
    latencyMilliseconds: 0,
    warnings: [],
  });

  /**
   * Takes a call of the month and the money. Earlier tries of the call mean that its provider was unavailable or that a crash lost an
   * answer: what they cost stays counted, and the month has counted the call.
   */
  async function begin(plan: CallPlan): Promise<ModelCall> {
    const name = nameOf(plan);
    const earlier = await parts.calls.triesOf(reference, name);
    for (const call of earlier)
      await (call.status === 'RESERVED' ? endCall(parts, owner, lost(call)) : countCall(parts, owner, call));
    const call = recordOf(plan, tryName(name, earlier.length + 1), parts.clock().toISOString());
    if (earlier.length === 0) await take(name);
    if (call.reservedMicroUsd === 0) return call; // no money to reserve: its record can wait for the result
    try {
      await reserveWithinCap(call);
    } catch (error) {
      if (earlier.length === 0) await parts.quota.giveBack(userId, campaignCall(reference, name));
      throw error;
    }
    await parts.calls.put(reference, call);
    return call;
  }

  async function take(name: string): Promise<void> {
    if (await parts.quota.take(userId, campaignCall(reference, name))) return;
    const { limit, resetsAt } = await parts.quota.state(userId);
    throw new QuotaExceeded(
      `All ${limit} AI calls of this month are used up. The quota renews on ${resetsAt.slice(0, 10)} (UTC): retry then, have it raised, or skip this phase.`,
    );
  }

  /** The cap may have moved since the header was read: only the cap of this very moment can refuse a call. */
  async function reserveWithinCap({ id, kind, reservedMicroUsd }: ModelCall): Promise<void> {
    for (let known = campaign; ; ) {
      if (await parts.campaigns.reserve(reference, known, id, reservedMicroUsd)) return;
      const now = await parts.campaigns.getWithReservations(reference);
      if (!now) throw new CampaignGone(`Campaign ${reference.campaignId} is not there any more.`);
      if (now.reservations.has(id)) return; // by a run that died before it could record the call
      if (now.campaign.aiCapMicroUsd === known.aiCapMicroUsd)
        throw new BudgetExceeded(
          `The next ${kind} call may cost $${usd(reservedMicroUsd).toFixed(4)}, which would pass the cap of $${usd(known.aiCapMicroUsd).toFixed(2)}. Raise the cap and retry, or skip this phase.`,
        );
      known = now.campaign;
    }
  }

  async function end(call: ModelCall, { status, usage, warnings }: CallEnd): Promise<void> {
    const ended = await endCall(parts, owner, {
      ...call,
      ...usage,
      status,
      latencyMilliseconds: Math.max(0, parts.clock().getTime() - Date.parse(call.startedAt)),
      warnings: keptWarnings(warnings),
    });
    recordCallMetrics(ended, ended.agent);
  }

  /**
   * Nothing was begun: the same try will be made when there is a place, and needs no record of having waited. The record goes first: a
   * reservation without one is found again.
   */
  async function putBack({ id, reservedMicroUsd }: ModelCall): Promise<void> {
    if (reservedMicroUsd === 0) return;
    await parts.calls.deleteReserved(reference, id);
    await parts.campaigns.settle(reference, id, reservedMicroUsd, 0);
  }

  return {
    /**
     * Reserves, makes the call, and settles by what it answers. `billedBy` says what was billed, or undefined while a long job
     * is still running: its reservation then stays until `settleLater`.
     */
    async run<Answer>(
      plan: CallPlan,
      make: () => Promise<Answer>,
      billedBy: (answer: Answer) => Billed | undefined,
    ): Promise<Answer> {
      const call = await begin(plan);
      let answer: Answer;
      try {
        answer = await make();
      } catch (error) {
        await (error instanceof ModelBusy ? putBack(call) : end(call, endOfError(error, call.reservedMicroUsd)));
        throw error;
      }
      const billed = billedBy(answer);
      if (billed) await end(call, { status: 'SETTLED', ...billed });
      return answer;
    },

    /** Settles a job that was submitted by an earlier run of this step. */
    async settleLater(plan: CallPlan, outcome: CallEnd): Promise<void> {
      const name = nameOf(plan);
      const submitted = (await parts.calls.triesOf(reference, name)).at(-1);
      const startedAt = phase.startedAt ?? parts.clock().toISOString();
      const call = submitted ?? { ...recordOf(plan, name, startedAt), reservedMicroUsd: 0 };
      if (call.status === 'RESERVED') await end(call, outcome);
    },
  };
}
