import { expect, it } from 'vitest';
import { createAppointments } from './appointments.ts';

it('gives one place after the other, at the pace of the jobs, none sooner than 15 s and none later than 600 s', () => {
  const appointments = createAppointments(2, () => 0);
  for (let job = 0; job < 100; job += 1) appointments.observe(6000);

  const given = Array.from({ length: 300 }, () => appointments.next());

  expect(given.slice(0, 5)).toEqual([15, 15, 15, 15, 15]);
  expect(given.slice(9, 14)).toEqual([30, 33, 36, 39, 42]);
  expect(given.at(-1)).toBe(600);
});

it('forgets places whose time has come', () => {
  let now = 0;
  const appointments = createAppointments(1, () => now);
  for (let turn = 0; turn < 50; turn += 1) appointments.next();
  now = 200_000;

  expect(appointments.next()).toBe(15);
});
