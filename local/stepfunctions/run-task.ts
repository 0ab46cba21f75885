import type { TaskState } from './definition.ts';
import { type Json, mintToken, type WaitingTasks } from './task-tokens.ts';

/** Input and output of a state, and so of a task, may have at most this many bytes of JSON on AWS. */
export const maximumDataBytes = 262_144;

/**
 * Runs a function and gives its result. Rejects with an Error whose name is the Lambda error type. `onBegin` is called when the function's
 * turn has come: a task's time-out counts from then. An aborted `signal` takes a call back that has not begun.
 */
export type InvokeFunction = (
  functionName: string,
  payload: unknown,
  options: { readonly signal: AbortSignal; readonly onBegin: () => void },
) => Promise<unknown>;

/** An error under the name that Retry and Catch compare, with the text AWS shows as Cause. */
class TaskError extends Error {
  constructor(name: string, cause: string) {
    super(cause);
    this.name = name;
  }
}

/** An error no Retry and no Catch may touch: the library asks an error these two questions before it looks at rules. */
class TerminalTaskError extends TaskError {
  readonly isRetryable = false;
  readonly isCatchable = false;
}

export interface TaskSurroundings {
  /** Where tasks wait whose tokens are out. */
  readonly waiting: WaitingTasks;
  readonly invokeFunction: InvokeFunction;
  readonly executionName: string;
  /** Hears whether the execution waits for somebody's answer, or for its time: then others go first after a restart. */
  readonly onParked: (isParked: boolean) => void;
}

/** An execution of which nothing has run for so long is parked. */
const parkedAfterMilliseconds = 1000;

/** The tasks of one execution that run now, so that ending the execution ends them, their tokens and their timers. */
export class RunningTasks {
  readonly #around: TaskSurroundings;
  #functionsRunning = 0;
  #quiet: NodeJS.Timeout | undefined;
  readonly #issuedTokens = new Set<string>();
  readonly #cancellations = new Set<() => void>();
  #ended = false;

  constructor(around: TaskSurroundings) {
    this.#around = around;
  }

  /** A fresh task token; it becomes usable when a task starts whose input holds it. */
  issueToken(): string {
    const token = mintToken(this.#around.executionName);
    this.#issuedTokens.add(token);
    return token;
  }

  /** Ends every task at once: tokens die, functions see their signal aborted, and later tasks do not start. */
  cancelAll(): void {
    this.#ended = true;
    clearTimeout(this.#quiet);
    for (const cancel of [...this.#cancellations]) cancel();
    this.#issuedTokens.clear();
  }

  /** Runs one evaluation of a Task state over its processed input. */
  run(task: TaskState, input: Json): Promise<Json> {
    if (this.#ended) return Promise.reject(aborted());
    const { waiting } = this.#around;
    const { promise, resolve, reject } = Promise.withResolvers<Json>();
    const abortController = new AbortController();
    const heldTokens = this.#claimTokens(input);

    const end = (): boolean => {
      if (!this.#cancellations.delete(cancel)) return false;
      clearTimeout(timer);
      for (const token of heldTokens) waiting.delete(token);
      return true;
    };
    const succeed = (output: Json): undefined => {
      if (end()) resolve(output);
    };
    const fail = (error: Error): undefined => {
      if (end()) reject(error);
      abortController.abort(error);
    };
    const cancel = () => fail(aborted());
    this.#cancellations.add(cancel);

    let timer: NodeJS.Timeout | undefined;
    const onBegin = () => {
      timer = setTimeout(() => fail(new TaskError('States.Timeout', 'States.Timeout')), task.timeoutSeconds * 1000);
    };
    for (const token of heldTokens)
      waiting.set(token, { succeed, fail: (name, cause) => fail(new TaskError(name, cause)) });
    this.#invoke(input, { signal: abortController.signal, onBegin }).then((result) => {
      if (!task.waitsForToken) succeed(result);
    }, fail);
    return promise;
  }

  async #invoke(input: Json, options: Parameters<InvokeFunction>[2]): Promise<Json> {
    const { invokeFunction, onParked } = this.#around;
    const { FunctionName, Payload = {} } = input as { FunctionName: string; Payload?: Json }; // as the definition says
    this.#functionsRunning += 1;
    clearTimeout(this.#quiet);
    if (this.#functionsRunning === 1) onParked(false);
    try {
      const result = await invokeFunction(FunctionName, Payload, options);
      return { ExecutedVersion: '$LATEST', Payload: withinDataLimit(result ?? null), StatusCode: 200 };
    } catch (error) {
      throw functionError(error);
    } finally {
      this.#functionsRunning -= 1;
      if (this.#functionsRunning === 0 && !this.#ended)
        this.#quiet = setTimeout(onParked, parkedAfterMilliseconds, true).unref();
    }
  }

  /** The tokens in the input that this execution issued: they now belong to the task that is about to start. */
  #claimTokens(input: Json): string[] {
    if (this.#issuedTokens.size === 0) return [];
    const claimed: string[] = [];
    const visit = (value: unknown): void => {
      if (typeof value === 'string' && this.#issuedTokens.delete(value)) claimed.push(value);
      else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) visit(part);
    };
    visit(input);
    return claimed;
  }
}

const aborted = () => new TerminalTaskError('States.TaskAborted', 'The execution ended before the task did');

/** A failed function as AWS reports it: the error type is the name, the cause a JSON text. */
const functionError = (error: unknown): TaskError => {
  if (error instanceof TaskError) return error;
  const { name: errorType, message: errorMessage } = error instanceof Error ? error : new Error(String(error));
  return new TaskError(errorType, JSON.stringify({ errorMessage, errorType }));
};

/** A copy of the result as plain JSON, so that nothing is shared with the function that made it. */
const withinDataLimit = (result: unknown): Json => {
  const text = JSON.stringify(result) ?? 'null';
  if (Buffer.byteLength(text) > maximumDataBytes)
    throw new TerminalTaskError('States.DataLimitExceeded', 'The function returned more than 262144 bytes of JSON');
  return JSON.parse(text);
};
