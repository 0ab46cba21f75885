import { Executions } from './executions.ts';
import { ExecutionsJournal } from './executions-journal.ts';
import { ServiceError, startJsonProtocolServer } from './json-protocol-server.ts';
import { operations } from './operations.ts';
import type { InvokeFunction } from './run-task.ts';
import { StateMachines } from './state-machines.ts';
import { TaskTokens } from './task-tokens.ts';

/** How the embedded Step Functions runs. */
export interface StepFunctionsOptions {
  /** Where state machines and executions are kept; undefined keeps them in memory. */
  directory?: string | undefined;
  /** 0 or undefined takes any free port. */
  port?: number;
  region?: string;
  accountId?: string;
  /** Runs a function for a Task state; rejects with an Error whose name is the Lambda error type. */
  invokeFunction: InvokeFunction;
  /** Hears of faults that no caller is told about. */
  onError?: (error: unknown) => void;
}

/** The embedded Step Functions, listening. */
export interface RunningStepFunctions {
  readonly endpoint: string;
  /**
   * Runs the executions that were RUNNING when the former process ended once more from their first state, with the same
   * input: the engine cannot keep progress, and every step of a campaign is safe to repeat. Gives their number.
   */
  resume(): Promise<number>;
  /** Whether there ever was an execution of this name. */
  isKnown(name: string): boolean;
  /** Stops serving and running. Executions that run stay RUNNING on disk. */
  stop(): Promise<void>;
}

/**
 * Starts Step Functions (standard workflows, JSONPath, Lambda tasks and task tokens) on aws-local-stepfunctions, which
 * runs state machines but has no API, no tokens and no persistence: those are here. A task whose sibling
 * in a Map failed keeps its token until its own time-out or the execution's end; on AWS it dies at once.
 * Throws CorruptStateError when the directory cannot be understood.
 */
export const startStepFunctions = async (options: StepFunctionsOptions): Promise<RunningStepFunctions> => {
  const { directory, invokeFunction, onError = () => {} } = options;
  const stateMachines = await StateMachines.open(directory);
  const { journal, records } = await ExecutionsJournal.open(directory, Date.now());
  const tokens = new TaskTokens();
  const executions = new Executions({ journal, records, tokens, invokeFunction, onError });
  const { region = 'us-east-1', accountId = '000000000000' } = options;
  const context = { stateMachines, executions, tokens, region, accountId };
  const server = await startJsonProtocolServer({
    ...(options.port === undefined ? {} : { port: options.port }),
    // 256 KiB of input, in which JSON may write each byte as six (\u0000), and the rest of the request.
    maximumBodyBytes: 2 * 1024 * 1024,
    onError,
    answer: async (name, input) => {
      const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
      if (!operation)
        throw new ServiceError('UnknownOperationException', `The local platform does not answer ${name}.`);
      return operation(context, input);
    },
  });
  return {
    endpoint: server.endpoint,
    resume: async () => executions.resume((arn) => stateMachines.prepared(arn)),
    isKnown: (name) => stateMachines.list().some(({ arn }) => executions.find(arn, name) !== undefined),
    stop: async () => {
      await server.close();
      await executions.stop();
    },
  };
};
