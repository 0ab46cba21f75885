import { describe, expect, it } from 'vitest';
import { sampleCall } from '../../tests/support/account-books.ts';
import type { ModelCall } from '../contracts/usage.ts';
import type { ClosedCall } from '../data/monthly-calls.ts';
import type { HeldCall } from '../data/open-calls.ts';
import { createCallQuota, type SweepCalls } from './call-quota.ts';
import { type CallSweepParts, createCallSweep } from './sweep-calls.ts';

const now = Date.parse('2026-11-26T12:00:00.000Z');
const hour = 60 * 60 * 1000;

describe('a call of a campaign whose record is still open', () => {
  /** What is written of one that was taken so long ago. */
  async function sweptAfter(age: number) {
    const closed: string[][] = [];
    const ended: string[] = [];
    const call = {
      id: 'seo.1.text-1',
      status: 'RESERVED',
      reservedMicroUsd: 5,
      latencyMilliseconds: 0,
      startedAt: new Date(now - age).toISOString(),
    };
    const sweep = createCallSweep({
      calls: {
        triesOf: async () => [call as ModelCall],
        get: async () => undefined,
        put: async (_reference: unknown, { status }: ModelCall) => Boolean(ended.push(status)),
      },
      campaigns: { settle: async () => {}, expectCost: async () => {}, getWithReservations: async () => undefined },
      usages: { addCall: async () => {}, hasCounted: async () => true },
      monthlyCalls: {
        close: async (_workspace: string, _month: string, calls: ClosedCall[]) =>
          void closed.push(calls.map(({ name }) => name)),
        giveBack: async () => {},
      },
      generations: {},
      clock: () => new Date(now),
    } as unknown as CallSweepParts);
    const givenBack = await sweep(
      'wsp_a',
      '2026-11',
      new Map([['ann/cmp_1/seo.1.text-1', { takenAt: now - age, heldMicroUsd: 0 }]]),
    );
    return { givenBack, ended, closed: closed.flat() };
  }

  it('may be a long job for a day; after that its answer is lost', async () => {
    expect(await sweptAfter(24 * hour - 1)).toEqual({ givenBack: 0, ended: [], closed: [] });
    expect(await sweptAfter(24 * hour)).toEqual({ givenBack: 0, ended: ['LOST'], closed: ['ann/cmp_1/seo.1.text-1'] });
  });
});

describe('a call of a campaign whose record says how it ended, and whose money waits for the end of its step', () => {
  /** What is written by a sweep of one that was taken so long ago. */
  async function sweptAfter(age: number, isRoutine: boolean) {
    const written: string[] = [];
    const call = { ...sampleCall('seo.1.text-1', { status: 'SETTLED', costMicroUsd: 3 }), reservedMicroUsd: 5 };
    const sweep = createCallSweep({
      calls: { triesOf: async () => [call] },
      campaigns: {
        settle: async () => void written.push('settled'),
        getWithReservations: async () => ({ reservations: new Map([[call.id, 5]]) }),
      },
      usages: { addCall: async () => void written.push('counted'), hasCounted: async () => true },
      monthlyCalls: {
        close: async (_workspace: string, _month: string, calls: ClosedCall[]) =>
          void written.push(...calls.map(({ costMicroUsd }) => `closed at ${costMicroUsd}`)),
      },
      clock: () => new Date(now),
    } as unknown as CallSweepParts);
    await sweep('wsp_a', '2026-11', new Map([[`ann/cmp_1/${call.id}`, { takenAt: now - age, heldMicroUsd: 5 }]]), isRoutine);
    return written;
  } // biome-ignore format: one call

  it('is left to it by routine, and settled where its money is needed or its step is dead', async () => {
    const settled = ['settled', 'counted', 'closed at 3'];
    expect(await sweptAfter(hour / 4, true)).toEqual([]);
    expect(await sweptAfter(hour / 4 + 1, true)).toEqual(settled);
    expect(await sweptAfter(0, false)).toEqual(settled);
  });
});

it('at every eighth open name the oldest seven are looked at, so that the month stays one write unit', async () => {
  const looked: string[][] = [];
  const open = new Map<string, HeldCall>();
  let time = 0;
  const month = () => ({ calls: open.size, microUsd: 0, open: new Map(open), callsOf: () => 0, microUsdOf: () => 0 });
  const sweep: SweepCalls = async (_workspace, _month, names) => {
    looked.push([...names.keys()]);
    for (const name of names.keys()) open.delete(name);
    return 0;
  };
  const quota = createCallQuota({
    workspaces: { callLimits: async () => ({}) },
    monthlyCalls: {
      take: async (_workspace, _month, _limits, { name, takenAt, heldMicroUsd }) => {
        open.set(name, { takenAt: takenAt.getTime(), heldMicroUsd });
        return month();
      },
      giveBack: async () => {},
      close: async () => {},
      get: async () => month(),
    },
    sweep,
    clock: () => new Date(now + time++),
  });
  const member = { userId: 'ann', workspaceId: 'wsp_a' };
  for (let call = 1; call <= 15; call += 1) await quota.take(member, `direct/${call}`);
  const names = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_name, index) => `ann/direct/${from + index}`);
  expect(looked).toEqual([names(1, 7), names(8, 14)]);
});
