// How the end of a call comes to everything that counts it. That each counts it once is held over a table, through every death.
import { describe, expect, it } from 'vitest';
import { accountBooks, sampleCall, settledHeader } from '../../tests/support/account-books.ts';
import {
  billOf,
  callOfBill,
  countCall,
  endCall,
  isBill,
  lost,
  noCounters,
  settleEnded,
  settleLeftOver,
  usageOf,
} from './settle-call.ts';

const id = 'seo.1.text-1';
const settled = (changes = {}) =>
  sampleCall(id, { status: 'SETTLED', costMicroUsd: 30, inputTokens: 5, outputTokens: 7, ...changes });

describe('the end of a call', () => {
  it('is recorded, then settled and added to what its person used', async () => {
    const { parts, owner, written } = accountBooks([sampleCall(id)]);
    expect(await endCall(parts, owner, settled())).toEqual({ call: settled(), settled: settledHeader });
    expect(written).toEqual([
      ['record', id, 'SETTLED'],
      ['settle', id, 100, 30],
      ['usage', id, 'ann'],
    ]);
  });

  it('that costs money nobody reserved leaves its mark before its record', async () => {
    const { parts, owner, written } = accountBooks();
    await endCall(parts, owner, settled({ reservedMicroUsd: 0 }));
    expect(written.map(([what]) => what)).toEqual(['expect', 'record', 'settle', 'usage']);
  });

  it('of one that was free is nothing to settle', async () => {
    const { parts, owner, written } = accountBooks();
    const free = settled({ reservedMicroUsd: 0, costMicroUsd: 0 });
    expect(await endCall(parts, owner, free)).toEqual({ call: free, settled: undefined });
    expect(written.map(([what]) => what)).toEqual(['record', 'usage']);
  });

  it('that came to nothing frees what was reserved', async () => {
    const { parts, owner, written } = accountBooks();
    await countCall(parts, owner, sampleCall(id, { status: 'FAILED' }));
    expect(written[0]).toEqual(['settle', id, 100, 0]);
  });

  it('of one that has ended before is counted as its record says', async () => {
    const before = settled({ costMicroUsd: 12 });
    const { parts, owner, written } = accountBooks([before]);
    expect((await endCall(parts, owner, lost(sampleCall(id)))).call).toEqual(before);
    expect(written).toEqual([
      ['settle', id, 100, 12],
      ['usage', id, 'ann'],
    ]);
  });

  it('whose record can neither be written nor read counts as it came', async () => {
    const { parts, owner, written } = accountBooks();
    const calls = { get: async () => undefined, put: async () => false };
    expect((await endCall({ ...parts, calls }, owner, settled())).call).toEqual(settled());
    expect(written[0]).toEqual(['settle', id, 100, 30]);
  });
});

describe('what is used', () => {
  const reference = { workspaceId: 'wsp_one', campaignId: 'cmp_1' };
  it('is of the day on which the call ended', () => {
    const call = settled({ startedAt: '2026-11-26T23:59:59.000Z', latencyMilliseconds: 1000 });
    expect(usageOf(reference, call)).toEqual({
      ...{ day: '2026-11-27', campaignId: 'cmp_1', agent: 'SEO', provider: 'vendor', model: 'writer-1' },
      ...{ calls: 1, cacheHits: 0, inputTokens: 5, outputTokens: 7, costMicroUsd: 30, savedMicroUsd: 0 },
    });
  });

  it('is one call, however many tries it takes', () => {
    expect(usageOf(reference, settled({ id: `${id}.2` }))).toMatchObject({ calls: 0, costMicroUsd: 30 });
  });

  it.each([
    [40, 40],
    [undefined, 0],
  ])('by an answer that was there is nothing, and %s was saved', (savedMicroUsd, saved) => {
    const hit = settled({ status: 'CACHED', ...(savedMicroUsd ? { savedMicroUsd } : {}) });
    expect(usageOf(reference, hit)).toMatchObject({ ...noCounters, cacheHits: 1, savedMicroUsd: saved });
  });

  it('by a lost call is all that was reserved', () => {
    expect(lost(sampleCall(id))).toMatchObject({ status: 'LOST', costMicroUsd: 100, costSource: 'reserved' });
    expect(lost(sampleCall(id, { reservedMicroUsd: 0 }))).toMatchObject({ status: 'FAILED', costMicroUsd: 0 });
  });
});

it('a bill that is still to come bears the name of its call, and is no call', () => {
  expect([billOf(id), callOfBill(billOf(id)), isBill(billOf(id)), isBill(id)]).toEqual([`${id}#bill`, id, true, false]);
});

const reservations = (...ids: string[]) => new Map(ids.map((name) => [name, 100]));

describe('what is left over', () => {
  it('is given back where nothing was recorded, lost where it was under way, and counted where it had ended', async () => {
    const ended = settled({ id: 'seo.1.text-2' });
    const { parts, owner, written } = accountBooks([sampleCall('seo.1.text-1'), ended]);
    await settleLeftOver(parts, owner, reservations('seo.1.text-1', 'seo.1.text-2', 'seo.1.text-3'), () => true);
    const settles = written.filter(([what]) => what === 'settle').sort();
    expect(settles).toEqual([
      ['settle', 'seo.1.text-1', 100, 100],
      ['settle', 'seo.1.text-2', 100, 30],
      ['settle', 'seo.1.text-3', 100, 0],
    ]);
    expect(written.filter(([what]) => what === 'record')).toEqual([['record', 'seo.1.text-1', 'LOST']]);
    expect(written.filter(([what]) => what === 'usage').map(([, name]) => name).sort()).toEqual([
      'seo.1.text-1',
      'seo.1.text-2',
    ]); // biome-ignore format: names at a glance
  });

  it('is only of attempts that are over, and of no bill', async () => {
    const { parts, owner, written } = accountBooks();
    const asked: unknown[] = [];
    await settleLeftOver(parts, owner, reservations('seo.1.text-1', 'seo.2.text-1', billOf('seo.1.text-9')), (call) => {
      asked.push(call);
      return call.attempt === 1;
    });
    expect(written).toEqual([['settle', 'seo.1.text-1', 100, 0]]);
    expect(asked).toEqual([
      { phaseId: 'seo', attempt: 1 },
      { phaseId: 'seo', attempt: 2 },
    ]);
  });
});

it('what has ended is settled as its record says; what is under way or unknown stays, and so do bills', async () => {
  const ended = settled({ id: 'seo.1.text-2' });
  const asBill = settled({ id: billOf('seo.1.text-4') });
  const { parts, owner, written } = accountBooks([sampleCall('seo.1.text-1'), ended, asBill]);
  await settleEnded(parts, owner, reservations('seo.1.text-1', 'seo.1.text-2', 'seo.1.text-3', asBill.id));
  expect(written).toEqual([
    ['settle', 'seo.1.text-2', 100, 30],
    ['usage', 'seo.1.text-2', 'ann'],
  ]);
});
