// What a campaign is spared: the same request is answered once in a workspace, whoever asks at the same time or a while later.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import { memoryBucket, repositoriesOf, storeCampaign } from '../../tests/support/stored-campaign.ts';
import type { ModelCall } from '../contracts/usage.ts';
import { createAnswerCacheEntries } from '../data/answer-cache-entries.ts';
import { monthOf } from '../data/monthly-calls.ts';
import type { PhaseRecord } from '../data/phase-records.ts';
import { modelFailure } from '../models/errors.ts';
import type { ModelCard } from '../models/model-card.ts';
import { callModel } from './call-model.ts';
import { createCampaignLedger } from './campaign-ledger.ts';
import type { Ledger, Made, Reuse } from './ledger.ts';
import { wireAnswerCache } from './wire-answer-cache.ts';
import { wireCallQuota } from './wire-call-quota.ts';

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
const bucket = memoryBucket();
let now: Date;
const clock = () => now;
let workspaces = 0;
let workspaceId: string;
let data: ReturnType<typeof repositoriesOf>;
/** Every call that a model was really asked to make, in order. */
let made: string[];
beforeAll(async () => {
  memory = await startMemoryTable();
  data = repositoriesOf(memory.table, bucket);
});
afterAll(() => memory.stop());
beforeEach(() => {
  now = new Date('2026-11-23T10:00:00.000Z');
  workspaceId = `wsp_cache-${workspaces++}`;
  made = [];
});
const later = (milliseconds: number) => {
  now = new Date(now.getTime() + milliseconds);
};
const hour = 3_600_000;

const cardOf = (id: string, worstCaseMicroUsd: number): ModelCard => ({
  ...{ provider: 'fake-provider', id, isTrained: true },
  secondsPerCall: { text: 1 },
  price: { since: '2026-11-23', perCall: worstCaseMicroUsd },
});
const card = cardOf('fake-1', 100);

interface Answer {
  readonly text: string;
  readonly usage: { inputTokens: number; outputTokens: number; costMicroUsd: number };
  readonly warnings: readonly string[];
  readonly answered: { answered: 'as-is' | 'invalid' };
}
const answerOf = (text: string, answered: 'as-is' | 'invalid' = 'as-is'): Answer => ({
  ...{ text, usage: { inputTokens: 1, outputTokens: 2, costMicroUsd: 30 }, warnings: [], answered: { answered } },
});
const reuse: Reuse<Answer> = { fingerprintOf: ({ id }) => `request-to-${id}`, fromText: (text) => answerOf(text) };

type Stored = Awaited<ReturnType<typeof storeCampaign>>;
const newCampaign = () => storeCampaign(data, { workspaceId, createdBy: 'ann' });

interface Asked {
  readonly phase?: Partial<PhaseRecord>;
  readonly make?: () => Promise<Answer>;
  readonly candidates?: readonly ModelCard[];
  readonly pause?: (milliseconds: number) => Promise<void>;
}
/** One run of the first phase's step asks its first text. */
function ask({ reference, header, phaseOf }: Stored, { phase, make, candidates = [card], pause }: Asked = {}) {
  const { record } = phaseOf('research');
  const cache = wireAnswerCache(memory.table, bucket, clock, {
    pause: pause ?? (async (milliseconds) => later(milliseconds)),
    random: () => 0.5,
  });
  const parts = { ...data, ...wireCallQuota(memory.table, clock), ...cache, clock };
  const { wait: _nobodyWaits, ...counted } = createCampaignLedger(
    parts,
    { ...reference, phaseId: 'research' },
    { ...record, ...phase },
    header,
  );
  const ledger: Ledger<ModelCall, Answer, Made<Answer>> = counted;
  return callModel(
    ledger,
    {
      ...{ name: 'text-1', kind: 'text', prompt: 'Write.', most: {} },
      candidates: candidates.map((each) => ({ card: each })),
      make: async () => {
        made.push(header.id);
        return (make ?? (async () => answerOf(`answer ${made.length}`)))();
      },
    },
    reuse,
  );
}
const recordsOf = ({ reference }: Stored) => data.calls.list(reference);
const textOf = async (asked: Promise<Made<Answer>>) => (await asked).answer.text;

describe('a request that was answered in the workspace', () => {
  it('is not made again: the record says from where, costs nothing and tells what was saved', async () => {
    const [first, second] = [await newCampaign(), await newCampaign()];
    expect([await textOf(ask(first)), await textOf(ask(second))]).toEqual(['answer 1', 'answer 1']);
    expect(made).toHaveLength(1);
    expect(await recordsOf(second)).toMatchObject([
      {
        ...{ id: 'research.1.text-1.hit', status: 'CACHED', costSource: 'cache', model: 'fake-1', answered: 'as-is' },
        ...{ cachedFrom: `${first.header.id}/research.1.text-1`, costMicroUsd: 0, savedMicroUsd: 30 },
        ...{ inputTokens: 0, outputTokens: 0, reservedMicroUsd: 0 },
      },
    ]);
    const header = await data.campaigns.getWithReservations(second.reference);
    expect([header?.campaign.spentMicroUsd, header?.campaign.committedMicroUsd]).toEqual([0, 0]);
    const [day] = await data.usages
      .list('ann', '2026-11-23', '2026-11-23')
      .then((rows) => rows.filter(({ campaignId }) => campaignId === second.header.id));
    expect(day).toMatchObject({ calls: 0, cacheHits: 1, savedMicroUsd: 30, costMicroUsd: 0 });
    expect((await data.monthlyCalls.get(workspaceId, monthOf(now))).calls).toBe(1);
  });

  it('is used and counted once however often the step is repeated', async () => {
    const [first, second] = [await newCampaign(), await newCampaign()];
    await ask(first);
    await ask(second);
    await ask(second);
    expect(await recordsOf(second)).toHaveLength(1);
    const rows = await data.usages.list('ann', '2026-11-23', '2026-11-23');
    expect(rows.find(({ campaignId }) => campaignId === second.header.id)).toMatchObject({ cacheHits: 1 });
  });

  it('is asked again after a day', async () => {
    await ask(await newCampaign());
    later(24 * hour - 1000);
    await ask(await newCampaign());
    expect(made).toHaveLength(1);
    later(1000);
    expect(await textOf(ask(await newCampaign()))).toBe('answer 2');
  });

  it.each<[string, Asked]>([
    ['by a person who retries or rejects', { phase: { attempt: 2 } }],
    ['where the brief says bypass', { phase: { cache: 'bypass' } }],
  ])('is made again when asked %s, and the newer answer takes its place', async (_who, asked) => {
    await ask(await newCampaign());
    expect(await textOf(ask(await newCampaign(), asked))).toBe('answer 2');
    expect(await textOf(ask(await newCampaign()))).toBe('answer 2');
  });

  it('is made again in another workspace, of another model, and once its campaign is deleted', async () => {
    const first = await newCampaign();
    await ask(first);
    workspaceId = `${workspaceId}-other`;
    await ask(await newCampaign());
    expect(made).toHaveLength(2);
    workspaceId = first.header.workspaceId;
    await ask(await newCampaign(), { candidates: [cardOf('fake-2', 100)] });
    expect(made).toHaveLength(3);
    await data.campaigns.deleteContents(first.reference);
    later(60_000);
    await ask(await newCampaign());
    expect(made).toHaveLength(4);
  });

  it('is made again when it was free: to look would cost more', async () => {
    const studio = cardOf('studio', 0);
    await ask(await newCampaign(), { candidates: [studio] });
    await ask(await newCampaign(), { candidates: [studio] });
    expect(made).toHaveLength(2);
  });
});

describe('an answer', () => {
  it('that did not fit is nobody’s', async () => {
    await ask(await newCampaign(), { make: async () => answerOf('nonsense', 'invalid') });
    expect(await textOf(ask(await newCampaign()))).toBe('answer 2');
  });

  it('that a crash kept from being used is not paid again when the step is repeated, even of a later attempt', async () => {
    for (const attempt of [1, 2]) {
      const stored = await newCampaign();
      made = [];
      const phase = { attempt, ...(attempt === 1 ? { cache: 'bypass' as const } : {}) };
      await ask(stored, { phase });
      expect(await textOf(ask(stored, { phase }))).toBe('answer 1');
      expect(made).toHaveLength(1);
      expect((await recordsOf(stored)).map(({ status }) => status)).toEqual(['SETTLED']);
    }
  });

  it('of the second candidate is not taken for one of the first', async () => {
    const down = cardOf('down', 100);
    let isDown = true;
    const make = async () => {
      if (!isDown) return answerOf('of the first');
      isDown = false;
      throw modelFailure('down', 'unavailable');
    };
    await ask(await newCampaign(), {
      candidates: [down, card],
      make: async () => (isDown ? make() : answerOf('second')),
    });
    expect(await textOf(ask(await newCampaign(), { candidates: [down, card], make }))).toBe('of the first');
  });
});

describe('the same request at the same moment', () => {
  it('makes one call, however many ask', async () => {
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
    let waiting = 0;
    const pause = async (milliseconds: number) => {
      waiting += 1;
      if (waiting === 7) answer(); // everybody else is waiting
      later(milliseconds / 100);
      await new Promise((resolve) => setImmediate(resolve));
    };
    const campaigns = await Promise.all(Array.from({ length: 8 }, newCampaign));
    const make = async () => {
      await answered;
      return answerOf('the only one');
    };
    const texts = await Promise.all(campaigns.map((stored) => textOf(ask(stored, { make, pause }))));
    expect(new Set(texts)).toEqual(new Set(['the only one']));
    expect(made).toHaveLength(1);
    const statuses = (await Promise.all(campaigns.map(recordsOf))).flat().map(({ status }) => status);
    expect(statuses.sort()).toEqual([...Array.from({ length: 7 }, () => 'CACHED'), 'SETTLED']);
  });

  it('is taken over at once when the first call fails', async () => {
    await expect(
      ask(await newCampaign(), { make: async () => Promise.reject(modelFailure('down', 'unavailable')) }),
    ).rejects.toThrow('down');
    expect(await textOf(ask(await newCampaign(), { pause: () => Promise.reject(new Error('waited')) }))).toBe(
      'answer 2',
    );
  });

  it('is taken over when the owner’s lease ends; until then the step waits elsewhere and asks no other model', async () => {
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    void ask(await newCampaign(), {
      make: () => {
        begin();
        return new Promise<never>(() => {}); // its process has died
      },
    });
    await begun;
    const other = await newCampaign();
    const candidates = [card, cardOf('other-model', 100)];
    await expect(ask(other, { candidates })).rejects.toMatchObject({ name: 'ModelUnavailable', askAgainSeconds: 15 });
    expect([made.length, await recordsOf(other)]).toEqual([1, []]);
    later(300_000);
    expect(await textOf(ask(other, { candidates }))).toBe('answer 2');
  });

  it('is free again when its first call was not allowed', async () => {
    const poor = await storeCampaign(data, { workspaceId, createdBy: 'ann', aiCapMicroUsd: 0 });
    await expect(ask(poor)).rejects.toMatchObject({ name: 'BudgetExceeded' });
    expect(await textOf(ask(await newCampaign(), { pause: () => Promise.reject(new Error('waited')) }))).toBe(
      'answer 1',
    );
  });
});

it('whoever was late cannot put down what another has taken up since', async () => {
  const origins = createAnswerCacheEntries(memory.table);
  const origin = { call: 'research.1.text-1', claimedAt: 0, leaseUntil: 0, expiresAt: 2_000_000_000 };
  const first = { ...origin, campaignId: (await newCampaign()).header.id, fence: 1 };
  const second = { ...origin, campaignId: (await newCampaign()).header.id, fence: 2 };
  expect(await origins.claim(workspaceId, 'request', first, undefined)).toBe(true);
  expect(await origins.claim(workspaceId, 'request', second, undefined)).toBe(false);
  expect(await origins.claim(workspaceId, 'request', second, first)).toBe(true);
  expect(await origins.claim(workspaceId, 'request', { ...first, fence: 2 }, first)).toBe(false);
  expect(await origins.release(workspaceId, 'request', first)).toBe(false);
  expect(await origins.get(workspaceId, 'request')).toEqual(second);
});
