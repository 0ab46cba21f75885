import { describe, expect, it } from 'vitest';
import { endOfSessions, isSessionOver } from './account-standing.ts';

const changedAt = new Date('2026-11-26T12:00:00.900Z');
const standing = { sessionsSince: endOfSessions(changedAt) };
const issued = (at: string, tokenId = 'token') => ({ issuedAt: Math.floor(Date.parse(at) / 1000), tokenId });

describe('a session', () => {
  it('goes on where nothing has ended it', () => {
    expect(isSessionOver({}, issued('2020-01-01T00:00:00Z'))).toBe(false);
  });

  it('is over when it is from before the new password, also from the same second or by a clock that goes a second fast', () => {
    for (const at of ['2026-11-26T11:00:00Z', '2026-11-26T12:00:00Z', '2026-11-26T12:00:01Z'])
      expect([at, isSessionOver(standing, issued(at))]).toEqual([at, true]);
  });

  it('goes on when it is from after it, or was given for the new password by name', () => {
    expect(isSessionOver(standing, issued('2026-11-26T12:00:02Z'))).toBe(false);
    const admitted = { ...standing, admittedTokens: new Set(['token']) };
    expect(isSessionOver(admitted, issued('2026-11-26T12:00:00Z'))).toBe(false);
    expect(isSessionOver(admitted, issued('2026-11-26T12:00:00Z', 'another'))).toBe(true);
  });
});
