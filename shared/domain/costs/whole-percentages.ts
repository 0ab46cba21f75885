// Shares of a whole as whole percentages that add up to exactly 100.

/** Largest remainders first, the earlier one where they are equal. All zero where there is nothing to share. */
export function wholePercentages(parts: readonly number[]): number[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (total <= 0) return parts.map(() => 0);
  const exact = parts.map((part) => (100 * part) / total);
  const floors = exact.map(Math.floor);
  const missing = 100 - floors.reduce((sum, share) => sum + share, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .toSorted((left, right) => right.remainder - left.remainder);
  const raised = new Set(byRemainder.slice(0, missing).map(({ index }) => index));
  return floors.map((share, index) => share + (raised.has(index) ? 1 : 0));
}
