// What one function notes of calls, and when it looks again, with a store that only remembers what it was asked.
import { beforeEach, describe, expect, it } from 'vitest';
import type { CircuitBreaker, CircuitBreakerStore } from '../../data/circuit-breakers.ts';
import { type FailureReason, modelFailure } from '../../models/errors.ts';
import { createCircuitBreakers } from './circuit-breakers.ts';

const begun = Date.parse('2026-11-26T12:00:00.000Z');
const card = { provider: 'vendor', id: 'writer' };
let now: number;
let looks: number;
let asked: unknown[][];
/** What the store knows, by model; `*`: of the provider. */
let known: Map<string, Partial<CircuitBreaker>>;
let leaseIsFree: boolean;
beforeEach(() => {
  [now, looks, asked, known, leaseIsFree] = [begun, 0, [], new Map(), true];
});
const circuitOf = (model: string): CircuitBreaker => ({
  ...{ provider: 'vendor', model, calls: 0, failures: 0, streak: 0, minute: Math.floor(now / 60_000) },
  ...known.get(model),
});
const change = (model: string, changes: Partial<CircuitBreaker>) => {
  known.set(model, { ...known.get(model), ...changes });
  return circuitOf(model);
};
const store: CircuitBreakerStore = {
  async all() {
    looks += 1;
    return [...known.keys()].map(circuitOf);
  },
  async count({ model }, counted) {
    asked.push(['count', model, counted.calls, counted.isFailure]);
    const before = circuitOf(model);
    return counted.isFailure
      ? change(model, { calls: before.calls + counted.calls, failures: before.failures + 1, streak: before.streak + 1 })
      : change(model, { calls: before.calls + counted.calls, streak: 0 });
  },
  async open({ model }, openUntil, opens, reason) {
    asked.push(['open', model, openUntil - now, opens, reason]);
    return change(model, { openUntil, opens, reason });
  },
  async lease({ model }, openUntil, at, until) {
    asked.push(['lease', model, openUntil - begun, at - now, until - now]);
    return leaseIsFree ? change(model, { openUntil: until }) : undefined;
  },
  async close({ model }, openUntil) {
    asked.push(['close', model, openUntil - begun]);
    return change(model, { streak: 0, failures: 0, opens: 0, openUntil: 0 });
  },
};
const circuits = (random = () => 0) => createCircuitBreakers({ store, clock: () => new Date(now), random });
const failing = (reason: Exclude<FailureReason, 'busy'> = 'unavailable') => modelFailure('It failed.', reason);
const counts = () => asked.filter(([what]) => what === 'count');

describe('a call that went well', () => {
  it('is not noted, and counts with the next that fails in the same minute', async () => {
    const one = circuits();
    await one.succeeded(card);
    await one.succeeded(card);
    now += 1000;
    await one.failed(card, failing());
    expect(counts()).toEqual([['count', 'writer', 3, true]]);
    await one.failed(card, failing());
    expect(counts()[1]).toEqual(['count', 'writer', 1, true]);
  });

  it('counts no more in the next minute', async () => {
    const one = circuits();
    await one.succeeded(card);
    now += 60_000;
    await one.succeeded(card);
    await one.failed(card, failing());
    expect(counts()).toEqual([['count', 'writer', 2, true]]);
    await one.succeeded(card);
    now += 60_000;
    await one.failed(card, failing());
    expect(counts().at(-1)).toEqual(['count', 'writer', 1, true]);
  });

  it.each<[string, Partial<CircuitBreaker>, boolean]>([
    ['after a failure', { streak: 1, failures: 1, minute: 0 }, true],
    ['while there were failures in this minute', { streak: 0, failures: 2 }, true],
    ['when those were of another minute', { streak: 0, failures: 2, minute: 0 }, false],
    ['where nothing has failed', { streak: 0, failures: 0 }, false],
  ])('is noted at once %s: %s', async (_when, circuit, isNoted) => {
    known.set('writer', circuit);
    const one = circuits();
    await one.resting(card);
    await one.succeeded(card);
    expect(counts()).toEqual(isNoted ? [['count', 'writer', 1, false]] : []);
  });

  it('ends a row of failures', async () => {
    const one = circuits();
    await one.resting(card);
    for (let call = 0; call < 3; call += 1) {
      await one.failed(card, failing());
      await one.failed(card, failing());
      await one.succeeded(card);
      for (let good = 0; good < 9; good += 1) await one.succeeded(card);
    }
    expect(asked.filter(([what]) => what === 'open')).toEqual([]);
  });
});

describe('what is known', () => {
  it('is looked up at most once in three seconds, and when a clock has gone back', async () => {
    const one = circuits();
    const looksAt = async (at: number) => {
      now = begun + at;
      await one.resting(card);
      return looks;
    };
    expect([await looksAt(0), await looksAt(2999), await looksAt(3000), await looksAt(5000), await looksAt(2000)]).toEqual([1, 1, 2, 2, 3]);
  }); // biome-ignore format: a row of looks

  it.each<[string, Partial<CircuitBreaker>, unknown]>([
    ['nothing', {}, undefined],
    ['that its rest is over', { openUntil: begun }, undefined],
    ['that it rests', { openUntil: begun + 1, reason: 'it is out' }, { until: begun + 1, reason: 'it is out' }],
    ['that it rests, and not why', { openUntil: begun + 1 }, { until: begun + 1, reason: 'it failed' }],
  ])('of a model is %s', async (_what, circuit, rest) => {
    known.set('writer', circuit);
    expect(await circuits().resting(card)).toEqual(rest);
    known = new Map([['*', circuit]]);
    expect(await circuits().resting(card)).toEqual(rest);
    known = new Map([['another', circuit]]);
    expect(await circuits().resting(card)).toBeUndefined();
  });
});

describe('a model whose rest is over', () => {
  beforeEach(() => void known.set('writer', { openUntil: begun - 5, opens: 2, reason: 'it is out' }));

  it('is tried by one, and is there for all when that goes well', async () => {
    const one = circuits();
    expect(await one.admit(card)).toBeUndefined();
    await one.succeeded(card);
    expect(asked).toEqual([
      ['lease', 'writer', -5, 0, 120_000],
      ['close', 'writer', -5],
    ]);
    await one.succeeded(card); // the trial is over: this one is a call like any other
    expect(asked).toHaveLength(2);
  });

  it('is left alone for ten seconds by those who come second', async () => {
    leaseIsFree = false;
    expect(await circuits().admit(card)).toEqual({ until: begun + 10_000, reason: 'it is out' });
  });

  it('rests longer when the trial fails, whatever else is known', async () => {
    const one = circuits(() => 0.5);
    await one.admit(card);
    await one.failed(card, failing('timed-out'));
    expect(asked.at(-1)).toEqual(['open', 'writer', 132_000, 3, 'writer of vendor does not answer in time']);
    await one.failed(card, failing()); // a failure on its own opens nothing
    expect(asked.at(-1)?.[0]).toBe('count');
  });

  it('is no trial of its provider: that one is blamed for itself alone', async () => {
    known = new Map([['*', { openUntil: begun - 5, opens: 1 }]]);
    const one = circuits();
    await one.admit(card);
    await one.failed(card, failing('unavailable'));
    expect(asked.map(([what, model]) => [what, model])).toEqual([
      ['lease', '*'],
      ['count', 'writer'],
    ]);
  });
});

it.each<[Exclude<FailureReason, 'busy'>, string, string]>([
  ['unauthorized', '*', 'vendor refuses the key: check it in the settings'],
  ['no-credit', '*', 'vendor has no credit left: top it up'],
  ['model-gone', 'writer', 'writer of vendor is not served any more: npm run models names its successor'],
])('a failure that a person must mend opens at once: %s', async (reason, model, said) => {
  await circuits().failed(card, failing(reason));
  expect(asked).toEqual([
    ['count', model, 1, true],
    ['open', model, 300_000, 1, said],
  ]);
});

it.each<[Exclude<FailureReason, 'busy'>, string]>([
  ['unavailable', 'writer of vendor does not answer'],
  ['rate-limited', 'writer of vendor gets more requests than it allows us'],
  ['bad-answer', 'writer of vendor answers with something that is no answer'],
])('three in a row open as well: %s', async (reason, said) => {
  const one = circuits();
  for (let call = 0; call < 3; call += 1) await one.failed(card, failing(reason));
  expect(asked.at(-1)).toEqual(['open', 'writer', 30_000, 1, said]);
});

it('a store that does not answer is no reason for a call to fail, and counts for nothing', async () => {
  const out = () => Promise.reject(new Error('The table is not there'));
  const one = createCircuitBreakers({ store: { ...store, count: out, close: out }, clock: () => new Date(now) });
  known.set('writer', { openUntil: begun - 5, streak: 1 });
  await one.admit(card);
  await expect(one.succeeded(card)).resolves.toBeUndefined();
  await expect(one.failed(card, failing())).resolves.toBeUndefined();
  const silent = createCircuitBreakers({
    store: { ...store, count: async () => undefined },
    clock: () => new Date(now),
  });
  asked = [];
  await silent.failed(card, failing('unauthorized'));
  expect(asked).toEqual([]);
});
