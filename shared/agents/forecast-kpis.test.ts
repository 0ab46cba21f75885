import { describe, expect, it } from 'vitest';
import { bandOf, divided, sumOf, times } from './forecast-bands.ts';
import { type ForecastInput, forecastKpis } from './forecast-kpis.ts';
import { assumedDollars, mediaRates } from './media-rates.ts';

const from = { field: 'campaignGoals.objectives.0', quote: '' };
type Sketch = Partial<ForecastInput['reading']['goal']> & {
  readonly country?: string | undefined;
  readonly price?: number;
  readonly amount?: number;
  readonly currency?: string;
  readonly channelMix?: ForecastInput['channelMix'];
  readonly language?: 'fr' | 'en';
};
const forecast = ({ country, price, amount = 3000, currency = 'USD', channelMix, language = 'en', ...goal }: Sketch) =>
  forecastKpis({
    reading: {
      goal: { kind: 'book', also: [], from, ...goal },
      offer: { thing: 'boiler checks', from, ...(price ? { price: { amount: price, currency, words: `${price} ${currency}` } } : {}) },
      audience: { who: 'owners', from, ...(country ? { country } : {}) },
    },
    budget: { amount, currency },
    channelMix: channelMix ?? [{ channel: 'search', budgetPercent: 100 }],
    postCount: 12,
    language,
  }); // biome-ignore format: the input at a glance
const band = (sketch: Sketch, unit: string) => {
  const row = forecast(sketch).kpiTable.find((entry) => entry.unit === unit);
  return row && [row.low, row.value, row.high];
};

describe('a band', () => {
  it('is narrower than all extremes at once: the worked example of $3,000 on US search', () => {
    const leads = times(divided(3000, [3, 9]), [4, 12], 1 / 100);
    expect(bandOf(leads)).toEqual({ low: 18, mid: 40, high: 87 });
  });

  it('of two channels is narrower than that of one, for they err on their own', () => {
    const one = divided(1000, [1, 4]);
    expect(sumOf([one, one]).mid).toBeCloseTo(2 * one.mid);
    expect(sumOf([one, one]).spread).toBeCloseTo(one.spread / Math.SQRT2);
  });

  it('of few events is that of chance', () =>
    expect(bandOf({ mid: 5, spread: 0 })).toEqual({ low: 1, mid: 5, high: 10 }));
  it('has two significant figures', () =>
    expect(bandOf({ mid: 1234, spread: 0.5 })).toEqual({ low: 750, mid: 1200, high: 2000 }));
});

describe('a forecast', () => {
  it('speaks in the metric of the goal, with a cost for each', () => {
    expect(band({ country: 'US' }, 'bookings')).toEqual([18, 40, 87]);
    expect(band({ country: 'US' }, 'USD')).toEqual([34, 75, 160]);
    expect(forecast({ country: 'US' }).kpiTable.map(({ kpi }) => kpi)).toEqual(['Planned posts', 'Paid clicks', 'Bookings', 'Cost per result (bookings)']);
  });

  it('buys installs by the piece', () => {
    const channelMix = [{ channel: 'tiktok' as const, budgetPercent: 100 }];
    expect(band({ kind: 'install', country: 'US', channelMix }, 'installs')).toEqual([570, 690, 830]);
  });

  it('gives every channel its own rates and its share of the budget', () => {
    const channelMix = [
      { channel: 'search' as const, budgetPercent: 50 },
      { channel: 'facebook' as const, budgetPercent: 40 },
      { channel: 'email' as const, budgetPercent: 10 },
    ];
    const { kpiTable, notes } = forecast({ country: 'US', channelMix });
    expect(kpiTable.find(({ unit }) => unit === 'impressions')?.value).toBe(56_000); // 1,200 ÷ 21.33 × 1,000
    expect(notes.join('\n')).toContain('E-mail: no forecast, the number of contacts');
  });

  it('says when a rate is converted, and never does so in silence', () => {
    const euros = forecast({ country: 'FR', currency: 'EUR', language: 'fr', channelMix: [{ channel: 'facebook', budgetPercent: 100 }] });
    expect(euros.notes.join('\n')).toContain('1,15 $');
    expect(forecast({ country: 'US' }).notes.join('\n')).not.toContain('converted');
  });
}); // biome-ignore format: short

describe('the target', () => {
  it.each([
    [10, 'is safe'], [30, 'is plausible'], [60, 'is a stretch'],
    [400, 'is out of reach of the media budget alone (forecast 18 – 40 – 87): it would take US$14,000 to US$30,000, or a target of 40.'],
  ])('of %i bookings %s', (count, expected) => expect(forecast({ country: 'US', target: { count, of: 'bookings' } }).targetCheck).toContain(expected)); // biome-ignore format: a table

  it('is told as a share of clicks where nobody publishes a rate of action', () => {
    const { targetCheck, notes } = forecast({
      kind: 'call',
      country: 'FR',
      currency: 'EUR',
      target: { count: 60, of: 'calls' },
    });
    expect(targetCheck).toMatch(/^To reach 60 calls, between [\d.]+% and [\d.]+% of the forecast clicks/);
    expect(notes.join('\n')).toContain('Calls: no forecast');
  });

  it('of money needs the average gift', () => {
    expect(forecast({ kind: 'donate', country: 'US', target: { count: 60_000, of: 'USD' } }).targetCheck).toContain(
      'average gift',
    );
  });

  it('of a watch is not forecast as if it were bought in a shop', () => {
    const watches = forecast({ kind: 'buy', country: 'US', price: 14_800, target: { count: 28, of: 'watches' } });
    expect(watches.kpiTable.some(({ unit }) => unit === 'orders')).toBe(false);
    expect(watches.notes.join('\n')).toContain('nobody buys as in an online shop');
  });
});

describe('a forecast is refused', () => {
  it.each<[string, Sketch, string]>([
    ['without a budget', { country: 'US', amount: 0 }, 'Without a media budget'],
    ['without a country', { country: undefined }, 'country of the audience'],
    ['in a currency without rates', { country: 'US', currency: 'JPY' }, 'this currency'],
    ['for a paid petition in the European Union', { kind: 'petition', country: 'FR', currency: 'EUR' }, 'European Union'],
  ])('%s', (_case, sketch, reason) => {
    const { kpiTable, notes } = forecast(sketch);
    expect(kpiTable.map(({ kpi }) => kpi)).toEqual(['Planned posts']);
    expect(notes.join('\n')).toContain(reason);
  });
}); // biome-ignore format: a table

it('every rate is a range with a source that names a year, in a currency that can be converted', () => {
  for (const { perClick, perThousand, source, currency } of mediaRates) {
    for (const range of [perClick, perThousand]) if (range) expect(range[0]).toBeLessThan(range[1]);
    expect(source).toMatch(/20\d\d/);
    expect(assumedDollars[currency]).toBeGreaterThan(0);
  }
});
