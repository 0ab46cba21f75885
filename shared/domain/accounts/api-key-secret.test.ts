import { describe, expect, it } from 'vitest';
import { apiKeySecretOf, isExpired, isFirstUseOfDay, shownPrefixOf } from './api-key-secret.ts';

const now = new Date('2026-11-26T12:00:00.000Z');

describe('the secret of an API key', () => {
  it('is 32 bytes in letters that travel in a header, and shows four of them', () => {
    const secret = apiKeySecretOf(Uint8Array.from({ length: 32 }, (_byte, index) => (index % 2 ? 255 : 251)));
    expect(secret).toBe('am_live_-__7__v_-__7__v_-__7__v_-__7__v_-__7__v_-_8');
    expect(shownPrefixOf(secret)).toBe('am_live_-__7');
  });

  it('expires in its very instant', () => {
    expect(isExpired({ validUntil: '2026-11-26T12:00:00.001Z' }, now)).toBe(false);
    expect(isExpired({ validUntil: '2026-11-26T12:00:00.000Z' }, now)).toBe(true);
    expect(isExpired({ validUntil: '2026-11-26T11:59:59.999Z' }, now)).toBe(true);
  });

  it('is noted once a day', () => {
    expect(isFirstUseOfDay({}, now)).toBe(true);
    expect(isFirstUseOfDay({ lastUsedAt: '2026-11-25T23:59:59.999Z' }, now)).toBe(true);
    expect(isFirstUseOfDay({ lastUsedAt: '2026-11-26T00:00:00.000Z' }, now)).toBe(false);
    expect(isFirstUseOfDay({ lastUsedAt: '2026-11-27T00:00:00.000Z' }, now)).toBe(false);
  });
});
