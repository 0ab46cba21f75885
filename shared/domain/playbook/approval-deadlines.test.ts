import { describe, expect, it } from 'vitest';
import { daysWaited, decideBy, isRunTooOld, longestRunDays } from './approval-deadlines.ts';

const now = new Date('2026-11-26T12:00:00.000Z');

describe('waiting', () => {
  it('ends when a run is too old', () => {
    const begun = (milliseconds: number) => new Date(now.getTime() - longestRunDays * 86_400_000 - milliseconds);
    expect(longestRunDays).toBe(270);
    expect(isRunTooOld(begun(0).toISOString(), now)).toBe(false);
    expect(isRunTooOld(begun(1).toISOString(), now)).toBe(true);
  });

  it('of a question ends two weeks after it was put', () => {
    expect(decideBy('2026-11-24T12:00:00.001Z')).toBe('2026-12-08T12:00:00.001Z');
    expect(decideBy(undefined)).toBeUndefined();
  });

  it('is counted in whole days', () => {
    expect(daysWaited(undefined, now)).toBe(0);
    expect(daysWaited('2026-11-24T12:00:00.001Z', now)).toBe(1);
    expect(daysWaited('2026-11-24T12:00:00.000Z', now)).toBe(2);
  });
});
