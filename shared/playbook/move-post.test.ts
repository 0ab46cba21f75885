import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import { repositoriesOf, storeCampaign } from '../../tests/support/stored-campaign.ts';
import type { NewLiveEvent } from '../contracts/live-events.ts';
import type { PhaseStatus } from '../contracts/phase.ts';
import { sampleOutputs } from '../export/testing/sample-outputs.ts';
import { createDecisions } from './decisions.ts';
import { type MovePostParts, movePost } from './move-post.ts';

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
let data: ReturnType<typeof repositoriesOf>;
let stored: Awaited<ReturnType<typeof storeCampaign>>;
let reference: ReturnType<typeof stored.phaseOf>['reference'];
const told: NewLiveEvent[] = [];

const plan = sampleOutputs.Social;
const [post] = plan.scheduledPosts as [(typeof plan.scheduledPosts)[number]];
const later = '2026-12-12T08:00:00.000Z';
const clock = () => new Date('2026-11-26T10:00:00.000Z');

beforeAll(async () => {
  memory = await startMemoryTable();
  data = repositoriesOf(memory.table);
});
afterAll(() => memory.stop());
beforeEach(async () => {
  told.length = 0;
  stored = await storeCampaign(data);
  reference = stored.phaseOf('distribution').reference;
  await data.outputs.put(reference, 1, plan);
});

const partsWith = (over: Partial<MovePostParts> = {}): MovePostParts => ({
  ...data,
  clock,
  publish: async (_reference, { events }) => {
    told.push(...events);
    return undefined;
  },
  ...over,
});
const move = (changes: Partial<Parameters<ReturnType<typeof movePost>>[2]> = {}, parts = partsWith()) =>
  movePost(parts)(reference, 'person', { postId: post.id, scheduledAt: later, ...changes });
const putInto = (status: PhaseStatus) =>
  data.phases.change(reference, { from: ['IDLE'], set: { status, decisionToken: 'token-1', outputAttempt: 1 } });
const counting = async () => {
  const phase = await data.phases.get(reference);
  const output = await data.outputs.get(reference, 1, phase?.editedVersion);
  return { phase, posts: (output as typeof plan).scheduledPosts, live: (output as typeof plan).liveCampaign };
};
const timeOf = (posts: typeof plan.scheduledPosts, id = post.id) => posts.find((one) => one.id === id)?.scheduledAt;

const decisions = () =>
  createDecisions({
    ...data,
    publish: async () => undefined,
    prepareEnd: async () => async () => {},
    check: { model: () => {} },
    tokens: { succeed: async () => true },
    clock,
  });

describe('moving a post', () => {
  it.each(['COMPLETED', 'WAITING_VALIDATION'] as const)(
    'of a plan that is %s makes a version beside the plan of the agent, with a record, and says so',
    async (status) => {
      await putInto(status);
      await move({ from: post.scheduledAt });

      const { phase, posts } = await counting();
      expect(timeOf(posts)).toBe(later);
      expect(posts.filter(({ id }) => id !== post.id)).toEqual(plan.scheduledPosts.filter(({ id }) => id !== post.id));
      expect(await data.outputs.get(reference, 1)).toEqual(plan);
      expect(phase?.moves).toEqual([
        { postId: post.id, from: post.scheduledAt, to: later, movedBy: 'person', movedAt: clock().toISOString() },
      ]);
      expect(phase?.decisions).toEqual([]);
      expect(told).toEqual([{ type: 'phase:output', data: { phaseId: 'distribution', attempt: 1 } }]);
    },
  );

  it('carries the end of the campaign along when it goes beyond', async () => {
    await putInto('COMPLETED');
    await move({ scheduledAt: '2027-01-15T08:00:00.000Z' });
    expect((await counting()).live).toMatchObject({
      startsAt: plan.liveCampaign.startsAt,
      endsAt: '2027-01-15T08:00:00.000Z',
    });
  });

  it('to where it is already changes nothing', async () => {
    await putInto('COMPLETED');
    await move({ scheduledAt: post.scheduledAt });
    expect((await counting()).phase).not.toHaveProperty('moves');
    expect(told).toEqual([]);
  });

  it('lets one of two at the same moment win', async () => {
    await putInto('COMPLETED');
    const [, other] = plan.scheduledPosts as [unknown, typeof post];
    const outcomes = await Promise.allSettled([move(), move({ postId: other.id })]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await counting()).phase?.moves).toHaveLength(1);
  });

  it.each([
    ['that somebody has moved since', { from: '2026-12-01T00:00:00.000Z' }, 'COMPLETED', 'conflict'],
    ['into the past', { scheduledAt: '2026-11-25T10:00:00.000Z' }, 'COMPLETED', 'validation-failed'],
    ['that is not there', { postId: 'x-99' }, 'COMPLETED', 'not-found'],
    ['of a plan that is not made yet', {}, 'RUNNING', 'not-found'],
    ['of a plan that was skipped', {}, 'SKIPPED', 'not-found'],
  ] as const)('%s is refused', async (_what, changes, status, code) => {
    await putInto(status);
    await expect(move(changes)).rejects.toMatchObject({ code });
  });

  it('whose time is over, or of a cancelled campaign, is refused', async () => {
    await putInto('COMPLETED');
    const then = partsWith({ clock: () => new Date('2026-12-11T00:00:00.000Z') });
    await expect(move({}, then)).rejects.toMatchObject({ code: 'conflict' });
    await data.campaigns.changeStatus(reference, ['RUNNING'], 'CANCELLED', clock().toISOString(), true);
    await expect(move()).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('a decision about a plan in which a post was moved', () => {
  it('approves the moved time, and says nothing of it as its own edit', async () => {
    await putInto('WAITING_VALIDATION');
    await move();
    await decisions().approve(reference, 'other', {});
    const { phase, posts } = await counting();
    expect(timeOf(posts)).toBe(later);
    expect(phase).toMatchObject({ status: 'COMPLETED', decisions: [{ decision: 'APPROVED', editedPaths: [] }] });
  });

  it('takes the time back where the editor put it back', async () => {
    await putInto('WAITING_VALIDATION');
    await move();
    await decisions().approve(reference, 'other', { editedData: { ...plan } });
    const { phase, posts } = await counting();
    expect(timeOf(posts)).toBe(post.scheduledAt);
    expect(phase).not.toHaveProperty('editedVersion');
    expect(phase?.decisions.at(-1)?.editedPaths).not.toEqual([]);
  });

  it('is a conflict when the post was moved while it was on its way', async () => {
    await putInto('WAITING_VALIDATION');
    const overtaken = createDecisions({
      ...data,
      outputs: {
        ...data.outputs,
        get: async (...asked) => {
          const output = await data.outputs.get(...asked);
          await move().catch(() => undefined);
          return output;
        },
      },
      publish: async () => undefined,
      prepareEnd: async () => async () => {},
      check: { model: () => {} },
      tokens: { succeed: async () => true },
      clock,
    });
    await expect(overtaken.approve(reference, 'other', {})).rejects.toMatchObject({ code: 'conflict' });
    expect((await counting()).phase?.status).toBe('WAITING_VALIDATION');
  });
});
