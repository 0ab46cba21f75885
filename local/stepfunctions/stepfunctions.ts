// Step Functions: the operations that the application sends, over the one state machine.
import * as z from 'zod';
import { type Operation, operation, ServiceError } from '../endpoint/service.ts';
import type { OperationName } from '../operations.ts';
import type { Store } from '../state/store.ts';
import { prepareDefinition } from './definition.ts';
import { Executions, executionArn } from './executions.ts';
import { type InvokeFunction, maximumDataBytes } from './run-task.ts';
import { TaskTokens } from './task-tokens.ts';

/** How the embedded Step Functions runs. */
export interface StepFunctionsOptions {
  readonly store: Store;
  readonly stateMachineName: string;
  /** ASL text. It may change between one start and the next. */
  readonly definition: string;
  /** Runs a function for a Task state; rejects with an Error whose name is the Lambda error type. */
  readonly invokeFunction: InvokeFunction;
  /** Hears of every state that an execution enters: what AWS bills. */
  readonly onTransition?: ((executionName: string) => void) | undefined;
  /** Hears of faults that no caller is told about. */
  readonly onError?: (error: unknown) => void;
}

const text = z.string();
const executionInput = z.object({ executionArn: text });
const seconds = (milliseconds: number) => milliseconds / 1000;

/**
 * Opens Step Functions (a standard workflow of Lambda tasks and task tokens) on aws-local-stepfunctions, which
 * runs state machines but has no API, no tokens and no persistence: those are here. A task whose sibling
 * in a Map failed keeps its token until its own time-out or the execution's end; on AWS it dies at once.
 * Throws CorruptStateError.
 */
export function openStepFunctions(options: StepFunctionsOptions) {
  const { store, stateMachineName, invokeFunction, onTransition = () => {}, onError = () => {} } = options;
  const stateMachineArn = `arn:aws:states:us-east-1:000000000000:stateMachine:${stateMachineName}`;
  const definition = prepareDefinition(options.definition);
  const tokens = new TaskTokens();
  const around = { store, stateMachineArn, definition, tokens, invokeFunction, onTransition, onError };
  const executions = new Executions(around);
  const machineInput = z.object({
    stateMachineArn: text.refine((arn) => arn === stateMachineArn, 'State Machine Does Not Exist'),
  });
  const found = (arn: string) => {
    const execution = executions.find(arn.split(':').at(-1) ?? '');
    if (execution) return execution;
    throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  };

  return {
    target: 'AWSStepFunctions',
    // 256 KiB of input, in which JSON may write each byte as six (\u0000), and the rest of the request.
    maximumBodyBytes: 2 * 1024 * 1024,
    stateMachineArn,
    /**
     * Runs the executions that were RUNNING when the former process ended once more from their first state, with the same
     * input: the engine cannot keep progress, and every step of a campaign is safe to repeat. Gives their number.
     */
    resume: () => executions.resume(),
    /** Stops running. Executions that run stay RUNNING on disk. */
    stop: async () => executions.stop(),

    operations: {
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
    } satisfies Record<OperationName<'client-sfn'>, Operation>,
  };
}

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
