import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayFrom,
  daysBetween,
  easterSunday,
  lastDayOfMonth,
  mondayOfWeek,
  monthOf,
  nthWeekday,
  weekdayOf,
  yearOf,
} from './calendar-days.ts';

it.each([
  ['2027-02-28', 1, '2027-03-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2027-01-01', -1, '2026-12-31'],
  ['2027-03-28', 1, '2027-03-29'], // a night of changing clocks
  ['2027-06-15', 0, '2027-06-15'],
])('%s and %i days are %s, and so many lie between', (day, count, sum) => {
  expect(addDays(day, count)).toBe(sum);
  expect(daysBetween(day, sum)).toBe(count);
});

it('a day has a weekday, a year and a month', () => {
  expect([weekdayOf('2026-11-29'), weekdayOf('2026-11-26'), weekdayOf('2026-11-28')]).toEqual([0, 4, 6]);
  expect([yearOf('2027-03-09'), monthOf('2027-03-09')]).toEqual([2027, 3]);
});

it.each([
  [2027, 3, 1, '2027-03-01'],
  [2028, 2, 29, '2028-02-29'],
  [2027, 2, 29, undefined],
  [2027, 11, 31, undefined],
  [2027, 13, 1, undefined],
  [2027, 0, 1, undefined],
  [2027, 1, 0, undefined],
  [987, 1, 1, '0987-01-01'],
])('year %i, month %i, day %i is %s', (year, month, day, written) => {
  expect(dayFrom(year, month, day)).toBe(written);
});

it('a month ends with its last day', () => {
  expect([1, 2, 4, 12].map((month) => lastDayOfMonth(2028, month))).toEqual([
    '2028-01-31',
    '2028-02-29',
    '2028-04-30',
    '2028-12-31',
  ]);
});

describe('the nth weekday of a month', () => {
  it.each([
    [2026, 11, 4, 4, '2026-11-26'], // Thanksgiving
    [2026, 11, 0, 1, '2026-11-01'], // the month begins with it
    [2026, 11, 6, 1, '2026-11-07'],
    [2027, 5, 0, -1, '2027-05-30'],
    [2027, 5, 1, -1, '2027-05-31'], // the month ends with it
    [2027, 5, 2, -1, '2027-05-25'],
    [2027, 2, 1, 5, '2027-03-01'],
  ])('in %i-%i, weekday %i, number %i, is %s', (year, month, weekday, nth, day) => {
    expect(nthWeekday(year, month, weekday, nth)).toBe(day);
  });
});

it.each([
  [2026, 1, '2025-12-29'],
  [2026, 53, '2026-12-28'],
  [2027, 1, '2027-01-04'],
  [2021, 1, '2021-01-04'],
  [2023, 1, '2023-01-02'],
])('in %i, week %i begins on %s', (year, week, monday) => {
  expect(mondayOfWeek(year, week)).toBe(monday);
});

it.each([
  '1961-04-02', '1981-04-19', '1954-04-18', '2000-04-23', '2008-03-23', '2011-04-24', '2016-03-27', '2019-04-21', '2024-03-31',
  '2025-04-20', '2026-04-05', '2027-03-28', '2028-04-16', '2038-04-25', '2049-04-18', '2076-04-19', '2285-03-22', '2299-04-16',
])('Easter is on %s', (day) => {
  expect(easterSunday(yearOf(day))).toBe(day);
}); // biome-ignore format: a table
