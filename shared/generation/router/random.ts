// Repeatable draws: the same seed gives the same sequence on every machine. Not for secrets.
import { createHash } from 'node:crypto';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** The next number of a sequence, at least 0 and below 1. */
export type Random = () => number;

export function randomOf(seed: string): Random {
  const generator = xoroshiro128plus(createHash('sha256').update(seed).digest().readInt32LE());
  return () => uniformFloat64(generator);
}

/** A draw from Beta(alpha, beta), both above 0. */
export function drawBeta(random: Random, alpha: number, beta: number): number {
  const one = drawGamma(random, alpha);
  return one / (one + drawGamma(random, beta));
}

/** By Marsaglia and Tsang; shapes below 1 by way of the next higher one. */
function drawGamma(random: Random, shape: number): number {
  if (shape < 1) return drawGamma(random, shape + 1) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

const drawNormal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
