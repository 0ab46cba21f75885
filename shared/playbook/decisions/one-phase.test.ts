// What a decision writes, says and sets going, for one phase in memory. Races and crashes are held over a table (../decisions.test.ts).
import { describe, expect, it } from 'vitest';
import { onePhase, samplePhase } from '../../../tests/support/one-phase.ts';
import type { AgentOutput } from '../../contracts/agent-outputs.ts';
import type { GeneratedAsset } from '../../contracts/asset.ts';
import type { DecisionKind, PhaseStatus } from '../../contracts/phase.ts';
import type { SkipReason } from '../../contracts/reasons.ts';
import type { PhaseRecord } from '../../data/phase-records.ts';
import { sampleOutputs } from '../../export/testing/sample-outputs.ts';
import { ProblemError } from '../../runtime/problem-error.ts';
import { createDecisions } from '../decisions.ts';
import { markChosenAssets } from './approve-phase.ts';
import { nextStepOf } from './next-step.ts';
import { rewardModel } from './reward-model.ts';

const now = '2026-11-26T10:00:00.000Z';
const waiting = { status: 'WAITING_VALIDATION', decisionToken: 'token', outputAttempt: 1 } as const;
const strategy = sampleOutputs.CMO;
/** A phase of the CMO that waits for a person, with what its agent has made. */
function waitingPhase(changes: Partial<PhaseRecord> = {}) {
  const one = onePhase('CMO', { ...waiting, ...changes });
  one.make(strategy);
  return { ...one, decisions: createDecisions(one.parts) };
}
const parkedPhase = (changes: Partial<PhaseRecord> = {}) =>
  waitingPhase({ status: 'FAILED', failure: { name: 'OutputInvalid', reason: 'It did not fit.' }, ...changes });
const refusalOf = async (decision: Promise<unknown>): Promise<ProblemError> => {
  const refusal = await decision.then(() => undefined).catch((error: unknown) => error);
  if (!(refusal instanceof ProblemError)) throw new Error(`A refusal was expected, not ${String(refusal)}`);
  return refusal;
};
const summaryOf = (summary: string): AgentOutput<'CMO'> => ({
  ...strategy,
  strategyReport: { ...strategy.strategyReport, summary },
});

describe('an approval', () => {
  it('completes the phase with its record, lets the task go on, and announces nothing: the end of the phase does', async () => {
    const { decisions, reference, stage } = waitingPhase();
    const phase = await decisions.approve(reference, 'bob', { comment: 'Good.' });
    expect(phase).toMatchObject({ status: 'COMPLETED', finishedAt: now, approvedBy: 'bob' });
    expect(phase.decisions).toEqual([
      { attempt: 1, decision: 'APPROVED', decidedBy: 'bob', decidedAt: now, feedback: 'Good.', editedPaths: [] },
    ]);
    expect(phase).not.toHaveProperty('editedVersion');
    expect(stage.answered).toEqual([['token', { decision: 'FINISHED' }]]);
    expect(stage.ended).toEqual(['COMPLETED']);
    expect(stage.published).toEqual([]);
  });

  it('that cannot end its phase leaves that to the next step', async () => {
    const { parts, reference, stage } = waitingPhase();
    const failing = { ...parts, prepareEnd: () => Promise.reject(new Error('The table is not there')) };
    expect((await createDecisions(failing).approve(reference, 'bob', {})).status).toBe('COMPLETED');
    expect(stage.answered).toEqual([['token', { decision: 'COMPLETE' }]]);
  });

  it('ends the phase also where no task has asked yet, and answers none', async () => {
    const { decisions, reference, stage } = waitingPhase({ decisionToken: undefined });
    await decisions.approve(reference, 'bob', {});
    expect([stage.ended, stage.answered]).toEqual([['COMPLETED'], []]);
  });

  it('that came too late ends nothing', async () => {
    const { parts, reference, stage } = waitingPhase();
    const phases = { ...parts.phases, change: async () => undefined };
    await refusalOf(createDecisions({ ...parts, phases }).approve(reference, 'bob', {}));
    expect([stage.ended, stage.answered]).toEqual([[], []]);
  });

  it('without a comment has none in its record, and is of what was looked at', async () => {
    const { decisions, reference, stage } = waitingPhase();
    await decisions.approve(reference, 'bob', {});
    expect(stage.phase?.decisions[0]).not.toHaveProperty('feedback');
    expect(stage.changes).toMatchObject([{ from: ['WAITING_VALIDATION'], attempt: 1, version: null }]);
  });

  it('keeps what a person edited beside what the agent made, and says where', async () => {
    const { decisions, reference, stage, parts } = waitingPhase();
    const phase = await decisions.approve(reference, 'bob', { editedData: summaryOf('Shorter.') });
    expect(phase.decisions[0]?.editedPaths).toEqual(['#/strategyReport/summary']);
    expect(await parts.outputs.get(reference, 1, phase.editedVersion)).toEqual(summaryOf('Shorter.'));
    expect(stage.changes[0]?.remove).toEqual([]);
  });

  it('of an edit that changes nothing keeps no version', async () => {
    const { decisions, reference, stage } = waitingPhase();
    const phase = await decisions.approve(reference, 'bob', { editedData: structuredClone(strategy) });
    expect(phase).not.toHaveProperty('editedVersion');
    expect(stage.outputs.size).toBe(1);
  });

  it('is of the version that somebody has made of it already', async () => {
    const one = waitingPhase({ editedVersion: 'moved' });
    one.make(summaryOf('Moved.'), 1, 'moved');
    const phase = await one.decisions.approve(one.reference, 'bob', {});
    expect(phase.decisions[0]?.editedPaths).toEqual([]);
    expect(await one.parts.outputs.get(one.reference, 1, phase.editedVersion)).toEqual(summaryOf('Moved.'));
    expect(one.stage.changes[0]).toMatchObject({ version: 'moved', remove: [] });
  });

  it.each<[string, Partial<PhaseRecord>, string]>([
    ['has no output', {}, 'Phase phase waits for approval but has no output'],
    ['has lost the version that counts', { editedVersion: 'gone' }, 'The version of phase that counts is not there'],
  ])('of a phase that %s fails loudly', async (_what, changes, message) => {
    const one = onePhase('CMO', { ...waiting, ...changes });
    if (changes.editedVersion) one.make(strategy);
    await expect(createDecisions(one.parts).approve(one.reference, 'bob', {})).rejects.toThrow(message);
    expect(one.stage.changes).toEqual([]);
  });

  it('of an edit that does not fit names the fields of the body, and what is wrong', async () => {
    const { decisions, reference } = waitingPhase();
    const editedData = { strategyReport: { ...strategy.strategyReport, summary: 7 } };
    const refusal = await refusalOf(decisions.approve(reference, 'bob', { editedData }));
    expect([refusal.code, refusal.message]).toEqual([
      'validation-failed',
      'The output does not have the shape that later phases need.',
    ]);
    expect(refusal.fieldErrors.map(({ pointer }) => pointer)).toEqual(['#/editedData/strategyReport/summary']);
  });
});

describe('a choice of two variants', () => {
  const visuals = sampleOutputs.designer;
  const [a, b] = visuals.visuals.map(({ assetId }) => assetId) as [string, string];
  const fileOf = (id: string, changes: Partial<GeneratedAsset> = {}) =>
    ({
      id,
      origin: 'AGENT',
      campaignId: `cmp_01JDZZZZZZZZZZZZZZZZZZZZZZ`,
      status: 'draft',
      ...changes,
    }) as GeneratedAsset;
  function pair(
    output: AgentOutput<'designer' | 'video-producer'> = visuals,
    agent: 'designer' | 'video-producer' = 'designer',
  ) {
    const one = onePhase(agent, waiting);
    one.make(output);
    for (const id of [a, b]) one.stage.assets.set(id, fileOf(id));
    return { ...one, decisions: createDecisions(one.parts) };
  }

  it('puts the one into the output, approves its file, rejects the other and says both', async () => {
    const { decisions, reference, stage, parts } = pair();
    const phase = await decisions.approve(reference, 'bob', { choice: 'B' });
    expect(await parts.outputs.get(reference, 1, phase.editedVersion)).toEqual({
      ...visuals,
      validatedVisual: { variant: 'B', assetId: b, ratios: ['1.91:1'], chosenBy: 'person' },
    });
    expect(phase.decisions).toMatchObject([{ choice: 'B', editedPaths: [] }]);
    expect([...stage.marked]).toEqual([
      [a, 'rejected'],
      [b, 'approved'],
    ]);
    expect(stage.published.flatMap(({ events }) => events)).toMatchObject([
      { type: 'asset:updated', data: { asset: { id: a, status: 'rejected' } } },
      { type: 'asset:updated', data: { asset: { id: b, status: 'approved' } } },
    ]);
  });

  it('is no edit in the eyes of what the model is worth', async () => {
    const { decisions, reference, stage } = pair();
    if (stage.phase) stage.phase = { ...stage.phase, answeredBy: { attempt: 1, arm: 'arm', language: 'fr' } };
    await decisions.approve(reference, 'bob', { choice: 'B' });
    expect(stage.told[0]?.[1].arms).toEqual({ arm: { j: 1, k: 1 } });
  });

  it('that nobody makes leaves that of the agent', async () => {
    const { decisions, reference, stage } = pair();
    await decisions.approve(reference, 'bob', {});
    expect([...stage.marked]).toEqual([
      [a, 'approved'],
      [b, 'rejected'],
    ]);
    expect(stage.outputs.size).toBe(1);
  });

  it('is marked of films too, and of no file that is gone', async () => {
    const films = sampleOutputs['video-producer'];
    const { parts, reference, stage } = pair(films, 'video-producer');
    const events = await markChosenAssets(parts, reference, samplePhase('video-producer'), films);
    expect([...stage.marked.values()]).toEqual(['rejected', 'approved']);
    expect(events).toEqual([]);
  });

  it.each([
    [
      'that are not there',
      { ...visuals, visuals: visuals.visuals.filter(({ variant }) => variant === 'A') },
      'designer',
    ],
    ['of an agent that makes no pair', strategy, 'CMO'],
    ['that are no list', { visuals: 'none' }, 'designer'],
  ] as const)('between variants %s is refused', async (_what, output, agent) => {
    const one = onePhase(agent, waiting);
    one.make(output);
    const refusal = await refusalOf(createDecisions(one.parts).approve(one.reference, 'bob', { choice: 'B' }));
    expect([refusal.code, refusal.message, refusal.fieldErrors]).toEqual([
      'validation-failed',
      'Phase "phase" has no variants to choose from.',
      [{ pointer: '#/choice', detail: 'only A/B phases take a choice' }],
    ]);
  });

  describe('whose files a person names', () => {
    const written = (assetId: string) => ({
      ...visuals,
      visuals: visuals.visuals.map((visual, index) => (index === 1 ? { ...visual, assetId } : visual)),
    });
    const other = a.replace(/_1_A$/, '_2_A');
    it('takes those of its own campaign', async () => {
      const { decisions, reference, stage } = pair();
      stage.assets.set(other, fileOf(other));
      const phase = await decisions.approve(reference, 'bob', { editedData: written(other) });
      expect(phase.decisions[0]?.editedPaths).toEqual(['#/visuals/1/assetId']);
    });

    it.each([
      ['is not there', undefined],
      ['was uploaded', { origin: 'UPLOAD' as never }],
      ['is of another campaign', { campaignId: 'cmp_01JDYYYYYYYYYYYYYYYYYYYYYY' }],
    ])('refuses one that %s, and asks about no other', async (_what, changes) => {
      const { decisions, reference, stage } = pair();
      stage.assets.clear(); // those that the output named before are not looked for
      if (changes) stage.assets.set(other, fileOf(other, changes));
      const refusal = await refusalOf(decisions.approve(reference, 'bob', { editedData: written(other) }));
      expect(refusal.fieldErrors).toEqual([
        {
          pointer: '#/editedData/visuals/1/assetId',
          detail: expect.stringContaining('must be a file of this campaign'),
        },
      ]);
    });
  });
});

describe('a rejection', () => {
  it('begins the next attempt with the feedback, and announces it', async () => {
    const one = waitingPhase({ attempt: 2, revisions: 1, videoJobs: { 'video-A': { jobId: 'job', model: 'm' } } });
    const phase = await one.decisions.reject(one.reference, 'bob', { feedback: 'Bolder.' });
    expect(phase).toMatchObject({ status: 'READY', attempt: 3, revisions: 2, videoJobs: {} });
    expect(phase.decisions).toMatchObject([{ attempt: 2, decision: 'REJECTED', feedback: 'Bolder.', editedPaths: [] }]);
    expect(one.stage.answered).toEqual([['token', { decision: 'RUN_AGAIN' }]]);
    expect(one.stage.published).toEqual([
      { events: [{ type: 'phase:status', data: { phaseId: 'phase', status: 'READY', attempt: 3 } }] },
    ]);
  });

  it('is taken ten times', async () => {
    const last = waitingPhase({ revisions: 9 });
    expect((await last.decisions.reject(last.reference, 'bob', { feedback: 'More.' })).revisions).toBe(10);
    const over = waitingPhase({ revisions: 10 });
    const refusal = await refusalOf(over.decisions.reject(over.reference, 'bob', { feedback: 'More.' }));
    expect([refusal.code, refusal.message]).toEqual([
      'revision-limit',
      'Phase "phase" was revised 10 times. Approve it, edit it, or skip it.',
    ]);
    expect(over.stage.changes).toEqual([]);
  });
});

describe('a retry', () => {
  it('begins the next attempt, with another model and instructions where they are given', async () => {
    const one = parkedPhase({ videoJobs: { 'video-A': { jobId: 'job', model: 'm' } } });
    const phase = await one.decisions.retry(one.reference, 'bob', { model: 'other-1', instructions: 'Slower.' });
    expect(phase).toMatchObject({ status: 'READY', attempt: 2, model: 'other-1', videoJobs: {} });
    expect(phase.decisions).toMatchObject([{ attempt: 1, decision: 'RETRIED', feedback: 'Slower.' }]);
    expect(one.stage.answered).toEqual([['token', { decision: 'RUN_AGAIN' }]]);
  });

  it('keeps the model that was named before where none is', async () => {
    const one = parkedPhase({ model: 'first-1' });
    expect(await one.decisions.retry(one.reference, 'bob', {})).toMatchObject({ model: 'first-1' });
    expect(one.stage.changes[0]?.set).not.toHaveProperty('model');
  });

  it.each([
    ['without wishes', {}, true],
    ['with another model', { model: 'other-1' }, false],
    ['with instructions', { instructions: 'Slower.' }, false],
  ])('of a phase that stopped at the cap, %s, goes on or begins anew', async (_what, wishes, goesOn) => {
    const videoJobs = { 'video-A': { jobId: 'job', model: 'm' } };
    const one = parkedPhase({ status: 'BUDGET_HOLD', videoJobs });
    const phase = await one.decisions.retry(one.reference, 'bob', wishes);
    expect([phase.goesOn, phase.videoJobs]).toEqual(goesOn ? [2, videoJobs] : [undefined, {}]);
  });

  it('is taken ten times beside what was revised', async () => {
    const last = parkedPhase({ attempt: 13, revisions: 3 });
    expect((await last.decisions.retry(last.reference, 'bob', {})).attempt).toBe(14);
    const over = parkedPhase({ attempt: 14, revisions: 3 });
    const refusal = await refusalOf(over.decisions.retry(over.reference, 'bob', {}));
    expect([refusal.code, refusal.message]).toEqual([
      'revision-limit',
      'Phase "phase" was tried again 10 times. Skip it, or relaunch the campaign once it has ended.',
    ]);
  });

  it('of a model that there is not is refused before anything is read', async () => {
    const one = parkedPhase();
    const check = {
      model: (model: string | undefined) => {
        throw new Error(`There is no ${model}`);
      },
    };
    const decisions = createDecisions({ ...one.parts, check });
    await expect(decisions.retry(one.reference, 'bob', { model: 'nobody' })).rejects.toThrow('There is no nobody');
  });

  it.each(['COMPLETED', 'FAILED', 'CANCELLED'] as const)('in a campaign that is %s is refused', async (status) => {
    const one = parkedPhase();
    one.stage.campaign = one.stage.campaign && { ...one.stage.campaign, status };
    for (const decision of [
      one.decisions.retry(one.reference, 'bob', {}),
      one.decisions.write(one.reference, 'bob', { output: strategy }),
    ])
      expect((await refusalOf(decision)).message).toBe(
        `The campaign has ended and is ${status}. Relaunch it: its failed phases run again then.`,
      );
    expect(one.stage.changes).toEqual([]);
  });
});

describe('a skip', () => {
  it.each<[PhaseStatus, string | undefined, SkipReason]>([
    ['WAITING_VALIDATION', 'No time.', { kind: 'said', words: 'No time.' }],
    ['FAILED', undefined, { kind: 'by-person' }],
    ['BUDGET_HOLD', undefined, { kind: 'by-person' }],
  ])('of a phase in %s for %s says why, and lets the others go on', async (status, reason, because) => {
    const one = waitingPhase({ status });
    const phase = await one.decisions.skip(one.reference, 'bob', { reason });
    expect(phase).toMatchObject({ status: 'SKIPPED', skippedBecause: because, finishedAt: now });
    expect(phase.decisions).toEqual([
      { ...{ attempt: 1, decision: 'SKIPPED', decidedBy: 'bob', decidedAt: now, editedPaths: [] }, ...(reason ? { feedback: reason } : {}) },
    ]); // biome-ignore format: a record
    expect(one.stage.answered).toEqual([['token', { decision: 'FINISHED' }]]);
    expect(one.stage.ended).toEqual(['SKIPPED']);
  });
});

describe('an output that a person writes', () => {
  it('completes the phase as that of the attempt', async () => {
    const one = parkedPhase({ attempt: 3 });
    const phase = await one.decisions.write(one.reference, 'bob', { output: summaryOf('By hand.'), comment: 'So.' });
    expect(phase).toMatchObject({ status: 'COMPLETED', finishedAt: now, approvedBy: 'bob', outputAttempt: 3 });
    expect(phase.decisions).toMatchObject([{ attempt: 3, decision: 'WRITTEN', feedback: 'So.', editedPaths: ['#/strategyReport'] }]);
    expect(await one.parts.outputs.get(one.reference, 3, phase.editedVersion)).toEqual(summaryOf('By hand.'));
    expect(one.stage.told).toEqual([]);
  }); // biome-ignore format: a record

  it('of a pair marks the files that it names', async () => {
    const one = onePhase('designer', { status: 'FAILED' });
    for (const { assetId: id } of sampleOutputs.designer.visuals)
      one.stage.assets.set(id, { id, origin: 'AGENT', campaignId: one.reference.campaignId } as GeneratedAsset);
    await createDecisions(one.parts).write(one.reference, 'bob', { output: structuredClone(sampleOutputs.designer) });
    expect([...one.stage.marked.values()]).toEqual(['approved', 'rejected']);
    expect(one.stage.answered).toEqual([]); // no task waits
  });

  it('of posts may hold none in the past, not even those that are there', async () => {
    const one = onePhase('Social', { status: 'FAILED' });
    one.stage.now = new Date('2027-06-01T00:00:00.000Z');
    const output = structuredClone(sampleOutputs.Social);
    const refusal = await refusalOf(createDecisions(one.parts).write(one.reference, 'bob', { output }));
    expect(refusal.fieldErrors[0]).toEqual({
      pointer: '#/output/scheduledPosts/0/scheduledAt',
      detail: expect.stringContaining('must not be in the past'),
    });
  });
});

describe('a decision that comes too late', () => {
  it('is a conflict that says whose phase it is', async () => {
    const one = waitingPhase();
    const phases = { ...one.parts.phases, change: async () => undefined };
    const refusal = await refusalOf(createDecisions({ ...one.parts, phases }).skip(one.reference, 'bob', {}));
    expect([refusal.code, refusal.message]).toEqual([
      'conflict',
      'Somebody else has just decided about, or changed, phase "phase". Read it again to see how.',
    ]);
    expect([one.stage.answered, one.stage.published, one.stage.told]).toEqual([[], [], []]);
  });

  it.each<[PhaseStatus, object | undefined, string]>([
    ['COMPLETED', { decision: 'COMPLETE' }, 'Nothing is left to decide.'],
    ['SKIPPED', { decision: 'COMPLETE' }, 'Nothing is left to decide.'],
    ['READY', { decision: 'RUN_AGAIN' }, 'Wait until it asks.'],
    ['RUNNING', { decision: 'RUN_AGAIN' }, 'Wait until it asks.'],
    ['IDLE', { decision: 'COMPLETE' }, 'Wait until it asks.'],
    ['FAILED', undefined, 'Retry it, write its output, or skip it.'],
    ['BUDGET_HOLD', undefined, 'Raise the cap and retry it, write its output, or skip it.'],
  ])('to a phase in %s sends the answer that was lost, where no person is asked: %s', async (status, answer, what) => {
    const one = waitingPhase({ status });
    expect((await refusalOf(one.decisions.approve(one.reference, 'bob', {}))).message).toBe(
      `Phase "phase" is ${status}; this decision needs it to be WAITING_VALIDATION. ${what}`,
    );
    expect(one.stage.answered).toEqual(answer ? [['token', answer]] : []);
  });

  it('sends nothing where no task waits', async () => {
    const one = onePhase('CMO', { status: 'COMPLETED' });
    await refusalOf(createDecisions(one.parts).approve(one.reference, 'bob', {}));
    expect(one.stage.answered).toEqual([]);
  });

  it('about an attempt that is over says which is now', async () => {
    const one = waitingPhase({ attempt: 2 });
    const refusal = await refusalOf(one.decisions.skip(one.reference, 'bob', { attempt: 1 }));
    expect(refusal.message).toContain('You decided about attempt 1 of phase "phase", and its current one is attempt 2');
    expect((await one.decisions.skip(one.reference, 'bob', { attempt: 2 })).status).toBe('SKIPPED');
  });
});

describe('what a decision says about a model', () => {
  const answeredBy = { attempt: 1, arm: 'arm', language: 'fr' };
  const judged = async (kind: DecisionKind, changes: Partial<PhaseRecord> = {}, share = 0) => {
    const one = onePhase('CMO', { ...waiting, answeredBy, ...changes });
    await rewardModel(
      one.parts,
      one.reference,
      samplePhase('CMO', { ...waiting, answeredBy, ...changes }),
      kind,
      share,
    );
    return one.stage.told;
  };

  it.each<[DecisionKind, number, number]>([
    ['APPROVED', 0, 1],
    ['APPROVED', 0.25, 0.75],
    ['REJECTED', 0, 0.2],
    ['SKIPPED', 0, 0],
  ])('%s, with %d of it edited, is worth %d', async (kind, share, worth) => {
    expect(await judged(kind, {}, share)).toEqual([
      [
        { workspaceId: 'wsp_one', agent: 'CMO', language: 'fr' },
        { decision: 'cmp_01JDZZZZZZZZZZZZZZZZZZZZZZ/phase.1!', arms: { arm: { j: worth, k: 1 } }, isOutcome: false },
      ],
    ]);
  });

  it('is told with what the attempt taught, where that waits for it', async () => {
    const untold = { arm: { n: 1, v: 1 }, other: { n: 1 } };
    const [told] = await judged('APPROVED', { answeredBy: { ...answeredBy, untold } });
    expect(told?.[1]).toEqual({
      decision: 'cmp_01JDZZZZZZZZZZZZZZZZZZZZZZ/phase.1',
      arms: { arm: { n: 1, v: 1, j: 1, k: 1 }, other: { n: 1 } },
      isOutcome: true,
    });
  });

  it.each<[string, DecisionKind, Partial<PhaseRecord>]>([
    ['of a retry', 'RETRIED', {}],
    ['of what a person wrote', 'WRITTEN', {}],
    ['of a phase that nobody’s model wrote', 'APPROVED', { answeredBy: undefined }],
    ['of another attempt', 'APPROVED', { attempt: 2 }],
    ['of a phase that failed', 'SKIPPED', { status: 'FAILED' }],
  ])('is nothing %s', async (_what, kind, changes) => expect(await judged(kind, changes)).toEqual([]));

  it('is no reason for a decision to fail', async () => {
    const one = waitingPhase({ answeredBy });
    const arms = { tell: () => Promise.reject(new Error('The table is not there')) };
    expect((await createDecisions({ ...one.parts, arms }).skip(one.reference, 'bob', {})).status).toBe('SKIPPED');
    const { arms: _none, ...without } = waitingPhase({ answeredBy }).parts;
    expect((await createDecisions(without).skip(one.reference, 'bob', {})).status).toBe('SKIPPED');
  });
});

it.each<[PhaseStatus, string]>([
  ['READY', 'RUN_AGAIN'],
  ['RUNNING', 'RUN_AGAIN'],
  ['COMPLETED', 'COMPLETE'],
  ['SKIPPED', 'COMPLETE'],
  ['FAILED', 'COMPLETE'],
])('after a decision a phase in %s goes on to %s', (status, decision) => {
  expect(nextStepOf({ status })).toEqual({ decision });
});
