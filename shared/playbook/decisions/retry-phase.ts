import type { PhaseReference } from '../../contracts/identifiers.ts';
import type { PhaseRecord } from '../../data/phase-records.ts';
import { maximumRetries } from '../../domain/playbook/governance.ts';
import { ProblemError } from '../../runtime/problem-error.ts';
import { type DecisionParts, decide, type OfAttempt, parked, refuseWhenOver, undecidedPhase } from './decide.ts';

/**
 * Runs a parked phase again, with extra instructions or another model if given. Throws not-found, validation-failed, conflict and
 * revision-limit.
 */
export const retryPhase =
  (parts: DecisionParts) =>
  async (
    reference: PhaseReference,
    decidedBy: string,
    { instructions, model, attempt }: OfAttempt & { instructions?: string | undefined; model?: string | undefined },
  ): Promise<PhaseRecord> => {
    await parts.check.model(model);
    const before = await undecidedPhase(parts, reference, parked, attempt);
    await refuseWhenOver(parts, reference);
    if (before.attempt - before.revisions > maximumRetries)
      throw new ProblemError(
        'revision-limit',
        `Phase "${before.id}" was tried again ${maximumRetries} times. Skip it, or relaunch the campaign once it has ended.`,
      );
    // Where only the money was missing, nobody wants anything else: films under way go on, and what was answered is taken.
    const goesOn = before.status === 'BUDGET_HOLD' && !model && !instructions;
    const next = before.attempt + 1;
    return decide(parts, reference, before, decidedBy, {
      kind: 'RETRIED',
      allowedIn: parked,
      set: {
        ...{ status: 'READY', attempt: next },
        ...(goesOn ? { goesOn: next } : { videoJobs: {} }),
        ...(model ? { model } : {}),
      },
      feedback: instructions,
    });
  };
