import { ExecutionAbortedError } from 'aws-local-stepfunctions';
import PQueue from 'p-queue';
import * as z from 'zod';
import { ServiceError } from '../endpoint/service.ts';
import type { Collection, Store } from '../state/store.ts';
import { prepareDefinition } from './definition.ts';
import { type InvokeFunction, maximumDataBytes, RunningTasks } from './run-task.ts';
import { executionOfToken, type Json, type WaitingTasks } from './task-tokens.ts';

/** One execution as it is kept. Dates are epoch milliseconds; input and output are JSON texts. */
export const executionRecordSchema = z.object({
  name: z.string(),
  status: z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'ABORTED']),
  startDate: z.number(),
  stopDate: z.number().optional(),
  /** Nothing of it ran for a while: it waits for somebody's answer. Left out otherwise. */
  parked: z.literal(true).optional(),
  input: z.string(),
  /** Not kept when it is long. */
  output: z.string().optional(),
  error: z.string().optional(),
  cause: z.string().optional(),
});
export type ExecutionRecord = z.output<typeof executionRecordSchema>;

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

type Outcome = Pick<ExecutionRecord, 'status' | 'output' | 'error' | 'cause'>;

/** Above this, an ended execution's output is not kept: steps pass ids, so only tests come near. */
const maximumKeptBytes = 4096;
/** AWS refuses to use an execution's name again for 90 days. */
const keptMilliseconds = 90 * 24 * 60 * 60 * 1000;
/** After a restart, executions that wait for people begin again one after the other: hundreds of them neither hold up a start nor keep a core busy. */
const parkedAtATime = { interval: 100, intervalCap: 1 };

/** The executions of the state machine: those that run, and those that ended and whose names stay taken. Every change is kept at once. */
export class Executions {
  readonly waitingTasks: WaitingTasks = new Map();
  readonly #options: StepFunctionsOptions;
  readonly #definition: ReturnType<typeof prepareDefinition>;
  readonly #records: Collection<ExecutionRecord>;
  readonly #aborts = new Map<string, () => void>();
  /** Those of a former process that wait for somebody's answer, and for their turn to begin again. */
  readonly #parked = new Set<string>();
  readonly #turns = new PQueue(parkedAtATime);
  #stopped = false;

  /** Throws CorruptStateError. */
  constructor(options: StepFunctionsOptions) {
    this.#options = options;
    this.#definition = prepareDefinition(options.definition);
    this.#records = options.store.collection('executions', executionRecordSchema);
    for (const { name, stopDate = Date.now() } of [...this.#records.values()])
      if (Date.now() - stopDate > keptMilliseconds) this.#records.delete(name);
  }

  find(name: string): ExecutionRecord | undefined {
    return this.#records.get(name);
  }

  /**
   * Starts an execution. The same name with the same input, while it runs, is the same execution; any other use of a
   * taken name throws ExecutionAlreadyExists.
   */
  start(name: string, input: string): ExecutionRecord {
    const existing = this.find(name);
    if (existing?.status === 'RUNNING' && existing.input === input) return existing;
    if (existing) throw new ServiceError('ExecutionAlreadyExists', `Execution Already Exists: '${name}'`);
    const record: ExecutionRecord = { name, status: 'RUNNING', startDate: Date.now(), input };
    this.#records.set(name, record);
    this.#run(record);
    return record;
  }

  /**
   * Runs every execution that a former process left RUNNING again from its first state: those that were at work at once, the others in
   * their turn, or when somebody answers one of their tokens. Gives their number.
   */
  resume(): number {
    const interrupted = [...this.#records.values()].filter(
      ({ status, name }) => status === 'RUNNING' && !this.#aborts.has(name),
    );
    for (const record of interrupted.filter(({ parked }) => !parked)) this.#run(record);
    for (const { name } of interrupted.filter(({ parked }) => parked)) {
      this.#parked.add(name);
      void this.#turns.add(() => this.#begin(name));
    }
    return interrupted.length;
  }

  /** Runs the parked execution of a former process for which the token was minted; false when there is none. */
  wake(token: string): boolean {
    return this.#begin(executionOfToken(token) ?? '');
  }

  /** Aborts a running execution: its tokens die and its functions see their signal aborted. */
  abort({ name }: ExecutionRecord, reason: Pick<Outcome, 'error' | 'cause'>): undefined {
    this.#parked.delete(name);
    this.#finish(name, { status: 'ABORTED', ...reason });
    this.#aborts.get(name)?.();
  }

  /** Ends all work in this process and leaves the executions RUNNING, for the next process to resume. */
  stop(): void {
    this.#stopped = true;
    this.#turns.clear();
    for (const abort of [...this.#aborts.values()]) abort();
  }

  #begin(name: string): boolean {
    const record = this.find(name);
    if (this.#stopped || !record || !this.#parked.delete(name)) return false;
    this.#run(record);
    return true;
  }

  #run({ name, input, startDate }: ExecutionRecord): void {
    const { invokeFunction, onTransition = () => {}, onError = () => {} } = this.#options;
    const onParked = (isParked: boolean) => {
      if ((this.find(name)?.parked ?? false) !== isParked) this.#note(name, { parked: isParked || undefined });
    };
    const running = new RunningTasks({ waiting: this.waitingTasks, invokeFunction, executionName: name, onParked });
    const handlers = this.#definition.tasks.map(
      (task) => [task.name, (given: Json) => running.run(task, given)] as const,
    );
    const run = this.#definition.machine.run(JSON.parse(input), {
      context: {
        Execution: { Name: name, StartTime: new Date(startDate).toISOString() },
        // The library reads the token anew each time `$$.Task.Token` is evaluated: every attempt gets its own.
        Task: {
          get Token() {
            return running.issueToken();
          },
        },
      },
      overrides: { taskResourceLocalHandlers: Object.fromEntries(handlers) },
    });
    this.#aborts.set(name, () => {
      run.abort();
      running.cancelAll();
    });
    // Reading them is not optional: unread events would pile up in the library.
    const follow = async () => {
      for await (const { type } of run.eventLogs) if (type === 'StateEntered') onTransition(name);
    };
    follow().catch(onError);
    run.result
      .then(succeeded, failed)
      .then((outcome) => {
        running.cancelAll();
        this.#aborts.delete(name);
        this.#finish(name, outcome);
      })
      .catch(onError);
  }

  /** Notes how a running execution ended. */
  #finish(name: string, { output, ...outcome }: Outcome): void {
    const kept = output !== undefined && output.length <= maximumKeptBytes ? { output } : {};
    this.#note(name, { ...outcome, ...kept, parked: undefined, stopDate: Date.now() });
  }

  /** Keeps what is different about a running execution from now on. */
  #note(name: string, changes: Partial<ExecutionRecord>): void {
    const record = this.find(name);
    if (!this.#stopped && record?.status === 'RUNNING') this.#records.set(name, { ...record, ...changes });
  }
}

const succeeded = (result: unknown): Outcome => {
  const output = JSON.stringify(result ?? null);
  if (Buffer.byteLength(output) <= maximumDataBytes) return { status: 'SUCCEEDED', output };
  return { status: 'FAILED', error: 'States.DataLimitExceeded', cause: 'The output exceeds 262144 bytes of JSON' };
};

const failed = (error: unknown): Outcome => {
  if (error instanceof ExecutionAbortedError) return { status: 'ABORTED' };
  const reason = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (reason instanceof Error) return { status: 'FAILED', error: reason.name, cause: reason.message };
  return { status: 'FAILED', error: 'States.Runtime', cause: String(reason) };
};
