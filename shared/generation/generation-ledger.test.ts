import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import { createGenerations } from '../data/generations.ts';
import { ModelUnavailable } from '../models/errors.ts';
import type { ModelCard } from '../models/model-card.ts';
import { callModel } from './call-model.ts';
import { createGenerationLedger } from './generation-ledger.ts';
import { unlessOver } from './generation-problems.ts';
import { wireCallQuota } from './wire-call-quota.ts';

const answer = { usage: { inputTokens: 10, outputTokens: 20, costMicroUsd: 30 }, warnings: [] };
let memory: Awaited<ReturnType<typeof startMemoryTable>>;
beforeAll(async () => {
  memory = await startMemoryTable();
});
afterAll(() => memory.stop());
let people = 0;

const cardOf = (id: string, worstCaseMicroUsd = 100): ModelCard => ({
  ...{ provider: 'provider', id, isTrained: true },
  secondsPerCall: { text: 1 },
  price: { since: '2026-11-23', perCall: worstCaseMicroUsd },
});

/** A caller of their own, and calls of theirs. */
function someone({ isOpen = true, signal = new AbortController().signal, maximumCostUsd = 1 } = {}) {
  let now = new Date('2026-11-30T23:59:59Z');
  const clock = () => now;
  const userId = `person-${people++}`;
  const workspaceId = `wsp_${userId}`;
  const generations = createGenerations(memory.table, clock);
  const { quota, usages } = wireCallQuota(memory.table, clock);
  const begun: string[] = [];
  const call = (
    make: (card: ModelCard) => Promise<typeof answer>,
    { keep = async () => ({}), cards = [cardOf('model')] }: { keep?: () => Promise<object>; cards?: ModelCard[] } = {},
  ) => {
    const ledger = createGenerationLedger<typeof answer>(
      { quota: isOpen ? quota : { take: async () => false }, generations, clock },
      { userId, workspaceId, signal },
      { language: 'en', maximumCostUsd, cache: false },
      { fingerprintOf: ({ id }) => id, keep },
    );
    return callModel(
      {
        ...ledger,
        begin: async (plan) => {
          const open = await ledger.begin(plan);
          begun.push(open.id);
          return open;
        },
      },
      {
        ...{ name: 'text', kind: 'text', prompt: 'Write.', most: {} },
        candidates: cards.map((card) => ({ card })),
        make: ({ card }) => unlessOver(make(card), signal),
      },
    );
  };
  return {
    call,
    begun,
    /** Calls and money of each day. */
    counted: async () =>
      (await usages.list(userId, '2026-11-01', '2026-12-31')).map(({ day, calls, costMicroUsd }) => [
        day,
        calls,
        costMicroUsd,
      ]),
    statusNow: async () => (await generations.get(workspaceId, begun.at(-1) ?? ''))?.status,
    month: async () => (await quota.state({ userId, workspaceId })).used,
    setTime: (time: string) => {
      now = new Date(time);
    },
  };
}

describe('a call outside of a campaign', () => {
  it('leaves a record before it is made, so that a crash in between leaves it counted at its worst', async () => {
    const { call, counted, statusNow, month, setTime } = someone();
    const { promise: made, resolve: begin } = Promise.withResolvers<void>();
    void call(() => {
      begin();
      return new Promise<never>(() => {});
    });
    await made;
    expect([await statusNow(), await month(), await counted()]).toEqual(['PENDING', 1, []]);
    setTime('2026-11-30T23:59:59.500Z');
    expect([await month(), await counted()]).toEqual([1, []]);
    setTime('2026-12-01T00:30:00Z');
    await month(); // of December: what November left is cleared away when somebody looks at November
    expect(await counted()).toEqual([]);
  });

  it('is counted at its cost once that is known, on the day it was begun', async () => {
    const { call, counted, setTime } = someone();
    const record = await call(async () => {
      setTime('2026-12-01T00:00:05Z');
      return answer;
    });
    expect(record).toMatchObject({ status: 'DONE', costMicroUsd: 30 });
    expect(await counted()).toEqual([['2026-11-30', 1, 30]]);
  });

  it('whose answer is of no use is counted at its cost', async () => {
    const { call, counted, statusNow } = someone();
    const useless = call(async () => answer, { keep: () => Promise.reject(new Error('does not fit')) });
    await expect(useless).rejects.toThrow('does not fit');
    expect([await statusNow(), await counted()]).toEqual(['FAILED', [['2026-11-30', 1, 30]]]);
  });

  it('that takes too long is given up with its worst cost counted, and its late failure disturbs nobody', async () => {
    const patience = new AbortController();
    const { call, counted } = someone({ signal: patience.signal });
    const { promise: late, reject: fail } = Promise.withResolvers<typeof answer>();
    const { promise: made, resolve: begin } = Promise.withResolvers<void>();
    const answered = call(() => {
      begin();
      return late;
    });
    await made;
    patience.abort();
    await expect(answered).rejects.toMatchObject({ code: 'unavailable', retryAfterSeconds: 30 });
    expect(await counted()).toEqual([['2026-11-30', 1, 100]]);
    fail(new Error('too late'));
    await expect(late).rejects.toThrow('too late');
  });

  it('is not made when the time is over already', async () => {
    const { call, counted, month } = someone({ signal: AbortSignal.abort() });
    let made = 0;
    const work = async () => {
      made += 1;
      return answer;
    };
    await expect(call(work)).rejects.toMatchObject({ code: 'unavailable' });
    expect([made, await month(), await counted()]).toEqual([0, 0, []]);
  });

  it('is not made when the month is used up', async () => {
    const { call, counted, begun } = someone({ isOpen: false });
    const answered = call(async () => answer);
    await expect(answered).rejects.toMatchObject({ code: 'quota-exceeded', retryAfterSeconds: 1 });
    expect([begun, await counted()]).toEqual([[], []]);
  });
});

describe('a second candidate', () => {
  const firstFails = (card: ModelCard) =>
    card.id === 'first'
      ? Promise.reject(new ModelUnavailable('down', { billing: { inputTokens: 0, outputTokens: 0, costMicroUsd: 40 } }))
      : Promise.resolve(answer);
  const cards = [cardOf('first'), cardOf('second')];

  it('answers as a call of its own where the first is unavailable, and both bills are counted', async () => {
    const { call, counted, month } = someone();
    expect(await call(firstFails, { cards })).toMatchObject({ model: 'second', costMicroUsd: 30, status: 'DONE' });
    expect(await month()).toBe(2);
    expect(await counted()).toEqual([
      ['2026-11-30', 1, 40],
      ['2026-11-30', 1, 30],
    ]);
  });

  it('is asked only within what the caller allows for both together', async () => {
    const { call, counted } = someone({ maximumCostUsd: 0.000139 });
    await expect(call(firstFails, { cards })).rejects.toMatchObject({ code: 'cost-limit' });
    expect(await counted()).toEqual([['2026-11-30', 1, 40]]);
  });
});
