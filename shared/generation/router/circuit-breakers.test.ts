import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startMemoryTable } from '../../../tests/support/memory-table.ts';
import { createCircuitBreakerStore } from '../../data/circuit-breakers.ts';
import { type FailureReason, modelFailure } from '../../models/errors.ts';
import { type CircuitBreakers, createCircuitBreakers } from './circuit-breakers.ts';

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
let writes = 0;
let now = Date.parse('2026-11-26T12:00:00Z');
let marks = 0;
let one: CircuitBreakers;
let other: CircuitBreakers;
beforeAll(async () => {
  memory = await startMemoryTable((operation) => {
    if (operation === 'update') writes += 1;
  });
});
afterAll(() => memory.stop());
beforeEach(() => {
  marks += 1;
  writes = 0;
  [one, other] = [functionOf(`m${marks}`), functionOf(`m${marks}`)];
});

/** What one function knows of the table. */
const functionOf = (mark: string): CircuitBreakers =>
  createCircuitBreakers({
    store: createCircuitBreakerStore(memory.table, async () => mark),
    clock: () => new Date(now),
    random: () => 0,
  });
const wait = (seconds: number) => {
  now += seconds * 1000;
};
const card = { provider: 'provider', id: 'model' };
const sibling = { provider: 'provider', id: 'sibling' };
const failing = (reason: Exclude<FailureReason, 'busy'>, retryAfterSeconds?: number) =>
  modelFailure('It failed.', reason, { retryAfterSeconds });
const fail = async (
  circuits: CircuitBreakers,
  times: number,
  reason: Exclude<FailureReason, 'busy'> = 'unavailable',
) => {
  for (let time = 0; time < times; time += 1) await circuits.failed(card, failing(reason));
};
const rests = async (circuits: CircuitBreakers, of = card) => (await circuits.resting(of)) !== undefined;

describe('a model', () => {
  it('is not written about as long as all goes well', async () => {
    await one.resting(card);
    for (let call = 0; call < 20; call += 1) await one.succeeded(card);
    expect(writes).toBe(0);
  });

  it('is left alone after three failures that follow each other, in every function within seconds', async () => {
    await one.resting(card);
    await other.resting(card);
    await fail(one, 2);
    expect(await rests(one)).toBe(false);
    await fail(one, 1);
    expect(await rests(one)).toBe(true);
    expect(await rests(one, sibling)).toBe(false);
    wait(4);
    expect(await rests(other)).toBe(true);
    expect(await one.admit(card)).toEqual({ until: now + 26_000, reason: 'model of provider does not answer' });
  });

  it('is not left alone for a failure now and then', async () => {
    await one.resting(card);
    for (let round = 0; round < 10; round += 1) {
      for (let call = 0; call < 13; call += 1) await one.succeeded(card);
      await fail(one, 1, 'rate-limited');
    }
    expect(await rests(one)).toBe(false);
  });

  it('is left alone when more than half of a minute’s calls fail', async () => {
    await one.resting(card);
    for (let call = 0; call < 4; call += 1) {
      await one.succeeded(card);
      await fail(one, 1);
    }
    expect(await rests(one)).toBe(false);
    await fail(one, 1);
    expect(await rests(one)).toBe(true);
  });

  it.each<Exclude<FailureReason, 'busy'>>(['filtered', 'unsupported', 'bad-request'])(
    'is not blamed for a request that is at fault: %s',
    async (reason) => {
      await fail(one, 10, reason);
      expect(await rests(one)).toBe(false);
      expect(writes).toBe(0);
    },
  );

  it('that is gone is left alone at once, and its siblings are not', async () => {
    await fail(one, 1, 'model-gone');
    expect([await rests(one), await rests(one, sibling)]).toEqual([true, false]);
  });

  it('rests as long as its provider asks for, where that is longer', async () => {
    await one.resting(card);
    await fail(one, 2, 'rate-limited');
    await one.failed(card, failing('rate-limited', 120));
    expect((await one.resting(card))?.until).toBe(now + 120_000);
  });

  it('is tried again by one of all, and is there for everybody when that goes well', async () => {
    await fail(one, 3);
    wait(31);
    expect(await rests(one)).toBe(false);
    const [mine, theirs] = [await one.admit(card), await other.admit(card)];
    expect(mine).toBeUndefined();
    expect(theirs).toBeDefined();
    await one.succeeded(card);
    wait(4);
    expect(await other.admit(card)).toBeUndefined();
    expect(await rests(other)).toBe(false);
  });

  it('rests twice as long when the trial fails, and each time longer until ten minutes', async () => {
    await fail(one, 3);
    const lengths: number[] = [];
    for (let trial = 0; trial < 7; trial += 1) {
      const { until = now } = (await one.resting(card)) ?? {};
      lengths.push(Math.round((until - now) / 1000));
      wait(Math.ceil((until - now) / 1000) + 1);
      expect(await one.admit(card)).toBeUndefined();
      await fail(one, 1);
    }
    expect(lengths).toEqual([30, 60, 120, 240, 480, 600, 600]);
  });

  it('is tried by another function when the one that tried has died', async () => {
    await fail(one, 3);
    wait(31);
    expect(await one.admit(card)).toBeUndefined();
    wait(121);
    expect(await other.admit(card)).toBeUndefined();
  });

  it('does not come back sooner because somebody else’s failure is noted later', async () => {
    await fail(one, 1, 'model-gone');
    const { until } = (await one.resting(card)) ?? {};
    await other.failed(card, failing('model-gone'));
    expect((await other.resting(card))?.until).toBeGreaterThanOrEqual(until ?? Number.POSITIVE_INFINITY);
  });
});

describe('a provider', () => {
  it.each<Exclude<FailureReason, 'busy'>>(['unauthorized', 'no-credit'])(
    'is left alone with all of its models at once when it refuses us: %s',
    async (reason) => {
      await fail(one, 1, reason);
      expect([await rests(one), await rests(one, sibling)]).toEqual([true, true]);
      expect(await rests(one, { provider: 'another', id: 'model' })).toBe(false);
    },
  );

  it('is asked again once its settings are others', async () => {
    await fail(one, 1, 'unauthorized');
    expect(await rests(functionOf('another key'))).toBe(false);
  });
});

it('goes on without circuits when the table cannot be written', async () => {
  const broken = createCircuitBreakers({
    store: {
      ...createCircuitBreakerStore(memory.table),
      count: () => Promise.reject(new Error('The table is not there')),
    },
    clock: () => new Date(now),
  });
  await expect(broken.failed(card, failing('unavailable'))).resolves.toBeUndefined();
});
