import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freeModels, paidModels, sampleVideo, sampleVisual } from '../../../tests/support/fake-models.ts';
import { startMemoryTable } from '../../../tests/support/memory-table.ts';
import { type SimulatedRun, simulatedAgents } from '../../../tests/support/simulated-agents.ts';
import { memoryBucket, repositoriesOf, storeCampaign } from '../../../tests/support/stored-campaign.ts';
import type { AgentRegistry } from '../../agents/agent.ts';
import type { Settlement } from '../../data/campaign-budget.ts';
import type { OutputValue } from '../../data/outputs.ts';
import { longestWaitSeconds, maximumPolls } from '../../domain/playbook/poll-interval.ts';
import { OutputInvalid } from '../../generation/call-failures.ts';
import { candidatesFrom } from '../../generation/candidates.ts';
import { createRouter } from '../../generation/router/router.ts';
import { wireCallQuota } from '../../generation/wire-call-quota.ts';
import { ModelBusy } from '../../models/errors.ts';
import type { Models } from '../../models/model.ts';
import type { GateAnswer } from '../gate-lookahead.ts';
import type { RunAgentParts } from './agent-run.ts';
import type { EndPhase } from './complete-phase.ts';
import { runAgent } from './run-agent.ts';

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
let data: ReturnType<typeof repositoriesOf>;
let stored: Awaited<ReturnType<typeof storeCampaign>>;
let objects: Map<string, unknown>;
let published: string[];
let ended: string[];
let failsToEnd: boolean;
let failsToPrepare: boolean;
let shown: OutputValue | undefined;
let settled: Settlement[];
const clock = () => new Date('2026-11-26T10:00:00.000Z');

beforeAll(async () => {
  memory = await startMemoryTable();
});
afterAll(() => memory.stop());
beforeEach(async () => {
  const bucket = memoryBucket();
  objects = new Map();
  published = [];
  ended = [];
  failsToEnd = false;
  failsToPrepare = false;
  shown = undefined;
  settled = [];
  data = repositoriesOf(memory.table, {
    ...bucket,
    put: async (object) => {
      objects.set(object.name, object);
      await bucket.put(object);
    },
    delete: async (name) => {
      objects.delete(name);
      await bucket.delete(name);
    },
  });
  stored = await storeCampaign(data);
});

/** A step whose phases need no input, so that any of them can run alone. */
async function stepOf(agents: AgentRegistry, models: Models, gate?: GateAnswer) {
  const { reference } = stored.phaseOf('visuals');
  await data.phases.change(reference, { from: ['IDLE'], set: { sources: [] } });
  return { reference, run: () => runAgent(partsOf(agents, models))({ ...reference, gate }) };
}
const endOf: EndPhase = async (phase, { settlements = [], output } = {}) => {
  if (failsToEnd) throw new Error('Step Functions is not there');
  ended.push(phase.id);
  settled.push(...settlements);
  shown = output;
};
function partsOf(agents: AgentRegistry, models: Models): RunAgentParts {
  return {
    ...data,
    clock,
    agents,
    ...wireCallQuota(memory.table, clock),
    router: createRouter({ candidates: candidatesFrom([models]), clock }),
    prepareAnnouncement: async () => undefined,
    prepareEnd: async () => {
      if (failsToPrepare) throw new Error('The table is not there');
      return endOf;
    },
    pushProgress: async (listeners) => listeners,
    publish: async (_reference, { events = [] }) => {
      published.push(...events.map(({ type }) => type));
    },
  };
}
const drawing = (work: (run: SimulatedRun) => Promise<unknown>) =>
  simulatedAgents(async (run) => {
    await work(run);
  });
const listedFiles = async () =>
  (await data.assets.list(stored.reference.workspaceId, stored.reference.campaignId, 10)).rows;

describe('an attempt whose time was over while a model was still at work', () => {
  it.each([
    ['failed', { status: 'FAILED' as const }],
    ['is tried again', { status: 'RUNNING' as const, attempt: 2 }],
    ['was skipped', { status: 'SKIPPED' as const }],
  ])('keeps no file when the phase %s', async (_what, set) => {
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
    const models = paidModels({ worstCaseMicroUsd: 0, costMicroUsd: 0 }, () => ({
      image: async () => {
        begin();
        await finished;
      },
    }));
    const { reference, run } = await stepOf(
      drawing(({ tools }) => tools.image(sampleVisual('A'))),
      models,
    );
    const running = run();
    await begun;
    await data.phases.change(reference, { from: ['RUNNING'], set });
    finish();

    expect(await running).toEqual({ outcome: 'DONE' });
    expect([...objects.keys()]).toEqual([]);
    expect(await listedFiles()).toEqual([]);
    expect(published).not.toContain('asset:created');
  });

  it('takes the file back when the attempt ends while it is written', async () => {
    const { reference, run } = await stepOf(
      drawing(({ tools }) => tools.image(sampleVisual('A'))),
      freeModels(),
    );
    const { put } = data.bucket;
    data.bucket.put = async (object) => {
      await put(object);
      await data.phases.change(reference, { from: ['RUNNING'], set: { status: 'FAILED' } });
    };

    expect(await run()).toEqual({ outcome: 'DONE' });
    expect([...objects.keys()]).toEqual([]);
    expect(await listedFiles()).toEqual([]);
  });
});

it('keeps its file when another run of the same step has finished the attempt meanwhile', async () => {
  const { reference, run } = await stepOf(
    drawing(({ tools }) => tools.image(sampleVisual('A'))),
    freeModels(),
  );
  const { put } = data.bucket;
  data.bucket.put = async (object) => {
    await put(object);
    await data.phases.change(reference, { from: ['RUNNING'], set: { status: 'COMPLETED' } });
  };

  await run();

  expect(objects.size).toBe(1);
  expect(await listedFiles()).toHaveLength(1);
});

describe('work that is done elsewhere', () => {
  const busy = (askAgainSeconds: number): Models => {
    const models = freeModels();
    const refuse = async () => {
      throw new ModelBusy('Every place is taken.', askAgainSeconds);
    };
    return { ...models, image: { ...models.image, generate: refuse }, video: { ...models.video, submit: refuse } };
  };
  const pictures = drawing(({ tools }) => tools.image(sampleVisual('A')));

  it('waits in line without its clock running: the step ends, and says when it asks again', async () => {
    const { reference, run } = await stepOf(pictures, busy(40));

    expect(await run()).toEqual({ outcome: 'PENDING', askAgainSeconds: 40 });
    expect(await run()).toEqual({ outcome: 'PENDING', askAgainSeconds: 40 });
    expect(await data.phases.get(reference)).toMatchObject({
      status: 'RUNNING',
      polls: 2,
      waited: { attempt: 1, seconds: 80 },
    });
  });

  it('keeps what another call of the same run has made meanwhile', async () => {
    const models = freeModels();
    const both = drawing(({ tools }) =>
      Promise.all([tools.image(sampleVisual('A')), tools.video({ ...sampleVideo('B') })]),
    );
    const { run } = await stepOf(both, { ...busy(15), image: models.image });

    expect(await run()).toMatchObject({ outcome: 'PENDING' });
    expect(await listedFiles()).toMatchObject([{ variant: 'A' }]);
  });

  it('asks more seldom the more the whole campaign has asked, and no more at its limit', async () => {
    const { reference, run } = await stepOf(pictures, busy(15));
    const video = stored.phaseOf('video').reference;
    await data.phases.change(video, { from: ['IDLE'], set: { polls: 120 } });
    expect(await run()).toEqual({ outcome: 'PENDING', askAgainSeconds: 60 });
    await data.phases.change(video, { from: ['IDLE'], set: { polls: maximumPolls } });

    expect(await run()).toMatchObject({ outcome: 'PARKED', failure: { name: 'JobTooSlow' } });
    expect((await data.phases.get(reference))?.polls).toBe(1);
  });

  it('gives up an attempt after six hours of pauses, and begins to count anew with the next', async () => {
    const { reference, run } = await stepOf(pictures, busy(15));
    await run();
    const set = { waited: { attempt: 1, seconds: longestWaitSeconds } };
    await data.phases.change(reference, { from: ['RUNNING'], set });
    expect(await run()).toMatchObject({ outcome: 'PARKED', failure: { name: 'JobTooSlow' } });
    await data.phases.change(reference, { from: ['RUNNING'], set: { attempt: 2 } });

    expect(await run()).toMatchObject({ outcome: 'PENDING' });
  });

  it('gives up a job that never ends: what it may have cost counts as lost, and a person decides', async () => {
    let orders = 0;
    const models = paidModels({ worstCaseMicroUsd: 100, costMicroUsd: 40 }, () => ({
      submit: async () => {
        orders += 1;
        return 'pending';
      },
      poll: async () => 'pending',
    }));
    const filming: AgentRegistry = {
      ...simulatedAgents(async () => undefined),
      designer: {
        id: 'designer',
        async run(_input, tools) {
          const film = await tools.video(sampleVideo('A'));
          if ('assetId' in film) throw new Error('It was made');
          return { status: 'pending', ...film };
        },
      },
    };
    const { reference, run } = await stepOf(filming, models);
    for (let asked = 0; asked < 3; asked += 1) expect(await run()).toMatchObject({ outcome: 'PENDING' });
    const set = { waited: { attempt: 1, seconds: longestWaitSeconds } };
    await data.phases.change(reference, { from: ['RUNNING'], set });

    expect(await run()).toMatchObject({ outcome: 'PARKED', failure: { name: 'JobTooSlow' } });
    expect(orders).toBe(1);
    expect(await data.calls.triesOf(reference, 'visuals.1.video-A')).toMatchObject([
      { status: 'LOST', costMicroUsd: 100 },
    ]);
    const header = await data.campaigns.getWithReservations(reference);
    expect(header?.reservations.size).toBe(0);
    expect(header?.campaign).toMatchObject({ spentMicroUsd: 100, committedMicroUsd: 100 });
  });

  it.each([
    [undefined, 15],
    [3, 3],
  ])('asks after a job no sooner than its model allows: %s says %i s', async (soonestAskSeconds, expected) => {
    const models = paidModels({ worstCaseMicroUsd: 0, costMicroUsd: 0 }, () => ({ submit: async () => 'pending' }));
    const answers: unknown[] = [];
    const { run } = await stepOf(
      drawing(async ({ tools }) => answers.push(await tools.video(sampleVideo('A')))),
      {
        ...models,
        video: {
          ...models.video,
          card: { ...models.video.card, ...(soonestAskSeconds ? { soonestAskSeconds } : {}) },
        },
      },
    );

    await run();

    expect(answers).toEqual([{ askAgainSeconds: expected }]);
  });
});

it('goes on with the film that was under way when the cap stopped the attempt before, and pays for it once', async () => {
  let orders = 0;
  let isReady = false;
  const models = paidModels({ worstCaseMicroUsd: 900, costMicroUsd: 400 }, () => ({
    submit: async () => {
      orders += 1;
      return isReady ? 'done' : 'pending';
    },
  }));
  stored = await storeCampaign(data, { aiCapMicroUsd: 1000 });
  const films = drawing(async ({ tools }) => {
    await Promise.all([tools.video(sampleVideo('A')), tools.video(sampleVideo('B'))]);
  });
  const { reference, run } = await stepOf(films, models);
  expect(await run()).toMatchObject({ outcome: 'PARKED', failure: { name: 'BudgetExceeded' } });
  expect(orders).toBe(1);

  await data.phases.change(reference, { from: ['RUNNING'], set: { status: 'READY', attempt: 2, goesOn: 2 } });
  await data.campaigns.changeCap(stored.reference, 10_000, clock().toISOString());
  isReady = true;
  await run();

  expect(orders).toBe(2);
  const calls = await data.calls.list(stored.reference);
  expect(calls.map(({ status, costMicroUsd }) => [status, costMicroUsd])).toEqual([
    ['SETTLED', 400],
    ['SETTLED', 400],
  ]);
  // Both films are settled with the end of the phase.
  expect(settled).toEqual([
    { callId: expect.stringContaining('visuals.1.video-'), reservedMicroUsd: 900, costMicroUsd: 400 },
    { callId: expect.stringContaining('visuals.2.video-'), reservedMicroUsd: 900, costMicroUsd: 400 },
  ]);
});

describe('money of calls that have ended', () => {
  const price = { worstCaseMicroUsd: 900, costMicroUsd: 400 };
  const money = async () => {
    const { spentMicroUsd, committedMicroUsd } = (await data.campaigns.get(stored.reference)) ?? {};
    return [spentMicroUsd, committedMicroUsd];
  };
  const draws = drawing(({ tools }) => tools.image(sampleVisual('A')));

  it('is settled with the end of the phase, by whoever ends it', async () => {
    const { reference, run } = await stepOf(draws, paidModels(price));
    await data.phases.change(reference, { from: ['IDLE'], set: { needsApproval: false } });
    expect(await run()).toEqual({ outcome: 'FINISHED' });
    expect(settled).toEqual([{ callId: 'visuals.1.image-A', reservedMicroUsd: 900, costMicroUsd: 400 }]);
    expect(await money()).toEqual([0, 900]); // the end of this test writes nothing
  });

  it('is settled by the step itself where the phase could not be ended', async () => {
    const { reference, run } = await stepOf(draws, paidModels(price));
    await data.phases.change(reference, { from: ['IDLE'], set: { needsApproval: false } });
    failsToEnd = true;
    expect(await run()).toEqual({ outcome: 'DONE' });
    expect(await money()).toEqual([400, 400]);
  });

  it('is settled by the step itself when its agent fails', async () => {
    const fails = drawing(async ({ tools }) => {
      await tools.image(sampleVisual('A'));
      throw new OutputInvalid('This is no picture.');
    });
    const { run } = await stepOf(fails, paidModels(price));
    expect(await run()).toMatchObject({ outcome: 'PARKED' });
    expect(await money()).toEqual([400, 400]);
  });

  it('holds up no later call of its own run, nor of another phase that the cap would refuse', async () => {
    stored = await storeCampaign(data, { aiCapMicroUsd: 1500 });
    const twice = drawing(async ({ tools }) => {
      await tools.image(sampleVisual('A'));
      await tools.image(sampleVisual('B'));
    });
    const { run } = await stepOf(twice, paidModels(price));
    expect(await run()).toEqual({ outcome: 'FINISHED' });
    expect(await money()).toEqual([400, 1300]); // 400 + 900 of the second, which waits for the end of its phase

    await data.campaigns.changeCap(stored.reference, 1750, clock().toISOString());
    const other = stored.phaseOf('video').reference;
    await data.phases.change(other, { from: ['IDLE'], set: { sources: [] } });
    const parts = partsOf(
      drawing(({ tools }) => tools.image({ ...sampleVisual('A'), prompt: 'Another.' })),
      paidModels(price),
    );
    expect(await runAgent(parts)(other)).toEqual({ outcome: 'FINISHED' });
    expect(await money()).toEqual([800, 1700]);
  });
});

describe('a phase that nobody must see', () => {
  const unseen = async (agents: AgentRegistry = simulatedAgents(async () => undefined)) => {
    const { reference } = stored.phaseOf('visuals');
    await data.phases.change(reference, { from: ['IDLE'], set: { needsApproval: false } });
    return stepOf(agents, freeModels());
  };

  it('is completed and ended by the step that ran its agent, once', async () => {
    const { reference, run } = await unseen();

    expect(await run()).toEqual({ outcome: 'FINISHED' });
    expect((await data.phases.get(reference))?.status).toBe('COMPLETED');
    expect(await run()).toEqual({ outcome: 'DONE' }); // repeated: whether it was ended is not known any more
    expect(ended).toEqual(['visuals']);
  });

  it('is announced with what was stored, which nobody reads again', async () => {
    const { reference, run } = await unseen();

    await run();
    expect(shown).toEqual(await data.outputs.get(reference, 1));
  });

  it('is announced without an output that is too large to be shown', async () => {
    const { run } = await unseen();
    data.outputs.put = async () => false;

    expect(await run()).toEqual({ outcome: 'FINISHED' });
    expect(shown).toBeUndefined();
  });

  it('is left to the next step where what its end needs could not be read', async () => {
    failsToPrepare = true;
    const { reference, run } = await unseen();

    expect(await run()).toEqual({ outcome: 'DONE' });
    expect((await data.phases.get(reference))?.status).toBe('COMPLETED');
  });

  it('is left to the next step where it could not be ended', async () => {
    failsToEnd = true;
    const { reference, run } = await unseen();

    expect(await run()).toEqual({ outcome: 'DONE' });
    expect((await data.phases.get(reference))?.status).toBe('COMPLETED');
  });
});

describe('a phase whose gate was opened with its inputs', () => {
  const research = { phaseId: 'research', attempt: 1 };
  /** Agents that note what they were given. */
  const given: unknown[] = [];
  const noting = simulatedAgents(async ({ input }) => void given.push(input.values));
  const output = { marketReport: { summary: 'a market' } };
  beforeEach(async () => {
    given.splice(0);
    const { reference } = stored.phaseOf('research');
    await data.outputs.put(reference, 1, output);
    await data.phases.change(reference, { from: ['IDLE'], set: { status: 'COMPLETED', outputAttempt: 1 } });
  });
  const source = { name: 'marketReport', phaseId: 'research', optional: false };

  it('begins with them, after one call of the table', async () => {
    const gate = { inputs: [research], after: 'briefing' };
    const { reference, run } = await stepOf(noting, freeModels(), gate);
    await data.phases.change(reference, { from: ['IDLE'], set: { sources: [source] } });
    data.phases.progress = async () => expect.fail('looked at all phases');

    expect(await run()).toEqual({ outcome: 'FINISHED' });
    expect(given).toEqual([output]);
    expect(published).toEqual(['phase:status']);
  });

  it('looks at everything when it has begun before', async () => {
    const { reference, run } = await stepOf(noting, freeModels(), { inputs: [] });
    await data.phases.change(reference, { from: ['IDLE'], set: { status: 'RUNNING', sources: [source] } });

    await run();
    expect(given).toEqual([output]);
    expect(await run()).toEqual({ outcome: 'DONE' }); // and does not begin again
    expect(given).toHaveLength(1);
  });

  it('is announced after the end that opened its gate', async () => {
    const { run } = await stepOf(noting, freeModels(), { inputs: [research], after: 'research' });
    const running = run();
    await expect.poll(() => given).toHaveLength(1); // its agent does not wait
    expect(published).toEqual([]);

    const now = clock().toISOString();
    await data.campaigns.count(stored.reference, { events: 1, finishedPhases: ['research'], now });
    await running;
    expect(published).toEqual(['phase:status']);
  });

  it('is announced all the same when that end was lost with its step', async () => {
    const { run } = await stepOf(noting, freeModels(), { inputs: [research], after: 'research' });

    expect(await run()).toEqual({ outcome: 'FINISHED' });
    expect(published).toEqual(['phase:status']);
  });

  it('of a campaign that was deleted meanwhile says so', async () => {
    const { reference, run } = await stepOf(noting, freeModels(), { inputs: [] });
    await data.campaigns.delete(reference);

    await expect(run()).rejects.toMatchObject({ name: 'CampaignGone' });
  });
});
