// Finds every expression of time in a text: what could be read, and what must be asked.
import { addDays, daysBetween, yearOf } from '../../calendar/calendar-days.ts';
import { blanked } from '../blanked.ts';
import { matchesIn } from '../matches-in.ts';
import { wordPattern } from '../word-pattern.ts';
import { absoluteDates } from './absolute-dates.ts';
import { overlaps } from './date-parts.ts';
import type { DateContext, DateFinding, DateRefusal } from './date-types.ts';
import { daysOfMonths } from './days-of-month.ts';
import { idiomaticDates } from './idiomatic-dates.ts';
import { monthPattern } from './month-names.ts';
import { type NamedDay, namedDays } from './named-days.ts';
import { bindingAt } from './relation.ts';
import { withoutTimes } from './times-of-day.ts';

export interface FoundDates {
  readonly findings: readonly DateFinding[];
  readonly refusals: readonly DateRefusal[];
}

/** In the order of the text. An explicit range beats the label beside it: "Q1 2027 (Jan 11 - Mar 31)" is the bracket. */
export function findDates(written: string, context: DateContext): FoundDates {
  const text = plainDates(written);
  const found: (DateFinding | DateRefusal)[] = [];
  const listed = daysOfMonths(text, context);
  const rest = blanked(text, listed);
  const candidates = [
    ...namedDates(text, context),
    ...listed,
    ...absoluteDates(rest, context),
    ...idiomaticDates(rest, context),
  ];
  for (const candidate of candidates) {
    const rival = found.findIndex((other) => overlaps(other, candidate));
    const held = found[rival];
    if (held === undefined) found.push(candidate);
    else if (candidate.text.length > held.text.length) found[rival] = candidate;
  }
  const all = found.map((entry) => asWritten(entry, written)).toSorted((left, right) => left.index - right.index);
  const findings = joined(all.filter((entry): entry is DateFinding => 'startsOn' in entry).flatMap(apart), written);
  const hasRange = findings.some(({ isLabel, startsOn, endsOn }) => !isLabel && startsOn !== endsOn);
  return {
    findings: findings.filter(({ isLabel }) => !(isLabel && hasRange)),
    refusals: all.filter((entry): entry is DateRefusal => 'doubt' in entry),
  };
}

/** Findings beside each other that are one range: "du 15 janvier à fin mars", "28 février et 1er mars". */
function joined(findings: readonly DateFinding[], text: string): DateFinding[] {
  const ranges: DateFinding[] = [];
  for (const finding of findings) {
    const first = ranges.at(-1);
    const range = first && asOneRange(first, finding, text);
    if (range) ranges[ranges.length - 1] = range;
    else ranges.push(finding);
  }
  return ranges;
}

const TO = /^\s?(?:[-–—→]|to|till?|until|through|[àa]|jusqu'(?:à|en)|au)\s?(?:the )?$/iu;
const AND = /^\s?(?:et|and|&)\s(?:le |the )?$/iu;
const BETWEEN = /(?<!\p{L})(?:entre|between)\s(?:le |the )?$/iu;
function asOneRange(first: DateFinding, next: DateFinding, text: string): DateFinding | undefined {
  const between = text.slice(first.index + first.text.length, next.index);
  const isTo = TO.test(between) && first.startsOn < next.endsOn && (next.approximate || isOneDay(first));
  const isNextDay = next.startsOn === addDays(first.endsOn, 1);
  const isBetween = first.startsOn <= next.startsOn && BETWEEN.test(text.slice(0, first.index));
  if (!isTo && !(AND.test(between) && (isNextDay || isBetween))) return undefined;
  const whole = text.slice(first.index, next.index + next.text.length);
  return { ...first, text: whole, endsOn: next.endsOn, relation: 'on', isEachDay: !isTo && !isBetween };
}

const isOneDay = ({ startsOn, endsOn }: DateFinding): boolean => startsOn === endsOn;

/** Every stretch of days of a list that stand apart, each with the words of the list. */
const apart = (finding: DateFinding): DateFinding[] => [
  finding,
  ...(finding.further ?? []).map((days) => ({ ...finding, ...days, doubts: [] })),
];

/** With the words of the brief: parsers saw plain dashes. */
const asWritten = <Entry extends DateFinding | DateRefusal>(entry: Entry, written: string): Entry => ({
  ...entry,
  text: written.slice(entry.index, entry.index + entry.text.length),
});

/** What parsers stumble over, at the same positions: hours, other dashes, a figure after a date ("4 January, 2 weeks"), a dash between two dates, a month without its accent. */
const plainDates = (text: string): string =>
  withoutTimes(text)
    .replaceAll(BARE_FEBRUARY, 'fév')
    .replaceAll(DASHES, '-')
    .replaceAll(COMMA_AFTER_DATE, ';')
    .replaceAll(DASH_OF_DATES, ';');
const BARE_FEBRUARY = /(?<!\p{L})fev(?!\p{L})/giu;
const DASHES = /[–—→]/gu;
const COMMA_AFTER_DATE = new RegExp(
  String.raw`(?<=(?<!\d)\d{1,2}(?:er|st|nd|rd|th)?\s(?:of\s)?(?:${monthPattern})),(?=\s\d{1,2}(?!\d))`,
  'giu',
);

/** "Apr 6 - 24 June", "22 fev-6 mars": each side is a date of its own. */
const DASH_OF_DATES = new RegExp(
  String.raw`(?<=(?<!\p{L})(?:${monthPattern})\.?\s\d{1,2}(?:st|nd|rd|th)?\s?|(?<!\d)\d{1,2}(?:er|st|nd|rd|th)?\s(?:${monthPattern})\.?\s?)-(?=\s?\d{1,2}(?:er|st|nd|rd|th)?\s(?:${monthPattern})(?!\p{L}))`,
  'giu',
);

const days = namedDays.map((named) => ({ ...named, everywhere: wordPattern(new RegExp(named.pattern.source, 'giu')) }));

/** Goods "for Christmas" must leave before: the last push comes a week earlier. */
const DELIVERY_DAYS = 7;
const TOO_LATE_DAYS = 2;

const namedDates = (text: string, context: DateContext): DateFinding[] =>
  days.flatMap((named) =>
    matchesIn(text, named.everywhere).map(({ index, 0: written }) =>
      namedFinding(named, { index, text: written }, text, context),
    ),
  );

function namedFinding(
  named: NamedDay,
  span: { index: number; text: string },
  text: string,
  context: DateContext,
): DateFinding {
  const after = text.slice(span.index + span.text.length);
  const year = /^\s(20\d{2})\b/u.exec(after)?.[1];
  const written = year ? `${span.text} ${year}` : span.text;
  const { startsOn, endsOn } = year ? named.inYear(Number(year), context.country) : nextOf(named, context);
  const { relation, exclusive } = bindingAt(text, span.index);
  const doubts: DateFinding['doubts'][number][] = [];
  if (named.approximate) doubts.push({ kind: 'approximate', parts: [written, startsOn, endsOn] });
  const ahead = daysBetween(context.today, startsOn);
  if (relation !== 'until' && ahead >= 0 && ahead <= TOO_LATE_DAYS)
    doubts.push({ kind: 'too-late', parts: [written, startsOn] });
  const common = {
    index: span.index,
    text: written,
    label: named.label,
    approximate: named.approximate ?? false,
    doubts,
  };
  if (relation !== 'until') return { ...common, startsOn, endsOn, relation };
  // "D'ici Noël" is to have it on Christmas Eve at the latest, like "avant Noël"; other days count themselves.
  const last = exclusive || startsOn.endsWith('-12-25') ? addDays(startsOn, -1) : endsOn;
  return { ...common, startsOn: last, endsOn: last, relation };
}

/** The last day on which goods for a day can still be pushed. */
export const lastPushFor = (day: string): string => addDays(day, -DELIVERY_DAYS);

function nextOf({ inYear }: NamedDay, { today, country }: DateContext) {
  const here = inYear(yearOf(today), country);
  return here.endsOn >= today ? here : inYear(yearOf(today) + 1, country);
}
