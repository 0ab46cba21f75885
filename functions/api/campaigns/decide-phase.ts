// The five decisions a person can take on a phase.
import { type PhaseRecord, publicPhase } from '../../../shared/data/phase-records.ts';
import { principalId } from '../../../shared/domain/accounts/principal.ts';
import type { Decisions } from '../../../shared/playbook/decisions.ts';
import type { Input } from '../../kit/http-function.ts';

interface Parts {
  readonly decisions: Decisions;
}

type Decision = Input<'approvePhase' | 'rejectPhase' | 'retryPhase' | 'skipPhase' | 'writePhase'>;
const referenceOf = ({ params, principal }: Pick<Decision, 'params' | 'principal'>) => ({
  ...params,
  workspaceId: principal.workspaceId,
});
const answer = (phase: PhaseRecord) => ({ success: true as const, phase: publicPhase(phase) });

/** Lets the waiting phase go on with its output, edited or chosen where the body says so. A second decision is a conflict. */
export const approvePhase =
  ({ decisions }: Parts) =>
  async (input: Input<'approvePhase'>) =>
    answer(await decisions.approve(referenceOf(input), principalId(input.principal), input.body));

/** Sends the output back with feedback. */
export const rejectPhase =
  ({ decisions }: Parts) =>
  async (input: Input<'rejectPhase'>) =>
    answer(await decisions.reject(referenceOf(input), principalId(input.principal), input.body));

/** Runs a failed or held phase again. */
export const retryPhase =
  ({ decisions }: Parts) =>
  async (input: Input<'retryPhase'>) =>
    answer(await decisions.retry(referenceOf(input), principalId(input.principal), input.body));

/** Ends a failed or held phase with an output that a person wrote. */
export const writePhase =
  ({ decisions }: Parts) =>
  async (input: Input<'writePhase'>) =>
    answer(await decisions.write(referenceOf(input), principalId(input.principal), input.body));

/** Goes on without the phase. */
export const skipPhase =
  ({ decisions }: Parts) =>
  async (input: Input<'skipPhase'>) =>
    answer(await decisions.skip(referenceOf(input), principalId(input.principal), input.body));
