import type { PhaseReference } from '../../contracts/identifiers.ts';
import type { OutputValue } from '../../data/outputs.ts';
import type { PhaseRecord } from '../../data/phase-records.ts';
import { editedPaths } from '../../domain/text/edited-paths.ts';
import { markChosenAssets } from './approve-phase.ts';
import { checkWrittenOutput } from './check-written-output.ts';
import { type DecisionParts, decide, type OfAttempt, parked, refuseWhenOver, undecidedPhase } from './decide.ts';

export interface WrittenPhase extends OfAttempt {
  readonly output: OutputValue;
  readonly comment?: string | undefined;
}

/**
 * Ends a parked phase with what a person wrote in its agent's place, checked against the agent's schema. Nothing is paid for again, and the
 * record says whose work it is. Throws not-found, conflict and validation-failed.
 */
export const writePhase =
  (parts: DecisionParts) =>
  async (
    reference: PhaseReference,
    decidedBy: string,
    { output, comment, attempt }: WrittenPhase,
  ): Promise<PhaseRecord> => {
    const before = await undecidedPhase(parts, reference, parked, attempt);
    await refuseWhenOver(parts, reference);
    const original = {};
    const written = await checkWrittenOutput(parts, reference, before, { written: output, original, field: 'output' });
    // Stored under its content before the decision names it: of a writing that is cut off or too late, nothing counts.
    const editedVersion = await parts.outputs.putEdited(reference, before.attempt, written);
    return decide(parts, reference, before, decidedBy, {
      kind: 'WRITTEN',
      allowedIn: parked,
      set: {
        status: 'COMPLETED',
        finishedAt: parts.clock().toISOString(),
        approvedBy: decidedBy,
        outputAttempt: before.attempt,
        editedVersion,
      },
      feedback: comment,
      editedPaths: editedPaths(original, written),
      afterwards: () => markChosenAssets(parts, reference, before, written),
    });
  };
