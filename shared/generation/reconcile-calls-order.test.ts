// Which bills are asked for, which sums are believed, and what is corrected by them, in which order: over the books in memory.
import { describe, expect, it } from 'vitest';
import { accountBooks, sampleCall } from '../../tests/support/account-books.ts';
import type { ModelCall } from '../contracts/usage.ts';
import type { AskBill } from '../models/bill-of-call.ts';
import { expectBill, reconcileCalls } from './reconcile-calls.ts';

const lost = (changes: Partial<ModelCall> = {}) =>
  sampleCall('seo.1.text-1', { status: 'LOST', costMicroUsd: 100, requestId: 'gen/1', ...changes });
const bill = 'seo.1.text-1#bill';

/** Reconciles what this header knows; `isFirst` says whether nobody else has corrected the record meanwhile. */
async function reconciled(
  call: ModelCall | undefined,
  askBill?: AskBill,
  { names = [bill], isFirst = true, isSettled = true, other = call } = {},
) {
  const { parts, kept, written, usages, owner } = accountBooks(call ? [call] : []);
  const { settle } = parts.campaigns;
  const asked: string[] = [];
  await reconcileCalls(
    {
      ...parts,
      campaigns: { ...parts.campaigns, settle: async (...sum) => ((await settle(...sum)) && isSettled ? { campaign: {} } : undefined) as never },
      calls: {
        get: async (reference, id) => {
          asked.push(id);
          return parts.calls.get(reference, id);
        },
        async adjust(_reference, adjusted) {
          written.push(['adjust', adjusted.id, adjusted.costMicroUsd, adjusted.costSource, adjusted.adjustedMicroUsd]);
          kept.set(adjusted.id, isFirst ? adjusted : (other ?? adjusted));
          return isFirst;
        },
      },
      monthlyCalls: {
        correctMoney: async (workspaceId, month, userId, difference) => void written.push(['month', workspaceId, month, userId, difference]),
      },
      askBill,
    },
    owner,
    new Map(names.map((name) => [name, 0])),
  );
  return { written, asked, usages };
} // biome-ignore format: fakes

describe('the bill of a lost call', () => {
  it('corrects the record, then usage, money and month, each by the difference', async () => {
    const { written, usages } = await reconciled(lost(), async () => 30);
    expect(written).toEqual([
      ['adjust', 'seo.1.text-1', 30, 'provider', -70],
      ['usage', bill, 'ann'],
      ['settle', bill, 0, -70],
      ['month', 'wsp_one', '2026-11', 'ann', -70],
    ]);
    expect(usages).toEqual([
      {
        ...{ day: '2026-11-26', agent: 'SEO', provider: 'vendor', model: 'writer-1', costMicroUsd: -70 },
        campaignId: expect.any(String),
        ...{ calls: 0, cacheHits: 0, inputTokens: 0, outputTokens: 0, savedMicroUsd: 0 },
      },
    ]);
  });

  it.each([0, 100, 999, 1000])('is believed at %i', async (cost) => {
    const { written } = await reconciled(lost(), async () => cost);
    expect(written[0]).toEqual(['adjust', 'seo.1.text-1', cost, 'provider', cost - 100]);
  });

  it.each([undefined, -1, 0.5, Number.NaN, 1001])('is asked for again where its provider says %s', async (cost) => {
    expect((await reconciled(lost(), async () => cost)).written).toEqual([]);
  });

  it('is asked for again where nobody can be asked, or whoever was asked failed', async () => {
    expect((await reconciled(lost())).written).toEqual([]);
    expect((await reconciled(lost(), () => Promise.reject(new Error('Out.')))).written).toEqual([]);
  });

  it('is asked of the provider, by its own name for the call', async () => {
    const asked: object[] = [];
    await reconciled(lost(), async (named) => void asked.push(named));
    expect(asked).toEqual([{ provider: 'vendor', requestId: 'gen/1' }]);
  });

  it.each([
    ['has no record any more', undefined],
    ['has no name at its provider', lost({ requestId: undefined })],
  ])('is not asked for of a call that %s', async (_what, call) => {
    const never = async () => expect.fail('asked for');
    expect((await reconciled(call, never)).written).toEqual([]);
  });

  it('is not looked for of reservations, which are no bills', async () => {
    const { asked } = await reconciled(lost(), async () => 30, { names: ['seo.1.text-1', 'copy.1.text-2', bill] });
    expect(asked).toEqual(['seo.1.text-1']);
  });

  it('that was told before a crash is not asked for again, and what is left is corrected', async () => {
    const told = lost({ costMicroUsd: 30, adjustedMicroUsd: -70 });
    const { written } = await reconciled(told, async () => expect.fail('asked again'));
    expect(written.map(([what]) => what)).toEqual(['usage', 'settle', 'month']);
  });

  it('that another has told at the same moment is corrected as that one says', async () => {
    const other = lost({ costMicroUsd: 40, adjustedMicroUsd: -60 });
    const { written } = await reconciled(lost(), async () => 30, { isFirst: false, other });
    expect(written).toContainEqual(['settle', bill, 0, -60]);
  });

  it('leaves the month alone where its money was settled before', async () => {
    const { written } = await reconciled(lost(), async () => 30, { isSettled: false });
    expect(written.map(([what]) => what)).not.toContain('month');
  });
});

it.each<[string, ModelCall, readonly unknown[]]>([
  ['is expected of a lost call that its provider has a name for', lost(), [['expect', bill]]],
  ['is not expected of one without', lost({ requestId: undefined }), []],
  ['is not expected of a call that has ended otherwise', lost({ status: 'SETTLED' }), []],
])('a bill %s', async (_what, call, expected) => {
  const { parts, written, owner } = accountBooks();
  await expectBill(parts, owner, call);
  expect(written).toEqual(expected);
});
