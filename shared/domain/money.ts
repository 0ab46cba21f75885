// Money is integer micro-dollars everywhere; this is the only place that converts. Pure.
const microUsdPerUsd = 1_000_000;

/** Micro-dollars of an amount in dollars, rounded up: a cost is never understated. */
export const microUsd = (usd: number): number => Math.ceil(Number((usd * microUsdPerUsd).toFixed(3)));
export const usd = (amountMicroUsd: number): number => amountMicroUsd / microUsdPerUsd;

/**
 * An amount of a client's own currency as its language writes it: with as many decimals as the currency has (none for JPY, three
 * for KWD), or none at all when it is whole.
 */
export const moneyText = (amount: number, currency: string, language: string): string =>
  new Intl.NumberFormat(language, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }).format(
    amount,
  );
