import type { RouteOutput } from '../../../shared/contracts/routes.ts';
import type { Approvals } from '../../../shared/data/approvals.ts';
import type { Outputs } from '../../../shared/data/outputs.ts';
import { type Phases, publicPhase } from '../../../shared/data/phases.ts';
import { ProblemError } from '../../../shared/runtime/problem-error.ts';
import type { Input } from '../../kit/http-function.ts';

/** A phase with what it made and what people decided about it. */
export const getPhase =
  ({ phases, outputs, approvals }: { phases: Phases; outputs: Outputs; approvals: Approvals }) =>
  async ({ params, principal }: Input<'getPhase'>): Promise<RouteOutput<'getPhase'>> => {
    const reference = { ...params, workspaceId: principal.workspaceId };
    const phase = await phases.get(reference);
    if (!phase) throw new ProblemError('not-found', 'There is no such phase.');
    const [output, decisions] = await Promise.all([
      phase.outputAttempt && outputs.get(reference, phase.outputAttempt, phase.editedVersion),
      approvals.list(reference, params.phaseId),
    ]);
    // The response schema of the route checks the output against the shapes agents may make.
    return { phase: publicPhase(phase), output: output as RouteOutput<'getPhase'>['output'], approvals: decisions };
  };
