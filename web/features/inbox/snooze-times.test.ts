import { expect, it } from 'vitest';
import { snoozeNames, snoozeUntil } from './snooze-times.ts';

it.each([
  ['a Thursday', new Date(2026, 10, 26, 15, 30), ['26 18:30', '27 9:0', '30 9:0']],
  ['a Sunday evening', new Date(2026, 10, 29, 23, 0), ['30 2:0', '30 9:0', '30 9:0']],
  ['a Monday morning', new Date(2026, 10, 30, 8, 0), ['30 11:0', '1 9:0', '7 9:0']],
] as const)(
  'puts aside for three hours, to the next morning, or to the Monday that follows: %s',
  (_day, now, times) => {
    const named = snoozeNames.map((name) => {
      const until = snoozeUntil(name, now);
      return `${until.getDate()} ${until.getHours()}:${until.getMinutes()}`;
    });
    expect(named).toEqual(times);
  },
);
