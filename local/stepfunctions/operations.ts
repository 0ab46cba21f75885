// The operations of Step Functions that the application sends, over the one state machine.
import * as z from 'zod';
import { type Operation, operation, ServiceError } from '../edge/service.ts';
import type { OperationName } from '../operations.ts';
import { type Executions, executionArn } from './executions.ts';
import type { ExecutionRecord } from './executions-journal.ts';
import { type Json, maximumDataBytes } from './run-task.ts';
import type { TaskTokens } from './task-tokens.ts';

export interface OperationsContext {
  readonly stateMachineArn: string;
  readonly executions: Executions;
  readonly tokens: TaskTokens;
}

const text = z.string();
const machineInput = z.object({ stateMachineArn: text });
const executionInput = z.object({ executionArn: text });
const seconds = (milliseconds: number) => milliseconds / 1000;

export const stepFunctionsOperations = ({
  stateMachineArn,
  executions,
  tokens,
}: OperationsContext): Record<OperationName<'client-sfn'>, Operation> => {
  const checkMachine = (arn: string): void => {
    if (arn === stateMachineArn) return;
    throw new ServiceError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
  };
  const findExecution = (arn: string): ExecutionRecord => {
    const found = executions.find(arn.split(':').at(-1) ?? '');
    if (found && executionArn(stateMachineArn, found.name) === arn) return found;
    throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  };

  return {
    DescribeStateMachine: operation(machineInput, ({ stateMachineArn: arn }) => {
      checkMachine(arn);
      return { stateMachineArn, name: arn.split(':').at(-1), status: 'ACTIVE', type: 'STANDARD' };
    }),

    StartExecution: operation(machineInput.extend({ name: text, input: text }), async (request) => {
      checkMachine(request.stateMachineArn);
      checkName(request.name);
      checkJson(request.input, 'InvalidExecutionInput');
      const { name, startDate } = await executions.start(request.name, request.input);
      return { executionArn: executionArn(stateMachineArn, name), startDate: seconds(startDate) };
    }),

    DescribeExecution: operation(executionInput, ({ executionArn: arn }) => {
      const { name, status, startDate, stopDate, input, output, error, cause } = findExecution(arn);
      return {
        executionArn: arn,
        name,
        stateMachineArn,
        status,
        startDate: seconds(startDate),
        ...(stopDate === undefined ? {} : { stopDate: seconds(stopDate) }),
        input,
        inputDetails: { included: input !== undefined },
        ...(status === 'SUCCEEDED' ? { output, outputDetails: { included: output !== undefined } } : {}),
        error,
        cause,
      };
    }),

    StopExecution: operation(
      executionInput.extend({ error: text.optional(), cause: text.optional() }),
      async ({ executionArn: arn, ...reason }) => ({
        stopDate: seconds(await executions.abort(findExecution(arn), reason)),
      }),
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

/** Throws InvalidName for what AWS does not take as the name of an execution. */
const checkName = (name: string): void => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: AWS refuses control characters in names.
  if (/^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f]{1,80}$/.test(name)) return;
  throw new ServiceError('InvalidName', `Invalid Name: '${name}' (1 to 80 letters, digits, - and _)`);
};

/** Parses the JSON of an input or output. Throws the given error type when it is no JSON or above 256 KiB. */
const checkJson = (json: string, errorType: string): Json => {
  if (Buffer.byteLength(json) > maximumDataBytes)
    throw new ServiceError(errorType, `${errorType}: the JSON exceeds ${maximumDataBytes} bytes`);
  try {
    return JSON.parse(json);
  } catch {
    throw new ServiceError(errorType, `${errorType}: it is not valid JSON`);
  }
};
