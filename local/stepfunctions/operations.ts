// The operations of Step Functions that the application sends, over the one state machine.
import * as z from 'zod';
import { type Operation, operation, ServiceError } from '../edge/service.ts';
import type { OperationName } from '../operations.ts';
import { type Executions, executionArn } from './executions.ts';
import { maximumDataBytes } from './run-task.ts';
import type { TaskTokens } from './task-tokens.ts';

export interface OperationsContext {
  readonly stateMachineArn: string;
  readonly executions: Executions;
  readonly tokens: TaskTokens;
}

const text = z.string();
const executionInput = z.object({ executionArn: text });
const seconds = (milliseconds: number) => milliseconds / 1000;

export const stepFunctionsOperations = ({
  stateMachineArn,
  executions,
  tokens,
}: OperationsContext): Record<OperationName<'client-sfn'>, Operation> => {
  const machineInput = z.object({
    stateMachineArn: text.refine((arn) => arn === stateMachineArn, 'State Machine Does Not Exist'),
  });
  const found = (arn: string) => {
    const execution = executions.find(arn.split(':').at(-1) ?? '');
    if (execution) return execution;
    throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  };

  return {
    DescribeStateMachine: operation(
      machineInput,
      () => ({ stateMachineArn, status: 'ACTIVE', type: 'STANDARD' }),
      'StateMachineDoesNotExist',
    ),

    StartExecution: operation(machineInput.extend({ name: text.regex(/^[\w-]{1,80}$/), input: text }), (request) => {
      checkJson(request.input, 'InvalidExecutionInput');
      const { name, startDate } = executions.start(request.name, request.input);
      return { executionArn: executionArn(stateMachineArn, name), startDate: seconds(startDate) };
    }),

    DescribeExecution: operation(executionInput, ({ executionArn: arn }) => {
      const { startDate, stopDate, parked: _parked, ...record } = found(arn);
      const dates = { startDate: seconds(startDate), ...(stopDate ? { stopDate: seconds(stopDate) } : {}) };
      return { executionArn: arn, stateMachineArn, ...record, ...dates };
    }),

    StopExecution: operation(
      executionInput.extend({ error: text.optional(), cause: text.optional() }),
      ({ executionArn: arn, ...reason }) => ({ stopDate: seconds(executions.abort(found(arn), reason)) }),
    ),

    /** An answer to a parked execution of a former process wakes it: its steps are repeated, and find in the table what was decided. */
    SendTaskSuccess: operation(z.object({ taskToken: text, output: text }), ({ taskToken, output }) => {
      const result = checkJson(output, 'InvalidOutput');
      if (!executions.wake(taskToken)) tokens.find(taskToken).succeed(result);
      return undefined;
    }),

    SendTaskFailure: operation(
      z.object({ taskToken: text, error: text.default('States.TaskFailed'), cause: text.default('') }),
      ({ taskToken, error, cause }) => {
        tokens.find(taskToken).fail(error, cause);
        return undefined;
      },
    ),
  };
};

/** Parses the JSON of an input or output. Throws the given error type when it is no JSON or above 256 KiB. */
const checkJson = (json: string, errorType: string) => {
  if (Buffer.byteLength(json) > maximumDataBytes)
    throw new ServiceError(errorType, `${errorType}: the JSON exceeds ${maximumDataBytes} bytes`);
  try {
    return JSON.parse(json);
  } catch {
    throw new ServiceError(errorType, `${errorType}: it is not valid JSON`);
  }
};
