import { lambdas } from '../../shared/contracts/lambdas.ts';
import { wirePublishing } from '../../shared/events/wire-events.ts';
import { failureReportSchema, parkFailure } from '../../shared/playbook/steps/park-failure.ts';
import { openTaskTokens } from '../../shared/playbook/task-tokens.ts';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';
import { taskFunction, waitingPhaseSchema } from '../kit/task-function.ts';

const wired = wirePublishing(readEnvironment(lambdas['park-failure'].environment));

export const handler = taskFunction(
  waitingPhaseSchema.extend({ run: failureReportSchema }),
  parkFailure({ ...wired, tokens: openTaskTokens() }),
);
