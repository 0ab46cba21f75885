import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import { repositoriesOf, storeCampaign } from '../../tests/support/stored-campaign.ts';
import type { ModelCall } from '../contracts/usage.ts';
import { type Billed, type CallPlan, createCallMeter } from './call-meter.ts';

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

const plan = (number: string, worstCaseMicroUsd = 100): CallPlan => ({
  number,
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
/** A meter as one run of the step makes it; a second one is the step repeated after a crash. */
function meterOf(header = stored.header) {
  const { reference, record } = stored.phaseOf('research');
  return createCallMeter({ ...data, clock: () => now }, reference, record, header);
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
      ['research.1.text-1', 'SETTLED', 30],
      [`research.1.text-1.lost-${now.getTime()}`, 'LOST', 100],
    ]);
  });

  it('again and again counts every lost call, until the cap says stop', async () => {
    for (let crash = 0; crash < 10; crash += 1) {
      now = new Date(now.getTime() + 60_000);
      await dieDuring('text-1');
    }
    expect(await money()).toEqual([1000, 900]);
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
      ['SETTLED', 40],
      ['LOST', 30],
    ]);
  });

  it('after the call had failed leaves nothing to count', async () => {
    await expect(
      meterOf().run(
        plan('text-1'),
        () => Promise.reject(new Error('refused')),
        () => billed(0),
      ),
    ).rejects.toThrow('refused');
    await meterOf().run(
      plan('text-1'),
      async () => 'written',
      () => billed(40),
    );
    expect(await money()).toEqual([40, 40]);
    expect(await calls()).toEqual([['research.1.text-1', 'SETTLED', 40]]);
  });
});

describe('a long job', () => {
  it('is settled once, by whichever run hears that it is done', async () => {
    await meterOf().run(
      plan('video-A'),
      async () => 'pending',
      () => undefined,
    );
    expect(await money()).toEqual([100, 0]);
    await meterOf().settleLater(plan('video-A'), billed(60));
    await meterOf().settleLater(plan('video-A'), billed(60));
    expect(await money()).toEqual([60, 60]);
    expect(await calls()).toEqual([['research.1.video-A', 'SETTLED', 60]]);
  });

  it('that came to nothing frees its reservation', async () => {
    await meterOf().run(
      plan('video-A'),
      async () => 'pending',
      () => undefined,
    );
    await meterOf().settleLater(plan('video-A'), undefined);
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
    await createCallMeter({ ...data, clock: () => now }, reference, { ...record, attempt }, stored.header).run(
      plan('text-1'),
      async () => 'written',
      () => billed(20),
    );
  const ids = (await data.calls.list(stored.reference)).map((call: ModelCall) => call.id);
  expect(ids).toEqual(['research.1.text-1', 'research.2.text-1']);
});
