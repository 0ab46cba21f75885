// Arithmetic of forecasts: a middle with a low and a high end. Ranges multiply as if each were independent (their logarithms
// add in squares), so a band is narrower than all extremes at once. Everything is rounded to two significant figures.
import type { Range } from './media-rates.ts';

export interface Band {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

const halfWidth = ([low, high]: Range): number => Math.log(high / low) / 2;
const middle = ([low, high]: Range): number => Math.sqrt(low * high);

/** The middle, and how far it may be off, as the logarithm of a factor. */
export interface Uncertain {
  readonly mid: number;
  readonly spread: number;
}

export const divided = (amount: number, range: Range): Uncertain => ({
  mid: amount / middle(range),
  spread: halfWidth(range),
});
export const times = ({ mid, spread }: Uncertain, range: Range, unit = 1): Uncertain => ({
  mid: mid * middle(range) * unit,
  spread: Math.hypot(spread, halfWidth(range)),
});

/** Channels err on their own: the spread of a sum is that of its parts by their weight. */
export function sumOf(parts: readonly Uncertain[]): Uncertain {
  const mid = parts.reduce((total, part) => total + part.mid, 0);
  return { mid, spread: mid > 0 ? Math.hypot(...parts.map((part) => part.mid * part.spread)) / mid : 0 };
}

const FEW = 10;

/** Three figures. Below ten expected events chance alone decides: then the band in which a Poisson count lies 19 times of 20. */
export function bandOf({ mid, spread }: Uncertain, isCount = true): Band {
  const wide = { low: mid / Math.exp(spread), mid, high: mid * Math.exp(spread) };
  const rounded = (value: number) => twoFigures(isCount ? Math.round(value) : value);
  if (isCount && mid > 0 && mid < FEW) {
    const [low, high] = poissonRange(mid);
    return {
      low: Math.min(low, Math.floor(wide.low)),
      mid: Math.round(mid),
      high: Math.max(high, Math.ceil(wide.high)),
    };
  }
  return { low: rounded(wide.low), mid: rounded(mid), high: rounded(wide.high) };
}

function poissonRange(mean: number): readonly [number, number] {
  let probability = Math.exp(-mean);
  let below = probability;
  let count = 0;
  let low = below > TAIL ? 0 : undefined;
  while (below < 1 - TAIL) {
    count += 1;
    probability *= mean / count;
    below += probability;
    if (low === undefined && below > TAIL) low = count;
  }
  return [low ?? 0, count];
}
const TAIL = 0.025;

/** 1234 → 1200, 0.0567 → 0.057. */
export const twoFigures = (value: number): number => Number(value.toPrecision(2));
