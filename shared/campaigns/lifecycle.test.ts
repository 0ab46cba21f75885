import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import { type MortalProcess, mortalProcess } from '../../tests/support/mortal-process.ts';
import { memoryBucket, repositoriesOf } from '../../tests/support/stored-campaign.ts';
import { type BriefInput, briefSchema } from '../contracts/brief.ts';
import { sampleBriefData } from '../export/testing/sample-outputs.ts';
import { newCampaignId } from '../runtime/ids.ts';
import { createBriefCheck } from './check-brief.ts';
import { createLifecycle, type LifecycleParts } from './lifecycle.ts';

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
beforeAll(async () => {
  memory = await startMemoryTable();
});
afterAll(() => memory.stop());

const now = new Date('2026-11-23T10:00:00.000Z');
const clock = () => now;
const briefWith = (changes: Partial<BriefInput> = {}) =>
  briefSchema.parse({ name: 'Spring', briefData: sampleBriefData, ...changes });
/** A person of their own, so that a workspace holds what one test creates. */
let people = 0;
const somebody = () => ({ userId: `author-${people}`, workspaceId: `wsp_author-${people++}` });

interface Circumstances extends Partial<LifecycleParts> {
  readonly remaining?: number;
  readonly process?: MortalProcess;
  readonly started?: Set<string>;
}

function lifecycleWith({ remaining = 10, process = mortalProcess(), started = new Set(), ...parts }: Circumstances) {
  const data = repositoriesOf(memory.tableOf(process.client));
  return createLifecycle({
    ...data,
    bucket: memoryBucket(),
    executions: {
      start: ({ campaignId }, run) => process.effect(async () => void started.add(`${campaignId} ${run}`)),
      stop: async () => {},
      isRunning: async () => false,
    },
    publish: async () => undefined,
    takeNumbersBy: async (_reference, _count, write) => {
      const counted = await write(now.toISOString());
      return counted && { campaign: counted.campaign, deliver: async () => {} };
    },
    tokens: { succeed: async () => true },
    deletions: { note: async () => {} },
    closeCallsOf: async () => {},
    check: createBriefCheck({
      quota: {
        state: async () => ({
          ...{ month: '2026-11', limit: 10, used: 0, remaining, resetsAt: now.toISOString() },
          money: { limitMicroUsd: 1, usedMicroUsd: 0, remainingMicroUsd: 1 },
        }),
      },
      models: async () => [{ id: 'known-model' }],
      clock,
    }),
    users: { isOpen: async () => true },
    clock,
    ...parts,
  });
}
const campaignsOf = async ({ workspaceId }: { workspaceId: string }) =>
  (await repositoriesOf(memory.table).campaigns.list(workspaceId, 10)).rows;

it.each([true, false])(
  'an account that is deleted while a campaign is made keeps nothing of it (launched: %s)',
  async (launch) => {
    const author = somebody();
    const started = new Set<string>();
    const isOpen = async () => {
      expect(await campaignsOf(author)).toHaveLength(1); // asked after it is written: what the deletion has not found is found here
      return false;
    };
    const lifecycle = lifecycleWith({ started, users: { isOpen } });

    await expect(lifecycle.create(author, briefWith(), { launch })).rejects.toMatchObject({
      code: 'unauthenticated',
      message: 'This account was deleted: nothing new can be made for it.',
    });

    expect(await campaignsOf(author)).toEqual([]);
    expect(started.size).toBe(0);
  },
);

it('asks the table twice to write a draft, however many phases it has, and twice to change what it says', async () => {
  const [creation, change] = [mortalProcess(), mortalProcess()];
  const { campaign } = await lifecycleWith({ process: creation }).create(somebody(), briefWith(), { launch: false });
  expect(creation.effects).toBe(2);

  const changed = await lifecycleWith({ process: change }).redraft(campaign, { name: 'Autumn' });
  expect(change.effects).toBe(2);

  const reference = { workspaceId: campaign.workspaceId, campaignId: campaign.id };
  const { campaigns, phases, outputs } = repositoriesOf(memory.table);
  expect(await campaigns.get(reference)).toEqual(changed);
  expect(await campaigns.getBrief(reference)).toEqual(briefWith({ name: 'Autumn' }));
  expect(await phases.list(reference)).toHaveLength(campaign.phaseCount);
  expect(await outputs.get({ ...reference, phaseId: 'briefing' }, 1)).toMatchObject({
    briefContext: { campaignName: 'Autumn' },
  });
});

it('plans the phases of a draft anew where its mode or its brief changes, and leaves them where only its name or language does', async () => {
  const { campaign } = await lifecycleWith({}).create(somebody(), briefWith(), { launch: false });
  const reference = { workspaceId: campaign.workspaceId, campaignId: campaign.id };
  const { phases, outputs } = repositoriesOf(memory.table);
  const marked = async () => (await phases.list(reference)).filter(({ revisions }) => revisions > 0).length;
  const mark = () => phases.change({ ...reference, phaseId: 'research' }, { from: ['IDLE'], set: { revisions: 1 } });

  await mark();
  const named = await lifecycleWith({}).redraft(campaign, { name: 'Autumn', language: 'en' });
  expect(await marked()).toBe(1);
  expect(await outputs.get({ ...reference, phaseId: 'briefing' }, 1)).toMatchObject({
    briefContext: { campaignName: 'Autumn', language: 'en' },
  });

  await lifecycleWith({}).redraft(named, { governanceMode: 'AUTO' });
  expect(await marked()).toBe(0);
  const needed = (await phases.list(reference)).filter(({ needsApproval }) => needsApproval);
  expect(needed.every(({ validation }) => validation === 'required')).toBe(true);

  await mark();
  const agentConfiguration = { SEO: { criterion: 'cost' as const } };
  await lifecycleWith({}).redraft(named, { briefData: { ...sampleBriefData, agentConfiguration } });
  expect(await marked()).toBe(0);
  expect(await phases.get({ ...reference, phaseId: 'seo' })).toMatchObject({ criterion: 'cost' });
});

it('keeps both of two changes that meet: the mode of one, the name of the other, and phases that ask as the mode says', async () => {
  const { campaign } = await lifecycleWith({}).create(somebody(), briefWith({ governanceMode: 'GUIDED' }), {
    launch: false,
  });
  const reference = { workspaceId: campaign.workspaceId, campaignId: campaign.id };
  const other = lifecycleWith({});
  let meetings = 0;
  // The brief has been read when its models are checked: now the other change is made.
  const models = async () => {
    if (meetings++ === 0) await other.redraft(campaign, { governanceMode: 'AUTO' });
  };
  const check = {
    ...createBriefCheck({ quota: { state: async () => Promise.reject(new Error()) }, models: async () => [], clock }),
    models,
  };
  const changed = await lifecycleWith({ check }).redraft(campaign, { name: 'Autumn' });

  expect(changed).toMatchObject({ name: 'Autumn', governanceMode: 'AUTO' });
  const { campaigns, phases } = repositoriesOf(memory.table);
  expect(await campaigns.get(reference)).toMatchObject({ name: 'Autumn', governanceMode: 'AUTO' });
  expect(await campaigns.getBrief(reference)).toMatchObject({ name: 'Autumn', governanceMode: 'AUTO' });
  const asking = (await phases.list(reference)).filter(({ needsApproval }) => needsApproval);
  expect(asking.every(({ validation }) => validation === 'required')).toBe(true);
});

it('refuses a change where others change the draft all the time', async () => {
  const { campaign } = await lifecycleWith({}).create(somebody(), briefWith(), { launch: false });
  let seen = campaign;
  const models = async () => {
    seen = await lifecycleWith({}).redraft(seen, { language: seen.language === 'fr' ? 'en' : 'fr' });
  };
  const check = {
    ...createBriefCheck({ quota: { state: async () => Promise.reject(new Error()) }, models: async () => [], clock }),
    models,
  };
  await expect(lifecycleWith({ check }).redraft(campaign, { name: 'Autumn' })).rejects.toMatchObject({
    message: expect.stringContaining('Others are changing this draft'),
  });
});

it('keeps a campaign whose execution does not start as a draft, and says what to do about it', async () => {
  const author = somebody();
  const start = () => Promise.reject(new Error('secret internals'));
  const lifecycle = lifecycleWith({ executions: { start, stop: async () => {}, isRunning: async () => false } });

  const problem = await lifecycle.create(author, briefWith()).catch((error: unknown) => error);

  const [draft] = await campaignsOf(author);
  expect(draft?.status).toBe('DRAFT');
  expect(problem).toMatchObject({ code: 'unavailable', message: expect.stringContaining(String(draft?.id)) });
  expect(String(problem)).not.toContain('secret internals');
});

describe('a creation with an Idempotency-Key whose process dies', () => {
  const named = (name: string, isRepetition: boolean) => ({ name, firstTriedAt: now, isRepetition });

  it('is finished by its repetition, wherever it was cut off: one campaign, one execution, no draft', async () => {
    for (let halfSteps = 0; ; halfSteps += 1) {
      const author = somebody();
      const started = new Set<string>();
      const create = (process: MortalProcess, isRepetition: boolean) =>
        process.run(() =>
          lifecycleWith({ process, started }).create(author, briefWith(), {
            launch: true,
            named: named(author.userId, isRepetition),
          }),
        );
      const first = await create(mortalProcess(halfSteps), false);
      if (first !== 'died') break;
      const answer = await create(mortalProcess(), true);
      const campaigns = await campaignsOf(author);
      expect([halfSteps, campaigns.length, started.size]).toEqual([halfSteps, 1, 1]);
      expect(campaigns[0]).toMatchObject({ status: 'RUNNING', run: 1, lastEvent: 1 });
      expect(answer).toMatchObject({ campaign: { id: campaigns[0]?.id, status: 'RUNNING' }, phases: { length: 11 } });
    }
  });

  it('leaves the phases of a campaign alone that has gone on meanwhile', async () => {
    const author = somebody();
    const options = (isRepetition: boolean) => ({ launch: true, named: named(author.userId, isRepetition) });
    const { campaign } = await lifecycleWith({}).create(author, briefWith(), options(false));
    const { phases } = repositoriesOf(memory.table);
    const research = { workspaceId: author.workspaceId, campaignId: campaign.id, phaseId: 'research' };
    await phases.change(research, { from: ['IDLE'], set: { status: 'RUNNING' } });
    await lifecycleWith({}).create(author, briefWith(), options(true));
    expect((await phases.get(research))?.status).toBe('RUNNING');
  });

  it('has an id of its client, operation and key alone, in the order of time', () => {
    const idOf = (name: string, at = now) => newCampaignId(now, { name, firstTriedAt: at, isRepetition: false });
    expect(idOf('one')).toBe(idOf('one'));
    expect(idOf('one')).not.toBe(idOf('other'));
    expect(idOf('one')).toMatch(/^cmp_[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(idOf('one') < idOf('one', new Date(now.getTime() + 1))).toBe(true);
  });
});

describe('what an estimate refuses', () => {
  const withModel = (model: string) =>
    briefWith({ briefData: { ...sampleBriefData, agentConfiguration: { SEO: { model } } } });

  it('is not created either: a model that there is not, launched or as a draft', async () => {
    const author = somebody();
    for (const launch of [true, false])
      await expect(lifecycleWith({}).create(author, withModel('no-such'), { launch })).rejects.toMatchObject({
        code: 'validation-failed',
        fieldErrors: [
          { pointer: '#/briefData/agentConfiguration/SEO/model', detail: 'model must be one of known-model' },
        ],
      });
    expect(await campaignsOf(author)).toEqual([]);
    expect((await lifecycleWith({}).create(author, withModel('known-model'))).campaign.status).toBe('RUNNING');
  });

  it('is not put into a draft, and starts none: a quota that is used up', async () => {
    const author = somebody();
    const { campaign } = await lifecycleWith({ remaining: 0 }).create(author, briefWith(), { launch: false });
    const reference = { workspaceId: author.workspaceId, campaignId: campaign.id };
    const { briefData } = withModel('no-such');
    await expect(lifecycleWith({}).redraft(campaign, { briefData })).rejects.toMatchObject({
      code: 'validation-failed',
    });
    const refusal = { code: 'quota-exceeded', retryAfterSeconds: expect.any(Number) };
    await expect(lifecycleWith({ remaining: 0 }).create(author, briefWith())).rejects.toMatchObject(refusal);
    await expect(lifecycleWith({ remaining: 0 }).launch(reference)).rejects.toMatchObject(refusal);
    expect(await campaignsOf(author)).toMatchObject([{ status: 'DRAFT', run: 0 }]);
    expect(await lifecycleWith({}).launch(reference)).toMatchObject({ status: 'RUNNING' });
  });
});
