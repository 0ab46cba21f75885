import fc from 'fast-check';
import { expect, it } from 'vitest';
import { microUsd, usd } from './micro-usd.ts';

it.each([
  [0, 0],
  [1, 1_000_000],
  [0.1, 100_000],
  [0.07, 70_000], // 0.07 × 1,000,000 is 70000.00000000001 in floating point: that is no extra micro-dollar
  [1.1, 1_100_000],
  [0.000001, 1],
  [0.0000001, 1], // rounded up: a cost is never understated
  [0.0672, 67_200],
  [Number.NaN, Number.NaN], // no bill stays none
  [10_000, 10_000_000_000],
])('%d dollars are %d micro-dollars', (dollars, micro) => {
  expect(microUsd(dollars)).toBe(micro);
});

it('every amount of micro-dollars survives the way to dollars and back', () => {
  const amounts = fc.integer({ min: 0, max: 10_000_000_000 });
  fc.assert(
    fc.property(amounts, (amount) => {
      expect(microUsd(usd(amount))).toBe(amount);
    }),
  );
});
