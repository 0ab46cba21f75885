import { afterAll, beforeAll, expect, it } from 'vitest';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import { createUsages, dayOf, type Usage } from './usage.ts';

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
let calls = 0;
/** A call of its own. */
const add = (userId: string, usage: Usage) => usages.addCall(userId, usage, `research.1.text-${calls++}`);
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
  await Promise.all(Array.from({ length: 20 }, () => add(person, used())));
  await add(person, used({ calls: 0, cacheHits: 1, costMicroUsd: 0, savedMicroUsd: 30 }));
  await add(person, used({ agent: 'CMO' }));
  expect(await usages.list(person, '2026-11-23', '2026-11-23')).toEqual([
    used({ agent: 'CMO' }),
    used({ calls: 20, cacheHits: 1, inputTokens: 210, outputTokens: 420, costMicroUsd: 600, savedMicroUsd: 30 }),
  ]);
});

it('lists the days asked for, both ends included, and nothing of a day before, a day after, or somebody else', async () => {
  person = somebody();
  const days = ['2026-10-31', '2026-11-01', '2026-11-15', '2026-11-30', '2026-12-01'];
  for (const day of days) await add(person, used({ day }));
  await add(somebody(), used());
  const found = await usages.list(person, '2026-11-01', '2026-11-30');
  expect(found.map(({ day }) => day)).toEqual(['2026-11-01', '2026-11-15', '2026-11-30']);
});

it('adds what a call used once, however often it is said', async () => {
  person = somebody();
  for (let time = 0; time < 3; time += 1) await usages.addCall(person, used(), 'research.1.text-1');
  await usages.addCall(person, used(), 'research.1.text-2');
  expect(await usages.list(person, '2026-11-23', '2026-11-23')).toMatchObject([{ calls: 2, costMicroUsd: 60 }]);
  expect(await usages.hasCounted(person, used(), 'research.1.text-2')).toBe(true);
  expect(await usages.hasCounted(person, used(), 'research.1.text-3')).toBe(false);
  expect(await usages.hasCounted(person, used({ agent: 'CMO' }), 'research.1.text-2')).toBe(false);
});

it('costs one write unit to add', async () => {
  person = somebody();
  await add(person, used());
  units.length = 0;
  await add(person, used());
  expect(units).toEqual([1]);
});

it('counts days in UTC', () => {
  expect(dayOf(new Date('2026-11-30T23:59:59.999-01:00'))).toBe('2026-12-01');
});
