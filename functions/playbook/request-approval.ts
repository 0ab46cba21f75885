import { SFNClient } from '@aws-sdk/client-sfn';
import { lambdas } from '../../shared/contracts/lambdas.ts';
import { requestApproval } from '../../shared/engine/steps/request-approval.ts';
import { createTaskTokens } from '../../shared/engine/task-tokens.ts';
import { wireEngine } from '../../shared/engine/wiring.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { taskFunction, waitingPhaseSchema } from '../kit/task-function.ts';

const engine = wireEngine(readEnvironment(lambdas['request-approval'].environment));

export const handler = taskFunction(
  waitingPhaseSchema,
  requestApproval({ ...engine, outputs: engine.inlineOutputs, tokens: createTaskTokens(new SFNClient({})) }),
);
