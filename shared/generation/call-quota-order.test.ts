// The month's calls in memory: who may take one, what is cleared away, and what that looks at.
import { beforeEach, describe, expect, it } from 'vitest';
import { accountBooks, sampleCall } from '../../tests/support/account-books.ts';
import type { ModelCall } from '../contracts/usage.ts';
import type { GenerationRecord } from '../data/generations.ts';
import type { ClosedCall, MonthlyLimits, OpenCalls, TakenCall } from '../data/monthly-calls.ts';
import { createCallQuota, createCloseCallsOf, isFurtherTry, quotaUsedUp } from './call-quota.ts';
import { type CallSweepParts, createCallSweep } from './sweep-calls.ts';

const start = Date.parse('2026-11-26T12:00:00.000Z');
const minute = 60_000;
const ann = { userId: 'ann', workspaceId: 'wsp_one' };
type Granted = {
  monthlyCalls?: number;
  shares?: Record<string, number>;
  monthlyMicroUsd?: number;
  moneyShares?: Record<string, number>;
};
let stage: ReturnType<typeof newStage>; // biome-ignore format: one line
const newStage = () => ({
  now: start,
  granted: {} as Granted,
  calls: 0,
  callsOfAnn: 0,
  microUsd: 0,
  microUsdOfAnn: 0,
  open: new Map() as Map<string, { takenAt: number; heldMicroUsd: number }>,
  months: [] as string[],
  /** What `take` answers, one after the other; then yes. */
  takes: [] as boolean[],
  taken: [] as [MonthlyLimits, TakenCall][],
  givenBack: [] as object[],
  closed: [] as ClosedCall[],
  swept: [] as (readonly string[])[],
});
beforeEach(() => {
  stage = newStage();
});
const month = () => ({
  ...{ calls: stage.calls, microUsd: stage.microUsd, open: new Map(stage.open) as OpenCalls },
  ...{ callsOf: () => stage.callsOfAnn, microUsdOf: () => stage.microUsdOfAnn },
});
const parts = {
  workspaces: { callLimits: async () => stage.granted },
  monthlyCalls: {
    async take(_workspace: string, _month: string, limits: MonthlyLimits, call: TakenCall) {
      stage.taken.push([limits, call]);
      return (stage.takes.shift() ?? true) ? month() : undefined;
    },
    async get(_workspace: string, name: string) {
      stage.months.push(name);
      return month();
    },
    giveBack: async (_workspace: string, _month: string, call: object) => void stage.givenBack.push(call),
    close: async (_workspace: string, _month: string, calls: readonly ClosedCall[]) => void stage.closed.push(...calls),
  },
  async sweep(_workspace: string, _month: string, open: OpenCalls) {
    stage.swept.push([...open.keys()]);
    for (const name of open.keys()) stage.open.delete(name);
    return open.size;
  },
  clock: () => new Date(stage.now),
};
const quota = createCallQuota(parts);
const hold = (name: string, minutesAgo: number, heldMicroUsd = 0) =>
  void stage.open.set(name, { takenAt: start - minutesAgo * minute, heldMicroUsd });

describe('a call of the month', () => {
  it('is taken within what the workspace was granted, and the person of it', async () => {
    stage.granted = { monthlyCalls: 9, shares: { ann: 4, bob: 1 }, monthlyMicroUsd: 500, moneyShares: { ann: 900 } };
    expect(await quota.take(ann, 'direct/gen_1', 70)).toBe(true);
    expect(stage.taken).toEqual([
      [
        { ofWorkspace: 9, ofPerson: 4, microUsdOfWorkspace: 500, microUsdOfPerson: 500 },
        { name: 'ann/direct/gen_1', isCall: true, heldMicroUsd: 70, takenAt: new Date(start) },
      ],
    ]);
    expect(stage.months).toEqual([]);
  });

  it('that a run has taken which died is not taken twice', async () => {
    stage.takes = [false];
    hold('ann/direct/gen_1', 1, 70);
    expect(await quota.take(ann, 'direct/gen_1', 70)).toBe(true);
    expect([stage.taken.length, stage.givenBack]).toEqual([1, []]);
  });

  it('that such a run has taken at another price is given back and taken anew', async () => {
    stage.takes = [false];
    hold('ann/direct/gen_1', 1, 50);
    expect(await quota.take(ann, 'direct/gen_1', 70)).toBe(true);
    expect(stage.givenBack).toEqual([{ name: 'ann/direct/gen_1', isCall: true, heldMicroUsd: 50 }]);
    expect(stage.taken).toHaveLength(2);
  });

  it.each([
    ['the workspace', { calls: 5 }],
    ['the person', { callsOfAnn: 3 }],
  ])('is asked for once where %s has none left', async (_who, used) => {
    stage.granted = { monthlyCalls: 5, shares: { ann: 3 } };
    Object.assign(stage, { takes: [false], ...used });
    expect(await quota.take(ann, 'direct/gen_1')).toBe(false);
    expect(stage.taken).toHaveLength(1);
  });

  it('is asked for again where there was none a moment ago', async () => {
    stage.granted = { monthlyCalls: 5, shares: { ann: 3 } };
    Object.assign(stage, { takes: [false], calls: 4, callsOfAnn: 2 });
    expect(await quota.take(ann, 'direct/gen_1')).toBe(true);
    expect(stage.taken).toHaveLength(2);
  });

  it('and its further tries are one: those hold money only', async () => {
    stage.granted = { monthlyCalls: 1 };
    Object.assign(stage, { takes: [false, false], calls: 1, callsOfAnn: 1 });
    expect(await quota.take(ann, 'cmp_1/seo.1.text-1.2', 70)).toBe(false);
    expect(stage.taken.map(([, { isCall }]) => isCall)).toEqual([false, false]);
    expect(
      ['cmp_1/seo.1.text-1', 'cmp_1/seo.1.text-1.2', 'cmp_1/seo.1.text-1.12', 'direct/seo.1.text-1.2', 'xcmp_1/seo.1.text-1.2', 'cmp_1/seo.1.text-1.2.3', 'cmp_1/seo.1.text-1.x'].map(isFurtherTry),
    ).toEqual([false, true, true, false, false, false, false]);
  }); // biome-ignore format: names at a glance

  it('is given back as it was taken', async () => {
    await quota.giveBack(ann, 'cmp_1/seo.1.text-1.2', 70);
    await quota.giveBack(ann, 'direct/gen_1');
    expect(stage.givenBack).toEqual([
      { name: 'ann/cmp_1/seo.1.text-1.2', isCall: false, heldMicroUsd: 70 },
      { name: 'ann/direct/gen_1', isCall: true, heldMicroUsd: 0 },
    ]);
  });
});

describe('what a month has left', () => {
  it('is the least of the share and of what the workspace has, and never less than nothing', async () => {
    stage.granted = { monthlyCalls: 10, shares: { ann: 6 }, monthlyMicroUsd: 1000, moneyShares: { ann: 600 } };
    Object.assign(stage, { calls: 7, callsOfAnn: 2, microUsd: 900, microUsdOfAnn: 100 });
    expect(await quota.state(ann)).toMatchObject({
      ...{ limit: 6, used: 2, remaining: 3 },
      money: { limitMicroUsd: 600, usedMicroUsd: 100, remainingMicroUsd: 100 },
    });
    Object.assign(stage, { calls: 5, callsOfAnn: 5, microUsd: 500, microUsdOfAnn: 500 });
    expect(await quota.state(ann)).toMatchObject({ remaining: 1, money: { remainingMicroUsd: 100 } });
    Object.assign(stage, { calls: 12, callsOfAnn: 9, microUsd: 1200, microUsdOfAnn: -5 });
    expect(await quota.state(ann)).toMatchObject({ remaining: 0, money: { usedMicroUsd: 0, remainingMicroUsd: 0 } });
  });

  it('is looked at once those are cleared away whose process has died: after a quarter of an hour', async () => {
    hold('ann/direct/old', 15.1);
    hold('ann/direct/young', 15);
    await quota.state(ann);
    expect(stage.swept).toEqual([['ann/direct/old']]);
    expect(stage.months).toEqual(['2026-11', '2026-11']);
    await quota.state(ann);
    expect(stage.swept).toHaveLength(1);
  });

  it('is also looked at once those are cleared away that have ended, where the month cost money', async () => {
    stage.microUsd = 1;
    hold('ann/direct/young', 0);
    await quota.state(ann);
    expect(stage.swept).toEqual([['ann/direct/young']]);
  });
});

it('the oldest seven are cleared away whenever eight are open', async () => {
  for (const age of [3, 9, 1, 8, 2, 7, 6, 5]) hold(`ann/direct/${age}`, age);
  await quota.take(ann, 'direct/next');
  expect(stage.swept).toEqual([[9, 8, 7, 6, 5, 3, 2].map((age) => `ann/direct/${age}`)]);
  hold('ann/direct/next', 0);
  await quota.take(ann, 'direct/other');
  expect(stage.swept).toHaveLength(1);
});

describe('the calls of a campaign', () => {
  const campaign = { workspaceId: 'wsp_one', campaignId: 'cmp_1' };
  it('are cleared away by their names, of this month and of one that ended yesterday', async () => {
    stage.now = Date.parse('2026-12-01T11:00:00.000Z');
    for (const name of ['ann/cmp_1/seo.1.text-1', 'ann/cmp_2/seo.1.text-1', 'bob/cmp_1/seo.1.text-1']) hold(name, 0);
    await createCloseCallsOf(parts)('ann', campaign);
    expect(stage.months).toEqual(['2026-12', '2026-11']);
    expect(stage.swept[0]).toEqual(['ann/cmp_1/seo.1.text-1']);
    stage.now = Date.parse('2026-12-02T00:00:00.000Z');
    await createCloseCallsOf(parts)('ann', campaign);
    expect(stage.months.slice(2)).toEqual(['2026-12']);
  });

  it('are forgotten by the word of whoever made them, at what was held', async () => {
    hold('ann/cmp_1/seo.1.text-1', 0, 70);
    hold('ann/cmp_1/copy.1.text-1', 0, 50);
    await quota.close(ann, 'cmp_1/seo.1.');
    expect(stage.closed).toEqual([{ name: 'ann/cmp_1/seo.1.text-1', heldMicroUsd: 70, costMicroUsd: 70 }]);
  });
});

it('a month that is used up says when there are calls again', () => {
  expect(quotaUsedUp(new Date('2026-11-30T23:59:58.500Z'))).toMatchObject({
    ...{ code: 'quota-exceeded', retryAfterSeconds: 2 },
    message: 'All AI calls of this month are used. There are new ones from 2026-12-01T00:00:00.000Z on.',
  });
});

describe('a name that is cleared away', () => {
  /** Sweeps one name that was taken so long ago. */
  async function sweep(name: string, minutesAgo: number, { calls = [] as ModelCall[], counted = true, reserved = [] as string[], generation = undefined as Partial<GenerationRecord> | undefined } = {}) {
    const books = accountBooks(calls);
    const ended: unknown[] = [];
    const made = createCallSweep({
      ...books.parts,
      campaigns: { ...books.parts.campaigns, getWithReservations: async () => ({ reservations: new Map(reserved.map((id) => [id, 100])) }) },
      calls: { ...books.parts.calls, triesOf: async () => calls },
      usages: { ...books.parts.usages, hasCounted: async () => counted },
      generations: {
        get: async () => generation,
        end: async (_workspace: string, record: GenerationRecord) => Boolean(ended.push([record.status, record.costMicroUsd])),
      },
      ...{ monthlyCalls: parts.monthlyCalls, clock: parts.clock },
    } as unknown as CallSweepParts);
    const open = new Map([[name, { takenAt: start - minutesAgo * minute, heldMicroUsd: 100 }]]);
    return { givenBack: await made('wsp_one', '2026-11', open), did: books.written.map(([what, id]) => `${what} ${id}`), ended };
  } // biome-ignore format: a stage
  const name = 'ann/cmp_1/seo.1.text-1';
  const settled = sampleCall('seo.1.text-1', { status: 'SETTLED', costMicroUsd: 30 });
  const closedAt = (costMicroUsd: number, of = name) => [{ name: of, heldMicroUsd: 100, costMicroUsd }];

  it.each([
    ['ann/cmp_1/seo.1.text-1', true],
    ['ann/cmp_1/seo.1.text-1.2', false],
    ['ann/direct/gen_1', true],
  ])('and has no record was never made, after a quarter of an hour: %s', async (of, isCall) => {
    expect(await sweep(of, 15)).toMatchObject({ givenBack: 0 });
    expect([stage.closed, stage.givenBack]).toEqual([[], []]);
    expect(await sweep(of, 15.1)).toMatchObject({ givenBack: 1 });
    expect([stage.closed, stage.givenBack]).toEqual([[], [{ name: of, isCall, heldMicroUsd: 100 }]]);
  });

  it('and has ended counts at its cost, its own and not that of other tries', async () => {
    const second = sampleCall('seo.1.text-1.2', { status: 'SETTLED', costMicroUsd: 7 });
    expect(await sweep(name, 0, { calls: [settled, second] })).toMatchObject({ givenBack: 0, did: [] });
    expect(stage.closed).toEqual(closedAt(30));
  });

  it.each([
    ['counted', { counted: false }],
    ['settled', { reserved: ['seo.1.text-1'] }],
  ])('and was not %s by whoever died is, first', async (_what, left) => {
    const { did } = await sweep(name, 0, { calls: [settled], ...left });
    expect(did).toEqual(['settle seo.1.text-1', 'usage seo.1.text-1']);
  });

  it('of a try that is under way stays, and is lost after a day', async () => {
    const open = sampleCall('seo.1.text-1');
    await sweep(name, 24 * 60 - 1, { calls: [open] });
    expect(stage.closed).toEqual([]);
    expect((await sweep(name, 24 * 60, { calls: [open] })).did[0]).toBe('record seo.1.text-1');
    expect(stage.closed).toEqual(closedAt(100));
  });

  const direct = 'ann/direct/gen_1';
  const pending = {
    id: 'gen_1',
    status: 'PENDING',
    reservedMicroUsd: 80,
    costMicroUsd: 0,
    createdAt: '2026-11-26T11:00:00.000Z',
  } as Partial<GenerationRecord>;
  it.each([
    ['has ended', { ...pending, status: 'DONE', costMicroUsd: 30 }, 0, 30, []],
    ['died', pending, 15.1, 80, [['FAILED', 80]]],
    ['died and had reserved nothing', { ...pending, reservedMicroUsd: undefined }, 15.1, 0, [['FAILED', 0]]],
    ['is under way', pending, 15, undefined, []],
    ['is a job', { ...pending, job: {} }, 60, undefined, []],
  ])('outside of a campaign that %s is looked up by itself', async (_what, generation, age, cost, ends) => {
    expect((await sweep(direct, age, { generation: generation as Partial<GenerationRecord> })).ended).toEqual(ends);
    expect(stage.closed).toEqual(cost === undefined ? [] : closedAt(cost, direct));
  }); // biome-ignore format: a table
});
