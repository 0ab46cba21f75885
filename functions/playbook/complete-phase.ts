import { SFNClient } from '@aws-sdk/client-sfn';
import { phaseReferenceSchema } from '../../shared/contracts/identifiers.ts';
import { lambdas } from '../../shared/contracts/lambdas.ts';
import { completePhase } from '../../shared/engine/steps/complete-phase.ts';
import { createTaskTokens } from '../../shared/engine/task-tokens.ts';
import { wireEngine } from '../../shared/engine/wiring.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { taskFunction } from '../kit/task-function.ts';

const engine = wireEngine(readEnvironment(lambdas['complete-phase'].environment));

export const handler = taskFunction(
  phaseReferenceSchema,
  completePhase({ ...engine, outputs: engine.inlineOutputs, tokens: createTaskTokens(new SFNClient({})) }),
);
