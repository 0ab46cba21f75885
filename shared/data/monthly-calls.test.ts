import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import { createMonthlyCalls, monthOf } from './monthly-calls.ts';

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
let monthlyCalls: ReturnType<typeof createMonthlyCalls>;
let person: string;
const units: number[] = [];
beforeAll(async () => {
  memory = await startMemoryTable((_operation, consumed) => units.push(consumed));
  monthlyCalls = createMonthlyCalls(memory.table);
});
afterAll(() => memory.stop());
let persons = 0;
let calls = 0;
/** Takes a call of the person in a workspace of the same name. */
const takenAt = new Date('2026-11-23T10:00:00.000Z');
const money = { microUsdOfWorkspace: 1000, microUsdOfPerson: 1000 };
const take = (userId: string, quota: number, call = `call-${calls++}`, ofPerson = quota, heldMicroUsd = 0) => {
  const limits = { ofWorkspace: quota, ofPerson, ...money };
  const name = `${userId}/${call}`;
  return monthlyCalls.take(userId, '2026-11', limits, { name, isCall: true, takenAt, heldMicroUsd });
};
const free = { isCall: true, heldMicroUsd: 0 };
const closed = (name: string, heldMicroUsd = 0, costMicroUsd = 0) => ({ name, heldMicroUsd, costMicroUsd });
const somebody = () => `person-${persons++}`;

it('takes no more calls at once than there are, and gives each back once', async () => {
  person = somebody();
  const taken = await Promise.all(Array.from({ length: 20 }, (_, index) => take(person, 5, `call-of-${index}`)));
  expect(taken.filter(Boolean)).toHaveLength(5);
  const { calls: counted, open } = await monthlyCalls.get(person, '2026-11');
  expect([counted, open.size]).toEqual([5, 5]);
  for (const name of [...open.keys(), ...open.keys(), `${person}/nobody`])
    await monthlyCalls.giveBack(person, '2026-11', { ...free, name });
  const after = await monthlyCalls.get(person, '2026-11');
  expect([after.calls, after.callsOf(person), after.open]).toEqual([0, 0, new Map()]);
});

it('takes a call once by its name, and remembers the name until the call has ended', async () => {
  person = somebody();
  expect((await take(person, 5, 'one'))?.open).toEqual(
    new Map([[`${person}/one`, { takenAt: takenAt.getTime(), heldMicroUsd: 0 }]]),
  );
  expect(await take(person, 5, 'one')).toBeUndefined();
  await take(person, 5, 'two');
  await monthlyCalls.close(person, '2026-11', [closed(`${person}/one`), closed(`${person}/never taken`)]);
  const { calls: counted, open } = await monthlyCalls.get(person, '2026-11');
  expect([counted, [...open.keys()]]).toEqual([2, [`${person}/two`]]);
});

it('lets nobody make a call whose quota, or whose share, is none', async () => {
  expect(await take(somebody(), 0)).toBeUndefined();
  expect(await take(somebody(), 5, 'one', 0)).toBeUndefined();
});

it('counts the calls of a workspace together, and those of each person in it', async () => {
  const shared = somebody();
  const takeFor = (userId: string, name: string, ofPerson = 10) =>
    monthlyCalls.take(
      shared,
      '2026-11',
      { ofWorkspace: 3, ofPerson, ...money },
      { ...free, name: `${userId}/${name}`, takenAt },
    );
  expect(await takeFor('ann', 'one', 1)).toBeDefined();
  expect(await takeFor('ann', 'two', 1)).toBeUndefined(); // her share is used up, the workspace's quota is not
  expect(await takeFor('bob', 'one')).toBeDefined();
  expect(await takeFor('bob', 'two')).toBeDefined();
  expect(await takeFor('bob', 'three')).toBeUndefined(); // the workspace's is
  await monthlyCalls.giveBack(shared, '2026-11', { ...free, name: 'bob/two' });
  const { calls: all, callsOf } = await monthlyCalls.get(shared, '2026-11');
  expect([all, callsOf('ann'), callsOf('bob'), callsOf('cid')]).toEqual([2, 1, 1, 0]);
});

describe('the money of a month', () => {
  const standing = async (workspaceId: string, userId = workspaceId) => {
    const { microUsd, microUsdOf, open } = await monthlyCalls.get(workspaceId, '2026-11');
    return [microUsd, microUsdOf(userId), open.size];
  };

  it('is held before each call, and lets in exactly as many at once as it has room for', async () => {
    person = somebody();
    const taken = await Promise.all(
      Array.from({ length: 20 }, (_, index) => take(person, 100, `call-of-${index}`, 100, 300)),
    );
    expect(taken.filter(Boolean)).toHaveLength(3);
    expect(await standing(person)).toEqual([900, 900, 3]);
    expect(await take(person, 100, 'small', 100, 100)).toBeDefined();
    expect(await take(person, 100, 'one more', 100, 1)).toBeUndefined();
    expect(await take(person, 100, 'free')).toBeDefined();
  });

  it('is settled once with what calls cost, however many close them together', async () => {
    person = somebody();
    for (const name of ['one', 'two']) await take(person, 100, name, 100, 300);
    const [one, two] = [closed(`${person}/one`, 300, 40), closed(`${person}/two`, 300, 500)];
    await Promise.all([
      monthlyCalls.close(person, '2026-11', [one]),
      monthlyCalls.close(person, '2026-11', [one, two]),
      monthlyCalls.close(person, '2026-11', [two, one]),
    ]);
    expect(await standing(person)).toEqual([540, 540, 0]);
  });

  it('is given back once with a call that was not made, and corrected when a provider tells late', async () => {
    person = somebody();
    await take(person, 100, 'one', 100, 300);
    for (let time = 0; time < 2; time += 1)
      await monthlyCalls.giveBack(person, '2026-11', { name: `${person}/one`, isCall: true, heldMicroUsd: 300 });
    expect(await standing(person)).toEqual([0, 0, 0]);
    await take(person, 100, 'two', 100, 300);
    await monthlyCalls.close(person, '2026-11', [closed(`${person}/two`, 300, 300)]);
    await monthlyCalls.correctMoney(person, '2026-11', person, -120);
    expect(await standing(person)).toEqual([180, 180, 0]);
  });

  it('is a person’s share of what is the workspace’s', async () => {
    const shared = somebody();
    const hold = (userId: string, name: string, heldMicroUsd: number) =>
      monthlyCalls.take(
        shared,
        '2026-11',
        { ofWorkspace: 10, ofPerson: 10, microUsdOfWorkspace: 1000, microUsdOfPerson: 600 },
        { name: `${userId}/${name}`, isCall: true, takenAt, heldMicroUsd },
      );
    expect(await hold('ann', 'one', 600)).toBeDefined();
    expect(await hold('ann', 'two', 1)).toBeUndefined();
    expect(await hold('bob', 'one', 500)).toBeUndefined();
    expect(await hold('bob', 'two', 400)).toBeDefined();
    expect(await standing(shared, 'bob')).toEqual([1000, 400, 2]);
  });
});

it('costs one write unit to take a call', async () => {
  person = somebody();
  await take(person, 1000);
  units.length = 0;
  await take(person, 1000);
  expect(units).toEqual([1]);
});

it('counts months in UTC', () => {
  expect(monthOf(new Date('2026-11-30T23:59:59.999-01:00'))).toBe('2026-12');
});
