// Finds every expression of time in a text: what could be read, and what must be asked.
import { addDays, daysBetween, yearOf } from '../../calendar/calendar-days.ts';
import { matchesIn } from '../matches-in.ts';
import { wordPattern } from '../word-pattern.ts';
import { absoluteDates, overlaps } from './absolute-dates.ts';
import type { DateContext, DateFinding, DateRefusal } from './date-finding.ts';
import { idiomaticDates, weekdayPattern } from './idiomatic-dates.ts';
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
  const candidates = [...namedDates(text, context), ...absoluteDates(text, context), ...idiomaticDates(text, context)];
  for (const candidate of candidates) {
    const rival = found.findIndex((other) => overlaps(other, candidate));
    const held = found[rival];
    if (held === undefined) found.push(candidate);
    else if (candidate.text.length > held.text.length) found[rival] = candidate;
  }
  const all = found.map((entry) => asWritten(entry, written)).toSorted((left, right) => left.index - right.index);
  const findings = joined(
    all.filter((entry): entry is DateFinding => 'startsOn' in entry),
    written,
  );
  const hasRange = findings.some(({ isLabel, startsOn, endsOn }) => !isLabel && startsOn !== endsOn);
  return {
    findings: findings.filter(({ isLabel }) => !(isLabel && hasRange)),
    refusals: all.filter((entry): entry is DateRefusal => 'doubt' in entry),
  };
}

/** "Du 15 janvier à fin mars": a day and the part of a month that follows with "to" are one range. */
function joined(findings: readonly DateFinding[], text: string): DateFinding[] {
  const ranges: DateFinding[] = [];
  for (const finding of findings) {
    const first = ranges.at(-1);
    const between = first && text.slice(first.index + first.text.length, finding.index);
    const isOne =
      first &&
      finding.approximate &&
      /^\s?(?:[-–—→]|to|till?|until|through|[àa]|jusqu'(?:à|en)|au)\s?(?:the )?$/iu.test(between ?? '') &&
      first.startsOn <= finding.endsOn;
    if (!isOne) ranges.push(finding);
    else
      ranges[ranges.length - 1] = {
        ...first,
        text: text.slice(first.index, finding.index + finding.text.length),
        endsOn: finding.endsOn,
        relation: 'on',
      };
  }
  return ranges;
}

/** With the words of the brief, of which a parser saw less. */
function asWritten<Entry extends DateFinding | DateRefusal>(entry: Entry, written: string): Entry {
  const end = entry.index + entry.text.length;
  const shared = matchesIn(written, SHARED_MONTH).find(({ index, 0: { length } }) =>
    overlaps({ index, text: ' '.repeat(length) }, entry),
  );
  const index = Math.min(entry.index, shared ? shared.index + (shared[1]?.length ?? 0) : entry.index);
  return { ...entry, index, text: written.slice(index, end) };
}

/** What parsers stumble over, at the same positions: hours, other dashes, and days that share a month ("27 et 28 mars", "lundi 4 au vendredi 8 janvier"). */
const plainDates = (text: string): string =>
  withoutTimes(text)
    .replaceAll(/[–—→]/gu, '-')
    .replaceAll(SHARED_MONTH, (_written, weekday: string | undefined, first: string, to: string) =>
      `${first}-`.padStart((weekday?.length ?? 0) + first.length + to.length),
    );
const WEEKDAY = String.raw`(?:${weekdayPattern}|mon|tues?|wed|thurs?|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim)\.?\s`;
const SHARED_MONTH = wordPattern(
  new RegExp(
    String.raw`\b(${WEEKDAY})?(\d{1,2}(?:st|nd|rd|th)?)(\s?(?:et|and|&|au|to|[àa]|-)\s?(?:${WEEKDAY})?)(?=\d{1,2}(?:er|st|nd|rd|th)?\s(?:of\s)?(?:${monthPattern})\b)`,
    'giu',
  ),
);

const days = namedDays.map((named) => ({ ...named, everywhere: wordPattern(new RegExp(named.pattern.source, 'giu')) }));

/** Goods "for Christmas" must leave before: the last push comes a week earlier. */
const DELIVERY_DAYS = 7;
const TOO_LATE_DAYS = 2;

function namedDates(text: string, context: DateContext): DateFinding[] {
  const found: DateFinding[] = [];
  for (const named of days) {
    for (const match of matchesIn(text, named.everywhere)) {
      const span = { index: match.index, text: match[0] };
      if (found.some((other) => overlaps(other, span))) continue;
      found.push(namedFinding(named, span, text, context));
    }
  }
  return found;
}

function namedFinding(
  named: NamedDay,
  span: { index: number; text: string },
  text: string,
  context: DateContext,
): DateFinding {
  const after = text.slice(span.index + span.text.length);
  const year = /^\s?(20\d{2})\b/u.exec(after)?.[1];
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
  if (relation === 'for' || relation === 'on') return { ...common, startsOn, endsOn, relation };
  // "D'ici Noël" is to have it on Christmas Eve at the latest, like "avant Noël"; other days count themselves.
  const isChristmas = startsOn.endsWith('-12-25');
  const last = exclusive || (relation === 'until' && isChristmas) ? addDays(startsOn, -1) : endsOn;
  return relation === 'until'
    ? { ...common, startsOn: last, endsOn: last, relation }
    : { ...common, startsOn, endsOn, relation };
}

/** The last day on which goods for a day can still be pushed. */
export const lastPushFor = (day: string): string => addDays(day, -DELIVERY_DAYS);

function nextOf({ inYear }: NamedDay, { today, country }: DateContext) {
  const here = inYear(yearOf(today), country);
  return here.endsOn >= today ? here : inYear(yearOf(today) + 1, country);
}
