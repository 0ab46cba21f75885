import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { addDays } from './calendar-days.ts';
import { isPublicHoliday } from './public-holidays.ts';

/** Days the library lists and a whole country does not keep: parts of it, or a second day off for one on a weekend. */
const NOT_EVERYWHERE =
  /substitute|Ostersonntag|Pfingstsonntag|Eidg|Stephanstag|Berchtold|National Patriots|National Holiday/u;

describe('public holidays', () => {
  it.each(['FR', 'BE', 'CH', 'GB', 'US', 'CA'])(
    'of %s are those that a kept library lists, from 2026 to 2030',
    (country) => {
      const library = country === 'GB' ? new Holidays('GB', 'ENG') : new Holidays(country);
      for (let year = 2026; year <= 2030; year += 1) {
        const listed = library
          .getHolidays(year)
          .filter(({ type, name }) => type === 'public' && !NOT_EVERYWHERE.test(name))
          .map(({ date }) => date.slice(0, 10));
        for (const day of listed) expect([day, isPublicHoliday(day, country)]).toEqual([day, true]);
      }
    },
  );

  it.each(['2026-05-18', '2027-05-24', '2028-05-22', '2029-05-21', '2030-05-20'])(
    'of Canada have Victoria Day on the Monday before 25 May: %s',
    (day) => {
      const year = day.slice(0, 4);
      const week = Array.from({ length: 14 }, (_, index) => addDays(`${year}-05-14`, index));
      expect(week.filter((one) => isPublicHoliday(one, 'CA'))).toEqual([day]);
    },
  );

  it('are few, and none where the country is not known', () => {
    const days = Array.from({ length: 365 }, (_, index) => addDays('2027-01-01', index));
    for (const country of ['FR', 'BE', 'CH', 'GB', 'US', 'CA'])
      expect(days.filter((day) => isPublicHoliday(day, country)).length).toBeLessThanOrEqual(11);
    expect(days.filter((day) => isPublicHoliday(day, undefined))).toEqual([]);
  });
});
