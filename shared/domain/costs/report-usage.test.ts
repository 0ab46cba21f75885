import { describe, expect, it } from 'vitest';
import { isOfFilter, reportUsage, type UsageFilter, type UsageRow } from './report-usage.ts';

const row = (changes: Partial<UsageRow>): UsageRow => ({
  day: '2026-11-23',
  campaignId: 'cmp_1',
  agent: 'CMO',
  provider: 'one',
  model: 'a',
  calls: 1,
  cacheHits: 2,
  inputTokens: 30,
  outputTokens: 40,
  costMicroUsd: 500,
  savedMicroUsd: 6,
  ...changes,
});
const rows = [
  row({ day: '2026-11-24', model: 'b', costMicroUsd: 100 }),
  row({}),
  row({ model: 'c', provider: 'two', calls: 9, costMicroUsd: 500, agent: 'SEO', campaignId: 'cmp_2' }),
  row({ model: 'd', costMicroUsd: 500, calls: 1 }),
];
const keysBy = (groupBy: Parameters<typeof reportUsage>[1], of = rows) =>
  reportUsage(of, groupBy).groups.map(({ key }) => key);

describe('a report of usage', () => {
  it('adds up every figure', () => {
    expect(reportUsage(rows, 'day')).toEqual({
      total: { calls: 12, cacheHits: 8, inputTokens: 120, outputTokens: 160, costMicroUsd: 1600, savedMicroUsd: 24 },
      groups: [
        {
          key: '2026-11-23',
          calls: 11,
          cacheHits: 6,
          inputTokens: 90,
          outputTokens: 120,
          costMicroUsd: 1500,
          savedMicroUsd: 18,
        },
        {
          key: '2026-11-24',
          calls: 1,
          cacheHits: 2,
          inputTokens: 30,
          outputTokens: 40,
          costMicroUsd: 100,
          savedMicroUsd: 6,
        },
      ],
    });
    expect(reportUsage([], 'day')).toEqual({
      total: { calls: 0, cacheHits: 0, inputTokens: 0, outputTokens: 0, costMicroUsd: 0, savedMicroUsd: 0 },
      groups: [],
    });
  });

  it('has days in order, and everything else by cost, by calls, then by name', () => {
    expect(keysBy('day', rows.toReversed())).toEqual(['2026-11-23', '2026-11-24']);
    expect(keysBy('model')).toEqual(['c', 'a', 'd', 'b']);
    expect(keysBy('model', rows.toReversed())).toEqual(['c', 'a', 'd', 'b']);
  });

  it.each([
    ['provider', ['one', 'two']],
    ['campaign', ['cmp_1', 'cmp_2']],
    ['agent', ['CMO', 'SEO']],
  ] as const)('groups by %s', (groupBy, keys) => {
    expect(keysBy(groupBy)).toEqual(keys);
  });
});

it.each<[string, UsageFilter, boolean]>([
  ['nothing', {}, true],
  ['its campaign', { campaignId: 'cmp_1' }, true],
  ['another campaign', { campaignId: 'cmp_2' }, false],
  ['its agent', { agent: 'CMO' }, true],
  ['another agent', { agent: 'SEO' }, false],
  ['its provider', { provider: 'one' }, true],
  ['another provider', { provider: 'two' }, false],
  ['its model', { model: 'a' }, true],
  ['another model', { model: 'b' }, false],
  ['all that it is', { campaignId: 'cmp_1', agent: 'CMO', provider: 'one', model: 'a' }, true],
  ['all but one', { campaignId: 'cmp_1', agent: 'CMO', provider: 'one', model: 'b' }, false],
])('usage asked about by %s: %s', (_what, filter, isOf) => {
  expect(isOfFilter(row({}), filter)).toBe(isOf);
});

it('usage that does not say whose it was is of none that is asked about', () => {
  expect([isOfFilter({}, { agent: 'CMO' }), isOfFilter({}, {})]).toEqual([false, true]);
});
