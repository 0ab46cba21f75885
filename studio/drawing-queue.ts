// The line in front of the drawing threads. It has few places, so that nobody stands in it longer than the time of a step allows; whoever
// finds it full is told when to come again, one after the other, as fast as others have lately got their work done.
import { ModelBusy } from '../shared/models/errors.ts';

/** Sooner than this nobody is asked to come again: each coming costs a step of the campaign. */
const SOONEST_SECONDS = 15;
/** Later than this nobody is: the pace may have changed until then. */
const LATEST_SECONDS = 600;
/** Between one request that is done and the next, until some were. */
const FIRST_GUESS_MILLISECONDS = 2000;

export interface DrawingQueue {
  /** Does the work in one of the places, however many files it draws. Rejects with ModelBusy when all are taken. */
  enter<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** `places` are for those whose clocks run: all of them must be served well within the 300 s of a step. */
export function createDrawingQueue(places: number, now: () => number = () => performance.now()): DrawingQueue {
  let taken = 0;
  let pace = FIRST_GUESS_MILLISECONDS;
  let lastDone = now();
  let lastAppointment = 0;

  const observeDone = () => {
    pace += (now() - lastDone - pace) / 8;
    lastDone = now();
  };
  const nextAppointment = (): number => {
    lastAppointment = Math.max(lastAppointment, now()) + pace;
    return Math.min(Math.max(Math.ceil((lastAppointment - now()) / 1000), SOONEST_SECONDS), LATEST_SECONDS);
  };
  return {
    async enter(work) {
      if (taken >= places) throw new ModelBusy('Every place in the line of the studio is taken.', nextAppointment());
      if (taken === 0) lastDone = now(); // nobody worked before: the pause says nothing of the pace
      taken += 1;
      try {
        return await work();
      } finally {
        taken -= 1;
        observeDone();
      }
    },
  };
}
