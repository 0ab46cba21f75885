// What people do with campaigns beyond running them: drafts, lists, relaunches, estimates, costs and exports. Over real HTTP.

import { createHash } from 'node:crypto';
import { DescribeExecutionCommand, SendTaskFailureCommand, SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { executionName } from '../../shared/campaigns/executions.ts';
import { openTable } from '../../shared/data/open-table.ts';
import { createPhases } from '../../shared/data/phases.ts';
import { unzipExport } from '../../shared/export/unzip-export.ts';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';
import { briefOf, type Follower, follow, problemOf, registerUser, type User } from '../support/campaign-driver.ts';
import { paidModels, sampleText, sampleVisual } from '../support/fake-models.ts';
import { startPlatformWithAgents } from '../support/platform-with-agents.ts';
import { scratchPlatform } from '../support/scratch-platform.ts';
import { type SimulatedRun, simulatedAgents } from '../support/simulated-agents.ts';

const runs: SimulatedRun[] = [];
let behaviour: (run: SimulatedRun) => Promise<unknown> = async () => undefined;
const price = { worstCaseMicroUsd: 1000, costMicroUsd: 400 };
const platform = scratchPlatform((directory) =>
  startPlatformWithAgents({
    directory,
    models: paidModels(price),
    agents: simulatedAgents(async (run) => {
      runs.push(run);
      return behaviour(run);
    }),
  }),
);
let user: User;
const followers: Follower[] = [];
beforeEach(async () => {
  runs.length = 0;
  behaviour = async () => undefined;
  user = await registerUser(platform);
});
afterEach(async () => {
  for (const follower of followers.splice(0)) follower.close();
  const { campaigns } = await user.client.call('listCampaigns');
  await Promise.all(campaigns.map(({ id }) => user.client.call('deleteCampaign', { params: { campaignId: id } })));
});

const runsOf = (phaseId: string) => runs.filter((run) => run.phaseId === phaseId).length;
const failing = (failed: string) => {
  behaviour = async ({ phaseId }) => {
    if (phaseId === failed) throw new TypeError('broken');
    return undefined;
  };
};
async function create(changes: Parameters<typeof briefOf>[0] = {}, launch = true) {
  const { id } = await user.client.call('createCampaign', { body: { ...briefOf(changes), launch } });
  const follower = follow(platform, user, id);
  followers.push(follower);
  return { id, follower, at: { params: { campaignId: id } } };
}
const read = (campaignId: string) => user.client.call('getCampaign', { params: { campaignId } });

const sfn = () => new SFNClient({});
const executionArn = (campaignId: string, run: number) =>
  `${(process.env['STATE_MACHINE_ARN'] ?? '').replace(':stateMachine:', ':execution:')}:${executionName(campaignId, run)}`;
const executionStatus = async (campaignId: string, run: number) =>
  (
    await sfn()
      .send(new DescribeExecutionCommand({ executionArn: executionArn(campaignId, run) }))
      .catch(() => ({ status: undefined }))
  ).status;
const stopExecution = (campaignId: string, run: number) =>
  sfn().send(new StopExecutionCommand({ executionArn: executionArn(campaignId, run) }));
const phaseRecord = (campaignId: string, phaseId: string) =>
  createPhases(openTable(readEnvironment(['TABLE_NAME']))).get({
    workspaceId: user.workspaceId,
    campaignId,
    phaseId,
  });
/** Lets the 23 days be over in which a person could have decided about a failed phase. */
async function decideNothing(campaignId: string, phaseId: string): Promise<void> {
  const tokenNow = async () => (await phaseRecord(campaignId, phaseId))?.decisionToken;
  const letTimeOut = (taskToken: string | undefined) =>
    sfn().send(new SendTaskFailureCommand({ taskToken, error: 'States.Timeout' }));
  const first = await tokenNow();
  await letTimeOut(first);
  // The first time it only asks again, with a new token.
  const second = await vi.waitFor(
    async () => {
      const token = await tokenNow();
      if (!token || token === first) throw new Error('It has not asked again yet');
      return token;
    },
    { timeout: 30_000, interval: 50 },
  );
  await letTimeOut(second);
}
/** A campaign that has FAILED because of one phase. */
async function failedBecauseOf(phaseId: string) {
  failing(phaseId);
  const created = await create();
  await created.follower.untilPhase(phaseId, 'FAILED');
  if (phaseId === 'seo') await created.follower.untilPhase('video', 'COMPLETED');
  await decideNothing(created.id, phaseId);
  await created.follower.until('campaign:failed');
  behaviour = async () => undefined;
  return created;
}

describe('a draft', () => {
  it('starts nothing until it is launched, and then runs to its end', async () => {
    const { id, follower, at } = await create({}, false);
    expect(await read(id)).toMatchObject({ status: 'DRAFT', run: 0 });
    expect(await executionStatus(id, 1)).toBeUndefined();

    expect(await user.client.call('launchCampaign', at)).toMatchObject({ id, status: 'RUNNING', run: 1 });

    await follower.until('campaign:completed');
    const problem = await problemOf(user.client.call('launchCampaign', at));
    expect([problem.status, problem.message]).toEqual([
      409,
      expect.stringContaining('COMPLETED cannot be launched. Export it'),
    ]);
  });

  it('is launched once, however many try at the same moment', async () => {
    const { follower, at } = await create({}, false);

    const answers = await Promise.allSettled(Array.from({ length: 4 }, () => user.client.call('launchCampaign', at)));

    // Whoever asks while it still is a draft is answered with what it has become.
    for (const answer of answers)
      if (answer.status === 'fulfilled') expect(answer.value).toMatchObject({ run: 1 });
      else expect(answer.reason).toMatchObject({ code: 'conflict' });
    expect(answers.map(({ status }) => status)).toContain('fulfilled');
    await follower.until('campaign:completed');
    expect(runs).toHaveLength(10);
    expect(
      follower.events.filter(
        ({ type, data }) => type === 'campaign:status' && 'status' in data && data.status === 'RUNNING',
      ),
    ).toHaveLength(1);
  });

  it('changes its brief, mode and language, and its agents get the new ones', async () => {
    const { id, follower, at } = await create({ governanceMode: 'AUTO' }, false);
    const { briefData } = briefOf();
    const changed = await user.client.call('changeCampaign', {
      ...at,
      body: {
        name: 'Été',
        governanceMode: 'SEMI_AUTO',
        language: 'fr',
        aiBudgetUsd: 3,
        briefData: {
          ...briefData,
          companyInfo: { ...briefData.companyInfo, name: 'Southbeam' },
          agentConfiguration: { CMO: { instructions: 'Be brief.' } },
        },
      },
    });
    expect(changed).toMatchObject({
      name: 'Été',
      governanceMode: 'SEMI_AUTO',
      language: 'fr',
      aiCapMicroUsd: 3_000_000,
    });
    const draft = await read(id);
    expect(draft).toMatchObject({ ...changed, briefData: { companyInfo: { name: 'Southbeam' } } });
    expect(draft.phases.filter(({ needsApproval }) => needsApproval)).toHaveLength(4);

    await user.client.call('launchCampaign', at);
    await follower.untilPhase('strategy', 'WAITING_VALIDATION');
    const input = runs.find(({ phaseId }) => phaseId === 'strategy')?.input;
    expect(input).toMatchObject({ language: 'fr', instructions: 'Be brief.' });
    expect(input?.values.briefContext).toMatchObject({ campaignName: 'Été', companyInfo: { name: 'Southbeam' } });
  });

  it('keeps what a change does not name, and refuses a wrong field whole', async () => {
    const { id, at } = await create({ governanceMode: 'GUIDED' }, false);
    const before = await read(id);
    await user.client.call('changeCampaign', { ...at, body: { language: 'fr' } });
    expect(await read(id)).toMatchObject({ ...before, language: 'fr', updatedAt: expect.any(String) });
    const bad = { name: 'Other', briefData: { ...briefOf().briefData, analysisDepth: 'deep' } } as never;
    const problem = await problemOf(user.client.call('changeCampaign', { ...at, body: bad }));
    expect(problem.fields.map(({ pointer }) => pointer)).toEqual(['#/briefData/analysisDepth']);
    expect((await read(id)).name).toBe('Spring launch');
  });

  it('that changes while it is launched runs with one brief or the other, never with a mixture', async () => {
    const { id, follower, at } = await create({}, false);

    const [launched, changed] = await Promise.allSettled([
      user.client.call('launchCampaign', at),
      user.client.call('changeCampaign', { ...at, body: { name: 'Late change', language: 'fr' } }),
    ]);

    expect(launched.status).toBe('fulfilled');
    await follower.until('campaign:completed');
    const name = changed.status === 'fulfilled' ? 'Late change' : 'Spring launch';
    expect((await read(id)).name).toBe(name);
    for (const { input } of runs) expect(input.values.briefContext?.campaignName ?? name).toBe(name);
  });

  it('once launched keeps its brief: a change says what can be done instead', async () => {
    const { at } = await create({ governanceMode: 'GUIDED' });
    for (const body of [{ language: 'fr' }, { governanceMode: 'AUTO' }, { briefData: briefOf().briefData }] as const) {
      const problem = await problemOf(user.client.call('changeCampaign', { ...at, body }));
      expect([problem.status, problem.message]).toEqual([409, expect.stringContaining('Pause it, cancel it')]);
    }
  });

  it('can be cancelled, and is not launched then', async () => {
    const { at } = await create({}, false);
    await user.client.call('changeCampaign', { ...at, body: { action: 'cancel' } });
    expect((await problemOf(user.client.call('launchCampaign', at))).message).toContain('create another one');
    expect((await problemOf(user.client.call('relaunchCampaign', at))).message).toContain('create another one');
  });
});

describe('the list of campaigns', () => {
  it('is filtered by mode, name and time of creation, alone and together', async () => {
    const drafts = [
      ['Été à la plage', 'AUTO'],
      ['ETE indien', 'GUIDED'],
      ['Hiver', 'AUTO'],
    ] as const;
    for (const [name, governanceMode] of drafts) await create({ name, governanceMode }, false);
    const names = async (query: Parameters<typeof list>[0]) => (await list(query)).map(({ name }) => name);
    const list = async (query: {
      search?: string;
      governanceMode?: 'AUTO' | 'GUIDED';
      createdFrom?: string;
      createdTo?: string;
    }) => (await user.client.call('listCampaigns', { query })).campaigns;
    const all = await list({});
    const [newest, middle] = all;

    expect(await names({ search: 'été' })).toEqual(['ETE indien', 'Été à la plage']);
    expect(await names({ search: 'ete', governanceMode: 'AUTO' })).toEqual(['Été à la plage']);
    expect(await names({ search: '.*' })).toEqual([]);
    expect(await names({ createdFrom: middle?.createdAt ?? '' })).toEqual(['Hiver', 'ETE indien']);
    expect(await names({ createdTo: middle?.createdAt ?? '' })).toEqual(['ETE indien', 'Été à la plage']);
    const today = newest?.createdAt.slice(0, 10) ?? '';
    expect(await names({ createdFrom: today, createdTo: today })).toHaveLength(3);
    expect(await names({ createdTo: '2020-01-01' })).toEqual([]);
  });

  it.each([
    [{ createdFrom: 'yesterday' }, '#/createdFrom'],
    [{ createdTo: '2026-13-01' }, '#/createdTo'],
    [{ createdFrom: '2026-11-26', createdTo: '2026-11-25' }, '#/createdTo'],
    [{ search: ' ' }, '#/search'],
    [{ governanceMode: 'FAST' as never }, '#/governanceMode'],
  ])('refuses %j', async (query, pointer) => {
    const problem = await problemOf(user.client.call('listCampaigns', { query }));
    expect([problem.status, problem.fields.map((field) => field.pointer)]).toEqual([422, [pointer]]);
  });
});

describe('a relaunch', () => {
  it('goes on from what failed, in a new execution, and repeats nothing that is finished', async () => {
    const { id, follower, at } = await failedBecauseOf('seo');
    const failed = await read(id);
    expect(failed).toMatchObject({ status: 'FAILED', run: 1 });
    expect(failed.phases.filter(({ status }) => status === 'SKIPPED').map((phase) => phase.id)).toEqual([
      'content',
      'distribution',
      'analytics',
    ]);

    const relaunched = await user.client.call('relaunchCampaign', at);

    expect(relaunched).toMatchObject({ status: 'RUNNING', run: 2 });
    expect(relaunched.finishedAt).toBeUndefined();
    await follower.until('campaign:completed');
    const done = await read(id);
    expect(done).toMatchObject({ status: 'COMPLETED', finishedPhaseCount: 11 });
    expect(done.phases.map(({ status }) => status)).toEqual(Array.from({ length: 11 }, () => 'COMPLETED'));
    for (const phaseId of ['research', 'strategy', 'scriptwriting', 'copy', 'visuals', 'video', 'content'])
      expect([phaseId, runsOf(phaseId)]).toEqual([phaseId, 1]);
    expect(runsOf('seo')).toBe(2);
    expect(done.phases.find((phase) => phase.id === 'seo')).toMatchObject({ attempt: 2 });
    expect(done.phases.find((phase) => phase.id === 'content')?.skippedBecause).toBeUndefined();
    expect(await executionStatus(id, 2)).toBe('SUCCEEDED');
    const { events } = follower;
    expect(events.map(({ number }) => number)).toEqual(events.map((_event, index) => index + 1));
    expect(events.flatMap((event) => (event.type === 'campaign:status' ? [event.data.status] : []))).toEqual([
      'RUNNING',
      'FAILED',
      'RUNNING',
      'COMPLETED',
    ]);
  });

  it('is done once, however many ask at the same moment', async () => {
    const { id, follower, at } = await failedBecauseOf('seo');

    const answers = await Promise.allSettled(Array.from({ length: 4 }, () => user.client.call('relaunchCampaign', at)));

    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const answer of answers)
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ status: 409 });
    await follower.until('campaign:completed');
    expect(runsOf('seo')).toBe(2);
    expect(await executionStatus(id, 3)).toBeUndefined();
  });

  it('can fail and be relaunched again, and is stopped with the execution it runs in', async () => {
    const { id, follower, at } = await failedBecauseOf('research');
    failing('research');
    await user.client.call('relaunchCampaign', at);
    await follower.untilPhase('research', 'FAILED', 2);
    await decideNothing(id, 'research');
    await expect.poll(async () => (await read(id)).status).toBe('FAILED');
    behaviour = async () => new Promise(() => {});
    expect((await user.client.call('relaunchCampaign', at)).run).toBe(3);
    await follower.untilPhase('research', 'RUNNING', 3);

    await user.client.call('changeCampaign', { ...at, body: { action: 'cancel' } });

    expect(await executionStatus(id, 3)).toBe('ABORTED');
    expect((await problemOf(user.client.call('relaunchCampaign', at))).status).toBe(409);
  });

  it('mends a running campaign whose execution is gone, and asks again for the approval it had asked for', async () => {
    const { id, follower, at } = await create({ governanceMode: 'SEMI_AUTO' });
    await follower.untilPhase('strategy', 'WAITING_VALIDATION');
    const problem = await problemOf(user.client.call('relaunchCampaign', at));
    expect([problem.status, problem.message]).toEqual([
      409,
      expect.stringContaining('decide about the phases that wait'),
    ]);
    await stopExecution(id, 1);

    expect(await user.client.call('relaunchCampaign', at)).toMatchObject({ status: 'RUNNING', run: 2 });

    const approve = (phaseId: string) => user.client.call('approvePhase', { params: { campaignId: id, phaseId } });
    for (const phaseId of ['strategy', 'visuals', 'video', 'distribution']) {
      await follower.untilPhase(phaseId, 'WAITING_VALIDATION');
      await approve(phaseId);
    }
    await follower.until('campaign:completed');
    expect(runs).toHaveLength(10);
  });

  it('is refused for what has not failed, with what to do instead', async () => {
    const { at } = await create({}, false);
    expect((await problemOf(user.client.call('relaunchCampaign', at))).message).toContain(
      'DRAFT cannot be relaunched. Launch it',
    );
  });
});

describe('an estimate', () => {
  it('says what a brief would take, and creates nothing', async () => {
    const answer = await user.client.call('estimateCampaign', { body: briefOf({ governanceMode: 'SEMI_AUTO' }) });

    expect(answer).toMatchObject({
      costMicroUsd: { minimum: 0, maximum: 0 },
      stops: ['strategy', 'visuals', 'video', 'distribution'],
      fitsBudget: true,
    });
    expect(answer.byPhase).toHaveLength(11);
    expect(answer.criticalPath.minimumSeconds).toBeGreaterThan(0);
    expect((await user.client.call('listCampaigns')).campaigns).toEqual([]);
    expect(runs).toEqual([]);
  });

  it('says what was read out of the brief, and every phase works from it', async () => {
    const objectives = ['Sell 40 robot trials before 12 March 2027'];
    const goal = { kind: 'request-demo' as const, also: [], from: { field: 'person', quote: '' } };
    const { briefData } = briefOf();
    const asked = { ...briefData, campaignGoals: { ...briefData.campaignGoals, objectives } };
    const corrected = { ...asked, reading: { goal } };

    const { reading } = await user.client.call('estimateCampaign', { body: briefOf({ briefData: asked }) });
    expect(reading).toMatchObject({
      goal: { kind: 'buy', from: { field: 'campaignGoals.objectives.0', quote: objectives[0] } },
      period: { deadline: '2027-03-11' },
    });

    const { follower } = await create({ briefData: corrected });
    await follower.until('campaign:completed');
    expect(runs).toHaveLength(10);
    for (const { input } of runs) {
      const known = input.values.briefContext?.reading;
      expect(known).toMatchObject({ goal: { kind: 'request-demo' }, period: { deadline: '2027-03-11' } });
      expect(known?.readOn).toBe(new Date().toISOString().slice(0, 10));
    }
  });

  it('refuses a playbook and a model that there is not, with the field', async () => {
    const pointersOf = async (changes: Parameters<typeof briefOf>[0]) =>
      (await problemOf(user.client.call('estimateCampaign', { body: briefOf(changes) }))).fields.map(
        ({ pointer }) => pointer,
      );
    expect(await pointersOf({ playbookId: 'constructor' })).toEqual(['#/playbookId']);
    const briefData = { ...briefOf().briefData, agentConfiguration: { SEO: { model: 'no-such-model' } } };
    expect(await pointersOf({ briefData })).toEqual(['#/briefData/agentConfiguration/SEO/model']);
    expect(await pointersOf({ name: ' ' })).toEqual(['#/name']);
  });
});

describe('the costs of a campaign', () => {
  it('are those of its calls, from every side, and agree with its header', async () => {
    behaviour = async ({ phaseId, tools }) => {
      if (phaseId === 'research') await tools.text(sampleText);
      if (phaseId === 'visuals') await Promise.all([tools.image(sampleVisual('A')), tools.image(sampleVisual('B'))]);
    };
    const { id, follower, at } = await create();
    await follower.until('campaign:completed');

    const costs = await user.client.call('readCosts', at);

    expect(costs).toMatchObject({ capMicroUsd: 1_000_000, spentMicroUsd: 1200, reservedMicroUsd: 0, savedMicroUsd: 0 });
    expect((await read(id)).spentMicroUsd).toBe(costs.spentMicroUsd);
    expect(costs.byPhase.map(({ key, calls, costMicroUsd }) => [key, calls, costMicroUsd])).toEqual([
      ['visuals', 2, 800],
      ['research', 1, 400],
    ]);
    expect(costs.byKind.map(({ key }) => key)).toEqual(['image', 'text']);
    expect(costs.byAgent.map(({ key }) => key)).toEqual(['designer', 'MarketAnalyst']);
    expect(costs.byProvider).toMatchObject([{ key: 'fake-provider', calls: 3, costMicroUsd: 1200 }]);
  });
});

describe('an export', () => {
  it('is one ZIP behind a link that saves it, whole and the same each time', async () => {
    behaviour = async ({ phaseId, tools }) => {
      if (phaseId === 'visuals') await Promise.all([tools.image(sampleVisual('A')), tools.image(sampleVisual('B'))]);
    };
    const { follower, at } = await create({ name: 'Été "à" la plage' });
    await follower.until('campaign:completed');

    const made = await user.client.call('exportCampaign', at);

    const answer = await fetch(made.url);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(answer.headers.get('content-type')).toBe('application/zip');
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${made.fileName}"`);
    expect(made.fileName).toMatch(/^ete-a-la-plage-[0-9a-z]{6}\.zip$/);
    expect(Date.parse(made.expiresAt) - Date.now()).toBeLessThanOrEqual(300_000);
    expect([bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([made.byteLength, made.sha256]);
    const paths = unzipExport(bytes).map(({ path }) => path);
    expect(paths.filter((path) => !/^(assets|schedulers)\//.test(path))).toEqual([
      'report.html',
      'calendar.ics',
      'posts.csv',
      'posts-spreadsheet.csv',
      'campaign.json',
      'provenance.json',
      'costs.csv',
      'SHA256SUMS',
    ]);
    expect(paths).toContain('schedulers/ayrshare.csv');
    expect(paths.filter((path) => path.startsWith('assets/'))).toHaveLength(2);
    expect((await user.client.call('exportCampaign', at)).sha256).toBe(made.sha256);
  });

  it('of a campaign under way holds what is finished; of one that has finished nothing it is refused', async () => {
    const draft = await create({}, false);
    expect((await problemOf(user.client.call('exportCampaign', draft.at))).message).toContain('first phase is done');
    const { follower, at } = await create({ governanceMode: 'SEMI_AUTO' });
    await follower.untilPhase('strategy', 'WAITING_VALIDATION');
    const made = await user.client.call('exportCampaign', at);
    const files = unzipExport(new Uint8Array(await (await fetch(made.url)).arrayBuffer()));
    const json = JSON.parse(new TextDecoder().decode(files.find(({ path }) => path === 'campaign.json')?.bytes));
    const outputs = json.phases.filter(({ output }: { output?: unknown }) => output !== undefined);
    expect(outputs.map(({ id }: { id: string }) => id)).toEqual(['briefing', 'research']);
  });
});
