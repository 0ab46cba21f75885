// Every path of statemachines/campaign.asl.json, run from the file itself with the real functions; only the agents are simulated.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RunningPlatform } from '../../local/start-platform.ts';
import type { AgentRegistry } from '../../shared/agents/agent.ts';
import { sampleOutputs } from '../../shared/export/testing/sample-outputs.ts';
import { OutputInvalid } from '../../shared/generation/call-failures.ts';
import { ModelUnavailable } from '../../shared/models/errors.ts';
import { briefOf, type Follower, follow, problemOf, registerUser, type User } from '../support/campaign-driver.ts';
import { startPlatformWithAgents } from '../support/platform-with-agents.ts';
import { type SimulatedRun, simulatedAgents } from '../support/simulated-agents.ts';

let directory: string;
let platform: RunningPlatform;
let user: User;
const runs: SimulatedRun[] = [];
/** What an agent does in the test that runs now; answering nothing means the sample output of its kind. */
let behaviour: (run: SimulatedRun) => Promise<unknown> = async () => undefined;
const followers: Follower[] = [];

const scripted: AgentRegistry = simulatedAgents(async (run) => {
  runs.push(run);
  return behaviour(run);
});
/** The video agent may also answer that its job is still running. */
const withPending: AgentRegistry = {
  ...scripted,
  'video-producer': {
    id: 'video-producer',
    async run(input, tools) {
      if (pendingAnswers > 0) {
        pendingAnswers -= 1;
        return { status: 'pending', askAgainSeconds: 1 };
      }
      return scripted['video-producer'].run(input, tools);
    },
  },
};
let pendingAnswers = 0;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'astromedia-playbook-'));
  platform = await startPlatformWithAgents({ directory, agents: withPending });
});
afterAll(async () => {
  await platform.stop();
  await rm(directory, { recursive: true, force: true });
});
beforeEach(async () => {
  runs.length = 0;
  behaviour = async () => undefined;
  pendingAnswers = 0;
  user = await registerUser(platform);
});
afterEach(async () => {
  for (const follower of followers.splice(0)) follower.close();
  // What a test leaves running would add its runs to the next one's.
  const { campaigns } = await user.client.call('listCampaigns');
  await Promise.all(campaigns.map(({ id }) => user.client.call('deleteCampaign', { params: { campaignId: id } })));
});

async function launch(changes: Parameters<typeof briefOf>[0] = {}) {
  const campaign = await user.client.call('createCampaign', { body: briefOf(changes) });
  const follower = follow(platform, user, campaign.id);
  followers.push(follower);
  const params = (phaseId: string) => ({ params: { campaignId: campaign.id, phaseId } });
  return { id: campaign.id, follower, params, at: { params: { campaignId: campaign.id } } };
}
const runsOf = (phaseId: string) => runs.filter((run) => run.phaseId === phaseId);
/** Makes a phase wait until `release` is called. */
function hold(phaseId: string) {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  behaviour = async (run) => (run.phaseId === phaseId ? released.then(() => undefined) : undefined);
  return release;
}

describe('a campaign in AUTO', () => {
  it('runs every phase once, in the order of its dependencies, and completes', async () => {
    const { id, follower, at } = await launch();
    expect(await follower.untilFinished()).toBe('COMPLETED');
    expect(runs.map(({ phaseId }) => phaseId).sort()).toEqual(
      [
        'analytics',
        'content',
        'copy',
        'distribution',
        'research',
        'scriptwriting',
        'seo',
        'strategy',
        'video',
        'visuals',
      ].sort(),
    );
    const campaign = await user.client.call('getCampaign', at);
    for (const phase of campaign.phases) {
      const began = follower.positionOf(
        (event) => event.type === 'phase:status' && event.data.phaseId === phase.id && event.data.status === 'RUNNING',
      );
      for (const dependency of phase.dependsOn.filter((other) => other !== 'briefing')) {
        const finished = follower.positionOf(
          (event) =>
            event.type === 'phase:status' && event.data.phaseId === dependency && event.data.status === 'COMPLETED',
        );
        expect(finished).toBeGreaterThanOrEqual(0);
        expect(began).toBeGreaterThan(finished);
      }
    }
    expect(campaign).toMatchObject({ id, status: 'COMPLETED', finishedPhaseCount: 11, phaseCount: 11 });
    expect(follower.events.at(-1)?.type).toBe('campaign:completed');
  });

  it('numbers its events from 1 without a gap, and replays them with their outputs', async () => {
    const { follower, at } = await launch();
    await follower.until('campaign:completed');
    expect(follower.events.map(({ number }) => number)).toEqual(follower.events.map((_event, index) => index + 1));
    const replayed = await user.client.call('listEvents', { ...at, query: { after: 3, limit: 500 } });
    expect(replayed.events).toEqual(JSON.parse(JSON.stringify(follower.events.slice(3))));
    expect(replayed.lastEvent).toBe(follower.events.length);
    const outputs = follower.events.filter((event) => event.type === 'phase:output');
    expect(outputs.find((event) => event.data.phaseId === 'seo')?.data.output).toEqual(sampleOutputs.SEO);
  });

  it('gives each agent the outputs of the phases it depends on, and only those', async () => {
    const { follower } = await launch();
    await follower.untilFinished();
    const { values } = runsOf('content')[0]?.input ?? {};
    expect(Object.keys(values ?? {}).sort()).toEqual([
      'briefContext',
      'creativeBriefs',
      'keywordsList',
      'strategyReport',
    ]);
    expect(values?.strategyReport).toEqual(sampleOutputs.CMO.strategyReport);
    expect(values?.briefContext).toMatchObject({ campaignName: 'Spring launch', companyInfo: { name: 'Northbeam' } });
  });

  it('lets a slow phase hold up only what depends on it', async () => {
    const release = hold('seo');
    const { follower } = await launch();
    await follower.untilPhase('video', 'COMPLETED');
    expect(runsOf('content')).toHaveLength(0);
    release();
    expect(await follower.untilFinished()).toBe('COMPLETED');
    expect(runsOf('content')).toHaveLength(1);
  });

  it('asks a long job again later until it is done', async () => {
    pendingAnswers = 2;
    const { follower } = await launch();
    expect(await follower.untilFinished()).toBe('COMPLETED');
    expect(pendingAnswers).toBe(0);
    expect(
      follower.events.filter((event) => event.type === 'phase:status' && event.data.phaseId === 'video'),
    ).toHaveLength(2);
  });
});

describe('an approval', () => {
  it('stops every phase in GUIDED but the optional one, and only checkpoints in SEMI_AUTO', async () => {
    const stopsIn = async (governanceMode: 'GUIDED' | 'SEMI_AUTO') => {
      const { at } = await launch({ governanceMode });
      const { phases } = await user.client.call('getCampaign', at);
      return phases.filter((phase) => phase.needsApproval).map((phase) => phase.id);
    };
    expect(await stopsIn('SEMI_AUTO')).toEqual(['strategy', 'visuals', 'video', 'distribution']);
    expect(await stopsIn('GUIDED')).toEqual([
      'research',
      'strategy',
      'scriptwriting',
      'seo',
      'copy',
      'content',
      'visuals',
      'video',
      'distribution',
    ]);
  });

  it('lets a SEMI_AUTO campaign finish once each checkpoint is approved', async () => {
    const { follower, params } = await launch({ governanceMode: 'SEMI_AUTO' });
    for (const phaseId of ['strategy', 'visuals', 'video', 'distribution']) {
      await follower.untilPhase(phaseId, 'WAITING_VALIDATION');
      const { phase } = await user.client.call('approvePhase', params(phaseId));
      expect(phase.status).toBe('COMPLETED');
    }
    expect(await follower.untilFinished()).toBe('COMPLETED');
  });

  it('hands edited data to the phases after it, keeps who changed what, and refuses an edit of the wrong shape', async () => {
    const { follower, params } = await launch({ governanceMode: 'SEMI_AUTO' });
    await follower.untilPhase('strategy', 'WAITING_VALIDATION');
    const { strategyReport } = sampleOutputs.CMO;
    const badMix = { ...strategyReport, channelMix: [{ channel: 'linkedin', role: 'all of it', budgetPercent: 90 }] };
    const problem = await problemOf(
      user.client.call('approvePhase', { ...params('strategy'), body: { editedData: { strategyReport: badMix } } }),
    );
    expect([problem.status, problem.fields[0]?.pointer]).toEqual([422, '#/editedData/strategyReport/channelMix']);

    const editedData = { strategyReport: { ...strategyReport, summary: 'Say less, show more.' } };
    await user.client.call('approvePhase', { ...params('strategy'), body: { editedData, comment: 'shorter' } });
    await follower.untilPhase('copy', 'RUNNING');
    await follower.untilPhase('copy', 'COMPLETED');
    expect(runsOf('copy')[0]?.input.values.strategyReport?.summary).toBe('Say less, show more.');
    const { output, approvals } = await user.client.call('getPhase', params('strategy'));
    expect(output).toEqual(editedData);
    expect(approvals).toMatchObject([
      {
        decision: 'APPROVED',
        decidedBy: user.id,
        editedPaths: ['#/strategyReport/summary'],
        feedback: 'shorter',
        attempt: 1,
      },
    ]);
  });

  it('takes the choice between A and B', async () => {
    const { follower, params } = await launch({ governanceMode: 'SEMI_AUTO' });
    await follower.untilPhase('strategy', 'WAITING_VALIDATION');
    expect(
      (await problemOf(user.client.call('approvePhase', { ...params('strategy'), body: { choice: 'B' } }))).fields,
    ).toEqual([{ pointer: '#/choice', detail: 'only A/B phases take a choice' }]);
    await user.client.call('approvePhase', params('strategy'));
    await follower.untilPhase('visuals', 'WAITING_VALIDATION');
    const other = sampleOutputs.designer.validatedVisual.variant === 'A' ? 'B' : 'A';
    await user.client.call('approvePhase', { ...params('visuals'), body: { choice: other } });
    await follower.untilPhase('video', 'RUNNING');
    await follower.untilPhase('video', 'WAITING_VALIDATION');
    expect(runsOf('video')[0]?.input.values.validatedVisual).toMatchObject({ variant: other, chosenBy: 'person' });
    const { approvals } = await user.client.call('getPhase', params('visuals'));
    expect(approvals).toMatchObject([{ decision: 'APPROVED', choice: other, editedPaths: [] }]);
  });

  it('wins once: of two at the same moment one is a conflict, and so is any later decision', async () => {
    const { follower, params } = await launch({ governanceMode: 'SEMI_AUTO' });
    await follower.untilPhase('strategy', 'WAITING_VALIDATION');
    const answers = await Promise.allSettled(
      Array.from({ length: 5 }, () => user.client.call('approvePhase', params('strategy'))),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const decision of ['approvePhase', 'skipPhase', 'retryPhase'] as const)
      expect((await problemOf(user.client.call(decision, params('strategy')))).status).toBe(409);
    await follower.untilPhase('copy', 'COMPLETED');
    expect(runsOf('strategy')).toHaveLength(1);
  });

  it('sends feedback back to the agent, at most 10 times', async () => {
    const { follower, params } = await launch({ governanceMode: 'SEMI_AUTO' });
    for (let revision = 1; revision <= 10; revision += 1) {
      await follower.untilPhase('strategy', 'WAITING_VALIDATION', revision);
      const { phase } = await user.client.call('rejectPhase', {
        ...params('strategy'),
        body: { feedback: `change ${revision}` },
      });
      expect(phase).toMatchObject({ status: 'READY', attempt: revision + 1, revisions: revision });
    }
    await follower.untilPhase('strategy', 'WAITING_VALIDATION', 11);
    expect(runsOf('strategy').map((run) => run.input.feedback.at(-1))).toEqual([
      undefined,
      ...Array.from({ length: 10 }, (_, index) => `change ${index + 1}`),
    ]);
    const problem = await problemOf(
      user.client.call('rejectPhase', { ...params('strategy'), body: { feedback: 'once more' } }),
    );
    expect([problem.status, problem.code]).toEqual([409, 'revision-limit']);
    expect(
      (await problemOf(user.client.call('rejectPhase', { ...params('strategy'), body: { feedback: ' ' } }))).status,
    ).toBe(422);
    await user.client.call('approvePhase', params('strategy'));
    await follower.untilPhase('copy', 'COMPLETED');
  });
});

describe('a failure', () => {
  it('parks the phase with a reason a person can read, and a retry with instructions goes on from there', async () => {
    let fails = 1;
    behaviour = async ({ phaseId }) => {
      if (phaseId === 'seo' && fails-- > 0) return { keywordsList: [] };
      return undefined;
    };
    const { follower, params } = await launch();
    const failed = await follower.until('phase:error');
    expect(failed.data).toMatchObject({ phaseId: 'seo', failure: { name: 'OutputInvalid' } });
    await follower.untilPhase('video', 'COMPLETED'); // nobody else is held up
    await follower.untilPhase('seo', 'FAILED');
    const { models } = await user.client.call('getPhase', params('seo'));
    expect(models).toMatchObject([{ id: 'offline-studio-1', costMicroUsd: { maximum: 0 }, fitsCap: true }]);
    const { phase } = await user.client.call('retryPhase', {
      ...params('seo'),
      body: { instructions: 'ten keywords' },
    });
    expect(phase).toMatchObject({ status: 'READY', attempt: 2 });
    expect(await follower.untilFinished()).toBe('COMPLETED');
    expect(runsOf('seo').map((run) => run.input.feedback)).toEqual([[], ['ten keywords']]);
    expect(runs.filter((run) => run.phaseId !== 'seo')).toHaveLength(9);
  });

  it.each(['AUTO', 'GUIDED'] as const)(
    'is mended by hand in %s: what a person writes goes on as if the agent had made it, and nothing is run again',
    async (governanceMode) => {
      behaviour = async ({ phaseId }) => {
        if (phaseId === 'research') throw new OutputInvalid('no report');
        return undefined;
      };
      const { follower, params } = await launch({ governanceMode });
      const failed = await follower.until('phase:error');
      expect(failed.data).toMatchObject({ phaseId: 'research' });
      const { marketAnalysisReport } = sampleOutputs.MarketAnalyst;
      const output = { marketAnalysisReport: { ...marketAnalysisReport, title: 'Written by hand' } };

      const { phase } = await user.client.call('writePhase', { ...params('research'), body: { attempt: 1, output } });

      expect(phase).toMatchObject({ status: 'COMPLETED', attempt: 1 });
      await follower.untilPhase('strategy', governanceMode === 'AUTO' ? 'COMPLETED' : 'WAITING_VALIDATION');
      expect(runsOf('research')).toHaveLength(1);
      expect(runsOf('strategy')[0]?.input.values.marketAnalysisReport?.title).toBe('Written by hand');
      const read = await user.client.call('getPhase', params('research'));
      expect(read.output).toEqual(output);
      expect(read.approvals).toMatchObject([{ decision: 'WRITTEN', decidedBy: user.id }]);
      const { events } = await user.client.call('listEvents', {
        params: { campaignId: params('research').params.campaignId },
      });
      expect(events.filter(({ type }) => type === 'phase:approved')).toHaveLength(1);
    },
  );

  it('keeps the text of an unexpected error to itself', async () => {
    behaviour = async ({ phaseId }) => {
      if (phaseId === 'research') throw new TypeError('secret internals');
      return undefined;
    };
    const { follower, at } = await launch();
    const failed = await follower.until('phase:error');
    expect(failed.data.failure.name).toBe('TypeError');
    expect(JSON.stringify([follower.events, await user.client.call('getCampaign', at)])).not.toContain(
      'secret internals',
    );
  });

  it('is tried again by itself when the provider was only unavailable', async () => {
    let fails = 1;
    behaviour = async ({ phaseId }) => {
      if (phaseId === 'seo' && fails-- > 0) throw new ModelUnavailable('busy');
      return undefined;
    };
    const { follower } = await launch();
    expect(await follower.untilFinished()).toBe('COMPLETED');
    expect(runsOf('seo')).toHaveLength(2);
    expect(follower.positionOf((event) => event.type === 'phase:error')).toBe(-1);
  });

  it('can be skipped: phases that need what is missing are skipped with the reason, the others run', async () => {
    behaviour = async ({ phaseId }) => (phaseId === 'visuals' ? { visuals: [] } : undefined);
    const { follower, params, at } = await launch();
    await follower.untilPhase('visuals', 'FAILED');
    await user.client.call('skipPhase', { ...params('visuals'), body: { reason: 'we have our own pictures' } });
    expect(await follower.untilFinished()).toBe('COMPLETED');
    const { phases } = await user.client.call('getCampaign', at);
    const statusOf = (id: string) => phases.find((phase) => phase.id === id);
    expect(statusOf('visuals')).toMatchObject({
      status: 'SKIPPED',
      skippedBecause: { kind: 'said', words: 'we have our own pictures' },
    });
    expect(statusOf('video')).toMatchObject({
      status: 'SKIPPED',
      skippedBecause: { kind: 'missing', inputs: [{ name: 'validatedVisual', phaseId: 'visuals' }] },
    });
    expect(statusOf('distribution')?.status).toBe('SKIPPED');
    expect(statusOf('content')?.status).toBe('COMPLETED');
    const completed = await follower.until('campaign:completed');
    expect(completed.data.skippedPhases).toEqual(['visuals', 'video', 'distribution', 'analytics']);
  });

  it('does not skip a phase whose missing input is optional', async () => {
    const { follower, params } = await launch({ governanceMode: 'SEMI_AUTO' });
    for (const phaseId of ['strategy', 'visuals']) {
      await follower.untilPhase(phaseId, 'WAITING_VALIDATION');
      await user.client.call('approvePhase', params(phaseId));
    }
    await follower.untilPhase('video', 'WAITING_VALIDATION');
    await user.client.call('skipPhase', params('video'));
    await follower.untilPhase('distribution', 'WAITING_VALIDATION');
    const { values } = runsOf('distribution')[0]?.input ?? {};
    expect(values?.validatedVideo).toBeUndefined();
    expect(values?.validatedVisual).toBeDefined();
  });
});

describe('steering a campaign', () => {
  it('starts nothing new while paused, and goes on when resumed', async () => {
    const release = hold('research');
    const { follower, params, at } = await launch();
    await follower.untilPhase('research', 'RUNNING');
    const paused = await user.client.call('changeCampaign', { ...at, body: { action: 'pause' } });
    expect(paused.status).toBe('PAUSED');
    release();
    await follower.untilPhase('research', 'COMPLETED');
    const strategy = async () => (await user.client.call('getPhase', params('strategy'))).phase;
    await expect.poll(async () => (await strategy()).waitsFor).toEqual([]);
    expect((await strategy()).status).toBe('IDLE');
    expect(runsOf('strategy')).toHaveLength(0);
    expect((await problemOf(user.client.call('changeCampaign', { ...at, body: { action: 'pause' } }))).status).toBe(
      409,
    );
    await user.client.call('changeCampaign', { ...at, body: { action: 'resume' } });
    await follower.until('campaign:completed');
  });

  it('cancels for good: the execution stops, open phases close, nothing can be decided', async () => {
    const { follower, params, at } = await launch({ governanceMode: 'SEMI_AUTO' });
    await follower.untilPhase('strategy', 'WAITING_VALIDATION');
    const cancelled = await user.client.call('changeCampaign', { ...at, body: { action: 'cancel' } });
    expect(cancelled.status).toBe('CANCELLED');
    expect(await follower.untilFinished()).toBe('CANCELLED');
    expect((await problemOf(user.client.call('approvePhase', params('strategy')))).status).toBe(409);
    expect((await problemOf(user.client.call('changeCampaign', { ...at, body: { action: 'resume' } }))).status).toBe(
      409,
    );
    const { phases } = await user.client.call('getCampaign', at);
    expect(phases.filter((phase) => phase.status === 'SKIPPED').map((phase) => phase.skippedBecause)).toEqual(
      Array.from({ length: 9 }, () => ({ kind: 'cancelled' })),
    );
  });

  it('deletes a running campaign with everything it made', async () => {
    const { follower, at } = await launch({ governanceMode: 'SEMI_AUTO' });
    await follower.untilPhase('strategy', 'WAITING_VALIDATION');
    await user.client.call('deleteCampaign', at);
    for (const operation of ['getCampaign', 'listEvents', 'listModelCalls', 'deleteCampaign'] as const)
      expect((await problemOf(user.client.call(operation, at))).status).toBe(404);
    expect((await user.client.call('listCampaigns')).campaigns).toEqual([]);
  });

  it('renames and moves the cap, together or alone', async () => {
    const { at } = await launch({ governanceMode: 'SEMI_AUTO' });
    const changed = await user.client.call('changeCampaign', {
      ...at,
      body: { name: 'Autumn launch', aiBudgetUsd: 2.5 },
    });
    expect(changed).toMatchObject({ name: 'Autumn launch', aiCapMicroUsd: 2_500_000 });
    expect((await problemOf(user.client.call('changeCampaign', { ...at, body: {} }))).status).toBe(422);
  });
});
