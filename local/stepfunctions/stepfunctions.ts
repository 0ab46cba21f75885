// Step Functions: the operations that the application sends, over the one state machine.
import * as z from 'zod';
import { jsonOf } from '../../shared/contracts/json-of.ts';
import { type Operation, operation, ServiceError } from '../endpoint/service.ts';
import type { OperationName } from '../operations.ts';
import { Executions, type StepFunctionsOptions } from './executions.ts';
import { maximumDataBytes } from './run-task.ts';

const text = z.string();
const json = text.refine(
  (data) => Buffer.byteLength(data) <= maximumDataBytes && jsonOf(data) !== undefined,
  'it is no JSON, or more than 256 KiB of it',
);
const executionInput = z.object({ executionArn: text });
const tokenInput = z.object({ taskToken: text });
const seconds = (milliseconds: number) => milliseconds / 1000;

/**
 * Opens Step Functions (a standard workflow of Lambda tasks and task tokens) on aws-local-stepfunctions, which
 * runs state machines but has no API, no tokens and no persistence: those are here. A task whose sibling
 * in a Map failed keeps its token until its own time-out or the execution's end; on AWS it dies at once.
 * Throws CorruptStateError.
 */
export function openStepFunctions(options: StepFunctionsOptions) {
  const stateMachineArn = `arn:aws:states:us-east-1:000000000000:stateMachine:${options.stateMachineName}`;
  const executions = new Executions(options);
  const machineInput = z.object({ stateMachineArn: z.literal(stateMachineArn) });
  const found = (arn: string) => {
    const execution = executions.find(arn.split(':').at(-1) ?? '');
    if (execution) return execution;
    throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  };
  /** Throws TaskTimedOut when no task waits on the token, whether or not one ever did. */
  const waitingOn = (token: string) => {
    const task = executions.waitingTasks.get(token);
    if (task) return task;
    throw new ServiceError('TaskTimedOut', 'Task Timed Out: no task waits for this token, or not any more');
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
      DescribeStateMachine: operation(machineInput, () => ({ stateMachineArn, status: 'ACTIVE', type: 'STANDARD' })),

      StartExecution: operation(machineInput.extend({ name: text.regex(/^[\w-]{1,80}$/), input: json }), (request) => {
        const { name, startDate } = executions.start(request.name, request.input);
        const executionArn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
        return { executionArn, startDate: seconds(startDate) };
      }),

      DescribeExecution: operation(executionInput, ({ executionArn: arn }) => {
        const { startDate, stopDate, parked: _parked, ...record } = found(arn);
        return { ...record, startDate: seconds(startDate), ...(stopDate ? { stopDate: seconds(stopDate) } : {}) };
      }),

      StopExecution: operation(
        executionInput.extend({ error: text.optional(), cause: text.optional() }),
        ({ executionArn: arn, ...reason }) => executions.abort(found(arn), reason),
      ),

      /** An answer to a parked execution of a former process wakes it: its steps are repeated, and find in the table what was decided. */
      SendTaskSuccess: operation(tokenInput.extend({ output: json }), ({ taskToken, output }) => {
        if (!executions.wake(taskToken)) waitingOn(taskToken).succeed(JSON.parse(output));
        return undefined;
      }),

      SendTaskFailure: operation(
        tokenInput.extend({ error: text.default('States.TaskFailed'), cause: text.default('') }),
        ({ taskToken, error, cause }) => waitingOn(taskToken).fail(error, cause),
      ),
    } satisfies Record<OperationName<'client-sfn'>, Operation>,
  };
}
