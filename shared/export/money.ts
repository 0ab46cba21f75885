// Micro-dollars as text, without floating-point rounding.

/** Dollars with all six decimals, such as 0.012345. */
export const usd = (microUsd: number): string =>
  `${Math.trunc(microUsd / 1_000_000)}.${String(microUsd % 1_000_000).padStart(6, '0')}`;
