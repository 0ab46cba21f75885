// Expressions that a parser of dates does not know: parts of months, quarters, "sous huitaine", "lundi en huit", "EOM",
// working days, week numbers. Each answers with days, or with what must be asked.
import {
  addDays,
  dayFrom,
  lastDayOfMonth,
  mondayOfWeek,
  monthOf,
  weekdayOf,
  yearOf,
} from '../../calendar/calendar-days.ts';
import { matchesIn } from '../matches-in.ts';
import { wordPattern } from '../word-pattern.ts';
import type { DateContext, DateFinding, DateRefusal, Relation } from './date-finding.ts';
import { monthNumber, monthPattern } from './month-names.ts';
import { bindingAt } from './relation.ts';

type Found = DateFinding | DateRefusal;
type Reader = (match: RegExpMatchArray, context: DateContext, text: string) => Found | undefined;

const WEEKDAYS: Readonly<Record<string, number>> = {
  dimanche: 0, lundi: 1, mardi: 2, mercredi: 3, jeudi: 4, vendredi: 5, samedi: 6,
  sunday: 0, monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5, saturday: 6,
}; // biome-ignore format: a table
export const weekdayPattern = Object.keys(WEEKDAYS).join('|');
export const weekdayNumber = (name: string): number | undefined => WEEKDAYS[name.toLowerCase()];

export const numberWords: Readonly<Record<string, number>> = {
  un: 1, une: 1, one: 1, a: 1, an: 1, deux: 2, two: 2, trois: 3, three: 3, quatre: 4, four: 4, cinq: 5, five: 5, six: 6,
  sept: 7, seven: 7, huit: 8, eight: 8, neuf: 9, nine: 9, dix: 10, ten: 10, onze: 11, eleven: 11, douze: 12, twelve: 12,
  quinze: 15, fifteen: 15, vingt: 20, twenty: 20, trente: 30, thirty: 30, soixante: 60, 'quatre-vingt-dix': 90, ninety: 90, cent: 100,
}; // biome-ignore format: a table
export const numberPattern = String.raw`\d+(?:[.,]\d+)?|${Object.keys(numberWords)
  .sort((a, b) => b.length - a.length)
  .join('|')}`;
export const numberFrom = (written: string): number =>
  numberWords[written.toLowerCase()] ?? Number(written.replace(',', '.'));

const refuse = (
  match: RegExpMatchArray,
  kind: DateRefusal['doubt']['kind'],
  parts: readonly string[] = [match[0]],
): DateRefusal => ({
  index: match.index ?? 0,
  text: match[0],
  doubt: { kind, parts },
});

function span(
  match: RegExpMatchArray,
  startsOn: string,
  endsOn: string,
  options: { relation?: Relation; approximate?: boolean; isLabel?: boolean; exclusive?: boolean } = {},
): DateFinding {
  const { relation = 'on', approximate = false, isLabel = false, exclusive = false } = options;
  const at = exclusive ? addDays(startsOn, -1) : undefined;
  return {
    index: match.index ?? 0,
    text: match[0],
    startsOn: at ?? startsOn,
    endsOn: at ?? endsOn,
    relation,
    approximate,
    isLabel,
    doubts: approximate ? [{ kind: 'approximate', parts: [match[0], at ?? startsOn, at ?? endsOn] }] : [],
  };
}

/** The next year in which the month has not ended. */
const yearFor = (month: number, written: string | undefined, today: string): number =>
  written === undefined ? yearOf(today) + (month < monthOf(today) ? 1 : 0) : Number(written);

const month = (name: string) => `${name.trim()}`;

function partOfMonth(match: RegExpMatchArray, { today }: DateContext, text: string): DateFinding | undefined {
  const [, part = '', name = '', written] = match;
  const number = monthNumber(month(name));
  const year = yearFor(number, written, today);
  const at = (first: number, last: number | undefined) => {
    const startsOn = dayFrom(year, number, first) ?? '';
    const endsOn = last === undefined ? lastDayOfMonth(year, number) : (dayFrom(year, number, last) ?? '');
    return span(match, startsOn, endsOn, { ...bindingAt(text, match.index ?? 0), approximate: true });
  };
  if (/^(?:mid|mi)/iu.test(part)) return at(12, 18);
  if (/^(?:d[ée]but|early|beginning|start)/iu.test(part)) return at(1, 10);
  if (/^(?:fin|late|end)/iu.test(part)) return at(21, undefined);
  return at(1, undefined);
}

function quarter(match: RegExpMatchArray, { today }: DateContext, text: string): Found {
  const [, number = '1', written] = match;
  const firstMonth = (Number(number) - 1) * 3 + 1;
  if (/fisc/iu.test(text)) return refuse(match, 'no-date');
  const year = yearFor(firstMonth + 2, written, today);
  return span(match, dayFrom(year, firstMonth, 1) ?? '', lastDayOfMonth(year, firstMonth + 2), {
    isLabel: true,
    relation: bindingAt(text, match.index ?? 0).relation === 'from' ? 'from' : 'on',
  });
}

const PART = String.raw`(?:(mid|mi|d[ée]but|fin|early|late|(?:the )?end(?: of)?|beginning of|start of)(?:-|\s)(?:of\s)?)?`;
type PartOfMonth = 'early' | 'mid' | 'late';
const partNamed = (written: string): PartOfMonth | undefined =>
  /^mi/iu.test(written) ? 'mid' : /^(?:d[ée]b|ear|beg|sta)/iu.test(written) ? 'early' : written ? 'late' : undefined;

/** "Feb to April", "de mi-janvier à fin mars", "Jan to early March"; a month alone is one from its first day to its last. */
function monthsFromTo(match: RegExpMatchArray, { today }: DateContext): Found {
  const [, firstPart = '', first = '', firstYear, lastPart = '', last, lastYear] = match;
  const from = monthNumber(month(first));
  const to = last ? monthNumber(month(last)) : from;
  const ends = lastYear ?? (firstYear && String(Number(firstYear) + (to < from ? 1 : 0)));
  // Months under way have begun: the first one to come is what is meant.
  const year = ends ? Number(ends) - (to < from ? 1 : 0) : yearFor(from, undefined, today);
  const lastOf = lastDayOfMonth(year + (to < from ? 1 : 0), to);
  const begins = { early: 1, mid: 15, late: 21 }[partNamed(firstPart) ?? 'early'];
  const ending = { early: '10', mid: '15', late: undefined }[partNamed(lastPart) ?? 'late'];
  const endsOn = ending ? `${lastOf.slice(0, 8)}${ending}` : lastOf;
  return span(match, dayFrom(year, from, begins) ?? '', endsOn, { isLabel: true });
}

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

const until = (match: RegExpMatchArray, day: string): DateFinding => span(match, day, day, { relation: 'until' });

/** Earlier rules win where two match the same words. */
const rules: readonly (readonly [RegExp, Reader])[] = [
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
  [/\b(?:Q|T)([1-4])(?:\s?[-/]?\s?(20\d{2}))?\b/gu, quarter],
  [/\b(?:premier|1er|deuxi[èe]me|2e|troisi[èe]me|3e|quatri[èe]me|4e|first|second|third|fourth) (?:trimestre|quarter)(?: (?:of )?(20\d{2}))?/giu, (match, context, text) => {
    const number = /^(?:prem|1|fir)/iu.test(match[0]) ? 1 : /^(?:deux|2|sec)/iu.test(match[0]) ? 2 : /^(?:tro|3|thi)/iu.test(match[0]) ? 3 : 4;
    return quarter(Object.assign([match[0], String(number), match[1] ?? ''], { index: match.index }) as unknown as RegExpMatchArray, context, text);
  }],
  [/(?<!(?:after|apr[èe]s(?: la)?)\s)\b(?:semaine|week)\s(\d{1,2})(?:\s(20\d{2}))?\b(?!\s*(?:of|%))|\bW(\d{1,2})\b/gu, (match, { today, country }) => {
    const week = Number(match[1] ?? match[3]);
    if (week < 1 || week > 53) return undefined;
    if (country === 'US') return refuse(match, 'no-date');
    const thisYear = mondayOfWeek(yearOf(today), week);
    const startsOn = match[2] ? mondayOfWeek(Number(match[2]), week) : addDays(thisYear, 6) < today ? mondayOfWeek(yearOf(today) + 1, week) : thisYear;
    return span(match, startsOn, addDays(startsOn, 6), { isLabel: true });
  }],
  [new RegExp(String.raw`(?<![\d.]\s?(?:er|st|nd|rd|th)?\s?)\b(?:from |de |d')?${PART}(${monthPattern})\.?(?:\s(20\d{2}))?\s?(?:[-–]|to|[àa]|till?|until|through|jusqu'(?:[àa]|en))\s?${PART}(${monthPattern})\b\.?(?:\s(20\d{2}))?(?!\s?\d)`, 'giu'), monthsFromTo],
  [new RegExp(String.raw`^\s*()(${monthPattern})\.?(?:\s(20\d{2}))?()()()\s*$`, 'giu'), monthsFromTo],
  [new RegExp(String.raw`\b(mid|mi|d[ée]but|fin|courant|early|late|end(?: of)?|beginning of|start of|au mois d[e']|en|in|during|throughout|tout)(?:-|\s)(?:the month of\s|mois de\s)?(${monthPattern})\b\.?(?:\s(20\d{2}))?(?!\s?\d)`, 'giu'), partOfMonth],
  [new RegExp(String.raw`(?<!\d\s|\d(?:er|st|nd|rd|th)\s|of\s)\b(${monthPattern})\.?\s(20\d{2})\b`, 'giu'), (match, context, text) =>
    partOfMonth(Object.assign([match[0], 'en', match[1], match[2]], { index: match.index }) as unknown as RegExpMatchArray, context, text)],
  [/\b(?:avant|jusqu'au|d'ici(?: le| au)?|au plus tard|before|by|until)\s(?:le |au |the )?(\d{1,2})(?:st|nd|rd|th)?\b(?!\s*(?:[\p{L}%€$£/:]|[.,]\d))/giu, (match, { today }, text) => {
    const day = Number(match[1]);
    if (!/\b(?:le|au|the)\s\d/iu.test(match[0]) || day < 1 || day > 31) return undefined;
    const [year, number] = [yearOf(today), monthOf(today)];
    const date = [0, 1, 2].map((ahead) => dayFrom(year + Math.floor((number - 1 + ahead) / 12), ((number - 1 + ahead) % 12) + 1, day)).find((candidate) => candidate !== undefined && candidate >= today);
    const exclusive = bindingAt(text, (match.index ?? 0) + match[0].search(/\d/u)).exclusive;
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
