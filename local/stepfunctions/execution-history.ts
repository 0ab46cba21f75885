import type { StateMachine } from 'aws-local-stepfunctions';

/** One event as GetExecutionHistory answers it. Timestamps are epoch seconds. */
export type HistoryEvent = Readonly<Record<string, unknown>> & {
  readonly id: number;
  readonly type: string;
  readonly timestamp: number;
};

type LibraryEvent = ReturnType<StateMachine['run']>['eventLogs'] extends AsyncGenerator<infer Event> ? Event : never;

/** Enough for the default campaign (about 150 events) with several rejected and repeated phases. */
const maximumEvents = 1000;

/**
 * Keeps the first events of one execution in memory, and its last. Reading the library's event stream is not optional:
 * unread events would pile up there. Histories are not journaled: after a restart they begin anew.
 */
export class ExecutionHistory {
  readonly #events: LibraryEvent[] = [];
  #lastEvent: LibraryEvent | undefined;
  #isKept = true;

  async follow(eventLogs: AsyncGenerator<LibraryEvent>): Promise<void> {
    for await (const event of eventLogs) {
      if (!this.#isKept) continue;
      if (this.#events.length < maximumEvents) this.#events.push(event);
      else this.#lastEvent = event;
    }
  }

  /** Drops the events, and those that still come. */
  forget(): void {
    this.#isKept = false;
    this.#events.length = 0;
    this.#lastEvent = undefined;
  }

  /** The events in AWS's shape; converted when asked for, because hardly anybody asks. */
  list(): HistoryEvent[] {
    const events = this.#lastEvent ? [...this.#events, this.#lastEvent] : this.#events;
    return events.flatMap(historyEvent).map((event, index) => ({ id: index + 1, previousEventId: index, ...event }));
  }
}

type EventDetails = { readonly type: string } & Readonly<Record<string, unknown>>;

const json = (value: unknown) => JSON.stringify(value ?? null);
const textual = (cause: unknown) => (typeof cause === 'string' ? cause : json(cause));

const historyEvent = (event: LibraryEvent) => {
  const known = details(event);
  return known ? [{ timestamp: event.timestamp / 1000, ...known }] : [];
};

/** AWS's form of one event; undefined for those AWS does not have (retried, caught, parallel branch). */
const details = (event: LibraryEvent): EventDetails | undefined => {
  switch (event.type) {
    case 'ExecutionStarted':
      return { type: event.type, executionStartedEventDetails: { input: json(event.input) } };
    case 'ExecutionSucceeded':
      return { type: event.type, executionSucceededEventDetails: { output: json(event.output) } };
    case 'ExecutionFailed':
      return { type: event.type, executionFailedEventDetails: { error: event.Error, cause: textual(event.Cause) } };
    case 'ExecutionTimeout':
      return { type: 'ExecutionTimedOut', executionTimedOutEventDetails: {} };
    case 'ExecutionAborted':
      return { type: event.type, executionAbortedEventDetails: {} };
    case 'StateEntered':
      return {
        type: `${event.state.type}StateEntered`,
        stateEnteredEventDetails: { name: event.state.name, input: json(event.state.input) },
      };
    case 'StateExited':
      return {
        type: `${event.state.type}StateExited`,
        stateExitedEventDetails: { name: event.state.name, output: json(event.state.output) },
      };
    case 'StateFailed':
      return {
        type: 'TaskFailed',
        taskFailedEventDetails: { ...aTask, error: event.Error, cause: textual(event.Cause) },
      };
    case 'MapIterationStarted':
    case 'MapIterationSucceeded':
    case 'MapIterationFailed': {
      const field = `mapIteration${event.type.slice('MapIteration'.length)}EventDetails`;
      return { type: event.type, [field]: { name: event.parentState.name, index: event.index } };
    }
    default:
      return undefined;
  }
};

const aTask = { resourceType: 'lambda', resource: 'invoke' };
