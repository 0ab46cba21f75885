// What the step that runs an agent writes and says, in which order, and what becomes of a run that fails at any of it: one campaign in memory.
import { describe, expect, it } from 'vitest';
import { sampleCall } from '../../../tests/support/account-books.ts';
import { freeModels, paidModels, sampleVideo, sampleVisual } from '../../../tests/support/fake-models.ts';
import { oneRun, type Work } from '../../../tests/support/one-run.ts';
import { armOf } from '../../data/bandit-statistics.ts';
import type { PhaseProgress, PhaseRecord } from '../../data/phase-records.ts';
import { longestWaitSeconds } from '../../domain/playbook/poll-interval.ts';
import { sampleOutputs } from '../../export/testing/sample-outputs.ts';
import { AttemptOver, OutputInvalid } from '../../generation/call-failures.ts';
import { ModelBusy } from '../../models/errors.ts';

const now = '2026-11-26T10:00:00.000Z';
const price = { worstCaseMicroUsd: 900, costMicroUsd: 400 };
const paid = () => [paidModels(price)];
const source = (phaseId: string, optional = false) => ({ name: 'marketReport', phaseId, optional });
const other = (id: string, changes: Partial<PhaseProgress> = {}): PhaseProgress => ({
  ...{ id, status: 'COMPLETED', attempt: 1 },
  ...changes,
});
/** An agent that wants one picture. */
const draw: Work = async (_input, tools) => void (await tools.image(sampleVisual('A')));
const report = { marketReport: { summary: 'a market' } };

describe('a step that is repeated', () => {
  it.each<[Partial<PhaseRecord>, string]>([
    [{ status: 'COMPLETED' }, 'DONE'],
    [{ status: 'SKIPPED' }, 'DONE'],
    [{ status: 'FAILED' }, 'PARKED'],
    [{ status: 'BUDGET_HOLD' }, 'PARKED'],
  ])('finds %j and answers %s without working, writing or saying anything', async (phase, outcome) => {
    const { run, did } = oneRun({ phase });
    expect(await run()).toEqual({ outcome });
    expect(did.map(([what]) => what).toSorted()).toEqual(['header', 'look', 'progress']);
  });

  it('finds that a person must decide, and leaves the question to the step that waits for them', async () => {
    const { run, only } = oneRun({ phase: { status: 'WAITING_VALIDATION', needsApproval: true } });
    expect(await run()).toEqual({ outcome: 'NEEDS_APPROVAL', isAsked: false });
    expect(only('work', 'change', 'say')).toEqual([]);
  });

  it('works where what is kept is of an attempt before', async () => {
    const { run, only } = oneRun({ phase: { status: 'RUNNING', attempt: 2, outputAttempt: 1 } });
    expect(await run()).toEqual({ outcome: 'FINISHED' });
    expect(only('work')).toHaveLength(1);
  });

  it('goes on with the start that the run before it has noted', async () => {
    const startedAt = '2026-11-26T09:00:00.000Z';
    const { run, only, stage } = oneRun({ phase: { status: 'RUNNING', startedAt } });
    await run();
    expect(only('change').map(([, what]) => what)).toEqual(['COMPLETED']);
    expect(only('work')[0]?.[1]).toMatchObject({ startedAt });
    expect(stage.phase?.startedAt).toBe(startedAt);
  });
});

describe('what an agent is given', () => {
  it('is what the phases before it made that count, in the version a person approved, with what people asked for', async () => {
    const decided = { attempt: 1, decidedAt: now, decidedBy: 'ann', editedPaths: [] };
    const { run, only } = oneRun({
      phase: {
        sources: [source('research'), { name: 'strategyReport', phaseId: 'strategy', optional: true }],
        instructions: 'Be bold.',
        decisions: [
          { ...decided, decision: 'REJECTED', feedback: 'Shorter.' },
          { ...decided, decision: 'APPROVED', feedback: 'Fine.' },
        ],
      },
      others: [
        other('research', { attempt: 3, outputAttempt: 2, editedVersion: 'v7' }),
        other('strategy', { status: 'SKIPPED', outputAttempt: 1 }),
        other('stranger', { outputAttempt: 1 }),
      ],
    });
    await run();
    expect(only('read')).toEqual([['read', 'research', 2, 'v7']]);
    const [[, input] = []] = only('work');
    expect(input).toEqual({
      ...{ language: 'fr', values: {}, feedback: ['Shorter.'], instructions: 'Be bold.', startedAt: now },
    });
  });

  it('are the values of its own inputs, by their names', async () => {
    const { run, only, parts } = oneRun({ phase: { sources: [source('research')] }, others: [other('research')] });
    parts.outputs.get = async () => ({ ...report, keywords: ['not asked for'] });
    await run();
    expect(only('work')).toEqual([['work', expect.objectContaining({ values: report })]]);
  });

  it.each([
    ['did not come', [other('research', { status: 'SKIPPED' })]],
    ['is not there', []],
  ])('a required input that %s skips the phase, and says which', async (_what, others) => {
    const pendingDependencies = new Set(['copy']);
    const { run, did, stage } = oneRun({ phase: { sources: [source('research')], pendingDependencies }, others });
    expect(await run()).toEqual({ outcome: 'DONE' });
    expect(stage.phase).toMatchObject({ status: 'SKIPPED', finishedAt: now });
    expect(stage.phase?.skippedBecause).toEqual({
      kind: 'missing',
      inputs: [{ name: 'marketReport', phaseId: 'research' }],
    });
    expect(stage.phase).not.toHaveProperty('pendingDependencies');
    expect(did.map(([what]) => what)).not.toContain('work');
  });

  it('skips nothing that ended since it looked', async () => {
    const { run, stage, before } = oneRun({ phase: { sources: [source('research')] } });
    before['change'] = () => {
      if (stage.phase) stage.phase = { ...stage.phase, status: 'FAILED' };
    };
    expect(await run()).toEqual({ outcome: 'DONE' });
    expect(stage.phase?.status).toBe('FAILED');
  });

  it('an optional input that did not come is done without', async () => {
    const { run } = oneRun({ phase: { sources: [source('research', true)] } });
    expect(await run()).toEqual({ outcome: 'FINISHED' });
  });
});

describe('a run that begins', () => {
  const earlier: Partial<PhaseRecord> = {
    ...{ pendingDependencies: new Set(['copy']), gateToken: 'token', decisionToken: 'token', waitingSince: now },
    ...{ finishedAt: now, failure: { name: 'Error', reason: 'No.' } },
  };
  const gate = { inputs: [] };

  it.each([
    ['after a look', undefined],
    ['at once', gate],
  ])('%s marks its phase as running, and takes off what was of the time before', async (_how, said) => {
    const { run, stage } = oneRun({ phase: { status: 'READY', ...earlier } });
    await run(said);
    expect(stage.changes[0]?.set).toEqual({ status: 'RUNNING', startedAt: now });
    for (const name of ['pendingDependencies', 'gateToken', 'decisionToken', 'waitingSince', 'failure'])
      expect(stage.phase).not.toHaveProperty(name);
  });

  it.each([
    ['cancelled', { status: 'SKIPPED' as const }],
    ['tried again', { attempt: 2 }],
  ])('does nothing where its phase was %s since it looked', async (_what, change) => {
    const { run, stage, only, before } = oneRun();
    before['change'] = () => {
      if (stage.phase) stage.phase = { ...stage.phase, ...change };
    };
    expect(await run()).toEqual({ outcome: 'DONE' });
    expect(only('work', 'output', 'say')).toEqual([]);
  });

  it('at once looks at nothing: what the opener of its gate said is where its inputs lie', async () => {
    const { run, did, only } = oneRun({ phase: { sources: [source('research')] } });
    expect(await run({ inputs: [{ phaseId: 'research', attempt: 2, version: 'v7' }] })).toEqual({
      outcome: 'FINISHED',
    });
    expect(only('read')).toEqual([['read', 'research', 2, 'v7']]);
    expect(did.map(([what]) => what)).not.toContain('progress');
    expect(only('work')[0]?.[1]).toMatchObject({ startedAt: now });
  });

  it('that is told where its inputs lie looks all the same where it has begun before', async () => {
    const { run, only } = oneRun({ phase: { status: 'COMPLETED' } });
    expect(await run(gate)).toEqual({ outcome: 'DONE' });
    expect(only('work')).toEqual([]);
  });

  it.each([undefined, gate])('says so when its campaign is gone', async (said) => {
    const { run, stage, only } = oneRun();
    stage.campaign = undefined;
    await expect(run(said)).rejects.toMatchObject({ name: 'CampaignGone' });
    expect(only('work')).toEqual([]);
  });

  it('says so when its phase is gone', async () => {
    const { run, stage } = oneRun();
    stage.phase = undefined;
    await expect(run()).rejects.toMatchObject({ name: 'CampaignGone' });
  });

  it.each([
    ['after a look', undefined],
    ['at once', gate],
  ])('%s counts what attempts before it left reserved, not what goes on or is of others', async (_how, said) => {
    const job = { jobId: 'job', model: 'fake-1', call: 'phase.1.video-A' };
    const names = ['phase.1.text-1', 'phase.1.video-A', 'phase.2.text-1', 'other.1.text-1'];
    const { run, reservations, only } = oneRun({
      phase: { attempt: 2, videoJobs: { 'video-A': job } },
      reservations: new Map(names.map((name) => [name, 100])),
      calls: names.map((id) => sampleCall(id)),
    });
    await run(said);
    expect([...reservations.keys()]).toEqual(names.slice(1));
    expect(only('settle')).toEqual([['settle', 'phase.1.text-1', 100, 100]]);
  });

  it('asks what lost calls cost, and corrects what was counted of them', async () => {
    const call = sampleCall('other.1.text-1', { status: 'LOST', costMicroUsd: 100, requestId: 'gen/1' });
    const { run, only } = oneRun({
      reservations: new Map([['other.1.text-1#bill', 0]]),
      calls: [call],
      askBill: async ({ provider, requestId }) => (provider === 'vendor' && requestId === 'gen/1' ? 30 : undefined),
    });
    await run();
    expect(only('adjust', 'settle', 'month')).toEqual([
      ['adjust', 'other.1.text-1', 30],
      ['settle', 'other.1.text-1#bill', 0, -70],
      ['month', '2026-11', 'ann', -70],
    ]);
  });
});

describe('what a run says when it begins', () => {
  const said = (attempt: number) => ({
    events: [{ type: 'phase:status', data: { phaseId: 'phase', status: 'RUNNING', attempt } }],
    once: { phaseId: 'phase', name: `${attempt} RUNNING` },
  });

  it.each<[string, Partial<PhaseRecord>]>([
    ['that it works, once for each attempt', {}],
    ['it again after a crash, which may have come before', { status: 'RUNNING' }],
    ['it also of a new attempt that takes up a job', { videoJobs: { 'video-A': { jobId: 'job', model: 'fake-1' } } }],
  ])('is %s', async (_what, phase) => {
    const { run, stage } = oneRun({ phase: { attempt: 2, ...phase } });
    await run();
    expect(stage.published).toEqual([said(2)]);
  });

  it('is it also at once, of an attempt that takes up a job', async () => {
    const { run, stage } = oneRun({ phase: { videoJobs: { 'video-A': { jobId: 'job', model: 'fake-1' } } } });
    await run({ inputs: [] });
    expect(stage.published).toEqual([said(1)]);
  });

  it('is nothing each time that a pending job is asked after', async () => {
    const phase = { status: 'RUNNING' as const, videoJobs: { 'video-A': { jobId: 'job', model: 'fake-1' } } };
    const { run, stage } = oneRun({ phase });
    await run();
    expect(stage.published).toEqual([]);
  });

  it('holds up no agent, and comes before its output', async () => {
    const { promise: worked, resolve: work } = Promise.withResolvers<void>();
    const { run, only, before } = oneRun({ work: async () => work() });
    before['say'] = () => worked;
    await run();
    expect(only('work', 'say', 'output').map(([what]) => what)).toEqual(['work', 'say', 'output']);
  });

  it('fails the step where it could not be said, once its agent is at its end', async () => {
    const { run, only, before, did } = oneRun({
      work: async () => {
        await Promise.resolve();
        did.push(['worked']);
      },
    });
    before['say'] = () => Promise.reject(new Error('The table is not there'));
    await expect(run()).rejects.toThrow('The table is not there');
    expect(only('worked', 'output')).toEqual([['worked']]);
  });

  const gate = { inputs: [], after: 'research' };
  it('waits for nothing where the end that opened its gate has its number', async () => {
    const { run, only } = oneRun({ finishedPhases: ['research'] });
    await run(gate);
    expect(only('header', 'say').map(([what]) => what)).toEqual(['header', 'say']);
  });

  it('waits until the end that opened its gate has its number, or its campaign is gone', async () => {
    const { run, only, before, stage } = oneRun({ finishedPhases: ['copy'] });
    const { campaign } = stage;
    let reads = 0;
    before['header'] = () => {
      reads += 1;
      stage.campaign = reads === 3 ? undefined : campaign;
    };
    await run(gate);
    expect(only('header', 'say').map(([what]) => what)).toEqual(['header', 'header', 'header', 'say']);
  });

  it('waits for half a second at most', async () => {
    const { run, only } = oneRun({ finishedPhases: ['copy'] });
    await run(gate);
    expect(only('header', 'say').map(([what]) => what)).toEqual([...Array(6).fill('header'), 'say']);
  });
});

describe('what an agent has made', () => {
  const draws = { models: paid(), work: draw };

  it('is reserved for, made, stored, completed and ended, in this order, and its calls are settled with the end', async () => {
    const { run, only, stage } = oneRun(draws);
    expect(await run()).toEqual({ outcome: 'FINISHED' });
    expect(only('reserve', 'record', 'file', 'list', 'output', 'change', 'end', 'settle')).toEqual([
      ['change', 'RUNNING'],
      ['reserve', 'phase.1.image-A', 900],
      ['record', 'phase.1.image-A', 'RESERVED'],
      ['record', 'phase.1.image-A', 'SETTLED'],
      ['file', 'phase-1-a-artistic.png'],
      ['list', expect.stringContaining('phase_1_A')],
      ['output', 1],
      ['change', 'COMPLETED'],
      [
        'end',
        'COMPLETED',
        {
          settlements: [{ callId: 'phase.1.image-A', reservedMicroUsd: 900, costMicroUsd: 400 }],
          output: sampleOutputs.designer,
        },
      ],
    ]);
    expect(stage.phase).toMatchObject({ status: 'COMPLETED', outputAttempt: 1, finishedAt: now });
  });

  const shown = { ...draws, phase: { needsApproval: true, editedVersion: 'v1', attempt: 2 } };

  it('is shown to people where they must see it: it waits for them in the write that keeps it, and no version of a person counts any more', async () => {
    const { run, only, stage } = oneRun(shown);
    expect(await run()).toEqual({ outcome: 'NEEDS_APPROVAL', isAsked: true });
    expect(only('output', 'change', 'prepare end', 'end').slice(1)).toEqual([
      ['output', 2],
      ['change', 'WAITING_VALIDATION'],
    ]);
    expect(stage.phase).toMatchObject({ status: 'WAITING_VALIDATION', outputAttempt: 2, waitingSince: now });
    expect(stage.phase).not.toHaveProperty('editedVersion');
    expect(stage.phase).not.toHaveProperty('finishedAt');
  });

  it('is put to people with what it cost, once, and its calls are settled with that', async () => {
    const { run, only, stage } = oneRun(shown);
    await run();
    expect(stage.published.at(-1)).toEqual({
      events: [
        { type: 'phase:output', data: { phaseId: 'phase', attempt: 2, output: sampleOutputs.designer } },
        { type: 'phase:status', data: { phaseId: 'phase', attempt: 2, status: 'WAITING_VALIDATION' } },
      ],
      ...{ withCost: true, prepared: { announcement: 'prepared' } },
      settlements: [{ callId: 'phase.2.image-A', reservedMicroUsd: 900, costMicroUsd: 400 }],
      once: { phaseId: 'phase', name: '2 WAITING_VALIDATION' },
    });
    expect(only('settle')).toEqual([]);
  });

  it('is left to the next step to be put where nobody could be told, and its calls are settled', async () => {
    const { run, before, stage, reservations } = oneRun(shown);
    before['change'] = () => {
      if (stage.outputs.size > 0) before['say'] = () => Promise.reject(new Error('The table is not there'));
    };
    expect(await run()).toEqual({ outcome: 'NEEDS_APPROVAL', isAsked: false });
    expect([stage.phase?.status, reservations.size]).toEqual(['WAITING_VALIDATION', 0]);
  });

  it('is shown without being read again only where it is small', async () => {
    const { run, only, parts } = oneRun();
    parts.outputs.put = async () => false;
    await run();
    expect(only('end')).toEqual([['end', 'COMPLETED', { settlements: [] }]]);
  });

  it('parks the phase where it does not fit, and is not kept', async () => {
    const { run, only } = oneRun({ work: async () => ({ visualA: 'nothing' }) });
    expect(await run()).toMatchObject({ outcome: 'PARKED', failure: { name: 'OutputInvalid' } });
    expect(only('output', 'prepare end')).toEqual([]);
  });

  it.each([
    ['was skipped', { status: 'SKIPPED' as const }],
    ['is tried again', { attempt: 2 }],
  ])('does not count where its phase %s meanwhile, and its calls are settled', async (_what, change) => {
    const { run, only, stage, before } = oneRun(draws);
    before['output'] = () => {
      if (stage.phase) stage.phase = { ...stage.phase, ...change };
    };
    expect(await run()).toEqual({ outcome: 'DONE' });
    expect(stage.phase?.outputAttempt).toBeUndefined();
    expect(only('end')).toEqual([]);
    expect(only('settle')).toEqual([['settle', 'phase.1.image-A', 900, 400]]);
  });

  it('is no question where its phase was skipped meanwhile', async () => {
    const { run, stage, before, only } = oneRun({ phase: { needsApproval: true } });
    before['output'] = () => {
      if (stage.phase) stage.phase = { ...stage.phase, status: 'SKIPPED' };
    };
    expect(await run()).toEqual({ outcome: 'DONE' });
    expect(only('learn')).toEqual([]);
  });

  it.each(['prepare end', 'end'])('is ended by the next step where the %s failed, and its calls are settled by this one', async (what) => {
    const { run, only, stage, before } = oneRun(draws);
    before[what] = () => Promise.reject(new Error('It is not there'));
    expect(await run()).toEqual({ outcome: 'DONE' });
    expect(stage.phase?.status).toBe('COMPLETED');
    expect(only('settle', 'warn')).toEqual([['settle', 'phase.1.image-A', 900, 400], ['warn']]);
  }); // biome-ignore format: a row

  it('fails the step where it could not be stored, and its calls are settled', async () => {
    const { run, only, before } = oneRun(draws);
    before['output'] = () => Promise.reject(new Error('The bucket is not there'));
    await expect(run()).rejects.toThrow('The bucket is not there');
    expect(only('change').map(([, what]) => what)).toEqual(['RUNNING']);
    expect(only('settle')).toHaveLength(1);
  });
});

describe('what an attempt teaches of its models', () => {
  const two = [paidModels(price, undefined, { id: 'one' }), paidModels(price, undefined, { id: 'two' })];
  const cell = { workspaceId: 'wsp_one', agent: 'designer', language: 'fr' };
  it('is noted with the output that nobody must see, before the step ends', async () => {
    const { run, only, stage, before } = oneRun({ models: two, work: draw });
    before['learn'] = () => new Promise((resolve) => setTimeout(resolve, 5));
    await run();
    expect(only('learn')).toEqual([['learn', cell, expect.objectContaining({ isOutcome: true })]]);
    expect(stage.phase?.answeredBy).toMatchObject({
      attempt: 1,
      language: 'fr',
      arm: armOf({ provider: 'fake-provider', id: 'two' }),
    });
    expect(stage.phase?.answeredBy).not.toHaveProperty('untold');
  });

  it('waits for what people decide where they must see it', async () => {
    const { run, only, stage } = oneRun({ models: two, work: draw, phase: { needsApproval: true } });
    await run();
    expect(only('learn')).toEqual([]);
    expect(Object.keys(stage.phase?.answeredBy?.untold ?? {})).toHaveLength(1);
  });

  it('is noted where it failed for good', async () => {
    const fails = async (...given: Parameters<Work>) => {
      await draw(...given);
      throw new OutputInvalid('This is no picture.');
    };
    const { run, only } = oneRun({ models: two, work: fails });
    expect(await run()).toMatchObject({ outcome: 'PARKED' });
    expect(only('learn')).toHaveLength(1);
  });

  it.each([
    ['ended otherwise meanwhile', new AttemptOver('It is over.')],
    ['is tried again by itself', new Error('It broke.')],
  ])('is not noted of an attempt that %s', async (_what, error) => {
    const fails = async (...given: Parameters<Work>) => {
      await draw(...given);
      throw error;
    };
    const { run, only } = oneRun({ models: two, work: fails });
    await run().catch(() => {});
    expect(only('learn')).toEqual([]);
  });
});

describe('a run that fails', () => {
  const failing = (error: Error) => ({ work: () => Promise.reject(error) });

  it('parks its phase where to repeat it mends nothing', async () => {
    const { run } = oneRun(failing(new OutputInvalid('It has no title.')));
    expect(await run()).toEqual({ outcome: 'PARKED', failure: { name: 'OutputInvalid', reason: 'It has no title.' } });
  });

  it('fails its step where to repeat it may mend it', async () => {
    await expect(oneRun(failing(new Error('It broke.'))).run()).rejects.toThrow('It broke.');
  });

  it('is over where its attempt is', async () => {
    expect(await oneRun(failing(new AttemptOver('It is over.'))).run()).toEqual({ outcome: 'DONE' });
  });

  it('never runs for a person', async () => {
    const { run, only } = oneRun({ phase: { agent: 'Human' } });
    await expect(run()).rejects.toThrow('belongs to a person');
    expect(only('work', 'say')).toEqual([]);
  });

  it('waits for calls that its agent has left behind, whose money is counted', async () => {
    const { promise: drawn, resolve: draw } = Promise.withResolvers<void>();
    const models = [paidModels(price, () => ({ image: () => drawn }))];
    const { run, only } = oneRun({
      models,
      work: async (_input, tools) => {
        void tools.image(sampleVisual('A'));
        queueMicrotask(() => setImmediate(draw));
        throw new OutputInvalid('It has no title.');
      },
    });
    expect(await run()).toMatchObject({ outcome: 'PARKED' });
    expect(only('settle')).toEqual([['settle', 'phase.1.image-A', 900, 400]]);
  });

  it.each([
    ['fails', new Error('It broke.')],
    ['fails for good', new OutputInvalid('It has no title.')],
    ['finds no place', new ModelBusy('Every place is taken.', 40)],
  ])('and %s while its campaign is deleted leaves nothing', async (_what, error) => {
    const { run, only, stage } = oneRun({
      work: async () => {
        stage.phase = undefined;
        throw error;
      },
    });
    expect(await run()).toEqual({ outcome: 'DONE' });
    expect(only('close', 'unoutput', 'unfile', 'clear campaign')).toEqual([
      ['close', { userId: 'ann', workspaceId: 'wsp_one' }, `${stage.campaign?.id}/phase.1.`],
      ['unoutput', 1],
      ['unfile', 'phase-1-invalid.json'],
      ['clear campaign', stage.campaign?.id],
    ]);
  });
});

describe('a run whose work goes on elsewhere', () => {
  const pending = (askAgainSeconds = 40) => ({ result: async () => ({ status: 'pending' as const, askAgainSeconds }) });
  const busy = { work: () => Promise.reject(new ModelBusy('Every place is taken.', 40)) };

  it.each([
    ['a job', pending()],
    ['a place', busy],
  ])('asks again after %s, and counts pauses and questions', async (_what, work) => {
    const { run, stage, only } = oneRun(work);
    expect(await run()).toEqual({ outcome: 'PENDING', askAgainSeconds: 40 });
    expect(await run()).toEqual({ outcome: 'PENDING', askAgainSeconds: 40 });
    expect(stage.phase).toMatchObject({ status: 'RUNNING', polls: 2, waited: { attempt: 1, seconds: 80 } });
    expect(only('output', 'settle')).toEqual([]);
  });

  it('counts the pauses of its own attempt alone', async () => {
    const waited = { attempt: 1, seconds: longestWaitSeconds };
    const { run, stage } = oneRun({ ...pending(), phase: { status: 'RUNNING', attempt: 2, waited, polls: 7 } });
    expect(await run()).toMatchObject({ outcome: 'PENDING' });
    expect(stage.phase).toMatchObject({ polls: 8, waited: { attempt: 2, seconds: 40 } });
  });

  it('asks more seldom the more its whole campaign has asked', async () => {
    const { run } = oneRun({
      ...pending(),
      others: [other('copy'), other('seo', { polls: 30 }), other('ads', { polls: 20 })],
    });
    expect(await run()).toEqual({ outcome: 'PENDING', askAgainSeconds: 80 });
  });

  it.each([
    ['a job', pending()],
    ['a place', busy],
  ])('is over where its attempt ended while it waited for %s', async (_what, work) => {
    const { run, stage, before } = oneRun(work);
    before['progress'] = () => {
      if (stage.phase?.status === 'RUNNING') stage.phase = { ...stage.phase, status: 'SKIPPED' };
    };
    expect(await run()).toEqual({ outcome: 'DONE' });
    expect(stage.phase).not.toHaveProperty('polls');
  });

  it('is given up after six hours: a person decides, and what its attempt has reserved counts', async () => {
    const waited = { attempt: 2, seconds: longestWaitSeconds };
    const names = ['phase.2.video-A', 'phase.1.video-A', 'copy.2.text-1'];
    const { run, only, stage } = oneRun({
      ...pending(),
      phase: { status: 'RUNNING', attempt: 2, waited },
      reservations: new Map(names.map((name) => [name, 100])),
      calls: names.map((id) => sampleCall(id)),
    });
    expect(await run()).toMatchObject({ outcome: 'PARKED', failure: { name: 'JobTooSlow' } });
    expect(only('settle')).toEqual([['settle', 'phase.2.video-A', 100, 100]]);
    expect(only('record')).toEqual([['record', 'phase.2.video-A', 'LOST']]);
    expect(stage.phase).not.toHaveProperty('polls');
  });

  it('is given up also where its campaign is gone by then', async () => {
    const waited = { attempt: 1, seconds: longestWaitSeconds };
    const { run, stage } = oneRun({
      phase: { status: 'RUNNING', waited },
      result: async () => {
        stage.campaign = undefined;
        return { status: 'pending', askAgainSeconds: 40 };
      },
    });
    expect(await run()).toMatchObject({ outcome: 'PARKED' });
  });

  it('keeps the job with its phase, asks after it, and orders it once', async () => {
    let orders = 0;
    const models = paidModels(price, () => ({
      submit: async () => {
        orders += 1;
        return 'pending';
      },
      poll: async () => 'done',
    }));
    const { run, only } = oneRun({
      models: [{ ...freeModels(), video: models.video }],
      async result(_input, tools) {
        const film = await tools.video(sampleVideo('A'));
        return { status: 'pending', askAgainSeconds: 'assetId' in film ? 99 : film.askAgainSeconds };
      },
    });
    expect(await run()).toMatchObject({ askAgainSeconds: 15 });
    expect(await run()).toMatchObject({ askAgainSeconds: 99 });
    expect(orders).toBe(1);
    expect(only('job')).toEqual([['job', 'video-A', { jobId: 'job-A', model: 'fake-1', call: 'phase.1.video-A' }]]);
    expect(only('settle')).toEqual([['settle', 'phase.1.video-A', 900, 400]]);
  });
});
