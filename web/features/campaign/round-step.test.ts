import { describe, expect, it } from 'vitest';
import { roundStep } from './round-step.ts';

describe('the marks of a timeline', () => {
  it.each([
    ['a second', 1_000, 500],
    ['fourteen seconds', 14_000, 5_000],
    ['half a minute', 30_000, 10_000],
    ['twenty minutes that waited for a person', 20 * 60_000, 10 * 60_000],
    ['a night', 9 * 3_600_000, 3 * 3_600_000],
    ['eleven days', 11 * 86_400_000, 4 * 86_400_000],
  ])('are round numbers apart for %s, three steps at most', (_, span, step) => {
    expect(roundStep(span)).toBe(step);
    expect(span / step).toBeLessThanOrEqual(3);
  });
});
