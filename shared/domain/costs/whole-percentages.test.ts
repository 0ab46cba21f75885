import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wholePercentages } from './whole-percentages.ts';

it.each([
  [
    [1, 1, 1],
    [34, 33, 33],
  ],
  [
    [0.5, 0.3, 0.2],
    [50, 30, 20],
  ],
  [
    [33, 33, 32],
    [34, 34, 32],
  ],
  [
    [40, 40, 30],
    [37, 36, 27],
  ],
  [
    [0, 0],
    [0, 0],
  ],
])('%j are %j per cent', (parts, shares) => expect(wholePercentages(parts)).toEqual(shares));

it('adds up to exactly 100, each share within one of the exact one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 }).filter((parts) => parts.some(Boolean)),
      (parts) => {
        const shares = wholePercentages(parts);
        const total = parts.reduce((sum, part) => sum + part, 0);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100);
        shares.forEach(
          (share, index) => void expect(Math.abs(share - (100 * (parts[index] ?? 0)) / total)).toBeLessThan(1),
        );
      },
    ),
  );
});
