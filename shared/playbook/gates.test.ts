import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import { repositoriesOf, storeCampaign } from '../../tests/support/stored-campaign.ts';
import { beginCampaign } from '../campaigns/begin-campaign.ts';
import type { TakeNumbersBy } from '../events/event-numbers.ts';
import { openHeldGates, openReadyGates, releaseDependants } from './gates.ts';
import { openGate } from './steps/open-gate.ts';

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
let data: ReturnType<typeof repositoriesOf>;
let stored: Awaited<ReturnType<typeof storeCampaign>>;
const opened: string[] = [];
/** Deliveries of events are noted, none is kept. */
const announced: unknown[] = [];
const takeNumbersBy: TakeNumbersBy = async (_reference, _count, write) => {
  const counted = await write(new Date().toISOString());
  return counted && { campaign: counted.campaign, deliver: async (events) => void announced.push(...events) };
};
const answers: object[] = [];
const tokens = {
  succeed: async (token: string, answer: object) => {
    opened.push(token);
    answers.push(answer);
    return true;
  },
};

beforeAll(async () => {
  memory = await startMemoryTable();
  data = repositoriesOf(memory.table);
});
afterAll(() => memory.stop());
beforeEach(async () => {
  opened.length = 0;
  answers.length = 0;
  stored = await storeCampaign(data);
});

/** `content` waits for `seo` and `scriptwriting`: the three writers of its gate. */
const arrives = () =>
  openGate({ ...data, tokens, beginCampaign: beginCampaign({ ...data, takeNumbersBy }) })({
    ...stored.phaseOf('content').reference,
    taskToken: 'content-token',
  });
const finishes = (phaseId: string) => async () => {
  const dependants = await releaseDependants(data.phases, stored.reference, stored.phaseOf(phaseId).record);
  await openReadyGates({ ...data, tokens }, stored.reference, dependants);
};
const writers = { arrives, seo: finishes('seo'), scriptwriting: finishes('scriptwriting') };
type Writer = keyof typeof writers;
const pause = (paused: boolean) =>
  data.campaigns.changeStatus(
    stored.reference,
    ['RUNNING', 'PAUSED'],
    paused ? 'PAUSED' : 'RUNNING',
    new Date().toISOString(),
    false,
  );
const timesOpened = () => opened.filter((token) => token === 'content-token').length;

const orders: Writer[][] = [
  ['arrives', 'seo', 'scriptwriting'],
  ['arrives', 'scriptwriting', 'seo'],
  ['seo', 'arrives', 'scriptwriting'],
  ['scriptwriting', 'arrives', 'seo'],
  ['seo', 'scriptwriting', 'arrives'],
  ['scriptwriting', 'seo', 'arrives'],
];

describe('a gate', () => {
  it.each(orders)('opens at the last of %s, %s, %s and not before', async (...order) => {
    const seen: number[] = [];
    for (const writer of order) {
      await writers[writer]();
      seen.push(timesOpened());
    }
    expect(seen).toEqual([0, 0, 1]);
  });

  it('opens at least once however its writers race', async () => {
    for (let round = 0; round < 20; round += 1) {
      stored = await storeCampaign(data);
      opened.length = 0;
      const order = orders[round % orders.length] ?? [];
      await Promise.all(order.map((writer) => writers[writer]()));
      expect(timesOpened()).toBeGreaterThanOrEqual(1);
    }
  });

  it('does not open twice as far when a dependency is finished twice', async () => {
    await arrives();
    await finishes('seo')();
    await finishes('seo')();
    expect(timesOpened()).toBe(0);
    await finishes('scriptwriting')();
    expect(timesOpened()).toBe(1);
  });

  it('opens at once for a phase that waits for nothing', async () => {
    await openGate({ ...data, tokens, beginCampaign: beginCampaign({ ...data, takeNumbersBy }) })({
      ...stored.phaseOf('research').reference,
      taskToken: 'research-token',
    });
    expect(opened).toEqual(['research-token']);
    expect(answers).toEqual([{ gate: 'OPEN', inputs: [{ phaseId: 'briefing', attempt: 1 }] }]);
  });

  it('that is passed by a phase which has ended says nothing of inputs', async () => {
    await data.phases.change(stored.phaseOf('research').reference, { from: ['IDLE'], set: { status: 'SKIPPED' } });
    await openGate({ ...data, tokens, beginCampaign: beginCampaign({ ...data, takeNumbersBy }) })({
      ...stored.phaseOf('research').reference,
      taskToken: 'research-token',
    });
    expect(answers).toEqual([{ gate: 'OPEN' }]);
  });

  it('of a phase that is not there says so', async () => {
    const step = openGate({ ...data, tokens, beginCampaign: beginCampaign({ ...data, takeNumbersBy }) });
    await expect(step({ ...stored.reference, phaseId: 'nowhere', taskToken: 'token' })).rejects.toMatchObject({
      name: 'CampaignGone',
    });
  });
});

describe('a pause', () => {
  it.each(orders)('holds the gate after %s, %s, %s, until it is lifted', async (...order) => {
    await pause(true);
    for (const writer of order) await writers[writer]();
    expect(timesOpened()).toBe(0);
    await pause(false);
    await openHeldGates({ ...data, tokens }, stored.reference);
    expect(timesOpened()).toBe(1);
  });

  it('lets a finished phase pass: it has nothing left to start', async () => {
    await data.phases.change(stored.phaseOf('content').reference, { from: ['IDLE'], set: { status: 'SKIPPED' } });
    await pause(true);
    for (const writer of ['arrives', 'seo', 'scriptwriting'] as const) await writers[writer]();
    expect(timesOpened()).toBe(1);
  });

  it('lifted at the very moment the last dependency finishes loses no gate', async () => {
    for (let round = 0; round < 20; round += 1) {
      stored = await storeCampaign(data);
      opened.length = 0;
      await arrives();
      await finishes('seo')();
      await pause(true);
      const lift = async () => {
        await pause(false);
        await openHeldGates({ ...data, tokens }, stored.reference);
      };
      await Promise.all(round % 2 ? [lift(), finishes('scriptwriting')()] : [finishes('scriptwriting')(), lift()]);
      expect(timesOpened()).toBeGreaterThanOrEqual(1);
    }
  });

  it('is read after the write when the header read before it is paused, and spared when that one runs', async () => {
    await arrives();
    const running = await data.campaigns.get(stored.reference);
    await pause(true);
    const paused = await data.campaigns.get(stored.reference);
    await pause(false);
    await data.phases.removeDependency(stored.phaseOf('content').reference, 'seo');
    const phase = await data.phases.removeDependency(stored.phaseOf('content').reference, 'scriptwriting');
    let reads = 0;
    const campaigns = {
      ...data.campaigns,
      get: (reference: typeof stored.reference) => {
        reads += 1;
        return data.campaigns.get(reference);
      },
    };
    await openReadyGates({ campaigns, tokens }, stored.reference, [phase], paused);
    expect([timesOpened(), reads]).toEqual([1, 1]);
    await openReadyGates({ campaigns, tokens }, stored.reference, [phase, undefined], running);
    expect([timesOpened(), reads]).toEqual([2, 1]);
  });
});

describe('a draft whose execution has started', () => {
  const draft = (run: number) => storeCampaign(data, { status: 'DRAFT', run });
  const headerNow = async () => (await data.campaigns.get(stored.reference)) ?? {};
  const firstArrives = () =>
    openGate({ ...data, tokens, beginCampaign: beginCampaign({ ...data, takeNumbersBy }) })({
      ...stored.phaseOf('research').reference,
      taskToken: 'first-token',
    });
  beforeEach(() => void announced.splice(0));

  it('runs from its first gate on, though the request that launched it died', async () => {
    stored = await draft(1);
    await firstArrives();
    expect(await headerNow()).toMatchObject({ status: 'RUNNING', lastEvent: 1 });
    expect(announced).toEqual([{ type: 'campaign:status', data: { status: 'RUNNING' } }]);
    expect(opened).toEqual(['first-token']);
  });

  it('is announced once, whoever else launches it at that moment', async () => {
    stored = await draft(1);
    const launches = await Promise.all([
      firstArrives(),
      ...[1, 2, 3].map(() => beginCampaign({ ...data, takeNumbersBy })(stored.reference)),
    ]);
    expect(launches.filter((launched) => launched !== undefined).length).toBeLessThanOrEqual(1);
    expect(announced).toHaveLength(1);
    expect(await headerNow()).toMatchObject({ status: 'RUNNING', lastEvent: 1 });
    expect(opened).toEqual(['first-token']);
  });

  it('that nobody launched stays a draft, and its gates stay shut', async () => {
    stored = await draft(0);
    await firstArrives();
    expect(await headerNow()).toMatchObject({ status: 'DRAFT', lastEvent: 0 });
    expect([opened, announced]).toEqual([[], []]);
  });
});
