// Days on which a country is closed, as of its laws in 2026: nothing is published then without a reason. Countries that a
// brief can be recognised to speak of; elsewhere none is known. The test compares them with a kept library.
import { addDays, easterSunday, nthWeekday, weekdayOf, yearOf } from './calendar-days.ts';

const onDay = (monthAndDay: string) => (year: number) => `${year}-${monthAndDay}`;
const fromEaster = (offset: number) => (year: number) => addDays(easterSunday(year), offset);
const nth =
  (month: number, weekday: number, count: number, offset = 0) =>
  (year: number) =>
    addDays(nthWeekday(year, month, weekday, count), offset);
/** The Monday before 25 May. */
const victoriaDay = (year: number) => addDays(`${year}-05-25`, -((weekdayOf(`${year}-05-25`) + 6) % 7 || 7));

const goodFriday = fromEaster(-2);
const easterMonday = fromEaster(1);
const ascension = fromEaster(39);
const whitMonday = fromEaster(50);

const holidays: Readonly<Record<string, readonly ((year: number) => string)[]>> = {
  FR: [onDay('01-01'), easterMonday, onDay('05-01'), ascension, onDay('05-08'), whitMonday, onDay('07-14'), onDay('08-15'), onDay('11-01'), onDay('11-11'), onDay('12-25')],
  BE: [onDay('01-01'), easterMonday, onDay('05-01'), ascension, whitMonday, onDay('07-21'), onDay('08-15'), onDay('11-01'), onDay('11-11'), onDay('12-25')],
  // Those that all or nearly all cantons keep.
  CH: [onDay('01-01'), goodFriday, easterMonday, ascension, whitMonday, onDay('08-01'), onDay('12-25')],
  GB: [onDay('01-01'), goodFriday, easterMonday, nth(5, 1, 1), nth(5, 1, -1), nth(8, 1, -1), onDay('12-25'), onDay('12-26')],
  US: [onDay('01-01'), nth(1, 1, 3), nth(2, 1, 3), nth(5, 1, -1), onDay('06-19'), onDay('07-04'), nth(9, 1, 1), nth(10, 1, 2), onDay('11-11'), nth(11, 4, 4), onDay('12-25')],
  CA: [onDay('01-01'), goodFriday, victoriaDay, onDay('07-01'), nth(9, 1, 1), onDay('09-30'), nth(10, 1, 2), onDay('11-11'), onDay('12-25')],
}; // biome-ignore format: a table

/** Whether a country is closed on a day; false where the country is not known. */
export const isPublicHoliday = (day: string, country: string | undefined): boolean =>
  (holidays[country ?? ''] ?? []).some((inYear) => inYear(yearOf(day)) === day);
