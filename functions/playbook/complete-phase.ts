import { phaseReferenceSchema } from '../../shared/contracts/identifiers.ts';
import { lambdas } from '../../shared/contracts/lambdas.ts';
import { wirePublishing } from '../../shared/events/wire-events.ts';
import { completePhase } from '../../shared/playbook/steps/complete-phase.ts';
import { openTaskTokens } from '../../shared/playbook/task-tokens.ts';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';
import { taskFunction } from '../kit/task-function.ts';

const wired = wirePublishing(readEnvironment(lambdas['complete-phase'].environment));

export const handler = taskFunction(
  phaseReferenceSchema,
  completePhase({ ...wired, outputs: wired.inlineOutputs, tokens: openTaskTokens() }),
);
