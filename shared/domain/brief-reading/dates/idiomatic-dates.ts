// Expressions that a parser of dates does not know: parts of months, quarters, "sous huitaine", "lundi en huit", "EOM",
// working days, week numbers. Each answers with days, or with what must be asked.
import { addDays, lastDayOfMonth, mondayOfWeek, monthOf, weekdayOf, yearOf } from '../../calendar/calendar-days.ts';
import { matchesIn } from '../matches-in.ts';
import { wordPattern } from '../word-pattern.ts';
import { type DateRule, type Found, refuse, span } from './date-rule.ts';
import type { DateContext, DateFinding } from './date-types.ts';
import { monthRules } from './months-and-quarters.ts';
import { bindingAt } from './relation.ts';
import { weekdayNumber, weekdayPattern } from './weekday-names.ts';

/** Counts days that are worked; `saturday` says whether Saturday is one. */
function afterWorkingDays(today: string, count: number, saturday: boolean): string {
  let day = today;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    const weekday = weekdayOf(day);
    if (weekday !== 0 && (saturday || weekday !== 6)) left -= 1;
  }
  return day;
}

const nextWeekday = (today: string, weekday: number): string =>
  addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1);

/** The next day of that number: of this month, or of one to come that has it. */
function nextOf(day: number, today: string): string | undefined {
  for (let date = today, left = LONGEST_TO_A_31ST; left > 0; date = addDays(date, 1), left -= 1)
    if (Number(date.slice(8)) === day) return date;
  return undefined;
}
const LONGEST_TO_A_31ST = 62;

const until = (match: RegExpExecArray, day: string): DateFinding => span(match, day, day, { relation: 'until' });

/** Earlier rules win where two match the same words. */
const rules: readonly DateRule[] = [
  [/\b(?:fin|cl[ôo]ture) de l'(?:ann[ée]e fiscale|exercice)|\b(?:end of (?:the )?)?fiscal year(?:[- ]end)?\b/giu, (match) => refuse(match, 'no-date')],
  [/\bbank holiday(?: weekend)?\b|\bhalf[- ]term\b|\bspring break\b|\bvacances scolaires\b|\bschool holidays\b/giu, (match) => refuse(match, 'needs-place')],
  [new RegExp(String.raw`\b(?:next\s+(${weekdayPattern})|(${weekdayPattern})\s+prochain)\b`, 'giu'), (match, { today }) => {
    const first = nextWeekday(today, weekdayNumber(match[1] ?? match[2] ?? '') ?? 0);
    return refuse(match, 'two-fridays', [match[0], first, addDays(first, 7)]);
  }],
  [/\bASAP\b|\bd[èe]s que possible\b|\bau plus vite\b|\bbient[ôo]t\b|\bprochainement\b|\bas soon as possible\b|\b(?:very )?soon\b/giu, (match) => refuse(match, 'no-date')],
  [/\b(?:ce printemps|cet [ée]t[ée]|cet automne|cet hiver|au printemps|cette saison|en saison|la saison prochaine|this (?:spring|summer|fall|autumn|winter|season)|next (?:spring|summer|fall|autumn|winter|season))\b/giu, (match) => refuse(match, 'no-date')],
  [/(?<![\p{L}\d])[JD]\s?[-–]\s?(\d{1,3})(?!\d)/gu, (match) => refuse(match, 'needs-event')],
  [/\bsous\s+(\d+)\s?(?:h\b|heures?)|\bwithin\s+(\d+)\s?(?:h\b|hours?)/giu, (match, { today }) => until(match, addDays(today, Math.ceil(Number(match[1] ?? match[2]) / 24)))],
  [/\bsous (huitaine|quinzaine)\b/giu, (match, { today }) => until(match, addDays(today, match[1]?.toLowerCase() === 'huitaine' ? 7 : 15))],
  [/\b(?:sous|dans|d'ici|within|in)?\s*\b(\d+)\s+(jours? ouvr[ée]s|jours? ouvrables|business days?|working days?)/giu, (match, { today }) => until(match, afterWorkingDays(today, Number(match[1]), /ouvrables/iu.test(match[2] ?? '')))],
  [/\bd'aujourd'hui en (huit|quinze)\b/giu, (match, { today }) => { const day = addDays(today, match[1] === 'quinze' ? 15 : 7); return span(match, day, day); }],
  [new RegExp(String.raw`\b(${weekdayPattern}) en (huit|quinze)\b`, 'giu'), (match, { today }) => {
    const day = addDays(nextWeekday(today, weekdayNumber(match[1] ?? '') ?? 0), match[2] === 'quinze' ? 14 : 7);
    return span(match, day, day);
  }],
  [/\b(?:EOM|fin (?:de|du) mois|end of (?:the )?month)\b/giu, (match, { today }) => until(match, lastDayOfMonth(yearOf(today), monthOf(today)))],
  [/\b(?:EOY|fin (?:d'|de l')ann[ée]e|end of (?:the )?year|year[- ]end|la fin de l'ann[ée]e)\b/giu, (match, { today }) => until(match, `${yearOf(today)}-12-31`)],
  [/(?<!(?:after|apr[èe]s(?: la)?)\s)\b(?:semaine|week)\s(\d{1,2})(?:\s(20\d{2}))?\b(?!\s*(?:of|%))|\bW(\d{1,2})\b/gu, (match, { today, country }) => {
    const week = Number(match[1] ?? match[3]);
    if (week < 1 || week > 53) return undefined;
    if (country === 'US') return refuse(match, 'no-date');
    const thisYear = mondayOfWeek(yearOf(today), week);
    const startsOn = match[2] ? mondayOfWeek(Number(match[2]), week) : addDays(thisYear, 6) < today ? mondayOfWeek(yearOf(today) + 1, week) : thisYear;
    return span(match, startsOn, addDays(startsOn, 6), { isLabel: true });
  }],
  ...monthRules,
  [/\b(?:avant|jusqu'au|d'ici(?: le| au)?|au plus tard|before|by|until)\s(?:le |au |the )?(\d{1,2})(?:st|nd|rd|th)?\b(?!\s*(?:[\p{L}%€$£/:]|[.,]\d))/giu, (match, { today }, text) => {
    const day = Number(match[1]);
    if (!/\b(?:le|au|the)\s\d/iu.test(match[0])) return undefined;
    const date = nextOf(day, today);
    const exclusive = bindingAt(text, (match.index) + match[0].search(/\d/u)).exclusive;
    return date ? span(match, date, date, { relation: 'until', exclusive }) : undefined;
  }],
]; // biome-ignore format: a table

const readers = rules.map(([pattern, read]) => [wordPattern(pattern), read] as const);

export const idiomaticDates = (text: string, context: DateContext): Found[] =>
  readers.flatMap(([pattern, read]) =>
    matchesIn(text, pattern).flatMap((match) => {
      const found = read(match, context, text);
      return found ? [found] : [];
    }),
  );
