// Money is integer micro-dollars everywhere; this is the only place that converts. Pure.
const microUsdPerUsd = 1_000_000;

/** Micro-dollars of an amount in dollars, rounded up: a cost is never understated. */
export const microUsd = (usd: number): number => Math.ceil(Number((usd * microUsdPerUsd).toFixed(3)));
export const usd = (amountMicroUsd: number): number => amountMicroUsd / microUsdPerUsd;
