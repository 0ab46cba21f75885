import { describe, expect, it } from 'vitest';
import { accountBooks, sampleCall, settledHeader } from '../../tests/support/account-books.ts';
import type { ModelCall } from '../contracts/usage.ts';
import type { Campaigns } from '../data/campaigns.ts';
import { deferSettlements, unsettledCalls } from './deferred-settlements.ts';
import { billOf } from './settle-call.ts';

const reference = { workspaceId: 'wsp_one', campaignId: 'cmp_1' };
const [first, second] = [
  { callId: 'seo.1.text-1', reservedMicroUsd: 100, costMicroUsd: 30 },
  { callId: 'seo.1.text-2', reservedMicroUsd: 50, costMicroUsd: 20 },
];

/**
 * Settlements of a run, over campaigns that note what is written; `settled` is what they answer with, `rooms` whether there is room for each
 * reservation.
 */
function later(settled: typeof settledHeader | undefined = settledHeader, rooms: readonly boolean[] = []) {
  const left = [...rooms];
  const { parts, written } = accountBooks();
  const warned: unknown[] = [];
  const campaigns = {
    async settle(...asked: Parameters<typeof parts.campaigns.settle>) {
      await parts.campaigns.settle(...asked);
      return settled;
    },
    async reserve(_reference: unknown, _known: unknown, id: string) {
      written.push(['reserve', id]);
      return left.shift() ?? true;
    },
  } as unknown as Campaigns;
  const settlements = deferSettlements(campaigns, reference, async (...told) => void warned.push(told));
  const end = ({ callId, reservedMicroUsd, costMicroUsd }: typeof first) =>
    settlements.campaigns.settle(reference, callId, reservedMicroUsd, costMicroUsd);
  return { campaigns, settlements, end, written, warned };
}

describe('calls that are settled later', () => {
  it('wait, and are known until somebody settles them', async () => {
    const { settlements, end, written } = later();
    expect(settlements.open()).toEqual([]);
    expect([await end(first), await end(second)]).toEqual([undefined, undefined]);
    expect([settlements.open(), written]).toEqual([[first, second], []]);
    settlements.leave();
    await settlements.flush();
    expect([settlements.open(), written]).toEqual([[], []]);
  });

  it('are settled once, in their order, and people hear how far the cap is used', async () => {
    const { settlements, end, written, warned } = later();
    await end(first);
    await end(second);
    await settlements.flush();
    await settlements.flush();
    expect(written).toEqual([
      ['settle', 'seo.1.text-1', 100, 30],
      ['settle', 'seo.1.text-2', 50, 20],
    ]);
    expect(warned).toEqual([
      [reference, settledHeader],
      [reference, settledHeader],
    ]);
  });

  it('are settled each once, though whoever asks the next model settles one that failed again', async () => {
    const { settlements, end } = later();
    await end(second);
    await end(first);
    await end(second);
    expect(settlements.open()).toEqual([second, first]);
  });

  describe('when money is reserved once more', () => {
    const reserving = async (rooms: readonly boolean[], ended = [first]) => {
      const { settlements, end, written } = later(settledHeader, rooms);
      for (const each of ended) await end(each);
      const isReserved = await settlements.campaigns.reserve(reference, settledHeader.campaign, 'seo.1.text-3', 50);
      return { isReserved, written: written.map(([what]) => what), open: settlements.open() };
    };

    it('stay open where there is room', async () =>
      expect(await reserving([true])).toEqual({ isReserved: true, written: ['reserve'], open: [first] }));

    it('are settled where what they hold leaves none', async () => {
      const written = ['reserve', 'settle', 'reserve'];
      expect(await reserving([false, true])).toEqual({ isReserved: true, written, open: [] });
      expect(await reserving([false, false])).toEqual({ isReserved: false, written, open: [] });
    });

    it('are not asked after where there are none', async () =>
      expect(await reserving([false], [])).toEqual({ isReserved: false, written: ['reserve'], open: [] }));
  });

  it('do not wait where all of the money is given back: the name may be reserved with another amount', async () => {
    const { settlements, end, written } = later();
    await end({ ...second, costMicroUsd: 0 });
    await end({ ...second, reservedMicroUsd: 0 });
    expect(written).toEqual([['settle', 'seo.1.text-2', 50, 0]]);
    expect(settlements.open()).toEqual([{ ...second, reservedMicroUsd: 0 }]);
  });

  it('make room for a call that meets their settling', async () => {
    const { settlements, end, written } = later(settledHeader, [false, true]);
    await end(first);
    const settling = settlements.flush();
    const isReserved = await settlements.campaigns.reserve(reference, settledHeader.campaign, 'seo.1.text-3', 50);
    await settling;
    expect({ isReserved, written: written.map(([what]) => what).sort() }).toEqual({
      isReserved: true,
      written: ['reserve', 'reserve', 'settle'],
    });
  });

  it('tell nobody of what was settled before, nor where there is nobody to tell', async () => {
    const { settlements, end, warned } = later();
    const again = deferSettlements({ ...settlements.campaigns, settle: async () => undefined }, reference, async () => expect.fail('told'));
    await again.campaigns.settle(reference, 'seo.1.text-1', 100, 30);
    await again.flush();
    const { campaigns } = later();
    const silent = deferSettlements(campaigns, reference);
    await silent.campaigns.settle(reference, 'seo.1.text-1', 100, 30);
    await expect(silent.flush()).resolves.toBeUndefined();
    await end(first);
    expect(warned).toEqual([]);
  }); // biome-ignore format: a story
});

describe('what an attempt has left unsettled', () => {
  const open = async (reserved: readonly string[], records: readonly ModelCall[]) => {
    let looked = 0;
    const found = await unsettledCalls(
      {
        campaigns: {
          getWithReservations: async () => ({ reservations: new Map(reserved.map((id) => [id, 100])) }),
        } as unknown as Campaigns,
        calls: {
          ofAttempt: async () => {
            looked += 1;
            return [...records];
          },
        },
      },
      reference,
      'seo',
      1,
    );
    return { found, looked };
  };
  const ended = sampleCall('seo.1.text-1', { status: 'SETTLED', costMicroUsd: 30 });

  it('is of its calls that have ended and still hold money', async () => {
    const { found } = await open(
      ['seo.1.text-1', 'seo.1.text-2'],
      [ended, sampleCall('seo.1.text-2'), sampleCall('seo.1.text-3', { status: 'SETTLED', costMicroUsd: 5 })],
    );
    expect(found).toEqual([first]);
  });

  it.each([
    ['nothing is reserved', []],
    ['only others hold money', ['seo.2.text-1', 'copy.1.text-1', 'seo.2.text-1', billOf('seo.1.text-1')]],
  ])('is not looked for where %s', async (_what, reserved) => {
    expect(await open(reserved, [ended])).toEqual({ found: [], looked: 0 });
  });

  it('is nothing of a campaign that is gone', async () => {
    const campaigns = { getWithReservations: async () => undefined } as unknown as Campaigns;
    const calls = { ofAttempt: async () => [ended] };
    expect(await unsettledCalls({ campaigns, calls }, reference, 'seo', 1)).toEqual([]);
  });
});
