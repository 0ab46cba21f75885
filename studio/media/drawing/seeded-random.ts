/** Repeatable randomness: the same seed text gives the same sequence on every machine. Not for secrets. */
import { createHash } from 'node:crypto';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export interface SeededRandom {
  /** 0 ≤ value < 1. */
  next(): number;
  between(minimum: number, maximum: number): number;
  /** A whole number, both ends included. */
  integer(minimum: number, maximum: number): number;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
}

export function seededRandom(seed: string): SeededRandom {
  const generator = xoroshiro128plus(createHash('sha256').update(seed).digest().readUInt32LE());
  const next = () => uniformFloat64(generator);
  const integer = (minimum: number, maximum: number) => uniformInt(generator, minimum, maximum);
  return {
    next,
    integer,
    between: (minimum, maximum) => minimum + (maximum - minimum) * next(),
    pick: (items) => items[integer(0, items.length - 1)] ?? items[0],
  };
}
