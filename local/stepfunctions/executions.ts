import { ExecutionAbortedError, ExecutionTimeoutError } from 'aws-local-stepfunctions';
import { ServiceError } from '../edge/service.ts';
import type { PreparedDefinition } from './definition.ts';
import { compactRecord, type ExecutionRecord, type ExecutionsJournal } from './executions-journal.ts';
import { ParkedExecutions } from './parked-executions.ts';
import { QuietWatch } from './quiet-watch.ts';
import { type InvokeFunction, type Json, maximumDataBytes, RunningTasks } from './run-task.ts';
import { executionOfToken, type TaskTokens } from './task-tokens.ts';

/** What `Executions` needs from outside. */
export interface ExecutionsOptions {
  readonly stateMachineArn: string;
  readonly definition: PreparedDefinition;
  readonly journal: ExecutionsJournal;
  readonly records: Map<string, ExecutionRecord>;
  readonly tokens: TaskTokens;
  readonly invokeFunction: InvokeFunction;
  /** Hears of every state that an execution enters. */
  readonly onTransition: (executionName: string) => void;
  readonly onError: (error: unknown) => void;
}

type Outcome = Pick<ExecutionRecord, 'status' | 'output' | 'error' | 'cause'>;

/** The executions of the state machine: those that run, and those that ended and whose names stay taken. */
export class Executions {
  readonly #options: ExecutionsOptions;
  readonly #records: Map<string, ExecutionRecord>;
  readonly #aborts = new Map<string, () => void>();
  readonly #parked = new ParkedExecutions((record) => this.#runAgain(record));
  #stopped = false;

  constructor(options: ExecutionsOptions) {
    this.#options = options;
    this.#records = options.records;
  }

  find(name: string): ExecutionRecord | undefined {
    return this.#records.get(name);
  }

  /**
   * Starts an execution. The same name with the same input, while it runs, is the same execution; any other use of a
   * taken name throws ExecutionAlreadyExists.
   */
  async start(name: string, input: string): Promise<ExecutionRecord> {
    const existing = this.find(name);
    if (existing?.status === 'RUNNING' && sameJson(existing.input, input)) return existing;
    if (existing) throw new ServiceError('ExecutionAlreadyExists', `Execution Already Exists: '${name}'`);
    const record: ExecutionRecord = { name, status: 'RUNNING', startDate: Date.now(), input };
    this.#records.set(name, record);
    try {
      await this.#options.journal.append(record);
    } catch (error) {
      this.#records.delete(name);
      throw error;
    }
    // It may have been aborted, or the platform stopped, while the journal was written.
    if (this.#records.get(name) === record && !this.#stopped) this.#run(record);
    return record;
  }

  /**
   * Runs every execution that a former process left RUNNING again from its first state: those that were at work at once, the others in
   * their turn. Gives their number.
   */
  resume(): number {
    const interrupted = [...this.#records.values()].filter(
      ({ status, name }) => status === 'RUNNING' && !this.#aborts.has(name),
    );
    for (const record of interrupted) if (!record.parked) void this.#runAgain(record);
    this.#parked.add(interrupted.filter(({ parked }) => parked));
    return interrupted.length;
  }

  /** Runs the parked execution of a former process for which the token was minted; false when there is none. */
  wake(token: string): boolean {
    const name = executionOfToken(token);
    return name !== undefined && this.#parked.wake(name);
  }

  /** Aborts a running execution: its tokens die and its functions see their signal aborted. Gives the stop date. */
  async abort(record: ExecutionRecord, reason: Pick<Outcome, 'error' | 'cause'>): Promise<number> {
    const current = this.#records.get(record.name) ?? record;
    if (current.status !== 'RUNNING') return current.stopDate ?? Date.now();
    this.#parked.forget(record.name);
    const ended = this.#finish(current, { status: 'ABORTED', ...reason });
    this.#aborts.get(record.name)?.();
    await this.#options.journal.flush();
    return ended.stopDate ?? Date.now();
  }

  /** Ends all work in this process and leaves the executions RUNNING in the journal, for the next process to resume. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#parked.stop();
    for (const abort of [...this.#aborts.values()]) abort();
    await this.#options.journal.flush();
  }

  /** Runs a former process's execution again; resolves when it is quiet. */
  async #runAgain(record: ExecutionRecord): Promise<void> {
    if (this.#stopped) return;
    try {
      await this.#run(record);
    } catch (error) {
      this.#options.onError(error);
      this.#finish(record, { status: 'FAILED', error: 'States.Runtime', cause: String(error) });
    }
  }

  /** Resolves when the execution is quiet. */
  #run(record: ExecutionRecord): Promise<void> {
    const { tokens, invokeFunction, definition, onTransition, onError } = this.#options;
    const { name } = record;
    const watch = new QuietWatch((isParked) => this.#mark(name, isParked));
    const running = new RunningTasks({ tokens, invokeFunction, executionName: name, watch });
    const handlers = definition.tasks.map((task) => [task.name, (input: Json) => running.run(task, input)] as const);
    const run = definition.machine.run(JSON.parse(record.input ?? '{}'), {
      context: this.#contextOf(record, running),
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
        watch.end();
        running.cancelAll();
        this.#aborts.delete(name);
        const isOver = this.#stopped || this.#records.get(name)?.status !== 'RUNNING';
        if (!isOver) this.#finish(record, outcome);
      })
      .catch(onError);
    return watch.settled;
  }

  /** The library reads the token anew each time `$$.Task.Token` is evaluated: every attempt gets its own. */
  #contextOf({ name, startDate }: ExecutionRecord, running: RunningTasks) {
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
    const marked: ExecutionRecord = isParked ? { ...rest, parked: true } : rest;
    this.#records.set(name, marked);
    this.#options.journal.append(marked).catch(this.#options.onError);
  }

  #finish(record: ExecutionRecord, outcome: Outcome): ExecutionRecord {
    const ended = compactRecord({ ...record, ...outcome, stopDate: Date.now() });
    this.#records.set(ended.name, ended);
    this.#options.journal.append(ended).catch(this.#options.onError);
    return ended;
  }
}

/** `arn:aws:states:region:account:execution:machine:name` */
export const executionArn = (stateMachineArn: string, name: string): string =>
  `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;

const sameJson = (one: string | undefined, other: string): boolean =>
  one === other || (one !== undefined && JSON.stringify(JSON.parse(one)) === JSON.stringify(JSON.parse(other)));

const succeeded = (result: unknown): Outcome => {
  const output = JSON.stringify(result ?? null);
  if (Buffer.byteLength(output) <= maximumDataBytes) return { status: 'SUCCEEDED', output };
  return { status: 'FAILED', error: 'States.DataLimitExceeded', cause: 'The output exceeds 262144 bytes of JSON' };
};

const failed = (error: unknown): Outcome => {
  if (error instanceof ExecutionTimeoutError) return { status: 'TIMED_OUT' };
  if (error instanceof ExecutionAbortedError) return { status: 'ABORTED' };
  const reason = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (reason instanceof Error) return { status: 'FAILED', error: reason.name, cause: reason.message };
  return { status: 'FAILED', error: 'States.Runtime', cause: String(reason) };
};
