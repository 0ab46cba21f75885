import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import { repositoriesOf, storeCampaign } from '../../tests/support/stored-campaign.ts';
import type { ModelCall } from '../contracts/usage.ts';
import { storedKeys as keys } from '../data/testing/stored-keys.ts';
import { ModelBusy, ModelRefused, ModelUnavailable } from '../models/model.ts';
import { isPermanent } from '../playbook/failures.ts';
import { type Billed, type CallPlan, createCallMeter } from './call-meter.ts';
import { endOfError } from './end-of-error.ts';
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

const plan = (purpose: string, worstCaseMicroUsd = 100): CallPlan => ({
  purpose,
  kind: 'text',
  provider: 'fake-provider',
  model: 'fake-1',
  prompt: 'Write.',
  worstCaseMicroUsd,
});
const billed = (costMicroUsd: number): Billed => ({
  usage: { inputTokens: 1, outputTokens: 2, costMicroUsd },
  warnings: [],
});
/** What a meter works with; `clock` is the test's. */
const partsOf = () => {
  const clock = () => now;
  return { ...data, clock, ...wireCallQuota(memory.table, clock) };
};
/** A meter as one run of the step makes it; a second one is the step repeated after a crash. */
function meterOf(header = stored.header) {
  const { reference, record } = stored.phaseOf('research');
  return createCallMeter(partsOf(), reference, record, header);
}
const money = async () => {
  const header = await data.campaigns.get(stored.reference);
  return [header?.committedMicroUsd, header?.spentMicroUsd];
};
const calls = async () =>
  (await data.calls.list(stored.reference)).map(({ id, status, costMicroUsd }) => [id, status, costMicroUsd]);
/** A step that dies while the call is under way: its promise is never looked at again. */
async function dieDuring(number: string): Promise<void> {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  void meterOf().run(
    plan(number),
    () => {
      begin();
      return new Promise<never>(() => {});
    },
    () => undefined,
  );
  await begun;
}

describe('a call', () => {
  it('is reserved and recorded before it is made, and settled after it', async () => {
    let during: unknown;
    const answer = await meterOf().run(
      plan('text-1'),
      async () => {
        during = [await money(), await calls()];
        now = new Date(now.getTime() + 1500);
        return 'written';
      },
      () => billed(30),
    );
    expect(answer).toBe('written');
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
    await meterOf().run(
      plan('text-1'),
      async () => 'written',
      () => billed(170),
    );
    expect(await money()).toEqual([170, 170]);
  });

  it('that is free reserves nothing and still leaves its record', async () => {
    await meterOf().run(
      plan('text-1', 0),
      async () => 'written',
      () => billed(0),
    );
    expect(await money()).toEqual([0, 0]);
    expect(await calls()).toEqual([['research.1.text-1', 'SETTLED', 0]]);
  });

  it('keeps ten short warnings of however many', async () => {
    const warnings = Array.from({ length: 12 }, () => 'w'.repeat(400));
    await meterOf().run(
      plan('text-1'),
      async () => 'written',
      () => ({ ...billed(1), warnings }),
    );
    const [call] = await data.calls.list(stored.reference);
    expect(call?.warnings.map((warning) => warning.length)).toEqual(Array.from({ length: 10 }, () => 300));
  });
});

describe('a crash', () => {
  it('while the call was under way counts the whole reservation as spent, and the repeated call on top', async () => {
    await dieDuring('text-1');
    expect(await money()).toEqual([100, 0]);
    now = new Date(now.getTime() + 60_000);
    await meterOf().run(
      plan('text-1'),
      async () => 'written',
      () => billed(30),
    );
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
    await expect(
      meterOf().run(
        plan('text-1'),
        async () => 'written',
        () => billed(30),
      ),
    ).rejects.toMatchObject({
      name: 'BudgetExceeded',
    });
    expect(await money()).toEqual([1000, 1000]);
  });

  it('after the call was settled keeps its cost, and counts it once', async () => {
    await meterOf().run(
      plan('text-1'),
      async () => 'written',
      () => billed(30),
    );
    await meterOf().run(
      plan('text-1'),
      async () => 'written',
      () => billed(40),
    );
    expect(await money()).toEqual([70, 70]);
    expect((await calls()).map(([, status, cost]) => [status, cost])).toEqual([
      ['SETTLED', 30],
      ['SETTLED', 40],
    ]);
  });

  it('after the call had failed leaves nothing to count', async () => {
    await expect(
      meterOf().run(
        plan('text-1'),
        () => Promise.reject(new ModelRefused('refused')),
        () => billed(0),
      ),
    ).rejects.toThrow('refused');
    await meterOf().run(
      plan('text-1'),
      async () => 'written',
      () => billed(40),
    );
    expect(await money()).toEqual([40, 40]);
    expect(await calls()).toEqual([
      ['research.1.text-1', 'FAILED', 0],
      ['research.1.text-1.2', 'SETTLED', 40],
    ]);
  });

  it('before the call was recorded finds its reservation again', async () => {
    await data.campaigns.reserve(stored.reference, stored.header, 'research.1.text-1', 100);
    await meterOf().run(
      plan('text-1'),
      async () => 'written',
      () => billed(40),
    );
    expect(await money()).toEqual([40, 40]);
    expect(await calls()).toEqual([['research.1.text-1', 'SETTLED', 40]]);
  });
});

describe('an error', () => {
  it.each([
    [
      'that says what it is billed is charged that',
      new ModelRefused('filtered', { usage: billed(70).usage }),
      'FAILED',
      70,
    ],
    ['of a model that says nothing costs nothing', new ModelUnavailable('busy'), 'FAILED', 0],
    ['that nobody can read counts at its worst', new TypeError('the connection broke'), 'LOST', 100],
  ])('%s', async (_what, error, status, cost) => {
    await expect(
      meterOf().run(
        plan('text-1'),
        () => Promise.reject(error),
        () => billed(0),
      ),
    ).rejects.toBe(error);
    expect(await money()).toEqual([cost, cost]);
    expect(await calls()).toEqual([['research.1.text-1', status, cost]]);
  });
});

it.each([0, 100])('a call that found no place is no call yet, at a worst case of %i', async (worstCaseMicroUsd) => {
  for (let wait = 0; wait < 3; wait += 1)
    await expect(
      meterOf().run(
        plan('image-A', worstCaseMicroUsd),
        () => Promise.reject(new ModelBusy('full', 5)),
        () => billed(0),
      ),
    ).rejects.toBeInstanceOf(ModelBusy);
  expect([await money(), await calls()]).toEqual([[0, 0], []]);
  await meterOf().run(
    plan('image-A', worstCaseMicroUsd),
    async () => 'drawn',
    () => billed(worstCaseMicroUsd),
  );
  expect(await calls()).toEqual([['research.1.image-A', 'SETTLED', worstCaseMicroUsd]]);
});

it('money that nobody reserved is counted once all the same', async () => {
  await meterOf().run(
    plan('text-1', 0),
    async () => 'written',
    () => billed(25),
  );
  expect(await money()).toEqual([25, 25]);
});

describe('a long job', () => {
  it('is settled once, by whichever run hears that it is done', async () => {
    await meterOf().run(
      plan('video-A'),
      async () => 'pending',
      () => undefined,
    );
    expect(await money()).toEqual([100, 0]);
    await meterOf().settleLater(plan('video-A'), { status: 'SETTLED', ...billed(60) });
    await meterOf().settleLater(plan('video-A'), { status: 'SETTLED', ...billed(60) });
    expect(await money()).toEqual([60, 60]);
    expect(await calls()).toEqual([['research.1.video-A', 'SETTLED', 60]]);
  });

  it('that came to nothing frees its reservation', async () => {
    await meterOf().run(
      plan('video-A'),
      async () => 'pending',
      () => undefined,
    );
    await meterOf().settleLater(plan('video-A'), endOfError(new ModelRefused('No.'), 100));
    expect(await money()).toEqual([0, 0]);
    expect(await calls()).toEqual([['research.1.video-A', 'FAILED', 0]]);
  });
});

describe('the cap', () => {
  it('lets in exactly as many calls at once as it has room for', async () => {
    const { promise: decided, resolve: decide } = Promise.withResolvers<void>();
    let made = 0;
    const answers = Array.from({ length: 30 }, (_, index) =>
      meterOf().run(
        plan(`text-${index}`, 90),
        async () => {
          made += 1;
          if (made === 11) decide();
          await decided;
          return 'written';
        },
        () => billed(10),
      ),
    );
    const outcomes = await Promise.allSettled(answers);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(11); // 11 × 90 ≤ 1000 < 12 × 90
    expect(await money()).toEqual([110, 110]);
  });

  it('is the one of this moment, not the one the run began with', async () => {
    await data.campaigns.changeCap(stored.reference, 50, now.toISOString());
    await expect(
      meterOf().run(
        plan('text-1'),
        async () => 'written',
        () => billed(1),
      ),
    ).rejects.toThrow('the cap of $0.00');
    await data.campaigns.changeCap(stored.reference, 5000, now.toISOString());
    await meterOf().run(
      plan('text-1', 4000),
      async () => 'written',
      () => billed(1),
    );
    expect(await money()).toEqual([1, 1]);
  });

  it('of a campaign that is deleted meanwhile stops the call', async () => {
    await data.campaigns.delete(stored.reference);
    await expect(
      meterOf().run(
        plan('text-1'),
        async () => 'written',
        () => billed(1),
      ),
    ).rejects.toMatchObject({
      name: 'CampaignGone',
    });
  });
});

it('two attempts of a phase never share a record', async () => {
  const { reference, record } = stored.phaseOf('research');
  for (const attempt of [1, 2])
    await createCallMeter(partsOf(), reference, { ...record, attempt }, stored.header).run(
      plan('text-1'),
      async () => 'written',
      () => billed(20),
    );
  const ids = (await data.calls.list(stored.reference)).map((call: ModelCall) => call.id);
  expect(ids).toEqual(['research.1.text-1', 'research.2.text-1']);
});

describe('the account of the person who launched the campaign', () => {
  const limited = (monthlyCalls: number) =>
    memory.table.put(keys.user('launcher'), {
      userId: 'launcher',
      email: 'launcher@example.com',
      workspaceId: 'wsp_test',
      createdAt: now.toISOString(),
      monthlyCalls,
    });
  const write = (number: string, cost = 0) =>
    meterOf().run(
      plan(number, cost),
      async () => 'written',
      () => billed(cost),
    );
  const used = () => data.usages.callsIn('launcher', '2026-11').then((month) => month.calls);
  const usage = async () =>
    (await data.usages.list('launcher', '2026-11-01', '2026-11-30'))
      .filter(({ campaignId }) => campaignId === stored.header.id)
      .map(({ day, agent, provider, model, calls, inputTokens, outputTokens, costMicroUsd }) => [
        `${day} ${agent} ${provider} ${model}`,
        { calls, inputTokens, outputTokens, costMicroUsd },
      ]);

  beforeEach(async () => {
    stored = await storeCampaign(data, { aiCapMicroUsd: 1000, createdBy: 'launcher' });
    await memory.table.delete(keys.monthlyCalls('launcher', '2026-11'));
    await memory.table.delete(keys.monthlyCalls('launcher', '2026-12'));
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
    const third = meterOf().run(
      plan('text-3'),
      async () => {
        made = true;
      },
      () => billed(1),
    );
    const refusal = await third.catch((error: unknown) => error);
    expect(refusal).toMatchObject({ name: 'QuotaExceeded', message: expect.stringContaining('2026-12-01') });
    expect(isPermanent(refusal)).toBe(true);
    expect(made).toBe(false);
    expect(await money()).toEqual([0, 0]);
    expect(await calls()).toHaveLength(2);

    now = new Date('2026-12-01T00:00:00.000Z');
    expect(await write('text-3')).toBe('written');
    expect(await data.usages.callsIn('launcher', '2026-12')).toMatchObject({ calls: 1 });
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
    await expect(
      meterOf().run(
        plan('text-1'),
        () => Promise.reject(new ModelUnavailable('unavailable')),
        () => billed(0),
      ),
    ).rejects.toThrow('unavailable');
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
    await meterOf().run(
      plan('video-A'),
      async () => 'pending',
      () => undefined,
    );
    expect([await used(), await usage()]).toEqual([1, []]);
    now = new Date('2026-11-24T00:10:00.000Z');
    await meterOf().settleLater(plan('video-A'), { status: 'SETTLED', ...billed(60) });
    await meterOf().settleLater(plan('video-A'), { status: 'SETTLED', ...billed(60) });
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
