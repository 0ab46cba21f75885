import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import { repositoriesOf, storeCampaign } from '../../tests/support/stored-campaign.ts';
import type { ModelCall } from '../contracts/usage.ts';
import { storedKeys as keys } from '../data/testing/stored-keys.ts';
import { ModelBusy, ModelRefused, ModelUnavailable } from '../models/errors.ts';
import type { ModelUsage, PendingJob } from '../models/model.ts';
import type { ModelCard } from '../models/model-card.ts';
import { isPermanent } from '../playbook/failures.ts';
import { type AskedModel, callModel, pollJob } from './call-model.ts';
import { createCampaignLedger } from './campaign-ledger.ts';
import type { Ledger, Made } from './ledger.ts';
import { wireCallQuota } from './wire-call-quota.ts';

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
let data: ReturnType<typeof repositoriesOf>;
let stored: Awaited<ReturnType<typeof storeCampaign>>;
let now = new Date('2026-11-23T10:00:00.000Z');

beforeAll(async () => {
  memory = await startMemoryTable();
  data = repositoriesOf(memory.table);
});
afterAll(() => memory.stop());
beforeEach(async () => {
  stored = await storeCampaign(data, { aiCapMicroUsd: 1000 });
  now = new Date('2026-11-23T10:00:00.000Z');
});

/** A model that answers as a test says, at a worst case of its own. */
const cardOf = (worstCaseMicroUsd: number): ModelCard => ({
  ...{ provider: 'fake-provider', id: 'fake-1', isTrained: true },
  secondsPerCall: { text: 1 },
  price: { since: '2026-11-23', perCall: worstCaseMicroUsd },
});
const usageOf = (costMicroUsd: number): ModelUsage => ({ inputTokens: 1, outputTokens: 2, costMicroUsd });
const answerOf = (costMicroUsd: number) => ({ usage: usageOf(costMicroUsd), warnings: [] as string[] });
type Answer = ReturnType<typeof answerOf>;
const asked = (name: string, make: () => Promise<Answer | PendingJob>, worstCaseMicroUsd = 100) =>
  ({
    ...{ name, kind: 'text', prompt: 'Write.', most: {}, make },
    candidates: [{ card: cardOf(worstCaseMicroUsd) }],
  }) satisfies AskedModel<{ card: ModelCard }, Answer | PendingJob>;

/** What a ledger works with; `clock` is the test's. */
const partsOf = () => {
  const clock = () => now;
  return { ...data, clock, ...wireCallQuota(memory.table, clock) };
};
/** A ledger as one run of the step makes it; a second one is the step repeated after a crash. */
function ledgerOf(header = stored.header) {
  const { reference, record } = stored.phaseOf('research');
  return createCampaignLedger(partsOf(), reference, record, header);
}
/** One call by one run of the step. */
const call = (name: string, make: () => Promise<Answer | PendingJob>, worstCaseMicroUsd = 100) => {
  const ledger: Ledger<ModelCall, Answer, Made<Answer>, PendingJob> = ledgerOf();
  return callModel(ledger, asked(name, make, worstCaseMicroUsd));
};
const answering = (costMicroUsd: number) => async () => answerOf(costMicroUsd);
/** Another run of the step asks after a job. */
async function poll(name: string, answer: () => Promise<Answer | PendingJob>): Promise<void> {
  const ledger: Ledger<ModelCall, Answer, Made<Answer>, PendingJob> & Pick<ReturnType<typeof ledgerOf>, 'resume'> =
    ledgerOf();
  const model = { card: cardOf(100), poll: answer };
  const open = await ledger.resume({ name, kind: 'video', model: model.card, prompt: 'Film.', worstCaseMicroUsd: 0 });
  await pollJob(ledger, open, { jobId: 'job', model });
}
const money = async () => {
  const header = await data.campaigns.get(stored.reference);
  return [header?.committedMicroUsd, header?.spentMicroUsd];
};
const calls = async () =>
  (await data.calls.list(stored.reference)).map(({ id, status, costMicroUsd }) => [id, status, costMicroUsd]);
/** A step that dies while the call is under way: its promise is never looked at again. */
async function dieDuring(name: string): Promise<void> {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  void call(name, () => {
    begin();
    return new Promise<never>(() => {});
  });
  await begun;
}

describe('a call', () => {
  it('is reserved and recorded before it is made, and settled after it', async () => {
    let during: unknown;
    const made = await call('text-1', async () => {
      during = [await money(), await calls()];
      now = new Date(now.getTime() + 1500);
      return answerOf(30);
    });
    expect(made).toEqual({ answer: answerOf(30), provider: 'fake-provider', model: 'fake-1' });
    expect(during).toEqual([[100, 0], [['research.1.text-1', 'RESERVED', 0]]]);
    expect(await money()).toEqual([30, 30]);
    expect(await data.calls.list(stored.reference)).toMatchObject([
      {
        status: 'SETTLED',
        costMicroUsd: 30,
        reservedMicroUsd: 100,
        inputTokens: 1,
        outputTokens: 2,
        latencyMilliseconds: 1500,
        promptSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  it('that was billed more than its worst case is counted with what it cost', async () => {
    await call('text-1', answering(170));
    expect(await money()).toEqual([170, 170]);
  });

  it('that is free reserves nothing and still leaves its record', async () => {
    await call('text-1', answering(0), 0);
    expect(await money()).toEqual([0, 0]);
    expect(await calls()).toEqual([['research.1.text-1', 'SETTLED', 0]]);
  });

  it('keeps ten short warnings of however many', async () => {
    const warnings = Array.from({ length: 12 }, () => 'w'.repeat(400));
    await call('text-1', async () => ({ ...answerOf(1), warnings }));
    const [kept] = await data.calls.list(stored.reference);
    expect(kept?.warnings.map((warning) => warning.length)).toEqual(Array.from({ length: 10 }, () => 300));
  });
});

describe('a crash', () => {
  it('while the call was under way counts the whole reservation as spent, and the repeated call on top', async () => {
    await dieDuring('text-1');
    expect(await money()).toEqual([100, 0]);
    now = new Date(now.getTime() + 60_000);
    await call('text-1', answering(30));
    expect(await money()).toEqual([130, 130]);
    expect(await calls()).toEqual([
      ['research.1.text-1', 'LOST', 100],
      ['research.1.text-1.2', 'SETTLED', 30],
    ]);
  });

  it('again and again counts every lost call, until the cap says stop', async () => {
    for (let crash = 0; crash < 10; crash += 1) {
      now = new Date(now.getTime() + 60_000);
      await dieDuring('text-1');
    }
    expect(await money()).toEqual([1000, 900]); // the tenth is not known to be lost yet
    now = new Date(now.getTime() + 60_000);
    await expect(call('text-1', answering(30))).rejects.toMatchObject({
      name: 'BudgetExceeded',
    });
    expect(await money()).toEqual([1000, 1000]);
  });

  it('after the call was settled keeps its cost, and counts it once', async () => {
    await call('text-1', answering(30));
    await call('text-1', answering(40));
    expect(await money()).toEqual([70, 70]);
    expect((await calls()).map(([, status, cost]) => [status, cost])).toEqual([
      ['SETTLED', 30],
      ['SETTLED', 40],
    ]);
  });

  it('after the call had failed leaves nothing to count', async () => {
    await expect(call('text-1', () => Promise.reject(new ModelRefused('refused')))).rejects.toThrow('refused');
    await call('text-1', answering(40));
    expect(await money()).toEqual([40, 40]);
    expect(await calls()).toEqual([
      ['research.1.text-1', 'FAILED', 0],
      ['research.1.text-1.2', 'SETTLED', 40],
    ]);
  });

  it('before the call was recorded finds its reservation again', async () => {
    await data.campaigns.reserve(stored.reference, stored.header, 'research.1.text-1', 100);
    await call('text-1', answering(40));
    expect(await money()).toEqual([40, 40]);
    expect(await calls()).toEqual([['research.1.text-1', 'SETTLED', 40]]);
  });
});

describe('an error', () => {
  it.each([
    [
      'that says what it is billed is charged that',
      new ModelRefused('filtered', { billing: usageOf(70) }),
      'FAILED',
      70,
    ],
    ['of a model that says nothing costs nothing', new ModelUnavailable('busy'), 'FAILED', 0],
    [
      'that a model cannot tell the bill of counts at its worst',
      new ModelUnavailable('cut off', { billing: 'unknown' }),
      'LOST',
      100,
    ],
    ['that nobody can read counts at its worst', new TypeError('the connection broke'), 'LOST', 100],
  ])('%s', async (_what, error, status, cost) => {
    await expect(call('text-1', () => Promise.reject(error))).rejects.toBe(error);
    expect(await money()).toEqual([cost, cost]);
    expect(await calls()).toEqual([['research.1.text-1', status, cost]]);
  });
});

it.each([0, 100])('a call that found no place is no call yet, at a worst case of %i', async (worstCaseMicroUsd) => {
  for (let wait = 0; wait < 3; wait += 1)
    await expect(
      call('image-A', () => Promise.reject(new ModelBusy('full', 5)), worstCaseMicroUsd),
    ).rejects.toBeInstanceOf(ModelBusy);
  expect([await money(), await calls()]).toEqual([[0, 0], []]);
  await call('image-A', answering(worstCaseMicroUsd), worstCaseMicroUsd);
  expect(await calls()).toEqual([['research.1.image-A', 'SETTLED', worstCaseMicroUsd]]);
});

describe('the money of a month', () => {
  it('holds a call that could pass it, whatever the campaign has left, and what calls really cost makes room again', async () => {
    const member = {
      userId: stored.header.createdBy,
      workspaceId: `wsp_${stored.header.id.toLowerCase().replace('_', '-')}`,
    };
    stored = await storeCampaign(data, { aiCapMicroUsd: 1_000_000, workspaceId: member.workspaceId });
    await memory.table.put(keys.workspace(member.workspaceId), { monthlyMicroUsd: 150 });
    await call('text-1', answering(40));
    await call('text-2', answering(40)); // 40 are known by then: 100 more fit below 150
    await expect(call('text-3', answering(40))).rejects.toMatchObject({
      name: 'BudgetExceeded',
      message: expect.stringMatching(/may cost \$0\.0001, and \$0\.0001 is left of this month’s AI money/),
    });
    expect(await calls()).toHaveLength(2);
    await call('text-3', answering(10), 70);
    expect((await wireCallQuota(memory.table, () => now).quota.state(member)).money).toEqual({
      ...{ limitMicroUsd: 150, usedMicroUsd: 90, remainingMicroUsd: 60 },
    });
  });
});

describe('a second candidate', () => {
  const second = { ...cardOf(60), provider: 'other-provider', id: 'other-1' };
  const askedOfTwo = (first: () => Promise<Answer>, then: () => Promise<Answer>) => {
    const makers = new Map([
      ['fake-1', first],
      ['other-1', then],
    ]);
    const ledger: Ledger<ModelCall, Answer, Made<Answer>, PendingJob> = ledgerOf();
    return callModel(ledger, {
      ...asked('text-1', first),
      candidates: [{ card: cardOf(100) }, { card: second }],
      make: ({ card }): Promise<Answer> => makers.get(card.id)?.() ?? Promise.reject(new Error('unknown')),
    });
  };

  it('answers where the first is unavailable: each reserves its own worst case, and both bills stay', async () => {
    let during: unknown;
    const made = await askedOfTwo(
      () => Promise.reject(new ModelUnavailable('down', { billing: usageOf(15) })),
      async () => {
        during = await money();
        return answerOf(20);
      },
    );
    expect(during).toEqual([75, 15]); // what the first cost, and the reservation of the second
    expect(made).toMatchObject({ provider: 'other-provider', model: 'other-1' });
    expect(await money()).toEqual([35, 35]);
    expect(await data.calls.list(stored.reference)).toMatchObject([
      { id: 'research.1.text-1', model: 'fake-1', status: 'FAILED', costMicroUsd: 15 },
      { id: 'research.1.text-1.2', model: 'other-1', status: 'SETTLED', costMicroUsd: 20, reservedMicroUsd: 60 },
    ]);
  });

  it.each([
    ['refuses', new ModelRefused('not this')],
    ['fails as nobody foresaw', new TypeError('broke')],
  ])('is not asked when the first %s', async (_what, error) => {
    let asked = 0;
    const failed = askedOfTwo(
      () => Promise.reject(error),
      async () => {
        asked += 1;
        return answerOf(1);
      },
    );
    await expect(failed).rejects.toBe(error);
    expect(asked).toBe(0);
  });

  it('is refused by the cap like any other', async () => {
    await data.campaigns.changeCap(stored.reference, 100, now.toISOString());
    const failed = askedOfTwo(
      () => Promise.reject(new ModelUnavailable('down', { billing: usageOf(50) })),
      answering(1),
    );
    await expect(failed).rejects.toMatchObject({ name: 'BudgetExceeded' });
    expect(await money()).toEqual([50, 50]);
  });
});

describe('what a call costs', () => {
  const priced = (usage: ModelUsage) =>
    callModel(ledgerOf(), {
      ...asked('text-1', async () => ({ usage, warnings: [] })),
      most: { inputTokens: 100, outputTokens: 100 },
      candidates: [
        {
          card: {
            ...cardOf(0),
            price: { since: '', perMillionInputTokens: 500_000, perMillionOutputTokens: 2_000_000 },
          },
        },
      ],
    });

  it('is the price of what was used where the provider names none', async () => {
    await priced({ inputTokens: 3, outputTokens: 4 });
    expect(await data.calls.list(stored.reference)).toMatchObject([{ reservedMicroUsd: 250, costMicroUsd: 10 }]); // 1.5 + 8, rounded up
  });

  it.each([Number.NaN, -5, 1.5])('is the worst case where the provider says %d', async (costMicroUsd) => {
    await priced({ inputTokens: 3, outputTokens: 4, costMicroUsd });
    expect(await money()).toEqual([250, 250]);
  });
});

it('money that nobody reserved is counted once all the same', async () => {
  await call('text-1', answering(25), 0);
  expect(await money()).toEqual([25, 25]);
});

describe('a long job', () => {
  it('is settled once, by whichever run hears that it is done', async () => {
    await call('video-A', async () => ({ jobId: 'job', askAgainSeconds: 1 }));
    expect(await money()).toEqual([100, 0]);
    await poll('video-A', answering(60));
    await poll('video-A', answering(60));
    expect(await money()).toEqual([60, 60]);
    expect(await calls()).toEqual([['research.1.video-A', 'SETTLED', 60]]);
  });

  it('that came to nothing frees its reservation', async () => {
    await call('video-A', async () => ({ jobId: 'job', askAgainSeconds: 1 }));
    await expect(poll('video-A', () => Promise.reject(new ModelRefused('No.')))).rejects.toThrow('No.');
    expect(await money()).toEqual([0, 0]);
    expect(await calls()).toEqual([['research.1.video-A', 'FAILED', 0]]);
  });
});

describe('the cap', () => {
  it('lets in exactly as many calls at once as it has room for', async () => {
    const { promise: decided, resolve: decide } = Promise.withResolvers<void>();
    let begun = 0;
    /** Nobody is answered, and makes room, before everybody was let in or refused. */
    const begin = () => {
      begun += 1;
      if (begun === 30) decide();
    };
    const answers = Array.from({ length: 30 }, (_, index) =>
      call(
        `text-${index}`,
        async () => {
          begin();
          await decided;
          return answerOf(10);
        },
        90,
      ).catch((error: unknown) => {
        begin();
        throw error;
      }),
    );
    const outcomes = await Promise.allSettled(answers);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(11); // 11 × 90 ≤ 1000 < 12 × 90
    expect(await money()).toEqual([110, 110]);
  });

  it('is the one of this moment, not the one the run began with', async () => {
    await data.campaigns.changeCap(stored.reference, 50, now.toISOString());
    await expect(call('text-1', answering(1))).rejects.toThrow('the cap of $0.00');
    await data.campaigns.changeCap(stored.reference, 5000, now.toISOString());
    await call('text-1', answering(1), 4000);
    expect(await money()).toEqual([1, 1]);
  });

  it('of a campaign that is deleted meanwhile stops the call', async () => {
    await data.campaigns.delete(stored.reference);
    await expect(call('text-1', answering(1))).rejects.toMatchObject({
      name: 'CampaignGone',
    });
  });
});

it('two attempts of a phase never share a record', async () => {
  const { reference, record } = stored.phaseOf('research');
  for (const attempt of [1, 2])
    await callModel(
      createCampaignLedger(partsOf(), reference, { ...record, attempt }, stored.header),
      asked('text-1', answering(20)),
    );
  const ids = (await data.calls.list(stored.reference)).map(({ id }) => id);
  expect(ids).toEqual(['research.1.text-1', 'research.2.text-1']);
});

describe('the account of the person who launched the campaign', () => {
  const limited = (monthlyCalls: number) =>
    memory.table.put(keys.workspace('wsp_test'), { workspaceId: 'wsp_test', monthlyCalls });
  const write = (number: string, cost = 0) => call(number, answering(cost), cost);
  const used = () => data.monthlyCalls.get('wsp_test', '2026-11').then((month) => month.callsOf('launcher'));
  const usage = async () =>
    (await data.usages.list('launcher', '2026-11-01', '2026-11-30'))
      .filter(({ campaignId }) => campaignId === stored.header.id)
      .map(({ day, agent, provider, model, calls, inputTokens, outputTokens, costMicroUsd }) => [
        `${day} ${agent} ${provider} ${model}`,
        { calls, inputTokens, outputTokens, costMicroUsd },
      ]);

  beforeEach(async () => {
    stored = await storeCampaign(data, { aiCapMicroUsd: 1000, createdBy: 'launcher' });
    await memory.table.delete(keys.monthlyCalls('wsp_test', '2026-11'));
    await memory.table.delete(keys.monthlyCalls('wsp_test', '2026-12'));
    await limited(1000);
  });

  it('is asked for a call before each, free or not, and is told what they used', async () => {
    await write('text-1', 0);
    await write('text-2', 30);
    expect(await used()).toBe(2);
    expect(await usage()).toEqual([
      [
        '2026-11-23 MarketAnalyst fake-provider fake-1',
        { calls: 2, inputTokens: 2, outputTokens: 4, costMicroUsd: 30 },
      ],
    ]);
  });

  it('refuses the third call of a quota of two before it is made, and says when there are calls again', async () => {
    await limited(2);
    await write('text-1');
    await write('text-2');
    let made = false;
    const third = call('text-3', async () => {
      made = true;
      return answerOf(1);
    });
    const refusal = await third.catch((error: unknown) => error);
    expect(refusal).toMatchObject({ name: 'QuotaExceeded', message: expect.stringContaining('2026-12-01') });
    expect(isPermanent(refusal)).toBe(true);
    expect(made).toBe(false);
    expect(await money()).toEqual([0, 0]);
    expect(await calls()).toHaveLength(2);

    now = new Date('2026-12-01T00:00:00.000Z');
    expect(await write('text-3')).toMatchObject({ model: 'fake-1' });
    expect(await data.monthlyCalls.get('wsp_test', '2026-12')).toMatchObject({ calls: 1 });
  });

  it('lets in exactly as many calls at once as the month has left', async () => {
    await limited(5);
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => write(`text-${index}`, 1)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    expect(await used()).toBe(5);
    expect(await money()).toEqual([5, 5]);
  });

  it('gets back the call that the cap did not allow', async () => {
    await expect(write('text-1', 2000)).rejects.toMatchObject({ name: 'BudgetExceeded' });
    expect(await used()).toBe(0);
  });

  it.each([0, 30])('counts a repeated call that costs %i once', async (cost) => {
    await write('text-1', cost);
    await write('text-1', cost);
    expect(await used()).toBe(1);
    expect(await usage()).toMatchObject([[expect.any(String), { calls: 1, costMicroUsd: 2 * cost }]]);
  });

  it('counts a call that was tried again after a failure once', async () => {
    await expect(call('text-1', () => Promise.reject(new ModelUnavailable('unavailable')))).rejects.toThrow(
      'unavailable',
    );
    await write('text-1', 30);
    expect(await used()).toBe(1);
    expect(await usage()).toMatchObject([[expect.any(String), { calls: 1, costMicroUsd: 30 }]]);
  });

  it('bears the cost of a call that a crash lost, and counts call and repetition as one', async () => {
    await dieDuring('text-1');
    await write('text-1', 30);
    expect(await used()).toBe(1);
    expect(await usage()).toMatchObject([[expect.any(String), { calls: 1, costMicroUsd: 130 }]]);
  });

  it('is charged for a long job on the day it ends', async () => {
    await call('video-A', async () => ({ jobId: 'job', askAgainSeconds: 1 }));
    expect([await used(), await usage()]).toEqual([1, []]);
    now = new Date('2026-11-24T00:10:00.000Z');
    await poll('video-A', answering(60));
    await poll('video-A', answering(60));
    expect(await usage()).toMatchObject([[expect.stringContaining('2026-11-24'), { calls: 1, costMicroUsd: 60 }]]);
  });
});

it('a campaign stored before campaigns had an author counts for the owner of its personal workspace', async () => {
  const key = keys.campaign(stored.reference);
  const { createdBy, finishedPhaseCount, ...older } = stored.header;
  await memory.table.put(key, { ...older, finishedPhases: new Set(['briefing']) });
  expect([createdBy, finishedPhaseCount]).toEqual(['test', 1]);
  expect((await data.campaigns.get(stored.reference))?.createdBy).toBe('test');
});
