import type { RouteOutput } from '../../../shared/contracts/routes.ts';
import type { InvalidAnswers } from '../../../shared/data/invalid-answers.ts';
import type { Outputs } from '../../../shared/data/outputs.ts';
import { approvalsOf, type PhaseRecord, type Phases, publicPhase } from '../../../shared/data/phases.ts';
import { ProblemError } from '../../../shared/runtime/problem-error.ts';
import type { Input } from '../../kit/http-function.ts';

interface Parts {
  readonly phases: Pick<Phases, 'get'>;
  readonly outputs: Pick<Outputs, 'get'>;
  readonly invalidAnswers: Pick<InvalidAnswers, 'get'>;
}

/** A phase with what it made, or could not make, and what people decided about it. */
export const getPhase =
  ({ phases, outputs, invalidAnswers }: Parts) =>
  async ({ params, principal }: Input<'getPhase'>): Promise<RouteOutput<'getPhase'>> => {
    const reference = { ...params, workspaceId: principal.workspaceId };
    const phase = await phases.get(reference);
    if (!phase) throw new ProblemError('not-found', 'There is no such phase.');
    const [output, invalid] = await Promise.all([
      phase.outputAttempt && outputs.get(reference, phase.outputAttempt, phase.editedVersion),
      isParked(phase) ? invalidAnswers.get(reference, phase.attempt) : undefined,
    ]);
    // The response schema of the route checks the output against the shapes agents may make.
    return {
      phase: publicPhase(phase),
      output: output as RouteOutput<'getPhase'>['output'],
      approvals: approvalsOf(phase),
      ...(invalid
        ? { lastAnswer: { model: invalid.calls.at(-1)?.model, value: invalid.value, faults: invalid.faults } }
        : {}),
    };
  };

const isParked = ({ status }: PhaseRecord): boolean => status === 'FAILED' || status === 'BUDGET_HOLD';
