// Decides how many e-mails a campaign sends, what each is for and when: news in the morning of a good day, the last call on
// the last day. Pure.
import type { BriefReading } from '../contracts/brief-reading.ts';
import type { Email } from '../contracts/email-and-search.ts';
import { addDays, daysBetween, weekdayOf } from '../domain/calendar/calendar-days.ts';
import { instantAt } from '../domain/calendar/wall-time.ts';
import { campaignWeeks, publishingDays } from './campaign-days.ts';
import { emailTimes } from './posting-hours.ts';

export type EmailSlot = Pick<Email, 'id' | 'purpose' | 'sendAt'> & { readonly daysLeft?: number };
type Plannable = Parameters<typeof publishingDays>[0] & Pick<BriefReading, 'period'>;

const REMINDER_DAYS = 3;

/** Two to four, in order of time, one a day at most; fewer where there are fewer days. */
export function planEmails(reading: Plannable, now: string): readonly EmailSlot[] {
  const days = publishingDays(reading, now);
  const { deadline, timeZone } = reading.period;
  const last = days.at(-1) ?? reading.period.endsOn;
  const middle = days[Math.floor(days.length / 2)] ?? last;
  const weeks = campaignWeeks(reading);
  const wishes: readonly (readonly [Email['purpose'], string | undefined])[] = [
    ['announcement', goodDay(days.slice(0, 5))],
    ...(weeks >= 3 ? [['proof', goodDay(days.filter((day) => Math.abs(daysBetween(middle, day)) <= 3))] as const] : []),
    ...(weeks >= 2 && deadline
      ? [['reminder', days.findLast((day) => day <= addDays(deadline, -REMINDER_DAYS))] as const]
      : []),
    [deadline ? 'last-call' : 'reminder', deadline ? last : goodDay(days.slice(-5))],
  ];
  const byDay = new Map<string, Email['purpose']>();
  for (const [purpose, day] of wishes.toReversed()) if (day !== undefined && !byDay.has(day)) byDay.set(day, purpose);
  return [...byDay]
    .toSorted(([left], [right]) => left.localeCompare(right))
    .map(([day, purpose], index) => ({
      id: `email-${index + 1}`,
      purpose,
      // On the very last day people need the day to act; other calls to act are read in the evening.
      sendAt: instantAt(day, purpose === 'reminder' ? emailTimes.action.time : emailTimes.news.time, timeZone),
      ...(deadline !== undefined && day <= deadline ? { daysLeft: daysBetween(day, deadline) } : {}),
    }));
}

/** The first Tuesday or Thursday among the days, else the first working day, else the first. */
const goodDay = (days: readonly string[]): string | undefined =>
  days.find((day) => [emailTimes.news.weekday, emailTimes.action.weekday].includes(weekdayOf(day))) ??
  days.find((day) => ![0, 6].includes(weekdayOf(day))) ??
  days[0];
