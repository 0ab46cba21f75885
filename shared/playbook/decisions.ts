// What people decide about a phase. Each throws ProblemError: not-found, conflict, validation-failed or revision-limit.
import { approvePhase } from './decisions/approve-phase.ts';
import type { DecisionParts } from './decisions/decide.ts';
import { rejectPhase } from './decisions/reject-phase.ts';
import { retryPhase } from './decisions/retry-phase.ts';
import { skipPhase } from './decisions/skip-phase.ts';
import { writePhase } from './decisions/write-phase.ts';

export type Decisions = ReturnType<typeof createDecisions>;

export const createDecisions = (parts: DecisionParts) => ({
  approve: approvePhase(parts),
  reject: rejectPhase(parts),
  retry: retryPhase(parts),
  skip: skipPhase(parts),
  write: writePhase(parts),
});
