// Money is integer micro-dollars everywhere; this is the only place that converts.
const microUsdPerUsd = 1_000_000;

/** Micro-dollars of an amount in US dollars, rounded up to a whole one: a cost is never understated, not even by the dust of a binary fraction. */
export const microUsd = (usd: number): number => Math.ceil(Number((usd * microUsdPerUsd).toPrecision(12)));
export const usd = (amountMicroUsd: number): number => amountMicroUsd / microUsdPerUsd;
