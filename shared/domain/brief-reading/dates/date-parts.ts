// From the parts of a date that were written to a day: which year is meant where none is, and what is odd about it.
import { addDays, dayFrom, daysBetween, weekdayOf, yearOf } from '../../calendar/calendar-days.ts';
import type { DateFinding } from './date-types.ts';
import { bindingAt } from './relation.ts';

export interface DateParts {
  readonly year?: number | undefined;
  readonly month: number;
  readonly day: number;
  readonly weekday?: number | undefined;
}

export interface WrittenSpan {
  readonly index: number;
  readonly text: string;
}
export const overlaps = (left: WrittenSpan, right: WrittenSpan): boolean =>
  left.index < right.index + right.text.length && right.index < left.index + left.text.length;

/** Without a year: the next time the calendar comes there, today included; undefined for what is no day. */
export function resolved({ year, month, day }: DateParts, today: string): string | undefined {
  if (year !== undefined) return dayFrom(year, month, day);
  for (let candidate = yearOf(today); candidate < yearOf(today) + 9; candidate += 1) {
    const date = dayFrom(candidate, month, day);
    if (date && date >= today) return date;
  }
  return undefined;
}

/** A date without a year that passed so lately that the year may be a slip. */
const JUST_PAST_DAYS = 45;
export function passedLately({ month, day }: DateParts, today: string): boolean {
  const ago = daysBetween(dayFrom(yearOf(today), month, day) ?? today, today);
  return ago > 0 && ago <= JUST_PAST_DAYS;
}

/** One date, or a range where there is an end; nothing where a part is no day. */
export function dated(
  span: WrittenSpan,
  start: DateParts,
  end: DateParts | undefined,
  text: string,
  today: string,
): DateFinding[] {
  const startsOn =
    start.year === undefined && end?.year !== undefined ? beforeIt(start, end, end.year) : resolved(start, today);
  const endsOn = end && startsOn ? resolved(end, startsOn) : startsOn;
  if (!startsOn || !endsOn) return [];
  const doubts: DateFinding['doubts'][number][] = [];
  if (start.weekday !== undefined && weekdayOf(startsOn) !== start.weekday)
    doubts.push({ kind: 'wrong-weekday', parts: [span.text, startsOn] });
  if ((end ?? start).year === undefined && start.year === undefined && passedLately(start, today))
    doubts.push({ kind: 'just-past', parts: [span.text, startsOn] });
  const { relation, exclusive } = end ? { relation: 'on' as const, exclusive: false } : bindingAt(text, span.index);
  const shift = exclusive ? -1 : 0;
  return [
    {
      ...span,
      startsOn: addDays(startsOn, shift),
      endsOn: addDays(endsOn, shift),
      relation,
      approximate: false,
      doubts,
    },
  ];
}

function beforeIt(start: DateParts, end: DateParts, year: number): string | undefined {
  const isSameYear = start.month < end.month || (start.month === end.month && start.day <= end.day);
  return dayFrom(isSameYear ? year : year - 1, start.month, start.day);
}
