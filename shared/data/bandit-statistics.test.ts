import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import { armOf, type BanditStatistics, type Cell, createBanditStatistics } from './bandit-statistics.ts';

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
let units = 0;
let arms: BanditStatistics;
let cell: Cell;
let cells = 0;
beforeAll(async () => {
  memory = await startMemoryTable((operation, consumed) => {
    if (operation === 'update' || operation === 'put') units += consumed;
  });
});
afterAll(() => memory.stop());
beforeEach(() => {
  cells += 1;
  cell = { workspaceId: `wsp_${cells}`, agent: 'CMO', language: 'fr' };
  arms = createBanditStatistics(memory.table, 0.9);
});

const one = armOf({ provider: 'provider', id: 'one' });
const two = armOf({ provider: 'provider', id: 'two' });
const tell = (decision: string, arm = one, isValid = true) =>
  arms.tell(cell, { decision, arms: { [arm]: { n: 1, ...(isValid ? { v: 1 } : {}), s: 2 } }, isOutcome: true });

/** What the sums should be: each outcome weighs as often the decay as outcomes came after it. */
const decayed = (outcomes: readonly number[]) =>
  outcomes.reduce((sum, worth, index) => sum + worth * 0.9 ** (outcomes.length - 1 - index), 0);

describe('what is known of models', () => {
  it('is nothing at first', async () => {
    expect((await arms.read(cell)).size).toBe(0);
  });

  it('counts the newest outcome in full and older ones less, over any number of epochs', async () => {
    const worths = Array.from({ length: 40 }, (_, index) => (index % 3 === 0 ? 0 : 1));
    for (const [index, worth] of worths.entries()) await tell(`d${index}`, one, worth === 1);
    const { parts, seen } = (await arms.read(cell)).get(one) ?? { parts: { n: 0, v: 0 }, seen: 0 };
    expect(parts.n).toBeCloseTo(decayed(worths.map(() => 1)), 4);
    expect(parts.v).toBeCloseTo(decayed(worths), 4);
    expect(seen).toBe(40);
  });

  it('lets outcomes of one model make those of another older', async () => {
    await tell('a', one);
    await tell('b', two);
    await tell('c', two);
    const known = await arms.read(cell);
    expect(known.get(one)?.parts.n).toBeCloseTo(0.81, 6);
    expect(known.get(two)?.parts.n).toBeCloseTo(1.9, 6);
  });

  it('takes each decision once, and each verdict once, however often they are told', async () => {
    for (let times = 0; times < 3; times += 1) {
      await tell('a');
      await arms.tell(cell, { decision: 'a!', arms: { [one]: { j: 0.5, k: 1 } }, isOutcome: false });
      await arms.tell(cell, { decision: 'a!', arms: { [one]: { j: 1, k: 1 } }, isOutcome: false });
    }
    const { parts, seen } = (await arms.read(cell)).get(one) ?? {};
    const near = Object.fromEntries(
      Object.entries(parts ?? {}).map(([name, sum]) => [name, Math.round(sum * 1e4) / 1e4]),
    );
    expect({ ...near, seen }).toEqual({ n: 1, v: 1, f: 0, c: 0, s: 2, j: 0.5, k: 1, seen: 1 });
  });

  it('loses none of what is told at the same moment', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, index) => tell(`d${index}`, index % 2 ? one : two)));
    const known = await arms.read(cell);
    expect((known.get(one)?.seen ?? 0) + (known.get(two)?.seen ?? 0)).toBe(12);
  });

  it('forgets a model that nobody asks any more', async () => {
    await tell('first', two);
    for (let index = 0; index < 48; index += 1) await tell(`d${index}`, one);
    expect([...(await arms.read(cell)).keys()]).toEqual([one]);
  });

  it('keeps cells of other workspaces, agents and languages apart', async () => {
    await tell('a');
    for (const other of [
      { ...cell, workspaceId: 'wsp_other' },
      { ...cell, agent: 'SEO' },
      { ...cell, language: 'en' },
    ])
      expect((await arms.read(other)).size).toBe(0);
  });

  it('costs a write unit an outcome, with six models and as many verdicts', async () => {
    const names = Array.from({ length: 6 }, (_, index) => armOf({ provider: 'provider', id: `${index}` }));
    const real = createBanditStatistics(memory.table);
    units = 0;
    for (let index = 0; index < 64; index += 1) {
      const arm = names[index % 6] ?? one;
      const parts = { n: 1, v: 1, f: 1, c: 5123.5, s: 12.345 };
      await real.tell(cell, { decision: `cmp_01/strategy.${index}`, arms: { [arm]: parts }, isOutcome: true });
      await real.tell(cell, {
        decision: `cmp_01/strategy.${index}!`,
        arms: { [arm]: { j: 0.8731, k: 1 } },
        isOutcome: false,
      });
    }
    expect(units / 128).toBeLessThan(1.5);
  });
});
