import { SFNClient } from '@aws-sdk/client-sfn';
import { lambdas } from '../../shared/contracts/lambdas.ts';
import { openGate } from '../../shared/engine/steps/open-gate.ts';
import { createTaskTokens } from '../../shared/engine/task-tokens.ts';
import { wireEngine } from '../../shared/engine/wiring.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { gatedPhaseSchema, taskFunction } from '../kit/task-function.ts';

const engine = wireEngine(readEnvironment(lambdas['open-gate'].environment));

export const handler = taskFunction(
  gatedPhaseSchema,
  openGate({ ...engine, tokens: createTaskTokens(new SFNClient({})) }),
);
