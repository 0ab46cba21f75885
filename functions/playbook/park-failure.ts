import { SFNClient } from '@aws-sdk/client-sfn';
import { lambdas } from '../../shared/contracts/lambdas.ts';
import { failureReportSchema, parkFailure } from '../../shared/engine/steps/park-failure.ts';
import { createTaskTokens } from '../../shared/engine/task-tokens.ts';
import { wireEngine } from '../../shared/engine/wiring.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { taskFunction, waitingPhaseSchema } from '../kit/task-function.ts';

const engine = wireEngine(readEnvironment(lambdas['park-failure'].environment));

export const handler = taskFunction(
  waitingPhaseSchema.extend({ run: failureReportSchema }),
  parkFailure({ ...engine, tokens: createTaskTokens(new SFNClient({})) }),
);
