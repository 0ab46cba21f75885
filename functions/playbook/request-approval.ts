import { lambdas } from '../../shared/contracts/lambdas.ts';
import { createModelCalls } from '../../shared/data/model-calls.ts';
import { wirePublishing } from '../../shared/events/wire-events.ts';
import { requestApproval } from '../../shared/playbook/steps/request-approval.ts';
import { needsApprovalSchema } from '../../shared/playbook/steps/run-outcome.ts';
import { openTaskTokens } from '../../shared/playbook/task-tokens.ts';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';
import { taskFunction, waitingPhaseSchema } from '../kit/task-function.ts';

const phaseToApproveSchema = waitingPhaseSchema.extend({ run: needsApprovalSchema });

const wired = wirePublishing(readEnvironment(lambdas['request-approval'].environment));

export const handler = taskFunction(
  phaseToApproveSchema,
  requestApproval({
    ...{ ...wired, calls: createModelCalls(wired.table), outputs: wired.inlineOutputs },
    tokens: openTaskTokens(),
  }),
);
