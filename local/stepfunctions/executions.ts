import { ExecutionAbortedError } from 'aws-local-stepfunctions';
import PQueue from 'p-queue';
import * as z from 'zod';
import { ServiceError } from '../endpoint/service.ts';
import type { Collection, Store } from '../state/store.ts';
import type { PreparedDefinition } from './definition.ts';
import { type InvokeFunction, maximumDataBytes, RunningTasks } from './run-task.ts';
import { executionOfToken, type Json, type TaskTokens } from './task-tokens.ts';

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

/** What `Executions` needs from outside. */
export interface ExecutionsOptions {
  readonly store: Store;
  readonly stateMachineArn: string;
  readonly definition: PreparedDefinition;
  readonly tokens: TaskTokens;
  readonly invokeFunction: InvokeFunction;
  /** Hears of every state that an execution enters. */
  readonly onTransition: (executionName: string) => void;
  readonly onError: (error: unknown) => void;
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
  readonly #options: ExecutionsOptions;
  readonly #records: Collection<ExecutionRecord>;
  readonly #aborts = new Map<string, () => void>();
  /** Those of a former process that wait for somebody's answer, and for their turn to begin again. */
  readonly #parked = new Set<string>();
  readonly #turns = new PQueue(parkedAtATime);
  #stopped = false;

  /** Throws CorruptStateError. */
  constructor(options: ExecutionsOptions) {
    this.#options = options;
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

  /** Aborts a running execution: its tokens die and its functions see their signal aborted. Gives the stop date. */
  abort(record: ExecutionRecord, reason: Pick<Outcome, 'error' | 'cause'>): number {
    const { name, status, stopDate = Date.now() } = record;
    if (status !== 'RUNNING') return stopDate;
    this.#parked.delete(name);
    this.#finish(name, { status: 'ABORTED', ...reason });
    this.#aborts.get(name)?.();
    return stopDate;
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
    const { tokens, invokeFunction, definition, onTransition, onError } = this.#options;
    const onParked = (isParked: boolean) => this.#mark(name, isParked);
    const running = new RunningTasks({ tokens, invokeFunction, executionName: name, onParked });
    const handlers = definition.tasks.map((task) => [task.name, (given: Json) => running.run(task, given)] as const);
    const run = definition.machine.run(JSON.parse(input), {
      context: this.#contextOf(name, startDate, running),
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

  /** The library reads the token anew each time `$$.Task.Token` is evaluated: every attempt gets its own. */
  #contextOf(name: string, startDate: number, running: RunningTasks) {
    const { stateMachineArn } = this.#options;
    return {
      Execution: { Id: executionArn(stateMachineArn, name), Name: name, StartTime: new Date(startDate).toISOString() },
      StateMachine: { Id: stateMachineArn, Name: stateMachineArn.split(':').at(-1) },
      Task: {
        get Token() {
          return running.issueToken();
        },
      },
    };
  }

  /** Notes whether the execution waits, for the order after a restart. */
  #mark(name: string, isParked: boolean): void {
    const record = this.#records.get(name);
    if (this.#stopped || record?.status !== 'RUNNING' || (record.parked ?? false) === isParked) return;
    const { parked: _parked, ...rest } = record;
    this.#records.set(name, isParked ? { ...rest, parked: true } : rest);
  }

  /** Notes how a running execution ended. */
  #finish(name: string, { output, ...outcome }: Outcome): void {
    const record = this.#records.get(name);
    if (this.#stopped || record?.status !== 'RUNNING') return;
    const { parked: _parked, ...rest } = record;
    const kept = output !== undefined && output.length <= maximumKeptBytes ? { output } : {};
    this.#records.set(name, { ...rest, ...outcome, ...kept, stopDate: Date.now() });
  }
}

/** `arn:aws:states:region:account:execution:machine:name` */
export const executionArn = (stateMachineArn: string, name: string): string =>
  `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;

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
