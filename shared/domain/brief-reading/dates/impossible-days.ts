// Days that no calendar has: "31 novembre", "29 Feb 2027".
import { daysBetween } from '../../calendar/calendar-days.ts';
import { matchesIn } from '../matches-in.ts';
import { wordPattern } from '../word-pattern.ts';
import { resolved } from './date-parts.ts';
import type { DateContext, DateRefusal } from './date-types.ts';
import { monthNumber, monthPattern } from './month-names.ts';

const DAY_OF_MONTH = wordPattern(
  new RegExp(
    String.raw`\b(\d{1,2})(?:er|st|nd|rd|th)?\s+(?:of\s+)?(${monthPattern})\b\.?(?:,?\s+(\d{4}))?|\b(${monthPattern})\b\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b(?!\s*(?:%|€|h\b|:))(?:,?\s+(\d{4}))?`,
    'giu',
  ),
);

const LONGEST_TO_A_DAY = 366;

export const impossibleDays = (text: string, { today }: DateContext): DateRefusal[] =>
  matchesIn(text, DAY_OF_MONTH).flatMap((match) => {
    const [written, dayBefore, monthAfter, yearAfter, monthBefore, dayAfter, yearLast] = match;
    const day = Number(dayBefore ?? dayAfter);
    const month = monthNumber(monthAfter ?? monthBefore ?? '');
    const year = yearAfter ?? yearLast;
    const date = resolved({ month, day, year: year === undefined ? undefined : Number(year) }, today);
    // "29 février" without its year is hardly that of a leap year to come.
    const isDay = date !== undefined && (year !== undefined || daysBetween(today, date) <= LONGEST_TO_A_DAY);
    // "0 mai" and "May 75" count something.
    if (isDay || day === 0 || day > 31) return [];
    return [{ index: match.index, text: written, doubt: { kind: 'impossible-day', parts: [written] } }];
  });
