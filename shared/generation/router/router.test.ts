import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startMemoryTable } from '../../../tests/support/memory-table.ts';
import { armOf, type BanditStatistics, createBanditStatistics } from '../../data/bandit-statistics.ts';
import { createCircuitBreakerStore } from '../../data/circuit-breakers.ts';
import { type FailureReason, ModelRefused, ModelUnavailable, modelFailure } from '../../models/errors.ts';
import type { Models, ModelUsage, TextModel } from '../../models/model.ts';
import type { ModelCard } from '../../models/model-card.ts';
import { callModel } from '../call-model.ts';
import { candidatesFrom } from '../candidates.ts';
import type { Ledger } from '../ledger.ts';
import { type CircuitBreakers, createCircuitBreakers } from './circuit-breakers.ts';
import { createRouter, type Router } from './router.ts';
import { type HeardCall, type NamedCall, outcomesOf, watchLedger } from './watch-ledger.ts';

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
let router: Router;
let circuits: CircuitBreakers;
let arms: BanditStatistics;
let now: Date;
let marks = 0;
beforeAll(async () => {
  memory = await startMemoryTable();
});
afterAll(() => memory.stop());
beforeEach(() => {
  marks += 1;
  now = new Date('2026-11-26T12:00:00Z');
  const clock = () => now;
  arms = createBanditStatistics(memory.table);
  circuits = createCircuitBreakers({
    store: createCircuitBreakerStore(memory.table, async () => `r${marks}`),
    clock,
    random: () => 0,
  });
  router = createRouter({ candidates: candidatesFrom([cheap, good, dear]), arms, circuits, clock });
});

const cardOf = (id: string, dollars: number, change: Partial<ModelCard> = {}): ModelCard => ({
  ...{ provider: 'provider', id, isTrained: true, secondsPerCall: { text: 5 } },
  ...{ contextTokens: 10_000, maximumOutputTokens: 4000 },
  price: { since: '2026-01-01', perMillionInputTokens: dollars * 1e6, perMillionOutputTokens: dollars * 4e6 },
  ...change,
});
const modelOf = (card: ModelCard): Models & { text: TextModel } => ({
  text: { card, generate: () => Promise.reject(new Error('Nobody asks in this test')) },
});
const cheap = modelOf(cardOf('cheap', 0.1));
const good = modelOf(cardOf('good', 1));
const dear = modelOf(cardOf('dear', 10));
const cell = () => ({ workspaceId: `wsp_${marks}`, agent: 'CMO', language: 'fr' });
const draw = (decision: string, criterion: 'cost' | 'quality' | 'balanced' | 'speed' = 'balanced') =>
  router.draw('text', { ...cell(), criterion, decision });
const idsOf = (choice: { models: readonly { card: ModelCard }[] }) => choice.models.map(({ card }) => card.id);
const failing = (reason: Exclude<FailureReason, 'busy'>) => modelFailure('It failed.', reason);

/** How often each model comes first in as many draws. */
async function firsts(criterion: 'cost' | 'quality', draws = 60): Promise<Record<string, number>> {
  const names = new Map([cheap, good, dear].map(({ text }) => [armOf(text.card), text.card.id]));
  const counted: Record<string, number> = {};
  for (let index = 0; index < draws; index += 1) {
    const name = names.get((await draw(`d${index}`, criterion))?.arms[0] ?? '') ?? '';
    counted[name] = (counted[name] ?? 0) + 1;
  }
  return counted;
}

describe('the order of models', () => {
  it('is the same for the same decision, and differs between decisions', async () => {
    expect(await draw('cmp_1/strategy.1')).toEqual(await draw('cmp_1/strategy.1'));
    const drawn = await Promise.all(Array.from({ length: 20 }, (_, index) => draw(`cmp_${index}/strategy.1`)));
    expect(new Set(drawn.map((routing) => routing?.arms.join())).size).toBeGreaterThan(1);
  });

  it('begins with the price list: who wants it cheap gets the cheap one first most often', async () => {
    const { cheap: cheapest = 0, dear: dearest = 0 } = await firsts('cost');
    expect(cheapest).toBeGreaterThan(2 * dearest);
  });

  it('follows what people decided about the work of each', async () => {
    for (let index = 0; index < 30; index += 1)
      for (const [{ text }, worth] of [
        [cheap, 0.2],
        [dear, 1],
      ] as const)
        await arms.tell(cell(), {
          decision: `${text.card.id}${index}`,
          arms: { [armOf(text.card)]: { n: 1, v: 1, f: 1, c: 100, s: 5, j: worth, k: 1 } },
          isOutcome: true,
        });
    const { cheap: cheapest = 0, dear: dearest = 0 } = await firsts('quality');
    expect(dearest).toBeGreaterThan(4 * cheapest);
    expect((await draw('d1', 'quality'))?.because).toMatchObject({
      ...{ kind: 'drawn', of: 3, criterion: 'quality' },
      known: { worth: expect.any(Number), seen: 30 },
    });
  });

  it('is not drawn where there is nothing to choose', async () => {
    expect(
      await router.draw('text', { ...cell(), criterion: 'balanced', decision: 'd', named: 'good' }),
    ).toBeUndefined();
    expect(await router.draw('video', { ...cell(), criterion: 'balanced', decision: 'd' })).toBeUndefined();
    const alone = createRouter({ candidates: candidatesFrom([good]), arms });
    expect(await alone.draw('text', { ...cell(), criterion: 'balanced', decision: 'd' })).toBeUndefined();
  });
});

describe('who is asked', () => {
  it('goes by the order that was drawn, and is told why', async () => {
    const routing = {
      arms: [dear, cheap, good].map(({ text }) => armOf(text.card)),
      because: { kind: 'first' },
    } as const;
    const choice = await router.choose('text', { routing });
    expect(idsOf(choice)).toEqual(['dear', 'cheap', 'good']);
    expect(choice.because(dear.text.card)).toBe(routing.because);
  });

  it('is nobody who costs more than is left, unless all do: then it is the cheapest', async () => {
    const most = { inputTokens: 1000, outputTokens: 1000 };
    expect(idsOf(await router.choose('text', { most, leftMicroUsd: 5000 }))).toEqual(['cheap', 'good']);
    expect(idsOf(await router.choose('text', { most, leftMicroUsd: 1 }))).toEqual(['cheap']);
  });

  it('is nobody for whom the request is too long', async () => {
    await expect(router.choose('text', { most: { inputTokens: 9000, outputTokens: 2000 } })).rejects.toThrow(
      /cheap: it reads and writes 10000 tokens at most, and 11000 may be needed.*Choose another model/,
    );
  });

  it('is nobody who has retired, from the day on', async () => {
    const retiring = modelOf(cardOf('old', 1, { retiresOn: '2026-11-27' }));
    const some = createRouter({ candidates: candidatesFrom([retiring, good]), clock: () => now });
    expect(idsOf(await some.choose('text', {}))).toEqual(['old', 'good']);
    now = new Date('2026-11-27T00:00:00Z');
    expect(idsOf(await some.choose('text', {}))).toEqual(['good']);
    await expect(some.choose('text', { named: 'old' })).rejects.toThrow(/has not been served since 2026-11-27/);
  });

  it('is the one that a person named, or nobody, with the reason', async () => {
    expect(
      idsOf(await router.choose('text', { named: 'dear', leftMicroUsd: 1, most: { outputTokens: 1000 } })),
    ).toEqual(['dear']);
    await circuits.failed(good.text.card, failing('model-gone'));
    await expect(router.choose('text', { named: 'good' })).rejects.toThrow(
      'The model "good" cannot be asked now. good: good of provider is not served any more',
    );
    await expect(router.choose('text', { named: 'nobody' })).rejects.toThrow(
      'There is no model "nobody" for text. Retry with another: cheap, good, dear.',
    );
    await expect(router.choose('text', { named: 'anthropic/claude-sonnet-5' })).rejects.toThrow(
      'The model "anthropic/claude-sonnet-5" is one of OpenRouter, which is not configured: set OPENROUTER_API_KEY.',
    );
    await expect(router.choose('text', { named: 'luma.ray-v2:0' })).rejects.toThrow('Set its price in MODEL_PRICES');
  });

  it('is somebody else while one is left alone, and that is told', async () => {
    await circuits.failed(cheap.text.card, failing('model-gone'));
    const choice = await router.choose('text', {});
    expect(idsOf(choice)).toEqual(['good', 'dear']);
    expect(choice.because(good.text.card)).toEqual({ kind: 'left-out', model: 'cheap', cause: 'resting' });
  });

  it('is a person when nobody is left: at once where they must do something, later where it may be over soon', async () => {
    await circuits.failed(cheap.text.card, failing('unauthorized'));
    const refused = router.choose('text', {});
    await expect(refused).rejects.toBeInstanceOf(ModelRefused);
    await expect(refused).rejects.toThrow(
      /None of the models for text can be asked now\. .*refuses the key.*asked again at 12:05 UTC/,
    );
    marks += 1;
    const alone = createRouter({ candidates: candidatesFrom([cheap]), circuits, clock: () => now });
    for (let time = 0; time < 3; time += 1) await circuits.failed(cheap.text.card, failing('unavailable'));
    await expect(alone.choose('text', {})).rejects.toBeInstanceOf(ModelUnavailable);
  });
});

describe('a call that is watched', () => {
  const ledger = (begun: unknown[]): Ledger<NamedCall, { usage: ModelUsage; warnings: readonly string[] }, string> => ({
    begin: async ({ model, chosenBecause }) => {
      begun.push([model.id, chosenBecause]);
      return { provider: model.provider, model: model.id, startedAt: now.toISOString() };
    },
    fail: async () => {},
    settle: async ({ model }) => model,
  });
  const request = {
    system: '',
    prompt: 'Write.',
    source: { purpose: 'CMO', language: 'en', facts: {}, feedback: [] },
  } as const;

  it('is not made of a model that is left alone: an open circuit makes no call', async () => {
    const begun: unknown[] = [];
    const heard: HeardCall[] = [];
    let calls = 0;
    const answering = (card: ModelCard, fails = false): TextModel => ({
      card,
      generate: async () => {
        calls += 1;
        if (fails) throw failing('unauthorized');
        return { text: '{}', ended: 'stop', usage: { inputTokens: 1, outputTokens: 1 }, warnings: [] };
      },
    });
    const other = cardOf('other', 1, { provider: 'second' });
    const models = [answering(cheap.text.card, true), answering(good.text.card), answering(other)];
    const { because } = await router.choose('text', {});
    const watched = watchLedger(ledger(begun), {
      circuits,
      because,
      heard: (call) => heard.push(call),
      clock: () => now,
    });
    const ask = () =>
      callModel(watched, {
        ...{ name: 'text-1', kind: 'text', prompt: 'Write.', most: {}, candidates: models },
        make: (model) => model.generate({ ...request, schema: undefined as never, maximumOutputTokens: 10 }),
      });
    expect(await ask()).toBe('other');
    expect(calls).toBe(2); // the second of the provider that refused the key was not asked
    expect(begun).toEqual([
      ['cheap', { kind: 'first' }],
      ['other', { kind: 'left-out', model: 'good', cause: 'resting' }],
    ]);
    expect(await ask()).toBe('other');
    expect(calls).toBe(3);
    expect(outcomesOf(heard).map(({ id, isValid }) => [id, isValid])).toEqual([['other', true]]);
  });
});

it('takes unavailability for no fault of a model, and an answer that is none for one', () => {
  const call = (id: string, ended: HeardCall['ended']): HeardCall => ({
    ...{ provider: 'provider', id, isTrained: true, ended, costMicroUsd: 10, seconds: 2 },
  });
  expect(
    outcomesOf([call('down', 'failed'), call('odd', 'refused'), call('late', 'invalid'), call('late', 'answered')]),
  ).toEqual([
    { provider: 'provider', id: 'odd', isValid: false, isValidAtFirst: false, costMicroUsd: 10, seconds: 2 },
    { provider: 'provider', id: 'late', isValid: true, isValidAtFirst: false, costMicroUsd: 20, seconds: 4 },
  ]);
});
