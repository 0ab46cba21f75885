// Every model call goes through here: a call of the month is taken and money reserved before it, both are accounted for after it, and
// a record is left whatever happens.

import { createHash } from 'node:crypto';
import type { Campaign } from '../contracts/campaign.ts';
import type { PhaseReference } from '../contracts/identifiers.ts';
import type { ModelCall } from '../contracts/usage.ts';
import type { Campaigns } from '../data/campaigns.ts';
import type { ModelCalls } from '../data/model-calls.ts';
import type { PhaseRecord } from '../data/phases.ts';
import { cutText } from '../domain/cut-text.ts';
import { usd } from '../domain/money.ts';
import type { ModelUsage } from '../models/model.ts';
import { type CallAccountParts, createCallAccount } from './call-account.ts';
import { BudgetExceeded, CampaignGone } from './failures.ts';
import { recordCallMetrics } from './record-call-metrics.ts';

export interface CallPlan {
  /** Names the call within its attempt, such as `image-A`: a repeated step uses the same name. */
  readonly number: string;
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

export interface CallMeterParts extends CallAccountParts {
  readonly campaigns: Campaigns;
  readonly calls: ModelCalls;
}

const noUsage: ModelUsage = { inputTokens: 0, outputTokens: 0, costMicroUsd: 0 };

/** A meter for one attempt of one phase. `campaign` is the header as read at the start: its cap guards the reservations. */
export function createCallMeter(
  parts: CallMeterParts,
  reference: PhaseReference,
  phase: PhaseRecord,
  campaign: Campaign,
) {
  const account = createCallAccount(parts, campaign.createdBy, campaign.id);

  const recordOf = (plan: CallPlan, startedAt: string): ModelCall => ({
    id: `${phase.id}.${phase.attempt}.${plan.number}`,
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
   * Takes a call of the month and the money. A call of the same name has taken its own: a repeated step, and a call that is tried again
   * because a provider was unavailable, take none. Answers how many calls of the usage this one is, 0 or 1.
   */
  async function reserve(call: ModelCall): Promise<number> {
    const earlier = await parts.calls.get(reference, call.id);
    if (!earlier) await account.take();
    const isCounted = earlier !== undefined && earlier.status !== 'RESERVED';
    if (call.reservedMicroUsd === 0) return isCounted ? 0 : 1; // no money to reserve: its record can wait for the result
    if (earlier) await keepLostCall(earlier);
    try {
      await reserveWithinCap(call);
    } catch (error) {
      if (!earlier) await account.giveBack();
      throw error;
    }
    await parts.calls.put(reference, call);
    return isCounted ? 0 : 1;
  }

  /** The cap may have moved since the header was read: only the cap of this very moment can refuse a call. */
  async function reserveWithinCap({ kind, reservedMicroUsd }: ModelCall): Promise<void> {
    for (let known = campaign; ; ) {
      if (await parts.campaigns.reserve(reference, known, reservedMicroUsd)) return;
      const now = await parts.campaigns.get(reference);
      if (!now) throw new CampaignGone(`Campaign ${reference.campaignId} is not there any more.`);
      if (now.aiCapMicroUsd === known.aiCapMicroUsd)
        throw new BudgetExceeded(
          `The next ${kind} call may cost $${usd(reservedMicroUsd).toFixed(4)}, which would pass the cap of $${usd(now.aiCapMicroUsd).toFixed(2)}. Raise the cap and retry, or skip this phase.`,
        );
      known = now;
    }
  }

  /**
   * A call of the same name means a crash lost its result. What it cost stays counted, under a name of its own; when even
   * that is unknown, the whole reservation counts as spent.
   */
  async function keepLostCall(earlier: ModelCall): Promise<void> {
    if (earlier.status === 'FAILED') return;
    const unknown = earlier.status === 'RESERVED';
    if (unknown)
      await Promise.all([
        parts.campaigns.settle(reference, earlier.reservedMicroUsd, earlier.reservedMicroUsd),
        account.add(earlier, { costMicroUsd: earlier.reservedMicroUsd }),
      ]);
    await parts.calls.put(reference, {
      ...earlier,
      id: `${earlier.id}.lost-${parts.clock().getTime()}`,
      status: 'LOST',
      costMicroUsd: unknown ? earlier.reservedMicroUsd : earlier.costMicroUsd,
    });
  }

  async function settle(call: ModelCall, calls: number, status: ModelCall['status'], billed: Billed): Promise<void> {
    const settled: ModelCall = {
      ...call,
      ...billed.usage,
      status,
      latencyMilliseconds: Math.max(0, parts.clock().getTime() - Date.parse(call.startedAt)),
      warnings: billed.warnings.slice(0, 10).map((warning) => cutText(warning, 300)),
    };
    // The money first: cut off in between, the call is found reserved and counted once more. Never is it not counted at all.
    await Promise.all([
      parts.campaigns.settle(reference, call.reservedMicroUsd, settled.costMicroUsd),
      account.add(settled, { calls, ...billed.usage }),
    ]);
    await parts.calls.put(reference, settled);
    recordCallMetrics(settled, settled.agent);
  }

  return {
    /**
     * Reserves, makes the call, and settles by what it answers. `billedBy` says what was billed, or undefined while a long job
     * is still running: its reservation then stays until `settleLater`. A failed call frees its reservation.
     */
    async run<Answer>(
      plan: CallPlan,
      make: () => Promise<Answer>,
      billedBy: (answer: Answer) => Billed | undefined,
    ): Promise<Answer> {
      const call = recordOf(plan, parts.clock().toISOString());
      const calls = await reserve(call);
      let answer: Answer;
      try {
        answer = await make();
      } catch (error) {
        await settle(call, calls, 'FAILED', {
          usage: noUsage,
          warnings: [error instanceof Error ? error.name : 'unknown'],
        });
        throw error;
      }
      const billed = billedBy(answer);
      if (billed) await settle(call, calls, 'SETTLED', billed);
      return answer;
    },

    /** Settles a job that was submitted by an earlier run of this step. */
    async settleLater(plan: CallPlan, billed: Billed | undefined): Promise<void> {
      const submitted = await parts.calls.get(reference, recordOf(plan, '').id);
      const call = submitted ?? {
        ...recordOf(plan, phase.startedAt ?? parts.clock().toISOString()),
        reservedMicroUsd: 0,
      };
      if (call.status !== 'RESERVED') return;
      await settle(call, 1, billed ? 'SETTLED' : 'FAILED', billed ?? { usage: noUsage, warnings: [] });
    },
  };
}
