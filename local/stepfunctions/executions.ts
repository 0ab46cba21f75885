import { ExecutionAbortedError, ExecutionTimeoutError } from 'aws-local-stepfunctions';
import type { PreparedDefinition } from './definition.ts';
import { ExecutionHistory } from './execution-history.ts';
import { compactRecord, type ExecutionRecord, type ExecutionsJournal, recordKey } from './executions-journal.ts';
import { ServiceError } from './json-protocol-server.ts';
import { ParkedExecutions } from './parked-executions.ts';
import { QuietWatch } from './quiet-watch.ts';
import { type InvokeFunction, type Json, maximumDataBytes, RunningTasks } from './run-task.ts';
import { executionOfToken, type TaskTokens } from './task-tokens.ts';

/** What `Executions` needs from outside. */
export interface ExecutionsOptions {
  readonly journal: ExecutionsJournal;
  readonly records: ExecutionRecord[];
  readonly tokens: TaskTokens;
  readonly invokeFunction: InvokeFunction;
  readonly onError: (error: unknown) => void;
}

interface Run {
  abort(): void;
}

type Outcome = Pick<ExecutionRecord, 'status' | 'output' | 'error' | 'cause'>;

/** Executions, the last ones begun, whose history is kept in memory: each may take a megabyte. */
const keptHistories = 20;

/** The executions of all state machines: those that run, and those that ended and whose names stay taken. */
export class Executions {
  readonly #options: ExecutionsOptions;
  readonly #records: Map<string, ExecutionRecord>;
  readonly #runs = new Map<string, Run>();
  readonly #histories = new Map<string, ExecutionHistory>();
  readonly #parked: ParkedExecutions;
  #definitionOf: ((stateMachineArn: string) => PreparedDefinition) | undefined;
  #stopped = false;

  constructor(options: ExecutionsOptions) {
    this.#options = options;
    this.#parked = new ParkedExecutions((record) => this.#runAgain(record));
    this.#records = new Map(options.records.map((record) => [recordKey(record), record]));
  }

  find(stateMachineArn: string, name: string): ExecutionRecord | undefined {
    return this.#records.get(recordKey({ stateMachineArn, name }));
  }

  history(record: ExecutionRecord): ExecutionHistory | undefined {
    return this.#histories.get(recordKey(record));
  }

  /**
   * Starts an execution. The same name with the same input, while it runs, is the same execution; any other use of a
   * taken name throws ExecutionAlreadyExists.
   */
  async start(
    stateMachineArn: string,
    name: string,
    input: string,
    definition: PreparedDefinition,
  ): Promise<ExecutionRecord> {
    const existing = this.find(stateMachineArn, name);
    if (existing?.status === 'RUNNING' && sameJson(existing.input, input)) return existing;
    if (existing)
      throw new ServiceError('ExecutionAlreadyExists', `Execution Already Exists: '${executionArn(existing)}'`);
    const record: ExecutionRecord = { name, stateMachineArn, status: 'RUNNING', startDate: Date.now(), input };
    const key = recordKey(record);
    this.#records.set(key, record);
    try {
      await this.#options.journal.append(record);
    } catch (error) {
      this.#records.delete(key);
      throw error;
    }
    // It may have been aborted, or the platform stopped, while the journal was written.
    if (this.#records.get(key) === record && !this.#stopped) this.#run(record, definition);
    return record;
  }

  /**
   * Runs every execution that a former process left RUNNING again from its first state: those that were at work at once, the others in
   * their turn. Gives their number.
   */
  resume(definitionOf: (stateMachineArn: string) => PreparedDefinition): number {
    this.#definitionOf = definitionOf;
    const interrupted = [...this.#records.values()].filter(
      (record) => record.status === 'RUNNING' && !this.#runs.has(recordKey(record)),
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
  async abort(record: ExecutionRecord, error?: string, cause?: string): Promise<number> {
    const current = this.#records.get(recordKey(record)) ?? record;
    if (current.status !== 'RUNNING') return current.stopDate ?? Date.now();
    this.#parked.forget(record.name);
    const ended = this.#finish(current, {
      status: 'ABORTED',
      ...(error === undefined ? {} : { error }),
      ...(cause === undefined ? {} : { cause }),
    });
    this.#runs.get(recordKey(record))?.abort();
    await this.#options.journal.flush();
    return ended.stopDate ?? Date.now();
  }

  /** Ends all work in this process and leaves the executions RUNNING in the journal, for the next process to resume. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#parked.stop();
    for (const run of [...this.#runs.values()]) run.abort();
    await this.#options.journal.flush();
  }

  /** Runs a former process's execution again; resolves when it is quiet. */
  async #runAgain(record: ExecutionRecord): Promise<void> {
    if (this.#stopped || !this.#definitionOf) return;
    try {
      await this.#run(record, this.#definitionOf(record.stateMachineArn));
    } catch (error) {
      this.#options.onError(error);
      this.#finish(record, { status: 'FAILED', error: 'States.Runtime', cause: String(error) });
    }
  }

  /** Resolves when the execution is quiet. */
  #run(record: ExecutionRecord, { machine, tasks }: PreparedDefinition): Promise<void> {
    const key = recordKey(record);
    const watch = new QuietWatch((isParked) => this.#mark(key, isParked));
    const running = new RunningTasks(this.#options.tokens, this.#options.invokeFunction, record.name, watch);
    const handlers = [...tasks.values()].map((task) => [task.name, (input: Json) => running.run(task, input)] as const);
    const run = machine.run(JSON.parse(record.input ?? '{}'), {
      context: contextOf(record, running),
      overrides: { taskResourceLocalHandlers: Object.fromEntries(handlers) },
    });
    this.#runs.set(key, {
      abort: () => {
        run.abort();
        running.cancelAll();
      },
    });
    this.#rememberHistory(key).follow(run.eventLogs).catch(this.#options.onError);
    run.result
      .then(succeeded, failed)
      .then((outcome) => {
        watch.end();
        running.cancelAll();
        this.#runs.delete(key);
        const isOver = this.#stopped || this.#records.get(key)?.status !== 'RUNNING';
        if (!isOver) this.#finish(record, outcome);
      })
      .catch(this.#options.onError);
    return watch.settled;
  }

  /** Notes whether the execution waits, for the order after a restart. */
  #mark(key: string, isParked: boolean): void {
    const record = this.#records.get(key);
    if (this.#stopped || record?.status !== 'RUNNING' || (record.parked ?? false) === isParked) return;
    const { parked: _parked, ...rest } = record;
    const marked: ExecutionRecord = isParked ? { ...rest, parked: true } : rest;
    this.#records.set(key, marked);
    this.#options.journal.append(marked).catch(this.#options.onError);
  }

  #finish(record: ExecutionRecord, outcome: Outcome): ExecutionRecord {
    const ended = compactRecord({ ...record, ...outcome, stopDate: Date.now() });
    this.#records.set(recordKey(ended), ended);
    this.#options.journal.append(ended).catch(this.#options.onError);
    return ended;
  }

  /** A history for an execution that begins; the oldest one is forgotten when there are more than a few. */
  #rememberHistory(key: string): ExecutionHistory {
    const history = new ExecutionHistory();
    this.#histories.delete(key);
    this.#histories.set(key, history);
    const [oldest] = this.#histories.size > keptHistories ? this.#histories : [];
    oldest?.[1].forget();
    if (oldest) this.#histories.delete(oldest[0]);
    return history;
  }
}

/** `arn:aws:states:region:account:execution:machine:name` */
export const executionArn = ({ stateMachineArn, name }: Pick<ExecutionRecord, 'stateMachineArn' | 'name'>): string =>
  `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;

/** The library reads the token anew each time `$$.Task.Token` is evaluated: every attempt gets its own. */
const contextOf = (record: ExecutionRecord, running: RunningTasks) => ({
  Execution: { Id: executionArn(record), Name: record.name, StartTime: new Date(record.startDate).toISOString() },
  StateMachine: { Id: record.stateMachineArn, Name: record.stateMachineArn.split(':').at(-1) },
  Task: {
    get Token() {
      return running.issueToken();
    },
  },
});

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
