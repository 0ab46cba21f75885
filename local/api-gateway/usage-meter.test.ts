import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../state/store.ts';
import { openUsageMeter } from './usage-meter.ts';

let store: Store;
let now = 0;
beforeEach(() => {
  store = openStore(':memory:');
  now = Date.parse('2026-11-25T12:00:00Z');
});
afterEach(() => store.close());
const open = () => openUsageMeter(store, () => now);

const tier = { requestsPerSecond: 2, burst: 3, requestsPerMonth: 100 };

describe('the usage meter', () => {
  it('lets a burst through, then as many as the rate refills, each key on its own', () => {
    const meter = open();
    const take = () => meter.take('one', tier);

    expect([take(), take(), take(), take()]).toEqual(['ALLOWED', 'ALLOWED', 'ALLOWED', 'THROTTLED']);
    expect(meter.take('other', tier)).toBe('ALLOWED');
    now += 499;
    expect(take()).toBe('THROTTLED');
    now += 1;
    expect([take(), take()]).toEqual(['ALLOWED', 'THROTTLED']);
    now += 3_600_000;
    expect([take(), take(), take(), take()]).toEqual(['ALLOWED', 'ALLOWED', 'ALLOWED', 'THROTTLED']);
  });

  it('refuses what exceeds the month, also after a restart, until the next month begins', () => {
    const small = { ...tier, burst: 100, requestsPerMonth: 2 };
    const meter = open();
    expect([meter.take('one', small), meter.take('one', small)]).toEqual(['ALLOWED', 'ALLOWED']);

    const again = open();
    expect(again.take('one', small)).toBe('QUOTA_EXCEEDED');
    expect(again.take('other', small)).toBe('ALLOWED');
    now = Date.parse('2026-12-01T00:00:00Z');
    expect(again.take('one', small)).toBe('ALLOWED');
  });
});
