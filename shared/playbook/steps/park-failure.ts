// Step 3 of a phase that failed: say why, and wait for a person to retry, skip or cancel.
import * as z from 'zod';
import type { PhaseReference } from '../../contracts/identifiers.ts';
import type { Failure } from '../../contracts/phase.ts';
import type { PhaseRecord } from '../../data/phase-records.ts';
import { isRunTooOld } from '../../domain/playbook/approval-deadlines.ts';
import { phaseStatusEvent } from '../../events/phase-status-event.ts';
import { CampaignGone } from '../../generation/call-failures.ts';
import { nextStepOf } from '../decisions/next-step.ts';
import { caughtFailure, nobodyDecided } from '../failures.ts';
import { questionOf } from './announce-question.ts';
import type { WaitingPhase, WaitingStepParts } from './request-approval.ts';
import { caughtErrorSchema, runOutcomeSchema } from './run-outcome.ts';

/** What the state machine knows of the failure: RunAgent's answer, or the error it caught before or after. */
export const failureReportSchema = z.union([
  caughtErrorSchema,
  z.object({ outcome: z.string(), answer: runOutcomeSchema.optional() }),
]);
type FailureReport = z.infer<typeof failureReportSchema>;

const failureFrom = (report: FailureReport): Failure => {
  if ('Error' in report) return caughtFailure(report.Error, report.Cause);
  return (report.answer?.outcome === 'PARKED' && report.answer.failure) || caughtFailure('Unknown');
};

/**
 * Parks the phase with the token of the waiting task. A phase decided in the meantime goes on at once; so does one about whose output
 * nobody decided in time, and any in a run that is too old: it ends as failed, and a relaunch begins it anew.
 */
export const parkFailure =
  (parts: WaitingStepParts) =>
  async ({
    taskToken,
    executionStartedAt,
    run,
    ...reference
  }: WaitingPhase & { run: FailureReport }): Promise<void> => {
    const ignored = 'Error' in run && run.Error === 'States.Timeout' && (await endIgnored(parts, reference));
    const failure = failureFrom(run);
    const status = failure.name === 'BudgetExceeded' ? 'BUDGET_HOLD' : 'FAILED';
    const parked =
      ignored ||
      (await parts.phases.change(reference, {
        from: ['IDLE', 'READY', 'RUNNING', 'WAITING_VALIDATION'],
        set: { status, failure, decisionToken: taskToken, waitingSince: parts.clock().toISOString() },
      }));
    // Parked before (the platform restarted): only the token is new.
    const waiting =
      parked ??
      (await parts.phases.change(reference, { from: ['FAILED', 'BUDGET_HOLD'], set: { decisionToken: taskToken } }));
    if (waiting) {
      await announce(parts, reference, waiting, waiting.failure ?? failure);
      const isOver = waiting.failure?.name === nobodyDecided.name || isRunTooOld(executionStartedAt, parts.clock());
      if (isOver) await parts.tokens.succeed(taskToken, { decision: 'COMPLETE' });
      return;
    }
    const phase = await parts.phases.get(reference);
    if (!phase) throw new CampaignGone(`Phase ${reference.phaseId} of ${reference.campaignId} is not there any more.`);
    await parts.tokens.succeed(taskToken, nextStepOf(phase));
  };

/** Ends a phase about whose output nobody decided; undefined when that is not what its time ran out over. */
const endIgnored = ({ phases, clock }: WaitingStepParts, reference: PhaseReference) =>
  phases.change(reference, {
    from: ['WAITING_VALIDATION'],
    set: { status: 'FAILED', failure: nobodyDecided, waitingSince: clock().toISOString() },
    remove: ['decisionToken'],
  });

const announce = (parts: WaitingStepParts, reference: PhaseReference, phase: PhaseRecord, failure: Failure) =>
  parts.publish(reference, {
    events: [
      { type: 'phase:error', data: { phaseId: phase.id, attempt: phase.attempt, failure } },
      phaseStatusEvent(phase),
    ],
    once: questionOf(phase, parts.clock()),
  });
