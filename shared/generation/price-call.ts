// What counts as the cost of a call, and who says so. A provider's own cost beats the list, the list beats an estimate, and a number that
// cannot be right is not believed: then what was reserved counts. Pure.
import type { ModelUsage } from '../models/model.ts';
import { costOf, type ModelCard, type Quantities } from '../models/model-card.ts';
import type { CallUsage, CostDoubt } from './call-end.ts';

export interface PricedCall {
  readonly usage: CallUsage;
  readonly doubts: readonly CostDoubt[];
}

/** A provider that bills so many times the worst case has told another number. */
const mostTimesTheWorstCase = 10;
/** A list read to the cent differs by rounding; beyond these it is out of date. */
const toleratedShare = 0.02;
const toleratedMicroUsd = 1000;
/** Both sides are rounded up to whole micro-dollars. */
const roundingMicroUsd = 1;

/**
 * The cost of what a call used, in integer micro-dollars. `listed` is what its list of prices makes of it; a job's is what was reserved for
 * it, at the prices of the day on which it was submitted.
 */
export function priceCall(
  used: ModelUsage,
  reservedMicroUsd: number,
  listed: (tokens: Quantities) => number,
): PricedCall {
  const usage = tokensOf(used);
  const suspect: PricedCall = {
    usage: { ...usage, costMicroUsd: reservedMicroUsd, costSource: 'reserved' },
    doubts: ['SUSPECT'],
  };
  const computed = isConsistent(used) ? listed(usage) : undefined;
  const cost = used.costMicroUsd ?? computed;
  if (cost === undefined || !isCredible(cost, reservedMicroUsd)) return suspect;
  if (used.costMicroUsd === undefined)
    return {
      usage: { ...usage, costMicroUsd: cost, costSource: used.isEstimated ? 'estimated' : 'price' },
      doubts: [],
    };
  return {
    usage: { ...usage, costMicroUsd: cost, costSource: 'provider' },
    doubts: computed !== undefined && differs(cost, computed) ? ['DIFFERS'] : [],
  };
}

/** What the list of prices makes of tokens, of a call that could use so much of everything else. */
export const listedBy =
  (card: Pick<ModelCard, 'price'>, most: Quantities) =>
  (tokens: Quantities): number =>
    costOf(card, { ...most, ...tokens });

const isCount = (value: number | undefined): boolean =>
  value === undefined || (Number.isSafeInteger(value) && value >= 0);

/** Parts are within their whole: what is read from a cache and written to it is input, what is thought is output. */
function isConsistent({ inputTokens, cachedInputTokens, cacheWriteTokens, outputTokens, reasoningTokens }: ModelUsage) {
  const counts = [inputTokens, cachedInputTokens, cacheWriteTokens, outputTokens, reasoningTokens];
  return (
    counts.every(isCount) &&
    (cachedInputTokens ?? 0) + (cacheWriteTokens ?? 0) <= inputTokens &&
    (reasoningTokens ?? 0) <= outputTokens
  );
}

/** Of a call that was free by its list there is no worst case to compare with. */
const isCredible = (cost: number, reservedMicroUsd: number): boolean =>
  isCount(cost) && (reservedMicroUsd === 0 || cost <= mostTimesTheWorstCase * reservedMicroUsd);

function differs(cost: number, computed: number): boolean {
  const difference = Math.abs(cost - computed);
  return difference > roundingMicroUsd && (difference > toleratedShare * computed || difference > toleratedMicroUsd);
}

/** The counts as they can be kept; one that is none is left out, or 0 where there must be one. */
function tokensOf({ inputTokens, outputTokens, ...parts }: ModelUsage): Tokens {
  const count = (name: Part) => {
    const value = parts[name];
    return value !== undefined && isCount(value) ? { [name]: value } : {};
  };
  return {
    inputTokens: isCount(inputTokens) ? inputTokens : 0,
    outputTokens: isCount(outputTokens) ? outputTokens : 0,
    ...count('cachedInputTokens'),
    ...count('cacheWriteTokens'),
    ...count('reasoningTokens'),
  };
}

type Part = 'cachedInputTokens' | 'cacheWriteTokens' | 'reasoningTokens';
type Tokens = Required<Pick<ModelUsage, 'inputTokens' | 'outputTokens'>> & Pick<ModelUsage, Part>;
