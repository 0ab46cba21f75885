// Puts the numbered events of one campaign in order, each exactly once. Pure bookkeeping: it knows no socket and no clock.

export interface EventSequence<Event extends { number: number }> {
  /** Number of the last event handed on. */
  readonly last: number;
  /** True while an event with a greater number is known to exist. */
  readonly behind: boolean;
  /** Takes an event and yields those that can be handed on now, in order; none when it is a repeat or comes too early. */
  accept(event: Event): Event[];
  /** Learns that events up to this number exist. */
  expect(number: number): void;
}

/** Starts after the event numbered `after`. Early events are kept, so that a replay has to fill the gap only. */
export const createEventSequence = <Event extends { number: number }>(after: number): EventSequence<Event> => {
  const early = new Map<number, Event>();
  let last = after;
  let newest = after;
  return {
    get last() {
      return last;
    },
    get behind() {
      return newest > last;
    },
    accept: (event) => {
      newest = Math.max(newest, event.number);
      if (event.number <= last) return [];
      early.set(event.number, event);
      const ready: Event[] = [];
      for (let next = early.get(last + 1); next; next = early.get(last + 1)) {
        early.delete(next.number);
        last = next.number;
        ready.push(next);
      }
      return ready;
    },
    expect: (number) => {
      newest = Math.max(newest, number);
    },
  };
};
