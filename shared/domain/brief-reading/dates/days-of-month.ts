// Days that share a month: "27 et 28 mars", "du 3 au 7 mai", "5, 6 and 7 March", "March 27 – 28", "27 et 28/03/2027". A dash or "to" makes
// a range of them, "and" a list: days of a list that follow each other are one range, others stand each for itself.
import { addDays, dayFrom, monthOf, weekdayOf, yearOf } from '../../calendar/calendar-days.ts';
import { matchesIn } from '../matches-in.ts';
import { wordPattern } from '../word-pattern.ts';
import { passedLately, resolved } from './date-parts.ts';
import type { DateContext, DateFinding, DateRefusal } from './date-types.ts';
import { monthNumber, monthPattern } from './month-names.ts';
import { anyWeekdayPattern, weekdayNumber } from './weekday-names.ts';

const FIGURE = String.raw`\d{1,2}(?:er|st|nd|rd|th)?`;
const DAY = String.raw`(?:(?:${anyWeekdayPattern})\b\.?,?\s)?(?:le\s|the\s)?${FIGURE}`;
const TO = String.raw`\s?[-–—]\s?|\s(?:au|to|[àa]|until|till?|through|jusqu'au)\s`;
const AND = String.raw`,?\s(?:et|and)\s|\s?[&+,/]\s?`;
const DAYS = `(${DAY}(?:(?:${TO}|${AND})${DAY})+)`;
const NO_FIGURE_BEFORE = String.raw`(?<![\d.,/:€$£]|[€$£-]\s?|\b(?:${monthPattern})\.?\s)`;

const patterns = [
  String.raw`${NO_FIGURE_BEFORE}\b${DAYS}\s(?:of\s)?(${monthPattern})\b(?:\.?,?\s(20\d\d))?`,
  String.raw`\b(?<month>${monthPattern})\b\.?\s(?<days>${FIGURE}(?:(?:${TO}|${AND})(?:the\s)?${FIGURE})+)(?!\d|\s?(?:[%€$£:h]|[ap]m\b|${monthPattern}))(?:,?\s(?<year>20\d\d))?`,
].map((source) => wordPattern(new RegExp(source, 'giu')));
const NUMERIC = wordPattern(
  new RegExp(String.raw`${NO_FIGURE_BEFORE}\b(${DAY}(?:${TO}|${AND})${DAY})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?!\d|\s?[/%€$£]|[.,]\d)`, 'giu'),
); // biome-ignore format: a pattern

interface SharedMonth {
  readonly match: RegExpExecArray;
  readonly days: string;
  readonly month: number;
  readonly year: number | undefined;
}

export const daysOfMonths = (text: string, context: DateContext): (DateFinding | DateRefusal)[] =>
  [...patterns.flatMap((pattern) => matchesIn(text, pattern).map(named)), ...numeric(text, context)].flatMap((shared) =>
    read(shared, text, context),
  );

function named(match: RegExpExecArray): SharedMonth {
  const { month = match[2] ?? '', days = match[1] ?? '', year = match[3] } = match.groups ?? {};
  return { match, days, month: monthNumber(month), year: year === undefined ? undefined : Number(year) };
}

/** Figures only: days stand first where the country writes so, or where one of them is no month. */
function numeric(text: string, { dayFirst }: DateContext): SharedMonth[] {
  return matchesIn(text, NUMERIC).flatMap((match) => {
    const [, days = '', month = '', written] = match;
    const isSure = daysIn(days).some(({ day }) => day > 12);
    const isDate = written !== undefined || isSure || /(?<!\p{L})(?:du|les?|the|on|from)\s$/iu.test(text.slice(0, match.index));
    if (Number(month) > 12 || !isDate || !(dayFirst || isSure)) return [];
    const year = written === undefined ? undefined : Number(written.padStart(4, '20'));
    return [{ match, days, month: Number(month), year }];
  });
} // biome-ignore format: short

interface ListedDay {
  readonly day: number;
  readonly weekday: number | undefined;
  /** What stands between the day before and this one. */
  readonly joint: string;
}

function daysIn(days: string): ListedDay[] {
  let end = 0;
  return matchesIn(days, ONE_DAY).map((match) => {
    const joint = days.slice(end, match.index);
    end = match.index + match[0].length;
    return { day: Number(match[2]), weekday: weekdayNumber(match[1] ?? ''), joint };
  });
}
const ONE_DAY = new RegExp(
  String.raw`(?:(${anyWeekdayPattern})\.?,?\s)?(?:le\s|the\s)?(\d{1,2})(?:er|st|nd|rd|th)?`,
  'giu',
);
const IS_TO = /[-–—]|au|to|[àa]\s|til|through/iu;
const IS_BETWEEN = /(?<!\p{L})(?:entre|between)\s(?:le\s|the\s)?$/iu;

interface Span {
  readonly startsOn: string;
  readonly endsOn: string;
}

function read({ match, days, month, year }: SharedMonth, text: string, context: DateContext): (DateFinding | DateRefusal)[] {
  const listed = daysIn(days);
  // "March 5, 40 seats": a comma lists days only where an "and" follows.
  if (listed.at(-1)?.joint.trim() === ',' || month === 0) return [];
  const isRange = IS_BETWEEN.test(text.slice(0, match.index));
  const spans = spansOf(listed, isRange, { month, year }, context.today);
  const span = { index: match.index, text: match[0] };
  if (spans === 'impossible') return [{ ...span, doubt: { kind: 'impossible-day', parts: [match[0]] } }];
  const [first, ...further] = spans;
  if (!first) return [];
  const doubts: DateFinding['doubts'][number][] = listed
    .map(({ day, weekday }) => ({ weekday, date: spans.flatMap(daysOf).find((date) => Number(date.slice(8)) === day) }))
    .filter(({ weekday, date }) => weekday !== undefined && date && weekdayOf(date) !== weekday)
    .slice(0, 1)
    .map(({ date = '' }) => ({ kind: 'wrong-weekday', parts: [match[0], date] }));
  const last = listed.at(-1)?.day ?? 0;
  if (year === undefined && passedLately({ month, day: last }, context.today))
    doubts.push({ kind: 'just-past', parts: [match[0], first.startsOn] });
  const isEachDay = !isRange && listed.slice(1).every(({ joint }) => !IS_TO.test(joint));
  return [{ ...span, ...first, further, isEachDay, relation: 'on', approximate: false, doubts }];
} // biome-ignore format: short

const daysOf = ({ startsOn, endsOn }: Span): string[] => [startsOn, endsOn];

const isTo = (day: ListedDay, isRange: boolean): boolean => isRange || IS_TO.test(day.joint);

/** In order; nothing where the figures are no days of a month, or go back. The last day tells the year. */
function spansOf(
  listed: readonly ListedDay[],
  isRange: boolean,
  { month, year }: { readonly month: number; readonly year: number | undefined },
  today: string,
): readonly Span[] | 'impossible' {
  const [first, last] = [listed[0], listed.at(-1)];
  if (!first || !last || listed.some(({ day }) => day < 1 || day > 31)) return [];
  const end = resolved({ month, day: last.day, year }, today);
  // "30 au 2 avril" begins in the month before.
  const isOfTwoMonths = listed.length === 2 && isTo(last, isRange) && first.day > last.day;
  const dates = listed.map(
    ({ day }) => end && (isOfTwoMonths && day === first.day ? lastTime(day, end) : dayFrom(yearOf(end), month, day)),
  );
  const spans: Span[] = [];
  for (const [place, date] of dates.entries()) {
    const day = listed[place];
    const before = spans.at(-1);
    if (!date || !day) return 'impossible';
    if (before && date <= before.endsOn) return [];
    if (before && (isTo(day, isRange) || addDays(before.endsOn, 1) === date))
      spans[spans.length - 1] = { ...before, endsOn: date };
    else spans.push({ startsOn: date, endsOn: date });
  }
  return spans;
}

/** That day of the month before. */
function lastTime(day: number, end: string): string | undefined {
  const month = monthOf(end);
  return month === 1 ? dayFrom(yearOf(end) - 1, 12, day) : dayFrom(yearOf(end), month - 1, day);
}
