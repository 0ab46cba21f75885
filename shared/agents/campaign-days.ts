// The days on which a campaign may publish: its period from the reading, without what the brief excludes, public holidays
// of the audience's country, and whatever is past when the plan is made. Pure.
import type { BriefReading } from '../contracts/brief-reading.ts';
import { addDays, daysBetween, weekdayOf } from '../domain/calendar/calendar-days.ts';
import { isPublicHoliday } from '../domain/calendar/public-holidays.ts';
import { dayAt, instantAt } from '../domain/calendar/wall-time.ts';

type Plannable = Pick<BriefReading, 'period' | 'constraints' | 'moments' | 'audience'>;

export interface CampaignPeriod {
  readonly startsAt: string;
  /** The midnight after the last day. */
  readonly endsAt: string;
}

/** From the first to the last midnight, on the clocks of the campaign. */
export const campaignPeriod = ({ period }: Pick<BriefReading, 'period'>): CampaignPeriod => ({
  startsAt: instantAt(period.startsOn, '00:00', period.timeZone),
  endsAt: instantAt(addDays(period.endsOn, 1), '00:00', period.timeZone),
});

/** Weeks that the campaign touches, at least one. */
export const campaignWeeks = ({ period }: Pick<BriefReading, 'period'>): number =>
  Math.max(1, Math.ceil((daysBetween(period.startsOn, period.endsOn) + 1) / 7));

/**
 * In order, never empty. Nothing after the deadline. Holidays are left out unless the brief names the day itself; when exclusions would
 * leave nothing, they give way, the brief's own last. A plan made after the end has the next day alone: a person waited too long.
 */
export function publishingDays(reading: Plannable, now: string): readonly string[] {
  const { period, moments, audience } = reading;
  const tomorrow = addDays(dayAt(now, period.timeZone), 1);
  const first = latest(period.startsOn, tomorrow);
  const last = earliest(period.endsOn, period.deadline ?? period.endsOn);
  if (last < first) return [first];
  const all = Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index));
  const allowed = all.filter((day) => !isExcluded(day, reading));
  const isNamed = (day: string) => moments.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
  const open = allowed.filter((day) => isNamed(day) || !isPublicHoliday(day, audience.country));
  return [open, allowed, all].find((days) => days.length > 0) ?? [first];
}

const earliest = (...days: readonly string[]): string => days.toSorted()[0] ?? '';
const latest = (...days: readonly string[]): string => days.toSorted().at(-1) ?? '';

const isExcluded = (day: string, { constraints }: Plannable): boolean =>
  constraints.some(({ kind, value }) => kind === 'no-posts-on' && (value === String(weekdayOf(day)) || value === day));
