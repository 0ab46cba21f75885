import { afterAll, beforeAll, expect, it } from 'vitest';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import { createUsages, dayOf, monthOf, type Usage } from './usage.ts';

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
let usages: ReturnType<typeof createUsages>;
let person: string;
const units: number[] = [];
beforeAll(async () => {
  memory = await startMemoryTable((_operation, consumed) => units.push(consumed));
  usages = createUsages(memory.table);
});
afterAll(() => memory.stop());
let persons = 0;
const somebody = () => `person-${persons++}`;

const used = (changes: Partial<Usage> = {}): Usage => ({
  day: '2026-11-23',
  campaignId: 'direct',
  agent: 'none',
  provider: 'fake-provider',
  model: 'vendor/fake#1',
  calls: 1,
  cacheHits: 0,
  inputTokens: 10,
  outputTokens: 20,
  costMicroUsd: 30,
  savedMicroUsd: 0,
  ...changes,
});

it('adds up what is used in the same combination on the same day, however much comes at once', async () => {
  person = somebody();
  await Promise.all(Array.from({ length: 20 }, () => usages.add(person, used())));
  await usages.add(person, used({ calls: 0, cacheHits: 1, costMicroUsd: 0, savedMicroUsd: 30 }));
  await usages.add(person, used({ agent: 'CMO' }));
  expect(await usages.list(person, '2026-11-23', '2026-11-23')).toEqual([
    used({ agent: 'CMO' }),
    used({ calls: 20, cacheHits: 1, inputTokens: 210, outputTokens: 420, costMicroUsd: 600, savedMicroUsd: 30 }),
  ]);
});

it('lists the days asked for, both ends included, and nothing of a day before, a day after, or somebody else', async () => {
  person = somebody();
  const days = ['2026-10-31', '2026-11-01', '2026-11-15', '2026-11-30', '2026-12-01'];
  for (const day of days) await usages.add(person, used({ day }));
  await usages.add(somebody(), used());
  const found = await usages.list(person, '2026-11-01', '2026-11-30');
  expect(found.map(({ day }) => day)).toEqual(['2026-11-01', '2026-11-15', '2026-11-30']);
});

it('costs one write unit to add, and one to take a call', async () => {
  person = somebody();
  await usages.add(person, used());
  await usages.takeCall(person, '2026-11', 1000);
  units.length = 0;
  await usages.add(person, used());
  await usages.takeCall(person, '2026-11', 1000);
  expect(units).toEqual([1, 1]);
});

it('takes no more calls at once than there are, and gives back only what was taken', async () => {
  person = somebody();
  const taken = await Promise.all(Array.from({ length: 20 }, () => usages.takeCall(person, '2026-11', 5)));
  expect(taken.filter(Boolean)).toHaveLength(5);
  expect(await usages.callsIn(person, '2026-11')).toBe(5);
  for (let time = 0; time < 7; time += 1) await usages.giveBackCall(person, '2026-11');
  expect(await usages.callsIn(person, '2026-11')).toBe(0);
});

it('lets nobody make a call whose quota is none', async () => {
  expect(await usages.takeCall(somebody(), '2026-11', 0)).toBe(false);
});

it('counts days and months in UTC', () => {
  const instant = new Date('2026-11-30T23:59:59.999-01:00');
  expect([dayOf(instant), monthOf(instant)]).toEqual(['2026-12-01', '2026-12']);
});
