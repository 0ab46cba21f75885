import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CorruptStateError } from '../state/corrupt-state-error.ts';
import { openUsageMeter } from './usage-meter.ts';

let directory = '';
let now = 0;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'usage-'));
  now = Date.parse('2026-11-25T12:00:00Z');
});
afterEach(() => rm(directory, { recursive: true, force: true }));
const open = () => openUsageMeter(directory, () => now);

const tier = { requestsPerSecond: 2, burst: 3, requestsPerMonth: 100 };

describe('the usage meter', () => {
  it('lets a burst through, then as many as the rate refills, each key on its own', async () => {
    const meter = await open();
    const take = () => meter.take('one', tier);

    expect([take(), take(), take(), take()]).toEqual(['ALLOWED', 'ALLOWED', 'ALLOWED', 'THROTTLED']);
    expect(meter.take('other', tier)).toBe('ALLOWED');
    now += 499;
    expect(take()).toBe('THROTTLED');
    now += 1;
    expect([take(), take()]).toEqual(['ALLOWED', 'THROTTLED']);
    now += 3_600_000;
    expect([take(), take(), take(), take()]).toEqual(['ALLOWED', 'ALLOWED', 'ALLOWED', 'THROTTLED']);
    await meter.stop();
  });

  it('refuses what exceeds the month, also after a restart, until the next month begins', async () => {
    const small = { ...tier, burst: 100, requestsPerMonth: 2 };
    const meter = await open();
    expect([meter.take('one', small), meter.take('one', small)]).toEqual(['ALLOWED', 'ALLOWED']);
    await meter.stop();

    const again = await open();
    expect(again.take('one', small)).toBe('QUOTA_EXCEEDED');
    expect(again.take('other', small)).toBe('ALLOWED');
    now = Date.parse('2026-12-01T00:00:00Z');
    expect(again.take('one', small)).toBe('ALLOWED');
    await again.stop();
  });

  it('says which file is damaged', async () => {
    await writeFile(join(directory, 'usage.json'), '{"month":');
    await expect(open()).rejects.toThrow(CorruptStateError);
  });
});
