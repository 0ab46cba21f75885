// Dates and ranges written out ("du 1er mars au 15 avril", "Jan 11 - Mar 31", "in two weeks"). chrono-node finds them in
// both languages; the year that people leave out, numeric dates and days that no calendar has are decided here.

import type { ParsedResult } from 'chrono-node';
import * as english from 'chrono-node/en';
import * as french from 'chrono-node/fr';
import { addDays, dayFrom, daysBetween, weekdayOf, yearOf } from '../../calendar/calendar-days.ts';
import { matchesIn } from '../matches-in.ts';
import { wordPattern } from '../word-pattern.ts';
import type { DateContext, DateFinding, DateRefusal } from './date-finding.ts';
import { monthNumber, monthPattern } from './month-names.ts';
import { bindingAt } from './relation.ts';

const NUMERIC = /(?<![\d,.])(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?\b/gu;
/** Figures that only look like a date, and times of day. */
const NO_DAY = /^[\d/.,\s-]{1,7}$|minute|second|\b(?:hours?|heures?)\b|^(?:for|pendant|durant)\s|^24\/7/iu;
/** A date without a year that passed so lately that the year may be a slip. */
const JUST_PAST_DAYS = 45;

interface Parts {
  readonly year?: number | undefined;
  readonly month: number;
  readonly day: number;
  readonly weekday?: number | undefined;
}

export function absoluteDates(text: string, context: DateContext): (DateFinding | DateRefusal)[] {
  const ranges = numericRanges(text, context);
  const numeric = [
    ...ranges,
    ...numericDates(text, context).filter((one) => !ranges.some((range) => overlaps(range, one))),
  ];
  const impossible = impossibleDays(text, context);
  const taken = [...numeric, ...impossible];
  // Noon of this day wherever the process runs: only days are read back.
  const [year = 0, month = 1, day = 1] = context.today.split('-').map(Number);
  const noon = new Date(year, month - 1, day, 12);
  const found = [...english.strict.parse(text, noon), ...french.strict.parse(text, noon)].filter(
    (result) => !taken.some((other) => overlaps(other, result)) && !NO_DAY.test(result.text),
  );
  const kept = found.filter(
    (result, position) =>
      !found.some((other, place) => overlaps(other, result) && better(other, result, place - position)),
  );
  return [...taken, ...kept.flatMap((result) => fromChrono(result, text, context))];
}

const better = (left: ParsedResult, right: ParsedResult, order: number): boolean =>
  left.text.length > right.text.length || (left.text.length === right.text.length && order < 0);

interface Span {
  readonly index: number;
  readonly text: string;
}
export const overlaps = (left: Span, right: Span): boolean =>
  left.index < right.index + right.text.length && right.index < left.index + left.text.length;

function fromChrono(result: ParsedResult, text: string, context: DateContext): DateFinding[] {
  const first = partsOf(result.start);
  const second = result.end ? partsOf(result.end) : undefined;
  if (!first) return [];
  const span = { index: result.index, text: result.text };
  // chrono puts a range in order without a word; here the end before the start must be seen.
  const written = Number(/\d{1,2}(?!\d)/u.exec(result.text)?.[0]);
  const isSwapped = second !== undefined && first.day !== written && second.day === written && first.year !== undefined;
  return isSwapped ? dated(span, second, first, text, context) : dated(span, first, second, text, context);
}

function partsOf(components: ParsedResult['start']): Parts | undefined {
  const certain = (name: 'year' | 'month' | 'day' | 'weekday') =>
    components.isCertain(name) ? (components.get(name) ?? undefined) : undefined;
  const month = certain('month');
  const day = certain('day');
  if (month === undefined || day === undefined) return undefined;
  return { month, day, year: certain('year'), weekday: certain('weekday') };
}

function dated(span: Span, start: Parts, end: Parts | undefined, text: string, context: DateContext): DateFinding[] {
  const doubts: DateFinding['doubts'][number][] = [];
  const startsOn =
    start.year === undefined && end?.year !== undefined ? beforeIt(start, end) : resolved(start, context.today);
  if (!startsOn) return [];
  const endsOn = end
    ? end.year === undefined
      ? following(end, startsOn)
      : dayFrom(end.year, end.month, end.day)
    : startsOn;
  if (!endsOn) return [];
  if (start.weekday !== undefined && weekdayOf(startsOn) !== start.weekday)
    doubts.push({ kind: 'wrong-weekday', parts: [span.text, startsOn] });
  if (start.year === undefined && passedLately(start, context.today))
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

/** Without a year: the next time the calendar comes there, today included. */
export function resolved({ year, month, day }: Parts, today: string): string | undefined {
  if (year !== undefined) return dayFrom(year, month, day);
  for (let candidate = yearOf(today); candidate < yearOf(today) + 9; candidate += 1) {
    const date = dayFrom(candidate, month, day);
    if (date && date >= today) return date;
  }
  return undefined;
}

const following = (end: Parts, startsOn: string): string | undefined => resolved(end, startsOn);
function beforeIt(start: Parts, end: Parts): string | undefined {
  const year = end.year ?? 0;
  const sameYear = start.month < end.month || (start.month === end.month && start.day <= end.day);
  return dayFrom(sameYear ? year : year - 1, start.month, start.day);
}

function passedLately({ month, day }: Parts, today: string): boolean {
  const date = dayFrom(yearOf(today), month, day) ?? today;
  const ago = daysBetween(date, today);
  return ago > 0 && ago <= JUST_PAST_DAYS;
}

/** 03/04/2027, 24.12.2026: the order of day and month is that of the country; where that is unknown and matters, ask. */
function numericDates(text: string, context: DateContext): (DateFinding | DateRefusal)[] {
  return matchesIn(text, NUMERIC).flatMap((match): (DateFinding | DateRefusal)[] => {
    const [written, first = '', second = '', yearText] = match;
    const index = match.index;
    const [left, right] = [Number(first), Number(second)];
    const withDots = written.includes('.');
    if (
      yearText === undefined &&
      (withDots || /[\d,.%€$£]/u.test(text.charAt(index + written.length)) || !datedBefore(text, index))
    )
      return [];
    if (left === 0 || right === 0 || (left > 12 && right > 12) || left > 31 || right > 31) return [];
    const year = yearText === undefined ? undefined : Number(yearText.length === 2 ? `20${yearText}` : yearText);
    const dayFirst = left > 12 ? true : right > 12 ? false : left === right ? true : withDots ? true : context.dayFirst;
    const span = { index, text: written };
    const read = (month: number, day: number) => ({ month, day, year });
    if (dayFirst === undefined) {
      const parts = [
        written,
        resolved(read(right, left), context.today) ?? '',
        resolved(read(left, right), context.today) ?? '',
      ];
      return [{ ...span, doubt: { kind: 'month-or-day-first', parts } }];
    }
    const parts = dayFirst ? read(right, left) : read(left, right);
    if (resolved(parts, context.today) === undefined)
      return [{ ...span, doubt: { kind: 'impossible-day', parts: [written] } }];
    return dated(span, parts, undefined, text, context);
  });
}

const NUMERIC_RANGE =
  /(?<![\d,./])(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?\s?(?:-|au|to|till?|until|[àa]|jusqu'au)\s?(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?![\d/%€$£]|[.,]\d)/giu;
/** "du 4/01 au 31/01": one figure above twelve tells the order of both. */
function numericRanges(text: string, context: DateContext): (DateFinding | DateRefusal)[] {
  return matchesIn(text, NUMERIC_RANGE).flatMap((match): (DateFinding | DateRefusal)[] => {
    const [written, ...parts] = match;
    const [a = 0, b = 0, , c = 0, d = 0] = parts.map(Number);
    const [firstYear, lastYear] = [parts[2], parts[5]].map((year) => year && Number(year.padStart(4, '20')));
    const dayFirst = a > 12 || c > 12 ? true : b > 12 || d > 12 ? false : context.dayFirst;
    const span = { index: match.index, text: written };
    if (dayFirst === undefined) return [{ ...span, doubt: { kind: 'month-or-day-first', parts: [written, '', ''] } }];
    const read = (left: number, right: number, year: number | '' | undefined) => ({
      ...(dayFirst ? { day: left, month: right } : { day: right, month: left }),
      year: year || undefined,
    });
    const [start, end] = [read(a, b, firstYear), read(c, d, lastYear)];
    if (![start, end].every((day) => resolved(day, context.today)))
      return [{ ...span, doubt: { kind: 'impossible-day', parts: [written] } }];
    return dated(span, start, end, text, context);
  });
}

/** "24/7" and "4/5" are no dates: without a year, a word that binds a date must stand before. */
const datedBefore = (text: string, index: number): boolean =>
  bindingAt(text, index).relation !== 'on' || /(?:\ble|\bon|\bdu|\bau)\s+$/iu.test(text.slice(0, index));

const DAY_OF_MONTH = wordPattern(
  new RegExp(
    String.raw`\b(\d{1,2})(?:er|st|nd|rd|th)?\s+(?:of\s+)?(${monthPattern})\b\.?(?:,?\s+(\d{4}))?|\b(${monthPattern})\b\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b(?!\s*(?:%|€|h\b|:))(?:,?\s+(\d{4}))?`,
    'giu',
  ),
);

/** "31 novembre", "29 Feb 2027": days that no calendar has. */
function impossibleDays(text: string, context: DateContext): DateRefusal[] {
  return matchesIn(text, DAY_OF_MONTH).flatMap((match) => {
    const day = Number(match[1] ?? match[5]);
    const month = monthNumber(match[2] ?? match[4] ?? '');
    const year = match[3] ?? match[6];
    const parts = { month, day, year: year === undefined ? undefined : Number(year) };
    if (day === 0 || day > 31 || month === 0 || resolved(parts, context.today) !== undefined) return [];
    return [{ index: match.index, text: match[0], doubt: { kind: 'impossible-day', parts: [match[0]] } }];
  });
}
