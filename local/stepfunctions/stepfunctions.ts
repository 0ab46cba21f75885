import type { Service } from '../edge/service.ts';
import type { Store } from '../state/store.ts';
import { prepareDefinition } from './definition.ts';
import { Executions } from './executions.ts';
import { stepFunctionsOperations } from './operations.ts';
import type { InvokeFunction } from './run-task.ts';
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

/** The embedded Step Functions. */
export interface StepFunctions extends Service {
  readonly stateMachineArn: string;
  /**
   * Runs the executions that were RUNNING when the former process ended once more from their first state, with the same
   * input: the engine cannot keep progress, and every step of a campaign is safe to repeat. Gives their number.
   */
  resume(): number;
  /** Stops running. Executions that run stay RUNNING on disk. */
  stop(): Promise<void>;
}

/**
 * Opens Step Functions (a standard workflow of Lambda tasks and task tokens) on aws-local-stepfunctions, which
 * runs state machines but has no API, no tokens and no persistence: those are here. A task whose sibling
 * in a Map failed keeps its token until its own time-out or the execution's end; on AWS it dies at once.
 * Throws CorruptStateError.
 */
export const openStepFunctions = (options: StepFunctionsOptions): StepFunctions => {
  const { store, stateMachineName, invokeFunction, onTransition = () => {}, onError = () => {} } = options;
  const stateMachineArn = `arn:aws:states:us-east-1:000000000000:stateMachine:${stateMachineName}`;
  const definition = prepareDefinition(options.definition);
  const tokens = new TaskTokens();
  const around = { store, stateMachineArn, definition, tokens, invokeFunction, onTransition, onError };
  const executions = new Executions(around);
  return {
    target: 'AWSStepFunctions',
    operations: stepFunctionsOperations({ stateMachineArn, executions, tokens }),
    // 256 KiB of input, in which JSON may write each byte as six (\u0000), and the rest of the request.
    maximumBodyBytes: 2 * 1024 * 1024,
    stateMachineArn,
    resume: () => executions.resume(),
    stop: async () => executions.stop(),
  };
};
