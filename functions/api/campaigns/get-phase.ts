import type { RouteOutput } from '../../../shared/contracts/routes.ts';
import type { Outputs } from '../../../shared/data/outputs.ts';
import { approvalsOf, type Phases, publicPhase } from '../../../shared/data/phases.ts';
import { ProblemError } from '../../../shared/runtime/problem-error.ts';
import type { Input } from '../../kit/http-function.ts';

/** A phase with what it made and what people decided about it. */
export const getPhase =
  ({ phases, outputs }: { phases: Phases; outputs: Outputs }) =>
  async ({ params, principal }: Input<'getPhase'>): Promise<RouteOutput<'getPhase'>> => {
    const reference = { ...params, workspaceId: principal.workspaceId };
    const phase = await phases.get(reference);
    if (!phase) throw new ProblemError('not-found', 'There is no such phase.');
    const output = phase.outputAttempt && (await outputs.get(reference, phase.outputAttempt, phase.editedVersion));
    // The response schema of the route checks the output against the shapes agents may make.
    return {
      phase: publicPhase(phase),
      output: output as RouteOutput<'getPhase'>['output'],
      approvals: approvalsOf(phase),
    };
  };
