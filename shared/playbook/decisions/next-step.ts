// What the state machine does next with a phase that a person has decided about. The steps and the decisions both answer with it.
import type { PhaseStatus } from '../../contracts/phase.ts';

export interface NextStep {
  /** FINISHED: whoever decided has ended the phase, too. */
  readonly decision: 'RUN_AGAIN' | 'COMPLETE' | 'FINISHED';
}

/** READY means that the phase must run again. */
export const nextStepOf = ({ status }: { readonly status: PhaseStatus }): NextStep => ({
  decision: status === 'READY' || status === 'RUNNING' ? 'RUN_AGAIN' : 'COMPLETE',
});
