// From the dates and the length that a brief gives to one period: a range that is written out, else a length from a start or up to an end,
// else four weeks; cut at the day on which people can act last.
import type { BriefReading } from '../../../contracts/brief-reading.ts';
import { addDays, daysBetween } from '../../calendar/calendar-days.ts';
import { type BriefField, byDefault, quoted } from '../brief-fields.ts';
import type { Doubt } from '../questions.ts';
import { type CampaignDate, doubtOf, isInDuration } from './campaign-dates.ts';
import { AHEAD_OF, HANDED_OVER, OPEN_ENDED } from './period-words.ts';
import { readDeadline, type Stop } from './read-deadline.ts';
import type { Duration } from './read-duration.ts';
import { isEventGoal, lastDayOf, readEvent } from './read-event.ts';

type Goal = BriefReading['goal'];
type Period = Omit<BriefReading['period'], 'timeZone'>;
const DEFAULT_DAYS = 28;
/** A deadline that much before the end is asked about. */
const CUT_DAYS = 3;
const LONGEST_WITHOUT_YEAR = 300;
const ONE_YEAR = /20\d\d/u;
const TWO_YEARS = /20\d\d.*20\d\d/u;

/** What the form says of the length: the field, and the length in it where one can be read. */
export interface LengthSaid {
  readonly field: BriefField | undefined;
  readonly length: Duration | undefined;
  /** Whoever must be told is told at once, and not so long before the last day. */
  readonly startsNow: boolean;
}

export interface PeriodPlan {
  readonly period: Period;
  /** When the thing itself takes place. */
  readonly eventDay: string | undefined;
  /** What "a day" is counted over: the days of an event, else those of the campaign. */
  readonly countedDays: { readonly startsOn: string; readonly endsOn: string };
  readonly doubts: readonly Doubt[];
}

export function planPeriod(dates: readonly CampaignDate[], said: LengthSaid, goal: Goal, today: string): PeriodPlan {
  const elsewhere = dates.filter((date) => !isInDuration(date));
  const event = readEvent(elsewhere, goal, today);
  const { deadline, doubts } = readDeadline(dates, goal, today);
  const range = rangeIn(said.length ? dates.filter((date) => !isStart(date)) : dates, goal);
  const stop =
    deadline ?? (event && { day: lastDayOf(event, goal), said: event }) ?? namedDay(dates, said, range, today);
  const drafted = range ? byRange(range, said, stop, today) : byLength(dates, said, stop, today);
  const { period, doubts: asked } = cutAt(drafted, stop, range, said);
  return { period, eventDay: event?.startsOn, countedDays: event ?? period, doubts: [...doubts, ...asked] };
}

/** "6 weeks from mid-January" begin with it. */
const isStart = (date: CampaignDate): boolean => isInDuration(date) && date.relation === 'from';

const isRange = ({ startsOn, endsOn, relation }: CampaignDate): boolean =>
  startsOn !== endsOn && relation !== 'until' && relation !== 'for';

/** The form's own range before one elsewhere; days of an event and of handing over goods are no range of the campaign. */
function rangeIn(dates: readonly CampaignDate[], goal: Goal): CampaignDate | undefined {
  const ranges = dates.filter(isRange);
  const inDuration = ranges.filter(isInDuration);
  const elsewhere = ranges.filter(({ label }) => !label);
  return (
    inDuration.find(({ approximate }) => !approximate) ??
    inDuration[0] ??
    elsewhere.find(({ relation }) => relation === 'from') ??
    elsewhere.find(
      (date) => !isEventGoal(goal) && !date.approximate && !HANDED_OVER.test(date.field.text.slice(0, date.index)),
    )
  );
}

/** A day that stands alone for the length ("28 mars"), or that an objective gives to "until the vote". */
function namedDay(
  dates: readonly CampaignDate[],
  { field, length }: LengthSaid,
  range: CampaignDate | undefined,
  today: string,
): Stop | undefined {
  const isOpen = OPEN_ENDED.test(field?.text ?? '');
  const days = dates.filter(
    ({ relation, approximate, startsOn }) =>
      (relation === 'on' || relation === 'for') && !approximate && startsOn >= today,
  );
  const alone = length || range ? undefined : days.findLast(isInDuration);
  const said = (isOpen ? days.find((date) => !isInDuration(date) && date.relation === 'on') : undefined) ?? alone;
  return said && { day: said.endsOn, said };
}

const later = (one: string, other: string): string => (one > other ? one : other);

interface Draft {
  readonly period: Period;
  readonly doubts: readonly Doubt[];
}

function byRange(range: CampaignDate, said: LengthSaid, stop: Stop | undefined, today: string): Draft {
  const tomorrow = addDays(today, 1);
  const doubts: Doubt[] = [];
  const backwards = endBeforeStart(range);
  if (backwards) doubts.push(doubtOf(range, 'end-before-start', backwards));
  if (range.endsOn < tomorrow) doubts.push(doubtOf(range, 'in-the-past', [range.text, range.endsOn]));
  const isUsable = !backwards && range.endsOn >= tomorrow;
  const begins = beginOf(range, said);
  const startsOn = isUsable ? later(begins, tomorrow) : tomorrow;
  const endsOn = isUsable ? range.endsOn : addDays(tomorrow, DEFAULT_DAYS - 1);
  if (isUsable && stop && stop.day < startsOn) doubts.push(doubtOf(range, 'end-before-start', [startsOn, stop.day]));
  return {
    period: { startsOn, endsOn, approximate: range.approximate, from: quoted(range.field, range.text) },
    doubts,
  };
}

/** Both days as they were meant, if the end comes before the start: "du 15 mars au 1er mars" is no campaign of a year. */
function endBeforeStart({ startsOn, endsOn, text }: CampaignDate): readonly [start: string, end: string] | undefined {
  if (endsOn < startsOn) return [startsOn, endsOn];
  // With a year for each, or where the calendar goes on, so long a time is meant.
  const isBack = endsOn.slice(5) < startsOn.slice(5) && !TWO_YEARS.test(text);
  if (!isBack || daysBetween(startsOn, endsOn) <= LONGEST_WITHOUT_YEAR) return undefined;
  const year = ONE_YEAR.exec(text)?.[0] ?? startsOn.slice(0, 4);
  return [year + startsOn.slice(4), year + endsOn.slice(4)];
}

/** "8 weeks before the fair" of three days: a length that is longer than the days named elsewhere leads up to them. */
function beginOf({ startsOn, endsOn, field: named }: CampaignDate, { length, field }: LengthSaid): string {
  const leadsUp = length && named !== field && length.days > daysBetween(startsOn, endsOn) + 1;
  if (!leadsUp) return startsOn;
  return AHEAD_OF.test(field?.text ?? '') ? addDays(startsOn, -length.days) : addDays(endsOn, 1 - length.days);
}

/** So long from the day that is said, else up to the end, else from tomorrow. */
function byLength(dates: readonly CampaignDate[], said: LengthSaid, stop: Stop | undefined, today: string): Draft {
  const { field, length, startsNow } = said;
  const tomorrow = addDays(today, 1);
  const inDuration = dates.filter(isInDuration);
  const start = inDuration.find(isStart);
  const begins = start && start.startsOn >= today ? start : undefined;
  const days = length?.days ?? (stop ? undefined : DEFAULT_DAYS);
  const backwards = stop && days !== undefined && !start && !startsNow ? addDays(stop.day, 1 - days) : tomorrow;
  const startsOn = begins?.startsOn ?? later(backwards, tomorrow);
  const endsOn = days === undefined ? (stop?.day ?? startsOn) : addDays(startsOn, days - 1);
  const from = fromWords(begins, said, stop);
  const doubts: Doubt[] = [];
  if (start && !begins) doubts.push(doubtOf(start, 'in-the-past', [start.text, start.startsOn]));
  const isTooLate = stop !== undefined && stop.day < startsOn;
  if (isTooLate) doubts.push({ about: 'period', from, kind: 'end-before-start', parts: [startsOn, stop.day] });
  const isUnread = !length && !inDuration.some(({ relation, endsOn: last }) => relation !== 'on' || last >= today);
  if (field && isUnread && !(stop && OPEN_ENDED.test(field.text)))
    doubts.push({
      about: 'period',
      from: quoted(field, field.text),
      kind: 'no-duration',
      parts: [field.text, stop?.day ?? endsOn],
    });
  return {
    period: { startsOn: isTooLate ? tomorrow : startsOn, endsOn, approximate: begins?.approximate ?? false, from },
    doubts,
  };
}

function fromWords(begins: CampaignDate | undefined, { field, length }: LengthSaid, stop: Stop | undefined) {
  if (begins) return quoted(begins.field, begins.text);
  if (length && field) return quoted(field, length.text);
  return stop ? quoted(stop.said.field, stop.said.text) : byDefault;
}

/** Nothing runs on after people can no longer act; a person is asked where that takes more than some days away. */
function cutAt(
  { period, doubts }: Draft,
  stop: Stop | undefined,
  range: CampaignDate | undefined,
  { field, length }: LengthSaid,
): Draft {
  const { startsOn } = period;
  const deadline = stop && stop.day >= startsOn ? stop.day : undefined;
  const isCut = deadline !== undefined && deadline < period.endsOn;
  const said = range ?? (length && field ? { field, text: length.text } : undefined);
  const asked =
    isCut && said && daysBetween(deadline, period.endsOn) > CUT_DAYS
      ? [doubtOf(said, 'deadline-cuts', [said.text, period.endsOn, deadline])]
      : [];
  const endsOn = later(startsOn, isCut ? deadline : period.endsOn);
  return { period: { ...period, endsOn, ...(deadline ? { deadline } : {}) }, doubts: [...doubts, ...asked] };
}
