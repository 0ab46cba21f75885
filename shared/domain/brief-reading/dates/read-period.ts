// From every expression of time in a brief to one period: first day, last day, deadline, and the days it names.

import type { BriefReading, GoalKind, Moment, ReadFrom } from '../../../contracts/brief-reading.ts';
import type { Language } from '../../../contracts/language.ts';
import { addDays, daysBetween } from '../../calendar/calendar-days.ts';
import { type BriefField, byDefault, quoted } from '../brief-fields.ts';
import { clausesOf } from '../clauses.ts';
import { isSecret } from '../for-the-team.ts';
import type { Doubt } from '../questions.ts';
import type { DateContext, DateFinding } from './date-finding.ts';
import { findDates, lastPushFor } from './find-dates.ts';
import { type Duration, readDuration } from './read-duration.ts';

const EVENT_GOALS: readonly GoalKind[] = ['sign-up', 'visit'];
const DEFAULT_DAYS = 28;
const DURATION_FIELD = 'campaignGoals.duration';
/** Fields in which a date says something about the campaign; a date in the history of the company does not. */
const TIMED_FIELDS = /^(?:campaignGoals\.objectives\.\d+|name|campaignGoals\.duration|brandIdentity\.tone)$/u;

interface Placed extends DateFinding {
  readonly field: BriefField;
}

export interface PeriodRead {
  readonly period: Omit<BriefReading['period'], 'timeZone'>;
  readonly moments: readonly Moment[];
  /** Spans that are dates, for readers that look for other things. */
  readonly eventDay: string | undefined;
  readonly doubts: readonly Doubt[];
}

export function readPeriod(
  fields: readonly BriefField[],
  context: DateContext,
  { language, goal }: { readonly language: Language; readonly goal: BriefReading['goal'] },
): PeriodRead {
  const timed = fields.filter(({ path }) => TIMED_FIELDS.test(path));
  const doubts: Doubt[] = [];
  const placed: Placed[] = timed.flatMap((field) => {
    const { findings, refusals } = findDates(field.text, context);
    for (const { doubt, text } of refusals)
      if (doubt.kind !== 'needs-event') doubts.push({ about: 'period', from: quoted(field, text), ...doubt });
    return findings
      .filter(
        (finding) =>
          !isHistory(field.text, finding) &&
          !LEADS_UP.test(finding.text) &&
          !isKept(field.text, finding) &&
          // A name says when the thing itself is; "avant le 12 mars" in a slogan sets no deadline.
          (field.path !== 'name' || finding.relation === 'on'),
      )
      .map((finding) => ({ ...finding, field }));
  });
  for (const { doubts: own, field, text } of placed)
    for (const doubt of own) doubts.push({ about: 'period', from: quoted(field, text), ...doubt });
  const duration = fields.find(({ path }) => path === DURATION_FIELD);
  const length =
    duration &&
    readDuration(
      withoutDates(
        duration.text,
        placed.filter(({ field }) => field === duration),
      ),
    );
  const plan = planFrom(placed, length, duration, context, goal);
  return {
    ...plan,
    doubts: [...doubts, ...plan.doubts],
    moments: momentsFrom(placed, language, context.today, isEventGoal(goal)),
  };
}

/** Until when a secret is kept is no date of the campaign. */
const isKept = (text: string, { text: written }: DateFinding): boolean =>
  clausesOf(text).some((clause) => clause.includes(written) && isSecret(clause));

/** Sessions of which each day is one: people can still come on the last. */
const EACH_DAY =
  /(?<![\p{L}])(?:par jour|chaque jour|tous les jours|per day|each day|every day|daily|sang|blood)(?![\p{L}])/iu;

const BLOOD = /(?<![\p{L}])(?:sang|plasma|plaquettes|blood|platelets?)(?![\p{L}])/iu;

/** Tickets are bought until the event begins. */
const TICKETS = /(?<![\p{L}])(?:billets?|tickets?|pass(?:es)?|places?|seats?|entr[ée]es)(?![\p{L}])/iu;
const isEventGoal = ({ kind, from }: BriefReading['goal']): boolean =>
  EVENT_GOALS.includes(kind) ||
  (kind === 'buy' && TICKETS.test(from.quote)) ||
  (kind === 'book' && BLOOD.test(from.quote));

/** "Since 2009" is the past, and "not a gift for Christmas" no date of the campaign. */
const isHistory = (text: string, { index }: DateFinding): boolean =>
  /\b(?:pas (?:en|un)(?: cadeau(?: de| d'| pour)?)?|not (?:as )?a(?: gift| present)?(?: for)?|depuis|since|fond[ée]e? (?:le|en)|(?:a|ai|ont|avons|was|were|have|has|we) (?:ouverte?s?|opened|launched|started|lanc[ée]e?s?|commenc[ée]|d[ée]marr[ée])(?: (?:en|le|on|in))?|established|founded(?: on| in)?|created(?: on| in)?|cr[ée][ée]e? (?:le|en))\s*(?:le |the )?$/iu.test(
    text.slice(0, index),
  );

/** "8 weeks before the fair" is a length, and no day that is over. */
const LEADS_UP = /\s(?:before|avant)$/iu;

const withoutDates = (text: string, findings: readonly DateFinding[]): string =>
  findings.reduce(
    (rest, { index, text: written }) =>
      rest.slice(0, index) + ' '.repeat(written.length) + rest.slice(index + written.length),
    text,
  );

/** "Order by 14 Dec, collect 22-24 Dec": the days on which goods are handed over come after the campaign. */
const isCollection = ({ field, index }: Placed): boolean =>
  /(?:collect(?:ion|ed)?|pick[- ]?up|deliver(?:y|ed|ies)?|retrait|retirer|[àa] retirer|livraisons?|livr[ée]e?s?)\b[^.;]{0,20}$/iu.test(
    field.text.slice(0, index),
  );

/** What a second objective wants by January ends no campaign that is said to run until March. */
const isOfAnotherAim = ({ field, endsOn }: Placed, goalFrom: ReadFrom, inDuration: readonly Placed[]): boolean =>
  field.path.startsWith('campaignGoals.objectives.') &&
  field.path !== goalFrom.field &&
  inDuration.some((said) => said.endsOn > endsOn);

type Plan = Pick<PeriodRead, 'period' | 'eventDay'> & { readonly doubts: readonly Doubt[] };

function planFrom(
  placed: readonly Placed[],
  length: Duration | undefined,
  duration: BriefField | undefined,
  { today }: DateContext,
  { kind: goal, from: goalFrom, ...rest }: BriefReading['goal'],
): Plan {
  const isEvent = isEventGoal({ kind: goal, from: goalFrom, ...rest });
  const doubts: Doubt[] = [];
  const tomorrow = addDays(today, 1);
  const inDuration = placed.filter(({ field }) => field.path === DURATION_FIELD);
  const elsewhere = placed.filter(({ field }) => field.path !== DURATION_FIELD);
  const isRange = ({ startsOn, endsOn, relation }: Placed) =>
    startsOn !== endsOn && relation !== 'until' && relation !== 'for';
  const events = elsewhere.filter(
    (finding) =>
      isEvent && finding.relation === 'on' && !finding.approximate && !finding.isLabel && finding.startsOn >= today,
  );
  const event = events.find(({ field }) => field.path === goalFrom.field) ?? events[0];
  const range =
    inDuration.find((finding) => isRange(finding) && !finding.approximate) ??
    inDuration.find(isRange) ??
    elsewhere.find((finding) => isRange(finding) && finding !== event && !finding.label && finding.relation !== 'on') ??
    elsewhere.find(
      (finding) => isRange(finding) && !isEvent && !finding.label && !finding.approximate && !isCollection(finding),
    );
  const start = inDuration.find(({ relation }) => relation === 'from');
  const ends = [...inDuration, ...elsewhere].filter(
    (finding) =>
      (finding.relation === 'until' || (finding.relation === 'for' && goal === 'buy')) &&
      !isOfAnotherAim(finding, goalFrom, inDuration),
  );
  for (const goods of ends.filter(({ relation }) => relation === 'for'))
    doubts.push({
      about: 'period',
      from: quoted(goods.field, goods.text),
      kind: 'delivery-before',
      parts: [goods.text, lastPushFor(goods.startsOn)],
    });
  const lastDays = ends
    .map((end) => ({ end, day: end.relation === 'for' ? lastPushFor(end.startsOn) : end.endsOn }))
    .filter(({ end, day }) => {
      if (day >= today) return true;
      doubts.push({ about: 'period', from: quoted(end.field, end.text), kind: 'in-the-past', parts: [end.text, day] });
      return false;
    })
    .toSorted((left, right) => left.day.localeCompare(right.day));
  const deadlines = [...new Map(lastDays.map((entry) => [entry.day, entry])).values()];
  const [first, second] = deadlines;
  if (first && second)
    doubts.push({
      about: 'period',
      from: quoted(second.end.field, second.end.text),
      kind: 'two-deadlines',
      parts: [first.day, second.day],
    });

  // People can still come on the last day of an exhibition; they can register until the event begins.
  const eventStop = event && (goal === 'visit' || EACH_DAY.test(event.field.text) ? event.endsOn : event.startsOn);
  const named = isOpenEnded(duration)
    ? elsewhere.find(({ relation, approximate, startsOn }) => relation === 'on' && !approximate && startsOn >= today)
    : undefined;
  const stopAt = first?.day ?? eventStop ?? named?.endsOn;
  const sayStop = first?.end ?? event ?? named;
  let from: ReadFrom = byDefault;
  let approximate = false;
  let startsOn = tomorrow;
  let endsOn: string;
  if (range) {
    from = quoted(range.field, range.text);
    approximate = range.approximate;
    const backwards = endBeforeStart(range);
    if (backwards) doubts.push({ about: 'period', from, kind: 'end-before-start', parts: [range.startsOn, backwards] });
    if (range.endsOn < today)
      doubts.push({ about: 'period', from, kind: 'in-the-past', parts: [range.text, range.endsOn] });
    const isUsable = !backwards && range.endsOn >= tomorrow;
    const begins = beginBefore(range, length, duration);
    startsOn = isUsable && begins > tomorrow ? begins : tomorrow;
    endsOn = isUsable ? range.endsOn : addDays(tomorrow, DEFAULT_DAYS - 1);
    if (isUsable && stopAt && stopAt < startsOn)
      doubts.push({ about: 'period', from, kind: 'end-before-start', parts: [startsOn, stopAt] });
  } else {
    const days = length?.days ?? (stopAt ? undefined : DEFAULT_DAYS);
    if (length && duration) from = quoted(duration, length.text);
    else if (sayStop) from = quoted(sayStop.field, sayStop.text);
    if (start && start.startsOn >= today) {
      startsOn = start.startsOn;
      from = quoted(start.field, start.text);
      approximate = start.approximate;
    } else if (start)
      doubts.push({
        about: 'period',
        from: quoted(start.field, start.text),
        kind: 'in-the-past',
        parts: [start.text, start.startsOn],
      });
    else if (stopAt && days !== undefined) {
      const backwards = addDays(stopAt, 1 - days);
      if (backwards > tomorrow) startsOn = backwards;
    }
    endsOn = days !== undefined ? addDays(startsOn, days - 1) : (stopAt ?? addDays(startsOn, DEFAULT_DAYS - 1));
    if (stopAt && stopAt < startsOn) {
      doubts.push({ about: 'period', from, kind: 'end-before-start', parts: [startsOn, stopAt] });
      startsOn = tomorrow;
    }
    if (!length && duration && !inDuration.length && !(stopAt && isOpenEnded(duration)))
      doubts.push({
        about: 'period',
        from: quoted(duration, duration.text),
        kind: 'no-duration',
        parts: [duration.text, stopAt ?? endsOn],
      });
  }
  if (startsOn < tomorrow) startsOn = startsOn < today ? tomorrow : startsOn;
  const deadline = stopAt !== undefined && stopAt >= startsOn ? stopAt : undefined;
  if (deadline !== undefined && deadline < endsOn) {
    const said = range ?? (length && duration ? { field: duration, text: length.text } : undefined);
    if (said && daysBetween(deadline, endsOn) > 3)
      doubts.push({
        about: 'period',
        from: quoted(said.field, said.text),
        kind: 'deadline-cuts',
        parts: [said.text, endsOn, deadline],
      });
    endsOn = deadline;
  }
  if (endsOn < startsOn) endsOn = startsOn;
  return {
    period: { startsOn, endsOn, ...(deadline ? { deadline } : {}), approximate, from },
    eventDay: event?.startsOn,
    doubts,
  };
}

/** "Until the vote" runs to the day that an objective gives to it. */
const isOpenEnded = (duration: BriefField | undefined): boolean =>
  /^\P{N}{0,12}(?:until|till|up to|jusqu'(?:au|[àa]|aux))\s\P{N}+$/iu.test(duration?.text ?? '');

/** "8 weeks before the fair" of three days: a length that is longer than the days named elsewhere leads up to them. */
function beginBefore(range: Placed, length: Duration | undefined, duration: BriefField | undefined): string {
  const isEvent = length && range.field !== duration && length.days > daysBetween(range.startsOn, range.endsOn) + 1;
  if (!isEvent) return range.startsOn;
  const isBefore = /(?<![\p{L}])(?:before|ahead of|leading|run-?up|avant|en amont)(?![\p{L}])/iu.test(
    duration?.text ?? '',
  );
  return isBefore ? addDays(range.startsOn, -length.days) : addDays(range.endsOn, 1 - length.days);
}

/** The end as it was meant, if it comes before the start: "du 15 mars au 1er mars" is no campaign of a year. */
function endBeforeStart({ startsOn, endsOn, text }: Placed): string | undefined {
  if (endsOn < startsOn) return endsOn;
  const isOverYear = daysBetween(startsOn, endsOn) > LONGEST_WITHOUT_YEAR && !/20\d\d/u.test(text);
  return isOverYear ? `${Number(endsOn.slice(0, 4)) - 1}${endsOn.slice(4)}` : undefined;
}
const LONGEST_WITHOUT_YEAR = 300;

const MOST_MOMENTS = 12;

function momentsFrom(placed: readonly Placed[], language: Language, today: string, isEvent: boolean): Moment[] {
  const moments = placed
    .filter(({ endsOn, field, label }) => endsOn >= today && (field.path !== DURATION_FIELD || label))
    .flatMap((finding): Moment[] => {
      const { startsOn, endsOn, relation, label, text, field } = finding;
      const kind =
        relation === 'until' || relation === 'for'
          ? 'deadline'
          : relation === 'from'
            ? 'opening'
            : label
              ? 'named-day'
              : isEvent
                ? 'event'
                : undefined;
      if (!kind || (startsOn !== endsOn && kind === 'event' && daysBetween(startsOn, endsOn) > 10)) return [];
      return [
        {
          kind,
          label: label?.[language] ?? text.replace(/^(?:on|le|the)\s/iu, '').slice(0, 120),
          startsOn,
          endsOn,
          from: quoted(field, text),
        },
      ];
    })
    .toSorted((left, right) => left.startsOn.localeCompare(right.startsOn));
  const distinct = new Map(moments.map((moment) => [`${moment.kind} ${moment.startsOn}`, moment]));
  return [...distinct.values()].slice(0, MOST_MOMENTS);
}
