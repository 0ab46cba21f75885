// What a provider may tell of a bill, and what counts then: every case with its record and the campaign's money, on the real table code.
import { Metrics } from '@aws-lambda-powertools/metrics';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import { repositoriesOf, storeCampaign } from '../../tests/support/stored-campaign.ts';
import type { ModelCall } from '../contracts/usage.ts';
import { modelFailure } from '../models/errors.ts';
import type { ModelUsage, PendingJob } from '../models/model.ts';
import type { ModelCard } from '../models/model-card.ts';
import { callModel, pollJob } from './call-model.ts';
import { createCampaignLedger } from './campaign-ledger.ts';
import type { Ledger, Made } from './ledger.ts';
import { isBill } from './settle-call.ts';
import { wireCallQuota } from './wire-call-quota.ts';

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
let data: ReturnType<typeof repositoriesOf>;
let stored: Awaited<ReturnType<typeof storeCampaign>>;
let emitted: { status: string; name?: string }[] = [];
beforeAll(async () => {
  memory = await startMemoryTable();
  data = repositoriesOf(memory.table);
});
afterAll(() => memory.stop());
afterEach(() => vi.restoreAllMocks());
beforeEach(async () => {
  emitted = [];
  vi.spyOn(Metrics.prototype, 'addDimension').mockImplementation((name, value) => {
    if (name === 'status') emitted.push({ status: value });
    return undefined as never;
  });
  vi.spyOn(Metrics.prototype, 'addMetric').mockImplementation((name) => {
    const last = emitted.at(-1);
    if (last) emitted[emitted.length - 1] = { ...last, name };
    return undefined as never;
  });
  stored = await storeCampaign(data, { aiCapMicroUsd: 1_000_000 });
});

/** Dollars for a million tokens: 2 in, 0.5 from the cache, 2.5 into it, 10 out. */
const card: ModelCard = {
  ...{ provider: 'fake-provider', id: 'fake-1', isTrained: true },
  secondsPerCall: { text: 1 },
  price: {
    since: '2026-11-23',
    perMillionInputTokens: 2_000_000,
    perMillionCachedTokens: 500_000,
    perMillionCacheWriteTokens: 2_500_000,
    perMillionOutputTokens: 10_000_000,
  },
};
const free: ModelCard = { ...card, id: 'free-1', price: { since: '2026-11-23' } };
const most = { inputTokens: 1000, outputTokens: 500 };
/** All of the input written to the provider's cache, which is the dearest, and all of the output. */
const worst = 2500 + 5000;

interface Answer {
  readonly usage: ModelUsage;
  readonly warnings: readonly string[];
  readonly servedModel?: string;
  readonly requestId?: string;
}
const ledgerOf = (): Ledger<ModelCall, Answer, Made<Answer>, PendingJob> & {
  resume: ReturnType<typeof createCampaignLedger>['resume'];
} => {
  const { reference, record } = stored.phaseOf('research');
  const clock = () => new Date('2026-11-23T10:00:00.000Z');
  return createCampaignLedger(
    { ...data, ...wireCallQuota(memory.table, clock), clock },
    reference,
    record,
    stored.header,
  );
};
type Told = (asked: ModelCard) => Promise<Answer | PendingJob>;
const call = (make: Told, candidates: readonly ModelCard[] = [card], kind: 'text' | 'video' = 'text') =>
  callModel(ledgerOf(), {
    ...{ name: 'text-1', kind, prompt: 'Write.', most, candidates: candidates.map((each) => ({ card: each })) },
    make: (model) => make(model.card),
  }).catch((error: unknown) => error);
const answers =
  (usage: Partial<ModelUsage>, more: Partial<Answer> = {}): Told =>
  async () => ({ usage: { inputTokens: 400, outputTokens: 100, ...usage }, warnings: [], ...more });
const fails =
  (...[reason, details]: [Parameters<typeof modelFailure>[1], Parameters<typeof modelFailure>[2]?]): Told =>
  async () => {
    throw modelFailure('It failed.', reason, details);
  };
const records = () => data.calls.list(stored.reference);
const doubts = () =>
  emitted.flatMap(({ name, status }) => (name === 'astromedia_llm_cost_doubts_total' ? [status] : []));
/** The campaign's money is what the records say, whatever was told. */
async function expectCounted(total: number): Promise<void> {
  const header = await data.campaigns.getWithReservations(stored.reference);
  expect([
    header?.campaign.spentMicroUsd,
    header?.campaign.committedMicroUsd,
    [...(header?.reservations.keys() ?? [])].filter((name) => !isBill(name)).length,
  ]).toEqual([total, total, 0]);
}

const usage = { inputTokens: 400, outputTokens: 100 };
const listed = 800 + 1000;

describe('a cost', () => {
  it.each<[what: string, told: Told, expected: Partial<ModelCall>, doubts?: string[]]>([
    [
      'of a call that timed out is not known: the worst case counts',
      fails('timed-out', { billing: 'unknown', requestId: 'gen-1' }),
      { status: 'LOST', costMicroUsd: worst, costSource: 'reserved', requestId: 'gen-1' },
    ],
    [
      'of a failure that nobody foresaw is not known either',
      () => Promise.reject(new TypeError('cut off')),
      { status: 'LOST', costMicroUsd: worst, costSource: 'reserved' },
    ],
    [
      'of an error inside of an answer is what its usage says',
      fails('unavailable', { billing: usage }),
      { status: 'FAILED', costMicroUsd: listed, costSource: 'price' },
    ],
    [
      'of an error before anything was begun is nothing',
      fails('rate-limited', { billing: 'none' }),
      { status: 'FAILED', costMicroUsd: 0 },
    ],
    [
      'of a refusal is what its usage says',
      fails('filtered', { billing: { ...usage, costMicroUsd: 1790 } }),
      { status: 'FAILED', costMicroUsd: 1790, costSource: 'provider' },
    ],
    [
      'of input from the provider’s cache and into it is counted once, at the price of each',
      answers({ cachedInputTokens: 200, cacheWriteTokens: 100 }),
      {
        status: 'SETTLED',
        costMicroUsd: 200 + 100 + 250 + 1000,
        costSource: 'price',
        inputTokens: 400,
        cachedInputTokens: 200,
        cacheWriteTokens: 100,
      },
    ],
    [
      'of reasoning is in that of the output',
      answers({ reasoningTokens: 80 }),
      { status: 'SETTLED', costMicroUsd: listed, costSource: 'price', outputTokens: 100, reasoningTokens: 80 },
    ],
    [
      'is the provider’s where it says one',
      answers({ costMicroUsd: 1801 }),
      { costMicroUsd: 1801, costSource: 'provider' },
    ],
    [
      'that the provider waived stays 0',
      answers({ costMicroUsd: 0 }),
      { costMicroUsd: 0, costSource: 'provider' },
      ['DIFFERS'],
    ],
    [
      'of no token at all stays 0, and somebody hears of the answer that came with it',
      answers({ inputTokens: 0, outputTokens: 0 }),
      { costMicroUsd: 0, costSource: 'price' },
      ['UNTOLD'],
    ],
    [
      'above the worst case counts in full',
      answers({ costMicroUsd: worst + 1 }),
      { costMicroUsd: worst + 1, costSource: 'provider' },
      ['DIFFERS'],
    ],
    [
      'of more than ten times the worst case is not believed',
      answers({ costMicroUsd: 10 * worst + 1 }),
      { costMicroUsd: worst, costSource: 'reserved' },
      ['SUSPECT'],
    ],
    [
      'below nothing is not believed',
      answers({ costMicroUsd: -1 }),
      { costMicroUsd: worst, costSource: 'reserved' },
      ['SUSPECT'],
    ],
    [
      'that is no number is not believed',
      answers({ costMicroUsd: Number.NaN }),
      { costMicroUsd: worst, costSource: 'reserved' },
      ['SUSPECT'],
    ],
    [
      'of a part of a micro-dollar is not believed: the port’s costs are whole',
      answers({ costMicroUsd: 0.5 }),
      { costMicroUsd: worst, costSource: 'reserved' },
      ['SUSPECT'],
    ],
    [
      'of tokens below nothing is not believed',
      answers({ outputTokens: -5 }),
      { costMicroUsd: worst, costSource: 'reserved', outputTokens: 0 },
      ['SUSPECT'],
    ],
    [
      'of cached tokens that are more than there were is not believed',
      answers({ cachedInputTokens: 401 }),
      { costMicroUsd: worst, costSource: 'reserved' },
      ['SUSPECT'],
    ],
    [
      'of reasoning beside the output is not believed',
      answers({ reasoningTokens: 101 }),
      { costMicroUsd: worst, costSource: 'reserved' },
      ['SUSPECT'],
    ],
    [
      'of tokens that were only estimated says so',
      answers({ isEstimated: true }),
      { costMicroUsd: listed, costSource: 'estimated' },
    ],
    [
      'within two percent of the list is the list’s by rounding',
      answers({ costMicroUsd: 1836 }),
      { costMicroUsd: 1836 },
    ],
    [
      'more than two percent beside the list is the provider’s, and somebody hears of the list',
      answers({ costMicroUsd: 1837 }),
      { costMicroUsd: 1837, costSource: 'provider' },
      ['DIFFERS'],
    ],
  ])('%s', async (_what, told, expected, heard = []) => {
    await call(told);
    expect(await records()).toMatchObject([{ reservedMicroUsd: worst, ...expected }]);
    expect(doubts()).toEqual(heard);
    const [record] = await records();
    expect(record?.warnings.map((warning) => warning.split(':')[0])).toEqual(
      expect.arrayContaining(heard.filter((doubt) => doubt !== 'DIFFERS')),
    );
    await expectCounted(expected.costMicroUsd ?? 0);
  });

  it('of a job that failed is what its provider says, or the worst case where it says nothing, and its end is no earlier', async () => {
    for (const [billing, cost, status] of [
      [{ inputTokens: 0, outputTokens: 0, costMicroUsd: 70 }, 70, 'FAILED'],
      ['unknown', worst, 'LOST'],
    ] as const) {
      stored = await storeCampaign(data, { aiCapMicroUsd: 1_000_000 });
      await call(async () => ({ jobId: 'job', askAgainSeconds: 15 }), [card], 'video');
      const poll = async (told: Told) => {
        const ledger = ledgerOf();
        const plan = { name: 'text-1', kind: 'video', model: card, prompt: 'Film.', worstCaseMicroUsd: 0 } as const;
        const model = { card, poll: () => told(card) };
        await pollJob(ledger, await ledger.resume(plan), { jobId: 'job', model }).catch(() => {});
      };
      await poll(fails('timed-out', { billing: 'unknown' })); // who could not be asked may be at work
      expect(await records()).toMatchObject([{ status: 'RESERVED' }]);
      await poll(fails('bad-answer', { billing }));
      expect(await records()).toMatchObject([{ status, costMicroUsd: cost }]);
      await expectCounted(cost);
    }
  });

  it('of a job is that of the day on which it was submitted, whatever its list says when it is done', async () => {
    await call(async () => ({ jobId: 'job', askAgainSeconds: 15 }), [card], 'video');
    const ledger = ledgerOf();
    const dearer = { ...card, price: { since: '2026-12-01', perCall: 999_999 } };
    const plan = { name: 'text-1', kind: 'video', model: dearer, prompt: 'Film.', worstCaseMicroUsd: 0 } as const;
    const poll = async () => ({ usage: { inputTokens: 0, outputTokens: 0 }, warnings: [] });
    await pollJob(ledger, await ledger.resume(plan), { jobId: 'job', model: { card: dearer, poll } });
    expect(await records()).toMatchObject([{ status: 'SETTLED', costMicroUsd: worst, costSource: 'price' }]);
  });

  it('of a free model is nothing and its call counts; the paid one that takes its place reserves its own', async () => {
    const told: Told = async (asked) => {
      if (asked.id === 'free-1') throw modelFailure('Full.', 'rate-limited');
      return { usage: { ...usage, costMicroUsd: listed }, warnings: [] };
    };
    await call(told, [free, card]);
    expect(await records()).toMatchObject([
      { id: 'research.1.text-1', model: 'free-1', reservedMicroUsd: 0, costMicroUsd: 0, status: 'FAILED' },
      { id: 'research.1.text-1.2', model: 'fake-1', reservedMicroUsd: worst, costMicroUsd: listed, status: 'SETTLED' },
    ]);
    await expectCounted(listed);
  });

  it('of a model with a key of one’s own is the fee that its provider says', async () => {
    await call(answers({ costMicroUsd: 5 }), [free]);
    expect(await records()).toMatchObject([{ costMicroUsd: 5, costSource: 'provider', reservedMicroUsd: 0 }]);
    await expectCounted(5);
  });
});

it('a record names the model that answered and the call as its provider does', async () => {
  await call(answers({}, { servedModel: 'fake-1-2026-11', requestId: 'gen-42' }));
  expect(await records()).toMatchObject([{ model: 'fake-1', servedModel: 'fake-1-2026-11', requestId: 'gen-42' }]);
});
