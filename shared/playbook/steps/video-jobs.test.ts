// Long jobs at providers, from the step of a phase over real HTTP to a server that speaks OpenRouter's protocol: whatever becomes of a job, it is
// ordered once, and what the campaign counts is what the provider bills.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sampleVideo } from '../../../tests/support/fake-models.ts';
import { fails } from '../../../tests/support/fake-provider/behaviour.ts';
import { type FakeProvider, startFakeProvider } from '../../../tests/support/fake-provider/fake-provider.ts';
import { fakeMediaProvider } from '../../../tests/support/fake-provider/media-protocols.ts';
import { startMemoryTable } from '../../../tests/support/memory-table.ts';
import { simulatedAgents } from '../../../tests/support/simulated-agents.ts';
import { memoryBucket, repositoriesOf, storeCampaign } from '../../../tests/support/stored-campaign.ts';
import { candidatesFrom } from '../../generation/candidates.ts';
import { createRouter } from '../../generation/router/router.ts';
import { wireCallQuota } from '../../generation/wire-call-quota.ts';
import type { ModelCard } from '../../models/model-card.ts';
import { offersOf } from '../../models/providers/offers.ts';
import type { RunAgentParts } from './agent-run.ts';
import { runAgent } from './run-agent.ts';

const card: ModelCard = {
  ...{ provider: 'openrouter', id: 'a/b-video', isTrained: true, secondsPerCall: { video: 60 } },
  media: { aspectRatios: ['16:9'], videoSeconds: [4, 6, 8] },
  price: { since: '2026-11-26', perVideoSecond: 100_000 },
};
const world = fakeMediaProvider();
const usual = { ...world.media };
let memory: Awaited<ReturnType<typeof startMemoryTable>>;
let fake: FakeProvider;
let data: ReturnType<typeof repositoriesOf>;
let stored: Awaited<ReturnType<typeof storeCampaign>>;
let objects: Map<string, Uint8Array>;
const clock = () => new Date('2026-11-26T10:00:00.000Z');

beforeAll(async () => {
  [memory, fake] = await Promise.all([startMemoryTable(), startFakeProvider({ protocols: world.protocols })]);
});
afterAll(() => Promise.all([memory.stop(), fake.stop()]));
beforeEach(async () => {
  fake.reset();
  Object.assign(world.media, usual);
  world.media.orders.splice(0);
  objects = new Map();
  const bucket = memoryBucket();
  data = repositoriesOf(memory.table, {
    ...bucket,
    put: async (object) => {
      objects.set(object.name, object.bytes);
      await bucket.put(object);
    },
  });
  stored = await storeCampaign(data);
});

/** A phase whose agent wants one video. Each run is a process of its own: it knows nothing but the table. */
async function filming() {
  const { reference } = stored.phaseOf('visuals');
  await data.phases.change(reference, { from: ['IDLE'], set: { sources: [] } });
  const run = () => {
    const [model] = offersOf(
      { OPENROUTER_API_KEY: 'sk-or-v1-test-key', OPENROUTER_BASE_URL: `${fake.origin}/api/v1` },
      [card],
    );
    const parts: RunAgentParts = {
      ...data,
      clock,
      agents: {
        ...simulatedAgents(async () => undefined),
        designer: {
          id: 'designer',
          async run(_input, tools) {
            const film = await tools.video({ ...sampleVideo('A'), promptVersion: 'designer.fr@1' });
            return { status: 'pending', askAgainSeconds: 'assetId' in film ? 999 : film.askAgainSeconds };
          },
        },
      },
      ...wireCallQuota(memory.table, clock),
      router: createRouter({ candidates: candidatesFrom(model ? [model] : []), clock }),
      prepareAnnouncement: async () => undefined,
      prepareEnd: async () => async () => {},
      pushProgress: async (listeners) => listeners,
      publish: async () => {},
    };
    return runAgent(parts)(reference);
  };
  const money = async () => {
    const header = await data.campaigns.getWithReservations(reference);
    return [header?.campaign.spentMicroUsd, header?.campaign.committedMicroUsd, header?.reservations.size];
  };
  const calls = () => data.calls.triesOf(reference, 'visuals.1.video-A');
  return { reference, run, money, calls };
}

describe('a video job of a phase', () => {
  it('is ordered once, asked after at least 15 seconds apart, and costs what the provider says', async () => {
    const { run, money, calls } = await filming();
    expect(await run()).toEqual({ outcome: 'PENDING', askAgainSeconds: 15 });
    expect(await money()).toEqual([0, 600_000, 1]); // six seconds: what its card lists, not the seven that were asked for
    expect(await run()).toEqual({ outcome: 'PENDING', askAgainSeconds: 15 });
    expect(await run()).toMatchObject({ askAgainSeconds: 999 }); // it is there

    expect(world.media.orders).toHaveLength(1);
    expect(await money()).toEqual([480_000, 480_000, 0]);
    expect(fake.billMicroUsd).toBe(480_000);
    expect(await calls()).toMatchObject([
      { status: 'SETTLED', costMicroUsd: 480_000, costSource: 'provider', promptVersion: 'designer.fr@1' },
    ]);
    const [film] = [...objects.values()];
    expect(Buffer.from(film ?? '').toString('latin1')).toContain('digitalsourcetype/trainedAlgorithmicMedia');
  });

  it('that ends while we are away is paid for once and taken when we are back', async () => {
    world.media.pendingPolls = 0;
    const { run, money } = await filming();
    await run();
    // The connection breaks while the finished film is fetched: nothing is kept, and the job is still the provider's.
    fake.next({ does: 'answer' }, { does: 'cut' });
    await expect(run()).rejects.toMatchObject({ name: 'ModelUnavailable' });
    expect(await run()).toMatchObject({ askAgainSeconds: 999 });
    expect([world.media.orders.length, await money(), fake.billMicroUsd]).toEqual([1, [480_000, 480_000, 0], 480_000]);
  });

  it.each([
    ['failed', 480_000, 'FAILED', 480_000],
    ['expired', undefined, 'LOST', 600_000],
    ['filtered', undefined, 'LOST', 600_000],
    ['forgotten', undefined, 'LOST', 600_000],
  ] as const)(
    'that has %s, and of which %s is told, is %s at %i and parks the phase',
    async (ends, told, status, counted) => {
      Object.assign(world.media, { ends, videoMicroUsd: told, pendingPolls: 0 });
      const { run, money, calls } = await filming();
      await run();
      expect(await run()).toMatchObject({ outcome: 'PARKED' });
      expect(await calls()).toMatchObject([{ status, costMicroUsd: counted }]);
      expect(await money()).toEqual([counted, counted, 0]);
      expect(world.media.orders).toHaveLength(1);
    },
  );

  it('goes on with its reservation when the key is refused for a while', async () => {
    const { run, money } = await filming();
    await run();
    fake.next(fails(403));
    await expect(run()).rejects.toMatchObject({ name: 'ModelUnavailable', reason: 'unavailable' });
    expect(await money()).toEqual([0, 600_000, 1]);
    world.media.pendingPolls = 0;
    expect(await run()).toMatchObject({ askAgainSeconds: 999 });
    expect(await money()).toEqual([480_000, 480_000, 0]);
  });
});
