// Months, parts of them, and quarters: "mi-février", "Jan to early March", "mars et avril", "2e quinzaine de mars", "le mois prochain", "T1 2027".
import { addDays, dayFrom, lastDayOfMonth, monthOf, yearOf } from '../../calendar/calendar-days.ts';
import { type DateRule, type Found, refuse, span } from './date-rule.ts';
import type { DateContext, DateFinding } from './date-types.ts';
import { monthNumber, monthPattern } from './month-names.ts';
import { bindingAt } from './relation.ts';

/** The next year in which the month has not ended. */
const yearFor = (month: number, written: string | undefined, today: string): number =>
  written === undefined ? yearOf(today) + (month < monthOf(today) ? 1 : 0) : Number(written);

type PartOfMonth = 'early' | 'mid' | 'late';
const PARTS: readonly (readonly [RegExp, PartOfMonth])[] = [
  [/^mi/iu, 'mid'],
  [/^(?:d[ée]b|ear|beg|sta)/iu, 'early'],
  [/^(?:fin|lat|end|the end)/iu, 'late'],
];
const partNamed = (written: string): PartOfMonth | undefined => PARTS.find(([pattern]) => pattern.test(written))?.[1];
/** First and last day of a part that stands alone; from the 29th on the month decides. */
const ALONE: Readonly<Record<PartOfMonth, readonly [first: number, last: number | undefined]>> = {
  early: [1, 10],
  mid: [12, 18],
  late: [21, undefined],
};

interface MonthMeant {
  readonly month: number;
  readonly year: number;
  readonly first: number;
  readonly last: number | undefined;
}
const daysOf = ({ month, year, first, last }: MonthMeant): readonly [startsOn: string, endsOn: string] => [
  dayFrom(year, month, first) ?? '',
  (last === undefined ? undefined : dayFrom(year, month, last)) ?? lastDayOfMonth(year, month),
];

function partOfMonth(match: RegExpExecArray, { today }: DateContext, text: string): DateFinding {
  const { part = '', month: name = '', year: written } = match.groups ?? {};
  const month = monthNumber(name);
  const [first, last] = ALONE[partNamed(part) ?? 'late'];
  const isWhole = partNamed(part) === undefined;
  const days = daysOf({ month, year: yearFor(month, written, today), first: isWhole ? 1 : first, last });
  return span(match, ...days, { ...bindingAt(text, match.index), approximate: true });
}

const SECOND = /^(?:deux|2|sec|der|last|the (?:sec|last))/iu;
/** The 1st to the 15th, or the 16th to the last. */
function halfOfMonth(match: RegExpExecArray, { today }: DateContext): DateFinding {
  const { half = '', month: name = '', year: written } = match.groups ?? {};
  const month = monthNumber(name);
  const [first, last] = SECOND.test(half) ? [16, undefined] : [1, 15];
  return span(match, ...daysOf({ month, year: yearFor(month, written, today), first, last }));
}

function nextMonth(match: RegExpExecArray, { today }: DateContext): DateFinding {
  const first = addDays(lastDayOfMonth(yearOf(today), monthOf(today)), 1);
  return span(match, first, lastDayOfMonth(yearOf(first), monthOf(first)));
}

/** A range from the first day of a month, or of a part of it, to the last of another; one month is its own range. */
function monthsFromTo(match: RegExpExecArray, { today }: DateContext): Found | undefined {
  const { part = '', month = '', year, and, lastPart = '', lastMonth, lastYear } = match.groups ?? {};
  const from = monthNumber(month);
  const to = lastMonth ? monthNumber(lastMonth) : from;
  const turns = to < from ? 1 : 0;
  // "Mars et juin" are two months, and no stretch.
  if (and && to + 12 * turns !== from + 1) return undefined;
  // Months under way have begun: the first one to come is what is meant.
  const begins = lastYear ? Number(lastYear) - turns : yearFor(from, year, today);
  const first = { early: 1, mid: 15, late: 21 }[partNamed(part) ?? 'early'];
  const last = { early: 10, mid: 15, late: undefined }[partNamed(lastPart) ?? 'late'];
  const [startsOn] = daysOf({ month: from, year: begins, first, last: undefined });
  const [, endsOn] = daysOf({ month: to, year: begins + turns, first: 1, last });
  return span(match, startsOn, endsOn, { isLabel: true });
}

const QUARTERS: readonly RegExp[] = [
  /^(?:prem|1|fir|[qt]1)/iu,
  /^(?:deux|2|sec|[qt]2)/iu,
  /^(?:tro|3|thi|[qt]3)/iu,
  /./u,
];
function quarter(match: RegExpExecArray, { today }: DateContext, text: string): Found {
  if (/fisc/iu.test(text)) return refuse(match, 'no-date');
  const firstMonth = QUARTERS.findIndex((pattern) => pattern.test(match[0])) * 3 + 1;
  const year = yearFor(firstMonth + 2, match[1], today);
  return span(match, dayFrom(year, firstMonth, 1) ?? '', lastDayOfMonth(year, firstMonth + 2), {
    isLabel: true,
    relation: bindingAt(text, match.index).relation === 'from' ? 'from' : 'on',
  });
}

const YEAR = String.raw`(?:\s(?<year>20\d{2}))?`;
const MONTH = String.raw`(?<month>${monthPattern})\b\.?${YEAR}`;
const LAST_MONTH = MONTH.replace('<month>', '<lastMonth>').replace('<year>', '<lastYear>');
const PART = String.raw`(?:(?<part>mid|mi|d[ée]but|fin|early|late|(?:the )?end(?: of)?|beginning of|start of)(?:-|\s)(?:of\s)?)?`;
const LAST_PART = PART.replace('<part>', '<lastPart>');
const TO = String.raw`(?:\s?[-–]\s?|\s(?:to|[àa]|till?|until|through|jusqu'(?:[àa]|en)|(?<and>et|and|&))\s)`;

export const monthRules: readonly DateRule[] = [
  [/\b[QT][1-4](?:\s?[-/]?\s?(20\d{2}))?\b/gu, quarter],
  [/\b(?:premier|1er|deuxi[èe]me|2e|troisi[èe]me|3e|quatri[èe]me|4e|first|second|third|fourth) (?:trimestre|quarter)(?: (?:of )?(20\d{2}))?/giu, quarter],
  [new RegExp(String.raw`\b(?<half>(?:premi[èe]re|1[èe]?re|deuxi[èe]me|2(?:e|[èe]me|nde)|seconde|derni[èe]re) quinzaine (?:de |d')|(?:the )?(?:first|second|last) (?:half|fortnight|two weeks) of )${MONTH}`, 'giu'), halfOfMonth],
  [/\b(?:le mois prochain|next month)\b/giu, nextMonth],
  [new RegExp(String.raw`(?<![\d.]\s?(?:er|st|nd|rd|th)?\s?)\b(?:from |de |d')?${PART}${MONTH}${TO}${LAST_PART}${LAST_MONTH}(?!\s?\d)`, 'giu'), monthsFromTo],
  [new RegExp(String.raw`^\s*${MONTH}\s*$`, 'giu'), monthsFromTo],
  [new RegExp(String.raw`\b(?<part>mid|mi|d[ée]but|fin|courant|early|late|end(?: of)?|beginning of|start of|all of|au mois d[e']|en|in|during|throughout|tout)(?:-|\s)(?:the month of\s|(?:le )?mois de\s)?${MONTH}(?!\s?\d)`, 'giu'), partOfMonth],
  [new RegExp(String.raw`(?<!\d\s|\d(?:er|st|nd|rd|th)\s|of\s)\b(?<month>${monthPattern})\.?\s(?<year>20\d{2})\b`, 'giu'), partOfMonth],
]; // biome-ignore format: a table
