import type { PhaseReference } from '../../contracts/identifiers.ts';
import type { PhaseRecord } from '../../data/phase-records.ts';
import { type DecisionParts, decide, type OfAttempt, parked, undecidedPhase, waiting } from './decide.ts';

/** Goes on without the phase. Dependants that need what it makes are skipped too. Throws not-found and conflict. */
export const skipPhase =
  (parts: DecisionParts) =>
  async (
    reference: PhaseReference,
    decidedBy: string,
    { reason, attempt }: OfAttempt & { reason?: string | undefined },
  ): Promise<PhaseRecord> => {
    const allowedIn = [...waiting, ...parked];
    const before = await undecidedPhase(parts, reference, allowedIn, attempt);
    return decide(parts, reference, before, decidedBy, {
      kind: 'SKIPPED',
      allowedIn,
      set: {
        status: 'SKIPPED',
        skippedBecause: reason === undefined ? { kind: 'by-person' } : { kind: 'said', words: reason },
        finishedAt: parts.clock().toISOString(),
      },
      feedback: reason,
    });
  };
