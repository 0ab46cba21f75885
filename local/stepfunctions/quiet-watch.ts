/** Between two steps of an execution lies less than this. */
const quietMilliseconds = 20;
/** An execution of which nothing has run for so long is parked: after a restart, others go first. */
const parkedAfterMilliseconds = 1000;
/** Nobody waits longer than this for an execution to be quiet: its agent may be at work. */
const longestSettlingMilliseconds = 250;

/** Watches when the functions of one execution run, and tells when it is parked: it waits for somebody's answer, or for its time. */
export class QuietWatch {
  /** Resolves when nothing runs for a moment for the first time, or when that takes too long to be waited for. */
  readonly settled: Promise<void>;
  readonly #onParked: (isParked: boolean) => void;
  readonly #settle: () => void;
  readonly #timers: NodeJS.Timeout[];

  constructor(onParked: (isParked: boolean) => void) {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.settled = promise;
    this.#settle = resolve;
    this.#onParked = onParked;
    this.#timers = [setTimeout(resolve, longestSettlingMilliseconds).unref()];
  }

  /** The first function begins. */
  busy(): void {
    for (const timer of this.#timers.splice(1)) clearTimeout(timer);
    this.#onParked(false);
  }

  /** The last function has ended. */
  quiet(): void {
    this.#timers.push(
      setTimeout(this.#settle, quietMilliseconds).unref(),
      setTimeout(() => this.#onParked(true), parkedAfterMilliseconds).unref(),
    );
  }

  end(): void {
    for (const timer of this.#timers.splice(0)) clearTimeout(timer);
    this.#settle();
  }
}
