import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import { mortalProcess } from '../../tests/support/mortal-process.ts';
import { repositoriesOf, storeCampaign } from '../../tests/support/stored-campaign.ts';
import type { PhaseStatus } from '../contracts/phase.ts';
import { isGoingOn } from '../data/phase-records.ts';
import { sampleOutputs } from '../export/testing/sample-outputs.ts';
import { ProblemError } from '../runtime/problem-error.ts';
import { createDecisions } from './decisions.ts';

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
let data: ReturnType<typeof repositoriesOf>;
let stored: Awaited<ReturnType<typeof storeCampaign>>;
let reference: ReturnType<typeof stored.phaseOf>['reference'];
/** Tokens answered, with their outputs; while `isCutOff`, answering fails as it does when the process dies. */
const answered: [string, unknown][] = [];
let isCutOff = false;

beforeAll(async () => {
  memory = await startMemoryTable();
  data = repositoriesOf(memory.table);
});
afterAll(() => memory.stop());
beforeEach(async () => {
  answered.length = 0;
  isCutOff = false;
  stored = await storeCampaign(data);
  reference = stored.phaseOf('strategy').reference;
  await data.outputs.put(reference, 1, sampleOutputs.CMO);
});

/** Every model is known. */
const check = { model: () => {} };
const decisions = (over = data) =>
  createDecisions({
    ...over,
    publish: async () => undefined,
    prepareEnd: async () => async (_phase, more) => void (await more?.whenEnded?.()),
    check,
    tokens: {
      succeed: async (token, output) => {
        if (isCutOff) throw new Error('cut off');
        answered.push([token, output]);
        return true;
      },
    },
    clock: () => new Date('2026-11-23T10:00:00.000Z'),
  });
const putInto = (status: PhaseStatus) =>
  data.phases.change(reference, { from: ['IDLE'], set: { status, decisionToken: 'token-1', outputAttempt: 1 } });
const conflict = async (decision: Promise<unknown>) => {
  const error = await decision.then(() => undefined).catch((reason: unknown) => reason);
  if (!(error instanceof ProblemError)) throw new Error(`A conflict was expected, not ${String(error)}`);
  return [error.code, error.message];
};
const act = {
  approve: (by = decisions(), attempt?: number) => by.approve(reference, 'person', { attempt }),
  reject: (by = decisions(), attempt?: number) => by.reject(reference, 'person', { feedback: 'bolder', attempt }),
  retry: (by = decisions(), attempt?: number) => by.retry(reference, 'person', { attempt }),
  skip: (by = decisions(), attempt?: number) => by.skip(reference, 'person', { attempt }),
  write: (by = decisions(), attempt?: number) => by.write(reference, 'person', { output: sampleOutputs.CMO, attempt }),
};
type Action = keyof typeof act;
const decided = async () => (await data.phases.get(reference))?.decisions;

describe('a decision that was cut off between its record and the waiting task', () => {
  it.each<[Action, PhaseStatus, string, string]>([
    ['approve', 'WAITING_VALIDATION', 'COMPLETED', 'COMPLETE'],
    ['skip', 'WAITING_VALIDATION', 'SKIPPED', 'COMPLETE'],
    ['reject', 'WAITING_VALIDATION', 'READY', 'RUN_AGAIN'],
    ['retry', 'FAILED', 'READY', 'RUN_AGAIN'],
    ['retry', 'BUDGET_HOLD', 'READY', 'RUN_AGAIN'],
    ['skip', 'FAILED', 'SKIPPED', 'COMPLETE'],
    ['write', 'FAILED', 'COMPLETED', 'COMPLETE'],
    ['write', 'BUDGET_HOLD', 'COMPLETED', 'COMPLETE'],
  ])('%s of a phase in %s stands, and repeating it sends the answer again', async (action, status, after, decision) => {
    await putInto(status);
    isCutOff = true;
    await expect(act[action]()).rejects.toThrow('cut off');
    expect((await data.phases.get(reference))?.status).toBe(after);
    isCutOff = false;
    expect((await conflict(act[action]()))[0]).toBe('conflict');
    expect(answered).toEqual([['token-1', { decision }]]);
    expect((await data.phases.get(reference))?.status).toBe(after);
  });

  it('is not taken back by somebody who decides otherwise meanwhile', async () => {
    await putInto('WAITING_VALIDATION');
    isCutOff = true;
    await expect(act.reject()).rejects.toThrow('cut off');
    isCutOff = false;
    await conflict(act.approve());
    expect(answered).toEqual([['token-1', { decision: 'RUN_AGAIN' }]]);
    expect(await data.phases.get(reference)).toMatchObject({
      status: 'READY',
      attempt: 2,
      decisions: [{ feedback: 'bolder' }],
    });
  });
});

describe('a decision that the phase does not wait for', () => {
  it.each<[Action, PhaseStatus, string]>([
    [
      'approve',
      'FAILED',
      'Phase "strategy" is FAILED; this decision needs it to be WAITING_VALIDATION. Retry it, write its output, or skip it.',
    ],
    [
      'reject',
      'BUDGET_HOLD',
      'Phase "strategy" is BUDGET_HOLD; this decision needs it to be WAITING_VALIDATION. Raise the cap and retry it, write its output, or skip it.',
    ],
    [
      'write',
      'WAITING_VALIDATION',
      'Phase "strategy" is WAITING_VALIDATION; this decision needs it to be FAILED or BUDGET_HOLD. Approve it, reject it or skip it.',
    ],
    [
      'retry',
      'WAITING_VALIDATION',
      'Phase "strategy" is WAITING_VALIDATION; this decision needs it to be FAILED or BUDGET_HOLD. Approve it, reject it or skip it.',
    ],
  ])(
    '%s in %s says what is needed, and answers no task that still waits for a person',
    async (action, status, message) => {
      await putInto(status);
      expect(await conflict(act[action]())).toEqual(['conflict', message]);
      expect(answered).toEqual([]);
      expect((await data.phases.get(reference))?.status).toBe(status);
    },
  );

  it.each<Action>(['approve', 'reject', 'retry', 'skip', 'write'])(
    '%s before the phase began changes nothing',
    async (action) => {
      expect((await conflict(act[action]()))[0]).toBe('conflict');
      expect(answered).toEqual([]);
      expect(await decided()).toEqual([]);
    },
  );

  it('of an unknown phase is not found', async () => {
    const nowhere = { ...stored.reference, phaseId: 'nowhere' };
    expect(await conflict(decisions().skip(nowhere, 'person', {}))).toEqual([
      'not-found',
      'This campaign has no phase "nowhere".',
    ]);
  });
});

it('of two at the same moment one wins, and leaves the only record', async () => {
  await putInto('WAITING_VALIDATION');
  const outcomes = await Promise.allSettled([act.approve(), act.reject(), act.skip(), act.approve()]);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await decided()).toHaveLength(1);
  // Those that came too late may have sent the winner's answer once more, never another one.
  expect(new Set(answered.map(([token, output]) => `${token} ${JSON.stringify(output)}`)).size).toBe(1);
});

it('a refused edit changes nothing and names the field', async () => {
  await putInto('WAITING_VALIDATION');
  const editedData = { strategyReport: { ...sampleOutputs.CMO.strategyReport, keyMessages: ['only one'] } };
  const error = await decisions()
    .approve(reference, 'person', { editedData })
    .catch((reason: unknown) => reason);
  expect(error).toMatchObject({
    code: 'validation-failed',
    fieldErrors: [{ pointer: '#/editedData/strategyReport/keyMessages' }],
  });
  expect((await data.phases.get(reference))?.status).toBe('WAITING_VALIDATION');
});

it('an approval that comes too late leaves the variants as the winner marked them', async () => {
  const visuals = stored.phaseOf('visuals').reference;
  await data.outputs.put(visuals, 1, sampleOutputs.designer);
  await data.phases.change(visuals, { from: ['IDLE'], set: { status: 'WAITING_VALIDATION', outputAttempt: 1 } });
  const marked: string[] = [];
  const late = createDecisions({
    ...data,
    // Somebody else's decision was written between our look at the phase and our own write.
    phases: { ...data.phases, change: async () => undefined },
    assets: {
      ...data.assets,
      changeStatus: async (_workspaceId, assetId, status) => {
        marked.push(`${assetId} ${status}`);
        return undefined;
      },
    },
    publish: async () => undefined,
    prepareEnd: async () => async () => {},
    check,
    tokens: { succeed: async () => true },
    clock: () => new Date('2026-11-23T10:00:00.000Z'),
  });

  expect((await conflict(late.approve(visuals, 'person', { choice: 'A' })))[0]).toBe('conflict');

  expect(marked).toEqual([]);
});

it.each([
  ['that stopped at the cap goes on with the films under way', 'BUDGET_HOLD', {}, true],
  ['with instructions begins anew', 'BUDGET_HOLD', { instructions: 'Slower' }, false],
  ['of what failed begins anew', 'FAILED', {}, false],
] as const)('a retry of a phase %s', async (_what, status, wishes, goesOn) => {
  const videoJobs = { 'video-A': { jobId: 'job-1', model: 'fake-1', call: 'strategy.1.video-A' } };
  await data.phases.change(reference, { from: ['IDLE'], set: { status, videoJobs } });
  await decisions().retry(reference, 'person', wishes);
  const phase = await data.phases.get(reference);
  expect([phase?.attempt, phase?.videoJobs, phase && isGoingOn(phase)]).toEqual([2, goesOn ? videoJobs : {}, goesOn]);
});

it('a retry in a campaign that has ended is refused, for nothing would run: a relaunch does it', async () => {
  await putInto('FAILED');
  await data.campaigns.changeStatus(stored.reference, ['RUNNING'], 'FAILED', '2026-11-23T10:00:00.000Z', true);

  await expect(decisions().retry(reference, 'person', {})).rejects.toMatchObject({
    code: 'conflict',
    message: 'The campaign has ended and is FAILED. Relaunch it: its failed phases run again then.',
  });

  expect((await data.phases.get(reference))?.status).toBe('FAILED');
});

describe('an output that a person writes', () => {
  it('counts as that of the attempt, beside whatever its agent left, and says whose it is', async () => {
    await putInto('FAILED');
    const written = { strategyReport: { ...sampleOutputs.CMO.strategyReport, summary: 'Written by hand.' } };

    const phase = await decisions().write(reference, 'person', { output: written, comment: 'The model would not.' });

    expect(phase).toMatchObject({
      status: 'COMPLETED',
      outputAttempt: 1,
      approvedBy: 'person',
      decisions: [{ decision: 'WRITTEN', feedback: 'The model would not.', editedPaths: ['#/strategyReport'] }],
    });
    expect(await data.outputs.get(reference, 1, phase.editedVersion)).toEqual(written);
    expect(await data.outputs.get(reference, 1)).toEqual(sampleOutputs.CMO);
  });

  it('is refused with the fields that later phases could not read, and changes nothing', async () => {
    await putInto('FAILED');
    const output = { strategyReport: { ...sampleOutputs.CMO.strategyReport, keyMessages: ['only one'] } };

    await expect(decisions().write(reference, 'person', { output })).rejects.toMatchObject({
      code: 'validation-failed',
      fieldErrors: [{ pointer: '#/output/strategyReport/keyMessages' }],
    });

    expect((await data.phases.get(reference))?.status).toBe('FAILED');
  });

  it('may name files of its own campaign only', async () => {
    const visuals = stored.phaseOf('visuals').reference;
    await data.phases.change(visuals, { from: ['IDLE'], set: { status: 'FAILED' } });

    await expect(
      decisions().write(visuals, 'person', { output: structuredClone(sampleOutputs.designer) }),
    ).rejects.toMatchObject({
      code: 'validation-failed',
      fieldErrors: expect.arrayContaining([
        { pointer: '#/output/visuals/0/assetId', detail: 'assetId must be a file of this campaign' },
      ]),
    });
  });

  it('is refused once the campaign has ended: nothing would go on', async () => {
    await putInto('FAILED');
    await data.campaigns.changeStatus(stored.reference, ['RUNNING'], 'CANCELLED', '2026-11-23T10:00:00.000Z', true);

    expect((await conflict(act.write()))[0]).toBe('conflict');
  });
});

it('a phase is tried again ten times, whatever it was revised; then it can be skipped', async () => {
  await putInto('FAILED');
  await data.phases.change(reference, { from: ['FAILED'], set: { revisions: 3, attempt: 13 } });
  await act.retry();
  await data.phases.change(reference, { from: ['READY'], set: { status: 'FAILED' } });

  expect((await conflict(act.retry()))[0]).toBe('revision-limit');
  expect((await act.skip()).status).toBe('SKIPPED');
});

describe('a decision about an attempt', () => {
  it.each<[Action, PhaseStatus]>([
    ['approve', 'WAITING_VALIDATION'],
    ['reject', 'WAITING_VALIDATION'],
    ['skip', 'WAITING_VALIDATION'],
    ['retry', 'FAILED'],
    ['write', 'BUDGET_HOLD'],
  ])('that the phase has left is a conflict which says its current one: %s', async (action, status) => {
    await putInto(status);
    await data.phases.change(reference, { from: [status], set: { attempt: 2 } });

    expect(await conflict(act[action](decisions(), 1))).toEqual([
      'conflict',
      `You decided about attempt 1 of phase "strategy", and its current one is attempt 2 (${status}). Read the phase again, then decide about that.`,
    ]);

    expect(await data.phases.get(reference)).toMatchObject({ status, attempt: 2, decisions: [] });
    expect(answered).toEqual([]);
    await data.outputs.put(reference, 2, sampleOutputs.CMO);
    expect((await act[action](decisions(), 2)).decisions).toMatchObject([{ attempt: 2 }]);
  });

  it('that was cut off is still answered when it is repeated', async () => {
    await putInto('WAITING_VALIDATION');
    isCutOff = true;
    await expect(act.reject(decisions(), 1)).rejects.toThrow('cut off');
    isCutOff = false;
    await conflict(act.reject(decisions(), 1));
    expect(answered).toEqual([['token-1', { decision: 'RUN_AGAIN' }]]);
  });
});

describe('a decision whose process dies', () => {
  it.each<[Action, PhaseStatus, string]>([
    ['approve', 'WAITING_VALIDATION', 'APPROVED'],
    ['reject', 'WAITING_VALIDATION', 'REJECTED'],
    ['skip', 'WAITING_VALIDATION', 'SKIPPED'],
    ['retry', 'FAILED', 'RETRIED'],
    ['write', 'FAILED', 'WRITTEN'],
  ])('at whichever request to the table counts with its record or not at all: %s', async (action, status, kind) => {
    const outcomes = new Set<string>();
    for (let halfSteps = 0; ; halfSteps += 1) {
      stored = await storeCampaign(data);
      reference = stored.phaseOf('strategy').reference;
      await data.outputs.put(reference, 1, sampleOutputs.CMO);
      await putInto(status);
      const process = mortalProcess(halfSteps);
      const ending = await process.run(() =>
        act[action](decisions(repositoriesOf(memory.tableOf(process.client), data.bucket))),
      );
      const phase = await data.phases.get(reference);
      const isDecided = phase?.status !== status;
      expect([halfSteps, phase?.decisions.map(({ decision }) => decision)]).toEqual([
        halfSteps,
        isDecided ? [kind] : [],
      ]);
      outcomes.add(isDecided ? 'decided' : 'open');
      if (ending !== 'died') break;
    }
    expect([...outcomes]).toEqual(['open', 'decided']);
  });
});

describe('an edit of posts', () => {
  it('is refused when it moves one into the past, with the pointer of that post', async () => {
    const distribution = stored.phaseOf('distribution').reference;
    const output = structuredClone(sampleOutputs.Social);
    await data.outputs.put(distribution, 1, output);
    await data.phases.change(distribution, {
      from: ['IDLE'],
      set: { status: 'WAITING_VALIDATION', decisionToken: 'token-1', outputAttempt: 1 },
    });
    const editedData = structuredClone(output);
    Object.assign(editedData.scheduledPosts[1] ?? {}, { scheduledAt: '2026-11-23T09:59:59.000Z' });

    const refusal = await decisions()
      .approve(distribution, 'person', { editedData })
      .catch((error: unknown) => error);

    expect(refusal).toMatchObject({
      code: 'validation-failed',
      fieldErrors: [{ pointer: '#/editedData/scheduledPosts/1/scheduledAt' }],
    });
    expect((await data.phases.get(distribution))?.status).toBe('WAITING_VALIDATION');
  });
});
