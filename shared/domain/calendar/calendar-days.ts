// Arithmetic on days written as "2027-03-01": no clock, no time zone.

const DAY_MILLISECONDS = 86_400_000;

const instantOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** "2027-02-28" + 1 = "2027-03-01". */
export const addDays = (day: string, count: number): string => dayOf(instantOf(day) + count * DAY_MILLISECONDS);

/** Whole days from one to the other: 0 for the same day, negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((instantOf(to) - instantOf(from)) / DAY_MILLISECONDS);

/** 0 Sunday to 6 Saturday. */
export const weekdayOf = (day: string): number => new Date(instantOf(day)).getUTCDay();

export const yearOf = (day: string): number => Number(day.slice(0, 4));
export const monthOf = (day: string): number => Number(day.slice(5, 7));

/** The day, or undefined where the calendar has none (31 November, 29 February 2027). */
export function dayFrom(year: number, month: number, day: number): string | undefined {
  const written = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const instant = instantOf(written);
  return Number.isNaN(instant) || dayOf(instant) !== written ? undefined : written;
}

export const lastDayOfMonth = (year: number, month: number): string =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

/** The nth (1 to 5, or -1 for the last) of a weekday in a month. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): string {
  if (nth < 0) {
    const last = lastDayOfMonth(year, month);
    return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
  }
  const first = dayOf(Date.UTC(year, month - 1, 1));
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7);
}

/** Monday of an ISO week: week 1 holds 4 January. */
export function mondayOfWeek(year: number, week: number): string {
  const fourth = dayOf(Date.UTC(year, 0, 4));
  return addDays(fourth, -((weekdayOf(fourth) + 6) % 7) + (week - 1) * 7);
}

/** Western Easter Sunday (the Gregorian computus). */
export function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const epact = (century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 19 * golden + 15) % 30;
  const full = epact - Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const weekday = (year + Math.floor(year / 4) + full + 2 - century + Math.floor(century / 4)) % 7;
  return addDays(dayOf(Date.UTC(year, 2, 28)), full - weekday);
}
