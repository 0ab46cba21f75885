// Dates in figures: 03/04/2027, 24.12.2026, "du 4/01 au 31/01". The order of day and month is that of the country; where that is unknown and
// matters, a person is asked.
import { matchesIn } from '../matches-in.ts';
import { type DateParts, dated, resolved, type WrittenSpan } from './date-parts.ts';
import type { DateContext, DateFinding, DateRefusal } from './date-types.ts';
import { bindingAt } from './relation.ts';

type Found = DateFinding | DateRefusal;

export const numericDates = (text: string, context: DateContext): Found[] => [
  ...numericRanges(text, context),
  ...singleDates(text, context),
];

const DATE = /(?<![\d,.])(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?(?!\d|\.\d\d)/gu;
const MORE_FIGURES = /^[\d/,.%€$£]/u;
function singleDates(text: string, context: DateContext): Found[] {
  return matchesIn(text, DATE).flatMap((match): Found[] => {
    const [written, first = '', second = '', yearText] = match;
    const [left, right] = [Number(first), Number(second)];
    const withDots = written.includes('.');
    const isFigure = withDots || MORE_FIGURES.test(text.slice(match.index + written.length));
    if (yearText === undefined && (isFigure || !datedBefore(text, match.index))) return [];
    if (left === 0 || right === 0 || (left > 12 && right > 12) || left > 31 || right > 31) return [];
    const dayFirst = withDots || left === right ? true : orderOf([left], [right], context);
    return inOrder({ index: match.index, text: written }, dayFirst, text, context, [left, right, yearIn(yearText)]);
  });
}

const RANGE =
  /(?<![\d,./])(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?\s?(?:-|au|to|till?|until|[àa]|jusqu'au)\s?(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?![\d/%€$£]|[.,]\d)/giu;
/** One figure above twelve tells the order of both. */
function numericRanges(text: string, context: DateContext): Found[] {
  return matchesIn(text, RANGE).flatMap((match): Found[] => {
    const [written, ...figures] = match;
    const [a = 0, b = 0, , c = 0, d = 0] = figures.map(Number);
    const dayFirst = orderOf([a, c], [b, d], context);
    const span = { index: match.index, text: written };
    return inOrder(span, dayFirst, text, context, [a, b, yearIn(figures[2])], [c, d, yearIn(figures[5])]);
  });
}

const yearIn = (written: string | undefined): number | undefined =>
  written === undefined ? undefined : Number(written.padStart(4, '20'));

const orderOf = (
  lefts: readonly number[],
  rights: readonly number[],
  { dayFirst }: DateContext,
): boolean | undefined =>
  lefts.some((left) => left > 12) ? true : rights.some((right) => right > 12) ? false : dayFirst;

type Figures = readonly [left: number, right: number, year: number | undefined];
const partsOf = ([left, right, year]: Figures, dayFirst: boolean): DateParts => ({
  ...(dayFirst ? { day: left, month: right } : { day: right, month: left }),
  year,
});

function inOrder(
  span: WrittenSpan,
  dayFirst: boolean | undefined,
  text: string,
  { today }: DateContext,
  first: Figures,
  last?: Figures,
): Found[] {
  if (dayFirst === undefined) {
    const either = [true, false].map((order) => resolved(partsOf(first, order), today) ?? '');
    return [{ ...span, doubt: { kind: 'month-or-day-first', parts: [span.text, ...either] } }];
  }
  const start = partsOf(first, dayFirst);
  const end = last && partsOf(last, dayFirst);
  if (!resolved(start, today) || (end && !resolved(end, today)))
    return [{ ...span, doubt: { kind: 'impossible-day', parts: [span.text] } }];
  return dated(span, start, end, text, today);
}

/** "24/7" and "4/5" are no dates: without a year, a word that binds a date must stand before. */
const datedBefore = (text: string, index: number): boolean =>
  bindingAt(text, index).relation !== 'on' || /(?:\ble|\bon|\bdu|\bau)\s+$/iu.test(text.slice(0, index));
