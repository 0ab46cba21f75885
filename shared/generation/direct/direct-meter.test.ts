import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMemoryTable } from '../../../tests/support/memory-table.ts';
import { createGenerations, type GenerationRecord, generationExpiry } from '../../data/generations.ts';
import type { ModelUsage } from '../../models/model.ts';
import { newGenerationId } from '../../runtime/ids.ts';
import { wireCallQuota } from '../wire-call-quota.ts';
import { createDirectMeter } from './direct-meter.ts';

const usage: ModelUsage = { inputTokens: 10, outputTokens: 20, costMicroUsd: 30 };
let memory: Awaited<ReturnType<typeof startMemoryTable>>;
beforeAll(async () => {
  memory = await startMemoryTable();
});
afterAll(() => memory.stop());
let people = 0;

/** A meter of a person of their own, whose worst case is 100. */
function meterOf({ isOpen = true, signal = new AbortController().signal } = {}) {
  let now = new Date('2026-11-30T23:59:59Z');
  const clock = () => now;
  const userId = `person-${people++}`;
  const workspaceId = `wsp_${userId}`;
  const generations = createGenerations(memory.table, clock);
  const { quota, usages } = wireCallQuota(memory.table, clock);
  const begun: GenerationRecord & { reservedMicroUsd: number } = {
    id: newGenerationId(now),
    kind: 'text',
    status: 'PENDING',
    provider: 'provider',
    model: 'model',
    inputTokens: 0,
    outputTokens: 0,
    costMicroUsd: 0,
    savedMicroUsd: 0,
    cached: false,
    warnings: [],
    latencyMilliseconds: 0,
    createdAt: now.toISOString(),
    promptSha256: '0'.repeat(64),
    aiGenerated: true,
    hasSchema: false,
    expiresAt: generationExpiry(now),
    reservedMicroUsd: 100,
  };
  const meter = createDirectMeter(
    { quota: isOpen ? quota : { take: async () => false }, generations, clock },
    { userId, workspaceId, signal },
    begun,
  );
  return {
    meter,
    begun,
    /** Calls and money of each day. */
    counted: async () =>
      (await usages.list(userId, '2026-11-01', '2026-12-31')).map(({ day, calls, costMicroUsd }) => [
        day,
        calls,
        costMicroUsd,
      ]),
    statusNow: async () => (await generations.get(workspaceId, begun.id))?.status,
    month: async () => (await quota.state(userId)).used,
    setTime: (time: string) => {
      now = new Date(time);
    },
  };
}

describe('a call outside of a campaign', () => {
  it('leaves a record before it is made, so that a crash in between leaves it counted at its worst', async () => {
    const { meter, counted, statusNow, month, setTime } = meterOf();
    const { promise: made, resolve: begin } = Promise.withResolvers<void>();
    void meter.run(
      () => {
        begin();
        return new Promise<never>(() => {});
      },
      () => usage,
    );
    await made;
    expect([await statusNow(), await month(), await counted()]).toEqual(['PENDING', 1, []]);
    setTime('2026-11-30T23:59:59.500Z');
    expect([await month(), await counted()]).toEqual([1, []]);
    setTime('2026-12-01T00:30:00Z');
    await month(); // of December: what November left is cleared away when somebody looks at November
    expect(await counted()).toEqual([]);
  });

  it('is counted at its cost once that is known, on the day it was begun', async () => {
    const { meter, begun, counted, setTime } = meterOf();
    const answer = await meter.run(
      async () => {
        setTime('2026-12-01T00:00:05Z');
        return 'answer';
      },
      () => usage,
    );
    await meter.done({ ...begun, ...usage, status: 'DONE' });
    await meter.useless(); // ended already
    expect([answer, await counted()]).toEqual(['answer', [['2026-11-30', 1, 30]]]);
  });

  it('whose answer is of no use is counted at its cost', async () => {
    const { meter, counted, statusNow } = meterOf();
    await meter.run(
      async () => 'answer',
      () => usage,
    );
    await meter.useless();
    expect([await statusNow(), await counted()]).toEqual(['FAILED', [['2026-11-30', 1, 30]]]);
  });

  it('that takes too long is given up with its worst cost counted, and its late failure disturbs nobody', async () => {
    const patience = new AbortController();
    const { meter, counted } = meterOf({ signal: patience.signal });
    const { promise: late, reject: fail } = Promise.withResolvers<string>();
    const { promise: made, resolve: begin } = Promise.withResolvers<void>();
    const answer = meter.run(
      () => {
        begin();
        return late;
      },
      () => usage,
    );
    await made;
    patience.abort();
    await expect(answer).rejects.toMatchObject({ code: 'unavailable', retryAfterSeconds: 30 });
    expect(await counted()).toEqual([['2026-11-30', 1, 100]]);
    fail(new Error('too late'));
    await expect(late).rejects.toThrow('too late');
  });

  it('is not made when the time is over already', async () => {
    const { meter, counted, month } = meterOf({ signal: AbortSignal.abort() });
    let made = 0;
    const work = async () => {
      made += 1;
    };
    await expect(meter.run(work, () => usage)).rejects.toMatchObject({ code: 'unavailable' });
    expect([made, await month(), await counted()]).toEqual([0, 0, []]);
  });

  it('is not made when the month is used up', async () => {
    const { meter, counted, statusNow } = meterOf({ isOpen: false });
    const answer = meter.run(
      async () => 'answer',
      () => usage,
    );
    await expect(answer).rejects.toMatchObject({ code: 'quota-exceeded', retryAfterSeconds: 1 });
    expect([await statusNow(), await counted()]).toEqual([undefined, []]);
  });
});
