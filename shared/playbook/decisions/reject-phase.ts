import type { PhaseReference } from '../../contracts/identifiers.ts';
import type { PhaseRecord } from '../../data/phase-records.ts';
import { maximumRevisions } from '../../domain/playbook/governance.ts';
import { ProblemError } from '../../runtime/problem-error.ts';
import { type DecisionParts, decide, type OfAttempt, undecidedPhase, waiting } from './decide.ts';

/** Sends the output back: the next attempt gets the feedback. Throws not-found, conflict and revision-limit. */
export const rejectPhase =
  (parts: DecisionParts) =>
  async (
    reference: PhaseReference,
    decidedBy: string,
    { feedback, attempt }: OfAttempt & { feedback: string },
  ): Promise<PhaseRecord> => {
    const before = await undecidedPhase(parts, reference, waiting, attempt);
    if (before.revisions >= maximumRevisions)
      throw new ProblemError(
        'revision-limit',
        `Phase "${before.id}" was revised ${maximumRevisions} times. Approve it, edit it, or skip it.`,
      );
    return decide(parts, reference, before, decidedBy, {
      kind: 'REJECTED',
      allowedIn: waiting,
      set: { status: 'READY', attempt: before.attempt + 1, revisions: before.revisions + 1, videoJobs: {} },
      feedback,
    });
  };
