import { describe, expect, it } from 'vitest';
import type { ModelUsage } from '../models/model.ts';
import { listedBy, priceCall } from './price-call.ts';

/** Micro-dollars: 1 for a token in, 10 for one out. */
const listed = ({ inputTokens = 0, outputTokens = 0 }) => inputTokens + 10 * outputTokens;
const used = (changes: Partial<ModelUsage> = {}): ModelUsage => ({ inputTokens: 1000, outputTokens: 100, ...changes });
const reserved = 4000;
const costOf = (changes: Partial<ModelUsage>, most = reserved) => {
  const { usage, doubts } = priceCall(used(changes), most, listed);
  return [usage.costMicroUsd, usage.costSource, ...doubts];
};

describe('the cost of a call', () => {
  it.each<[string, Partial<ModelUsage>, (string | number)[]]>([
    ['is what the list makes of its tokens', {}, [2000, 'price']],
    ['is estimated where its tokens are', { isEstimated: true }, [2000, 'estimated']],
    ['is the provider’s where it tells one', { costMicroUsd: 1990 }, [1990, 'provider']],
    ['is the provider’s, were it nothing', { costMicroUsd: 0 }, [0, 'provider', 'DIFFERS']],
    ['is the provider’s and looked at where it is more than 2 % beside the list', { costMicroUsd: 2041 }, [2041, 'provider', 'DIFFERS']],
    ['is the provider’s within 2 % of the list', { costMicroUsd: 2040 }, [2040, 'provider']],
    ['is the provider’s within 2 % below the list', { costMicroUsd: 1960 }, [1960, 'provider']],
    ['is looked at below that', { costMicroUsd: 1959 }, [1959, 'provider', 'DIFFERS']],
    ['is the provider’s up to ten times the worst case', { costMicroUsd: 40_000 }, [40_000, 'provider', 'DIFFERS']],
    ['is not believed beyond', { costMicroUsd: 40_001 }, [reserved, 'reserved', 'SUSPECT']],
    ['is not believed below nothing', { costMicroUsd: -1 }, [reserved, 'reserved', 'SUSPECT']],
    ['is not believed in fractions', { costMicroUsd: 1.5 }, [reserved, 'reserved', 'SUSPECT']],
    ['is not believed where it is no number', { costMicroUsd: Number.NaN }, [reserved, 'reserved', 'SUSPECT']],
    ['is not known of tokens below nothing', { inputTokens: -1 }, [reserved, 'reserved', 'SUSPECT']],
    ['is not known of more from the cache than came in', { cachedInputTokens: 600, cacheWriteTokens: 401 }, [reserved, 'reserved', 'SUSPECT']],
    ['is known where all that came in was from the cache or went there', { cachedInputTokens: 600, cacheWriteTokens: 400 }, [2000, 'price']],
    ['is not known of more thought than said', { reasoningTokens: 101 }, [reserved, 'reserved', 'SUSPECT']],
    ['is known where all that was said was thought', { reasoningTokens: 100 }, [2000, 'price']],
    ['is the provider’s where its tokens cannot be right, with nothing to compare', { reasoningTokens: 101, costMicroUsd: 9 }, [9, 'provider']],
  ])('%s', (_what, changes, expected) => {
    expect(costOf(changes)).toEqual(expected);
  }); // biome-ignore format: a table

  it('differs from the list beyond a thousandth of a dollar, however much it is', () => {
    const large = { inputTokens: 1_000_000, outputTokens: 0 };
    expect(costOf({ ...large, costMicroUsd: 1_001_000 }, 2_000_000)).toEqual([1_001_000, 'provider']);
    expect(costOf({ ...large, costMicroUsd: 1_001_001 }, 2_000_000)).toEqual([1_001_001, 'provider', 'DIFFERS']);
  });

  it('differs from the list by rounding without a doubt', () => {
    const small = { inputTokens: 10, outputTokens: 0 };
    expect([costOf({ ...small, costMicroUsd: 11 }), costOf({ ...small, costMicroUsd: 12 })]).toEqual([
      [11, 'provider'],
      [12, 'provider', 'DIFFERS'],
    ]);
  });

  it('of a call that was free by its list has no worst case to compare with', () => {
    expect(costOf({ costMicroUsd: 500_000 }, 0)).toEqual([500_000, 'provider', 'DIFFERS']);
  });

  it('comes with the tokens that can be kept', () => {
    const { usage } = priceCall(
      used({
        inputTokens: -5,
        outputTokens: 2.5,
        cachedInputTokens: 7,
        cacheWriteTokens: -1,
        reasoningTokens: Number.POSITIVE_INFINITY,
      }),
      reserved,
      listed,
    );
    expect(usage).toEqual({
      inputTokens: 0,
      outputTokens: 0,
      cachedInputTokens: 7,
      costMicroUsd: reserved,
      costSource: 'reserved',
    });
    expect(priceCall(used({ cacheWriteTokens: 3, reasoningTokens: 4 }), reserved, listed).usage).toMatchObject({
      inputTokens: 1000,
      outputTokens: 100,
      cacheWriteTokens: 3,
      reasoningTokens: 4,
    });
  });

  it('by the list holds what no tokens say: pictures, seconds', () => {
    const price = { since: '2026-11-23', perImage: 40_000, perMillionInputTokens: 1_000_000 };
    const list = listedBy({ price }, { images: 2, inputTokens: 900 });
    expect([list({}), list({ inputTokens: 5 })]).toEqual([80_900, 80_005]);
  });
});
