import { expect, it } from 'vitest';
import { dayAt, instantAt } from './wall-time.ts';

it.each([
  ['2027-01-11', '10:00', 'Europe/Paris', '2027-01-11T09:00:00.000Z'],
  ['2027-07-11', '10:00', 'Europe/Paris', '2027-07-11T08:00:00.000Z'],
  ['2027-03-28', '02:30', 'Europe/Paris', '2027-03-28T01:30:00.000Z'], // skipped by the clocks: an hour later on them
  ['2027-03-28', '09:00', 'Europe/Paris', '2027-03-28T07:00:00.000Z'],
  ['2027-03-14', '09:00', 'America/New_York', '2027-03-14T13:00:00.000Z'],
  ['2027-02-01', '12:30', 'America/Halifax', '2027-02-01T16:30:00.000Z'],
  ['2027-02-01', '00:00', 'Asia/Kolkata', '2027-01-31T18:30:00.000Z'],
  ['2027-02-01', '12:00', 'Etc/UTC', '2027-02-01T12:00:00.000Z'],
])('%s %s in %s is %s', (day, time, timeZone, instant) => expect(instantAt(day, time, timeZone)).toBe(instant));

it('reads the day where people are', () => {
  expect(dayAt('2027-01-31T23:30:00.000Z', 'Europe/Paris')).toBe('2027-02-01');
  expect(dayAt('2027-02-01T03:30:00.000Z', 'America/Toronto')).toBe('2027-01-31');
});
