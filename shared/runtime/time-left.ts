// Work that may not fit into one request: it is asked between its pieces whether there is time for another.

/** There was no time for the rest. Whoever asked may ask again: what is done stays done. */
export class OutOfTime extends Error {
  override readonly name = 'OutOfTime';
}

export interface Deadline {
  /** Throws OutOfTime once the time is over. */
  readonly check: () => void;
}

export function deadlineIn(seconds: number, clock: () => Date): Deadline {
  const end = clock().getTime() + seconds * 1000;
  return {
    check: () => {
      if (clock().getTime() >= end) throw new OutOfTime('The time for this is over.');
    },
  };
}
