import { dayOf } from '../../../shared/data/usage.ts';
import { ProblemError } from '../../../shared/runtime/problem-error.ts';

/** A year, with the day a leap year has more. */
const mostDays = 366;
const dayMilliseconds = 24 * 60 * 60 * 1000;

/** The days a report is about: this month up to today where nothing is said. Throws validation-failed with the fields to mend. */
export function usagePeriod(asked: { from?: string | undefined; to?: string | undefined }, now: Date) {
  const today = dayOf(now);
  const { from = `${today.slice(0, 7)}-01`, to = today } = asked;
  if (from > to)
    throw new ProblemError('validation-failed', 'The first day comes after the last.', [
      { pointer: '#/from', detail: `must not be after ${to}` },
      { pointer: '#/to', detail: `must not be before ${from}` },
    ]);
  if ((Date.parse(to) - Date.parse(from)) / dayMilliseconds >= mostDays)
    throw new ProblemError('validation-failed', `At most ${mostDays} days can be asked for at once.`, [
      { pointer: '#/from', detail: `must be at most ${mostDays} days before ${to}` },
    ]);
  return { from, to };
}
