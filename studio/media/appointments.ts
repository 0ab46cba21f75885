/** Tells those who find the line of the drawing threads full when to come again: one after the other, as fast as jobs have lately been done. */

/** Sooner than this nobody is asked to come: each coming costs a step of the campaign. */
const SOONEST_SECONDS = 15;
/** Later than this nobody is: the pace may have changed until then. */
const LATEST_SECONDS = 600;
/** Until jobs have been timed. */
const FIRST_GUESS_MILLISECONDS = 2000;

export interface Appointments {
  /** Seconds from now until the next place. Each call gives one away. */
  next(): number;
  /** Learns how long a job took. */
  observe(milliseconds: number): void;
}

export function createAppointments(threads: number, now: () => number = () => performance.now()): Appointments {
  let millisecondsPerJob = FIRST_GUESS_MILLISECONDS;
  let given = 0;
  return {
    next() {
      given = Math.max(given, now()) + millisecondsPerJob / threads;
      const seconds = Math.ceil((given - now()) / 1000);
      return Math.min(Math.max(seconds, SOONEST_SECONDS), LATEST_SECONDS);
    },
    observe(milliseconds) {
      millisecondsPerJob += (milliseconds - millisecondsPerJob) / 8;
    },
  };
}
