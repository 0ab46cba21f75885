// The ledger of a campaign's calls: a call of the month is taken and money reserved before each, both under its name, and a record is left
// whatever happens.
import type { Campaign } from '../contracts/campaign.ts';
import type { PhaseReference } from '../contracts/identifiers.ts';
import type { ModelCall } from '../contracts/usage.ts';
import type { Campaigns } from '../data/campaigns.ts';
import type { ModelCalls } from '../data/model-calls.ts';
import type { PhaseRecord } from '../data/phase-records.ts';
import type { Phases } from '../data/phases.ts';
import { callName, purposeOf, tryName } from '../domain/costs/call-name.ts';
import type { PendingJob } from '../models/model.ts';
import type { CallEnd } from './call-end.ts';
import type { CallQuota } from './call-quota.ts';
import { callRecord } from './call-record.ts';
import type { CallPlan, Made } from './ledger.ts';
import { expectBill } from './reconcile-calls.ts';
import { recordCallMetrics } from './record-call-metrics.ts';
import { createReservations, type ReservationParts } from './reserve-call.ts';
import { type AnswerReuseParts, createAnswerReuse } from './reuse-answer.ts';
import { concludeCall, endCall } from './settle-call.ts';

export interface CampaignLedgerParts extends ReservationParts, AnswerReuseParts {
  readonly campaigns: Campaigns;
  readonly calls: ModelCalls;
  readonly phases: Pick<Phases, 'storeVideoJob'>;
  readonly quota: Pick<CallQuota, 'take' | 'giveBack' | 'close' | 'state'>;
}

export type CampaignLedger = ReturnType<typeof createCampaignLedger>;

/** The ledger of one attempt of one phase. `campaign` is the header as read at the start: its cap guards the reservations. */
export function createCampaignLedger(
  parts: CampaignLedgerParts,
  reference: PhaseReference,
  phase: PhaseRecord,
  campaign: Campaign,
) {
  const userId = campaign.createdBy;
  const owner = { reference, userId };
  const reuse = createAnswerReuse(parts, owner, phase);
  const reservations = createReservations(parts, owner, campaign);

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
    for (const before of earlier) await concludeCall(parts, owner, before);
    const call = callRecord(plan, phase, tryName(name, earlier.length + 1), parts.clock().toISOString());
    await reservations.reserve(call, earlier.length === 0);
    if (call.reservedMicroUsd === 0) return call; // no money reserved: its record can wait for the result
    await parts.calls.put(reference, call);
    return call;
  }

  return {
    find: reuse.find,

    begin: (plan: CallPlan): Promise<ModelCall> =>
      begin(plan).catch(async (error: unknown) => {
        await reuse.release(plan.name);
        throw error;
      }),

    /** The same try will be made when there is a place. The record goes first: a reservation without one is found again. */
    async putBack({ id, reservedMicroUsd }: ModelCall): Promise<void> {
      await reuse.release(purposeOf(id));
      if (reservedMicroUsd === 0) return;
      await parts.calls.deleteReserved(reference, id);
      await parts.campaigns.settle(reference, id, reservedMicroUsd, 0);
    },

    fail: end,

    /** Answers with what was made, and by which model. */
    async settle<Answer>(call: ModelCall, how: CallEnd, answer: Answer): Promise<Made<Answer>> {
      // Before the record says that there is an answer, it can be read.
      const text = reuse.isClaimed(purposeOf(call.id)) && isOfUse(how) ? textOf(answer) : undefined;
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
      return submitted ?? { ...callRecord(plan, phase, name, startedAt), reservedMicroUsd: 0 };
    },
  };
}

const textOf = (answer: unknown): string | undefined =>
  typeof answer === 'object' && answer !== null && 'text' in answer && typeof answer.text === 'string'
    ? answer.text
    : undefined;

const isOfUse = ({ answered }: CallEnd): boolean => answered?.answered !== undefined && answered.answered !== 'invalid';
