import type { ExecutionRecord } from './executions-journal.ts';

/** Of the time, this part at most is spent on executions that nobody asked for yet. */
const share = 1 / 4;

/**
 * Executions that waited for people, or for other phases, when the former process ended. Each begins again when somebody answers one of its
 * tokens, and otherwise in its turn: one after the other, with pauses, so that hundreds of them neither hold up a start nor keep a core busy.
 */
export class ParkedExecutions {
  readonly #parked = new Map<string, ExecutionRecord>();
  readonly #begin: (record: ExecutionRecord) => Promise<void>;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  /** `begin` runs an execution again, and resolves when it is quiet. */
  constructor(begin: (record: ExecutionRecord) => Promise<void>) {
    this.#begin = begin;
  }

  add(records: readonly ExecutionRecord[]): void {
    for (const record of records) this.#parked.set(record.name, record);
    if (records.length > 0) this.#next(0);
  }

  /** Runs the execution of this name now; false when none of that name is parked. */
  wake(name: string): boolean {
    const record = this.#parked.get(name);
    if (!record) return false;
    this.#parked.delete(name);
    void this.#begin(record);
    return true;
  }

  /** Forgets an execution that was ended. */
  forget(name: string): void {
    this.#parked.delete(name);
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #next(pauseMilliseconds: number): void {
    this.#timer = setTimeout(async () => {
      const [record] = this.#parked.values();
      if (!record) return;
      this.#parked.delete(record.name);
      const begun = performance.now();
      await this.#begin(record);
      const took = performance.now() - begun;
      if (!this.#isStopped) this.#next(took / share - took);
    }, pauseMilliseconds);
    this.#timer.unref();
  }
}
