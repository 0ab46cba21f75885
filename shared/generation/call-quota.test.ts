import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import { defaultMonthlyCalls, defaultMonthlyMicroUsd } from '../contracts/limits.ts';
import { storedKeys as keys } from '../data/testing/stored-keys.ts';
import type { Member } from '../domain/accounts/membership.ts';
import { type createCallQuota, endOfMonth } from './call-quota.ts';
import { wireCallQuota } from './wire-call-quota.ts';

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
let quota: ReturnType<typeof createCallQuota>;
let now: Date;
let persons = 0;
let person: Member;
beforeAll(async () => {
  memory = await startMemoryTable();
  ({ quota } = wireCallQuota(memory.table, () => now));
});
afterAll(() => memory.stop());
beforeEach(() => {
  now = new Date('2026-11-30T23:59:59.000Z');
  const userId = `person-${persons++}`;
  person = { userId, workspaceId: `wsp_${userId}` };
});
let taken = 0;
const take = (name = `direct/call-${taken++}`) => quota.take(person, name);
const grant = (monthlyCalls: number, shares?: Record<string, number>) =>
  memory.table.put(keys.workspace(person.workspaceId), { workspaceId: person.workspaceId, monthlyCalls, shares });

it('is the default for a workspace that was granted nothing else, even before it is written', async () => {
  expect(await quota.state(person)).toEqual({
    month: '2026-11',
    limit: defaultMonthlyCalls,
    used: 0,
    remaining: defaultMonthlyCalls,
    resetsAt: '2026-12-01T00:00:00.000Z',
    money: {
      limitMicroUsd: defaultMonthlyMicroUsd,
      usedMicroUsd: 0,
      remainingMicroUsd: defaultMonthlyMicroUsd,
    },
  });
  expect(await take()).toBe(true);
  expect(await quota.state(person)).toMatchObject({ used: 1, remaining: defaultMonthlyCalls - 1 });
});

it('refuses the third call of two, and begins anew with the month', async () => {
  await grant(2);
  expect([await take(), await take(), await take()]).toEqual([true, true, false]);
  now = new Date('2026-12-01T00:00:00.000Z');
  expect(await quota.state(person)).toMatchObject({ month: '2026-12', used: 0, remaining: 2 });
  expect(await take()).toBe(true);
});

it('gives exactly what is left to however many ask at once', async () => {
  await grant(5);
  const answers = await Promise.all(Array.from({ length: 20 }, () => take()));
  expect(answers.filter(Boolean)).toHaveLength(5);
});

it('is never less than nothing, not even when an operator lowers it below what was used', async () => {
  await grant(3);
  for (let call = 0; call < 3; call += 1) await take();
  await grant(1);
  expect(await quota.state(person)).toMatchObject({ limit: 1, used: 3, remaining: 0 });
  expect(await take()).toBe(false);
});

it('is shared by all in a workspace, and below it each has their share', async () => {
  const other = { ...person, userId: `${person.userId}-other` };
  await grant(4, { [person.userId]: 2 });
  expect([await take(), await take(), await take()]).toEqual([true, true, false]);
  expect(await quota.state(person)).toMatchObject({ limit: 2, used: 2, remaining: 0 });
  expect(await quota.state(other)).toMatchObject({ limit: 4, used: 0, remaining: 2 });
  const takeFor = (member: Member, name: string) => quota.take(member, name);
  expect([await takeFor(other, 'direct/1'), await takeFor(other, 'direct/2')]).toEqual([true, true]);
  expect(await takeFor(other, 'direct/3')).toBe(false);
  await grant(1, { [person.userId]: 9 });
  expect(await quota.state(person)).toMatchObject({ limit: 1, remaining: 0 });
});

it('takes a call again that was given back', async () => {
  await grant(1);
  await take('direct/given-back');
  await quota.giveBack(person, 'direct/given-back');
  expect(await take()).toBe(true);
});

it('counts a call that was taken by a run that died once, when its step is repeated', async () => {
  await grant(1);
  expect([await take('cmp_1/research.1.text-1'), await take('cmp_1/research.1.text-1')]).toEqual([true, true]);
  expect(await quota.state(person)).toMatchObject({ used: 1, remaining: 0 });
});

it('gives back what was taken and never made, once its process must be dead', async () => {
  await grant(1);
  now = new Date('2026-11-23T10:00:00.000Z');
  await take();
  now = new Date('2026-11-23T10:15:00.000Z');
  expect([await take(), (await quota.state(person)).used]).toEqual([false, 1]);
  now = new Date('2026-11-23T10:15:01.000Z');
  expect(await quota.state(person)).toMatchObject({ used: 0, remaining: 1 });
  expect(await take()).toBe(true);
});

it.each([
  ['2026-11-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z'],
  ['2026-12-31T23:59:59.999Z', '2027-01-01T00:00:00.000Z'],
  ['2028-02-29T12:00:00.000Z', '2028-03-01T00:00:00.000Z'],
])('of the month of %s ends at %s', (instant, end) => {
  expect(endOfMonth(new Date(instant)).toISOString()).toBe(end);
});
