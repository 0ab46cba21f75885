import { describe, expect, it } from 'vitest';
import { type Capability, costOf, type ModelCard, worstCaseOf } from './model-card.ts';
import { ownModelCard, readModelPrices } from './price-overrides.ts';
import { modelRegistry } from './registry.ts';
import { cardFiles, cardsOn } from './registry-cards.ts';
import { cardFileSchema } from './registry-data.ts';

const today = new Date().toISOString().slice(0, 10);
const inDays = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
const rows = cardFiles.flatMap(({ provider, models }) => models.map((model) => ({ provider, ...model })));
const kinds: Capability[] = ['text', 'image', 'video'];

/** What is asked first of a provider for a kind of work: the first row of its file that can do it. */
const defaults = cardFiles.flatMap(({ models }) =>
  kinds.flatMap((kind) => models.find(({ secondsPerCall }) => secondsPerCall[kind] !== undefined) ?? []),
);

/** Defaults that will not be served any more in 60 days. */
const retiringSoon = (all: typeof defaults, on: string) =>
  all.filter(({ retiresOn }) => retiresOn !== undefined && retiresOn <= on).map(({ id }) => id);

const fileOf = (...models: object[]) => [cardFileSchema.parse({ provider: 'provider', models })];
const row = (change: object = {}) => ({
  id: 'model',
  secondsPerCall: { text: 1 },
  prices: [{ since: '2026-01-01', source: 'list', readOn: '2026-01-01', usd: { inputPerMillion: 1 } }],
  ...change,
});

describe('the registry', () => {
  it('names each model of a provider once', () => {
    const names = rows.map(({ provider, id }) => `${provider} ${id}`);
    expect(names).toEqual([...new Set(names)]);
  });

  it('holds no default that retires within 60 days: its successor takes its place before', () => {
    expect(retiringSoon(defaults, inDays(60))).toEqual([]);
    const [file] = fileOf(row({ retiresOn: '2027-03-01' }));
    expect(retiringSoon(file?.models ?? [], '2027-02-28')).toEqual([]);
    expect(retiringSoon(file?.models ?? [], '2027-03-01')).toEqual(['model']);
  });

  it('knows of each price when and where it was read', () => {
    for (const { source, readOn } of rows.flatMap(({ prices }) => prices))
      expect([source.length > 5, readOn <= today]).toEqual([true, true]);
  });

  it('dates the prices of a model upwards, so that one holds on each day', () => {
    for (const { id, prices } of rows) {
      const dates = prices.map(({ since }) => since);
      expect([id, dates]).toEqual([id, [...new Set(dates)].sort()]);
    }
  });

  it('prices whatever its models can do', () => {
    const unit = { text: 'perMillionOutputTokens', image: 'perImage', video: 'perVideoSecond' } as const;
    for (const card of modelRegistry.filter(({ isTrained }) => isTrained))
      for (const kind of kinds.filter((kind) => card.secondsPerCall[kind] !== undefined))
        expect([card.id, card.price[unit[kind]]]).toEqual([card.id, expect.any(Number)]);
  });

  it('knows the limits of every model that writes, and how it keeps to a schema', () => {
    for (const { id, contextTokens, maximumOutputTokens, structuredMode, ...card } of modelRegistry)
      if (card.isTrained && card.secondsPerCall.text !== undefined)
        expect([id, contextTokens, maximumOutputTokens, structuredMode]).toEqual([
          id,
          expect.any(Number),
          expect.any(Number),
          expect.any(String),
        ]);
  });
});

describe('cards of a day', () => {
  it('leave out what has retired, and say what to use instead', () => {
    const files = fileOf(row({ retiresOn: '2026-11-26', successor: 'model-2' }));
    expect(cardsOn('2026-11-25', {}, files).cards.map(({ id }) => id)).toEqual(['model']);
    expect(cardsOn('2026-11-26', {}, files)).toEqual({
      cards: [],
      refused: [
        {
          provider: 'provider',
          id: 'model',
          because: 'model has not been served since 2026-11-26. Use model-2.',
        },
      ],
    });
  });

  it('hold the price of that day', () => {
    const priced = (since: string, inputPerMillion: number) => ({
      ...{ since, source: 'list', readOn: '2026-01-01' },
      usd: { inputPerMillion },
    });
    const files = fileOf(row({ prices: [priced('2026-01-01', 0.75), priced('2027-01-01', 1.5)] }));
    const priceOn = (on: string) => cardsOn(on, {}, files).cards[0]?.price;
    expect(priceOn('2025-12-31')).toBeUndefined();
    expect(priceOn('2026-12-31')).toMatchObject({ since: '2026-01-01', perMillionInputTokens: 750_000 });
    expect(priceOn('2027-01-01')).toMatchObject({ since: '2027-01-01', perMillionInputTokens: 1_500_000 });
  });

  it('refuse a model whose price nobody knows, until a person says it', () => {
    const files = fileOf(row({ id: 'film', secondsPerCall: { video: 60 }, prices: [] }));
    expect(cardsOn(today, {}, files).refused).toEqual([
      {
        provider: 'provider',
        id: 'film',
        because: 'Nobody has said what film costs. Set its price in MODEL_PRICES, in dollars, or choose another model.',
      },
    ]);
    const set = cardsOn(today, readModelPrices('{"film": {"perVideoSecond": 1.5}}'), files);
    expect(set.refused).toEqual([]);
    expect(set.cards[0]?.price).toEqual({
      ...{ since: today, source: 'MODEL_PRICES', readOn: today },
      perVideoSecond: 1_500_000,
    });
  });
});

describe('prices that a person sets', () => {
  it.each([
    'film: 1.5',
    '[]',
    '{"film": {}}',
    '{"film": {"perVideoSecond": -1}}',
    '{"film": {"perFrame": 1}}',
    '{"film": 1.5}',
  ])('refuse %s and say what they should be', (setting) => {
    expect(() => readModelPrices(setting)).toThrow(/MODEL_PRICES is not valid.*\{"luma\.ray-v2:0"/);
  });

  it('are none without the setting', () => {
    expect([readModelPrices(undefined), readModelPrices(' ')]).toEqual([{}, {}]);
  });

  it.each([
    ['0', 0, 0],
    ['0.15/0.60', 150_000, 600_000],
    [' 2 ', 2_000_000, 2_000_000],
  ])('make %s the price of a model of their own', (price, perMillionInputTokens, perMillionOutputTokens) => {
    const card = ownModelCard({ id: 'llama3.2', price, on: today });
    expect(card.price).toMatchObject({ perMillionInputTokens, perMillionOutputTokens });
  });

  it.each([
    [undefined, 'is missing'],
    ['', 'is missing'],
    ['free', '"free" is no price'],
    ['1/2/3', '"1/2/3" is no price'],
    ['-1', '"-1" is no price'],
    ['0.15/', '"0.15/" is no price'],
    ['Infinity', '"Infinity" is no price'],
  ])('refuse %j and say what it should be', (price, said) => {
    expect(() => ownModelCard({ id: 'llama3.2', price, on: today })).toThrow(
      `OPENAI_COMPATIBLE_PRICE ${said}. Set dollars for a million tokens read and a million written, such as 0.15/0.60, or 0`,
    );
  });
});

describe('the cost of a call', () => {
  const card = (price: Omit<ModelCard['price'], 'since'>): Pick<ModelCard, 'price'> => ({
    price: { since: '2026-01-01', ...price },
  });
  const cached = card({
    perMillionInputTokens: 1_000_000,
    perMillionCachedTokens: 100_000,
    perMillionCacheWriteTokens: 1_250_000,
    perMillionOutputTokens: 5_000_000,
  });

  it('counts each token of the input in one place', () => {
    expect(costOf(cached, { inputTokens: 1000 })).toBe(1000);
    expect(costOf(cached, { inputTokens: 1000, cachedInputTokens: 600 })).toBe(400 + 60);
    expect(costOf(cached, { inputTokens: 1000, cachedInputTokens: 600, cacheWriteTokens: 400 })).toBe(60 + 500);
    expect(costOf(cached, { inputTokens: 1000, outputTokens: 10 })).toBe(1050);
  });

  it('takes cached input at the price of other input where the list says nothing of it', () => {
    const plain = card({ perMillionInputTokens: 1_000_000 });
    expect(costOf(plain, { inputTokens: 1000, cachedInputTokens: 600, cacheWriteTokens: 400 })).toBe(1000);
  });

  it('is rounded up once', () => {
    const cheap = card({ perMillionInputTokens: 100_000, perMillionOutputTokens: 100_000 });
    expect(costOf(cheap, { inputTokens: 1, outputTokens: 1 })).toBe(1);
    expect(costOf(cheap, { inputTokens: 0, outputTokens: 0 })).toBe(0);
  });

  it('is never more than its worst case, however the provider caches', () => {
    const most = { inputTokens: 1000, outputTokens: 100 };
    for (const cachedInputTokens of [0, 300, 1000])
      for (const cacheWriteTokens of [0, 500, 1000].filter((tokens) => tokens + cachedInputTokens <= 1000))
        expect(worstCaseOf(cached, most)).toBeGreaterThanOrEqual(
          costOf(cached, { ...most, cachedInputTokens, cacheWriteTokens }),
        );
    expect(worstCaseOf(cached, most)).toBe(1250 + 500);
  });

  it('can be told beforehand of every model', () => {
    for (const model of modelRegistry) {
      const worst = worstCaseOf(model, { inputTokens: 10_000, outputTokens: 4000, images: 1, videoSeconds: 7 });
      expect(Number.isSafeInteger(worst) && (worst > 0 || !model.isTrained)).toBe(true);
    }
  });
});
