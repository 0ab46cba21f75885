import { describe, expect, it } from 'vitest';
import type { Usage } from '../../data/usage.ts';
import type { ModelUsage } from '../../models/model.ts';
import { createDirectMeter } from './direct-meter.ts';

const usage: ModelUsage = { inputTokens: 10, outputTokens: 20, costMicroUsd: 30 };
const call = {
  userId: 'user',
  agent: undefined,
  provider: 'provider',
  model: 'model',
  worstCaseMicroUsd: 100,
} as const;

function meterOf({ isOpen = true } = {}) {
  const added: Usage[] = [];
  let now = new Date('2026-11-30T23:59:59Z');
  const meter = createDirectMeter({
    quota: { take: async () => isOpen },
    usages: {
      add: async (_userId, entry) => {
        added.push(entry);
      },
    },
    clock: () => now,
  });
  const total = (field: 'calls' | 'costMicroUsd') => added.reduce((sum, entry) => sum + entry[field], 0);
  return { meter, added, total, setTime: (time: string) => (now = new Date(time)) };
}

describe('a call outside of a campaign', () => {
  it('is counted at its worst before it is made, so that a crash in between leaves it counted', async () => {
    const { meter, total } = meterOf();
    const { promise: never } = Promise.withResolvers<string>();
    const { promise: made, resolve: begin } = Promise.withResolvers<void>();
    const work = () => {
      begin();
      return never;
    };
    meter.run(call, work, () => usage, new AbortController().signal);
    await made;
    expect([total('calls'), total('costMicroUsd')]).toEqual([1, 100]);
  });

  it('is counted at its cost once that is known, on the day it was begun', async () => {
    const { meter, added, total, setTime } = meterOf();
    const work = async () => {
      setTime('2026-12-01T00:00:05Z');
      return 'answer';
    };
    expect(await meter.run(call, work, () => usage, new AbortController().signal)).toBe('answer');
    expect([total('calls'), total('costMicroUsd')]).toEqual([1, 30]);
    expect(added.map(({ day }) => day)).toEqual(['2026-11-30', '2026-11-30']);
  });

  it('that takes too long is given up with its worst cost counted, and its late failure disturbs nobody', async () => {
    const { meter, total } = meterOf();
    const { promise: late, reject: fail } = Promise.withResolvers<string>();
    const patience = new AbortController();
    const answer = meter.run(
      call,
      () => late,
      () => usage,
      patience.signal,
    );
    patience.abort();
    await expect(answer).rejects.toMatchObject({ code: 'unavailable', retryAfterSeconds: 30 });
    expect([total('calls'), total('costMicroUsd')]).toEqual([1, 100]);
    fail(new Error('too late'));
    await expect(late).rejects.toThrow('too late');
  });

  it('is not made when the time is over already', async () => {
    const { meter, added } = meterOf();
    let made = 0;
    const work = async () => {
      made += 1;
    };
    await expect(meter.run(call, work, () => usage, AbortSignal.abort())).rejects.toMatchObject({
      code: 'unavailable',
    });
    expect([made, added]).toEqual([0, []]);
  });

  it('is not made when the month is used up', async () => {
    const { meter, added } = meterOf({ isOpen: false });
    const answer = meter.run(
      call,
      async () => 'answer',
      () => usage,
      new AbortController().signal,
    );
    await expect(answer).rejects.toMatchObject({ code: 'quota-exceeded', retryAfterSeconds: 1 });
    expect(added).toEqual([]);
  });
});
