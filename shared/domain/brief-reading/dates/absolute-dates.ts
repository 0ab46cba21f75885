// Dates and ranges written out ("du 1er mars au 15 avril", "Jan 11 - Mar 31", "in two weeks"). chrono-node finds them in both languages; the
// year that people leave out, numeric dates and days that no calendar has are decided beside it.
import type { ParsedResult } from 'chrono-node';
import * as english from 'chrono-node/en';
import * as french from 'chrono-node/fr';
import { type DateParts, dated, overlaps } from './date-parts.ts';
import type { DateContext, DateFinding, DateRefusal } from './date-types.ts';
import { impossibleDays } from './impossible-days.ts';
import { numericDates } from './numeric-dates.ts';

/** Figures that only look like a date, times of day, and how long something takes ("30 h en 2 semaines"). */
const NO_DAY = /^[\d/.,\s-]{1,8}$|minute|second|\b(?:hours?|heures?)\b|^(?:for|pendant|durant)\s|^24\/7|^en\s\d/iu;

export function absoluteDates(text: string, context: DateContext): (DateFinding | DateRefusal)[] {
  const taken = [...numericDates(text, context), ...impossibleDays(text, context)];
  // Noon of this day wherever the process runs: only days are read back.
  const [year = 0, month = 1, day = 1] = context.today.split('-').map(Number);
  const noon = new Date(year, month - 1, day, 12);
  const found = [...english.strict.parse(text, noon), ...french.strict.parse(text, noon)].filter(
    (result) => !taken.some((other) => overlaps(other, result)) && !NO_DAY.test(result.text),
  );
  return [...taken, ...found.flatMap((result) => fromChrono(result, text, context))];
}

function fromChrono(result: ParsedResult, text: string, { today }: DateContext): DateFinding[] {
  const first = partsOf(result.start, result.text);
  const second = result.end ? partsOf(result.end, result.text) : undefined;
  if (!first) return [];
  const span = { index: result.index, text: result.text };
  // chrono puts a range in order without a word; here the end before the start must be seen.
  const written = Number(/\d{1,2}(?!\d)/u.exec(result.text)?.[0]);
  const isSwapped = second !== undefined && first.day !== written && second.day === written && first.year !== undefined;
  return isSwapped ? dated(span, second, first, text, today) : dated(span, first, second, text, today);
}

/** "March 5, 40 seats" names no year. */
const YEAR = /\d{4}/u;
function partsOf(components: ParsedResult['start'], text: string): DateParts | undefined {
  const certain = (name: 'year' | 'month' | 'day' | 'weekday') =>
    components.isCertain(name) ? (components.get(name) ?? undefined) : undefined;
  const month = certain('month');
  const day = certain('day');
  if (month === undefined || day === undefined) return undefined;
  return { month, day, year: YEAR.test(text) ? certain('year') : undefined, weekday: certain('weekday') };
}
