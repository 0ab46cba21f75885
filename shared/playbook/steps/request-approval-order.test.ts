// The steps that wait for people, over one phase in memory: what is stored, what is said, and who is let go on at once.
import { describe, expect, it } from 'vitest';
import { onePhase } from '../../../tests/support/one-phase.ts';
import type { Campaigns } from '../../data/campaigns.ts';
import type { PhaseRecord } from '../../data/phase-records.ts';
import { parkFailure } from './park-failure.ts';
import { requestApproval } from './request-approval.ts';

const executionStartedAt = '2026-11-26T09:00:00.000Z';
const now = '2026-11-26T10:00:00.000Z';
type Report = Parameters<ReturnType<typeof parkFailure>>[0]['run'];

function waiting(changes: Partial<PhaseRecord>) {
  const one = onePhase('CMO', changes);
  one.make({ strategyReport: 'stored' });
  const campaigns = { getWithReservations: async () => undefined } as unknown as Campaigns;
  const prepareAnnouncement = async () => 'prepared' as never;
  const parts = { ...one.parts, campaigns, prepareAnnouncement, calls: { ofAttempt: async () => [] } };
  const task = { ...one.reference, taskToken: 'new', executionStartedAt };
  return {
    ...one,
    park: (run: Report) => parkFailure(parts)({ ...task, run }),
    ask: (isAsked = false) => requestApproval(parts)({ ...task, run: { outcome: 'NEEDS_APPROVAL', isAsked } }),
  };
}

describe('a failure', () => {
  const failure = { name: 'OutputInvalid', reason: 'It did not fit.' };
  const unknown = { name: 'Unknown', reason: expect.stringContaining('failed unexpectedly') };
  it.each<[string, Report, string, object]>([
    ['of the run', { outcome: 'PARKED', answer: { outcome: 'PARKED', failure } }, 'FAILED', failure],
    ['at the cap', { outcome: 'PARKED', answer: { outcome: 'PARKED', failure: { ...failure, name: 'BudgetExceeded' } } }, 'BUDGET_HOLD', { ...failure, name: 'BudgetExceeded' }],
    ['that a repeated run says nothing about', { outcome: 'PARKED', answer: { outcome: 'PARKED' } }, 'FAILED', unknown],
    ['of an outcome that nobody knows', { outcome: 'ODD', answer: { outcome: 'DONE' } }, 'FAILED', unknown],
    ['without an answer', { outcome: 'ODD' }, 'FAILED', unknown],
    ['that was caught', { Error: 'RunTooOld' }, 'FAILED', { name: 'RunTooOld', reason: expect.stringContaining('nine months') }],
    ['in its time', { Error: 'States.Timeout' }, 'FAILED', { name: 'States.Timeout', reason: expect.stringContaining('is over') }],
  ])('%s is kept with the token, and said with its reason', async (_what, run, status, kept) => {
    const { park, stage } = waiting({ status: 'RUNNING' });
    await park(run);
    expect(stage.phase).toMatchObject({ status, failure: kept, decisionToken: 'new', waitingSince: now });
    expect(stage.published).toEqual([
      {
        events: [
          { type: 'phase:error', data: { phaseId: 'phase', attempt: 1, failure: kept } },
          { type: 'phase:status', data: { phaseId: 'phase', attempt: 1, status } },
        ],
        once: { phaseId: 'phase', name: `1 ${status}` },
      },
    ]);
    expect(stage.answered).toEqual([]);
  }); // biome-ignore format: a table

  it.each(['FAILED', 'BUDGET_HOLD'] as const)('that is parked already (%s) gets the new token, and stays what it was', async (status) => {
    const { park, stage } = waiting({ status, failure, decisionToken: 'old', waitingSince: now });
    await park({ outcome: 'ODD' });
    expect(stage.phase).toMatchObject({ status, failure, decisionToken: 'new' });
    expect(stage.published[0]?.events[0]).toMatchObject({ data: { failure } });
  }); // biome-ignore format: one line

  it('after a question that nobody answered ends the phase, and lets the others go on', async () => {
    const { park, stage } = waiting({ status: 'WAITING_VALIDATION', decisionToken: 'old' });
    await park({ Error: 'States.Timeout' });
    expect(stage.phase).toMatchObject({ status: 'FAILED', failure: { name: 'NobodyDecided' }, waitingSince: now });
    expect(stage.phase).not.toHaveProperty('decisionToken');
    expect(stage.answered).toEqual([['new', { decision: 'COMPLETE' }]]);
  });

  it('of another kind while a question is open is one like any other', async () => {
    const { park, stage } = waiting({ status: 'WAITING_VALIDATION', decisionToken: 'old' });
    await park({ Error: 'Lambda.Unknown' });
    expect(stage.phase).toMatchObject({ status: 'FAILED', failure: { name: 'Lambda.Unknown' }, decisionToken: 'new' });
    expect(stage.answered).toEqual([]);
  });

  it.each(['COMPLETED', 'SKIPPED'] as const)('of a phase that is %s by now lets the others go on', async (status) => {
    const { park, stage } = waiting({ status });
    await park({ outcome: 'ODD' });
    expect([stage.answered, stage.published]).toEqual([[['new', { decision: 'COMPLETE' }]], []]);
  });

  it('of a phase that is gone says so', async () => {
    const { park, stage } = waiting({ status: 'RUNNING' });
    stage.phase = undefined;
    await expect(park({ outcome: 'ODD' })).rejects.toMatchObject({ name: 'CampaignGone' });
  });
});

describe('a question', () => {
  const asked = { status: 'WAITING_VALIDATION', outputAttempt: 1, waitingSince: now } as const;

  it('that the run of the agent has put only gets its token', async () => {
    const { ask, stage } = waiting(asked);
    await ask(true);
    expect(stage.phase).toMatchObject({ ...asked, decisionToken: 'new' });
    expect([stage.answered, stage.published]).toEqual([[], []]);
  });

  it('that the run did not get to put is put with the output, its cost and the token', async () => {
    const { ask, stage } = waiting(asked);
    await ask();
    expect(stage.phase).toMatchObject({ status: 'WAITING_VALIDATION', decisionToken: 'new', waitingSince: now });
    expect(stage.published).toEqual([
      {
        events: [
          { type: 'phase:output', data: { phaseId: 'phase', attempt: 1, output: { strategyReport: 'stored' } } },
          { type: 'phase:status', data: { phaseId: 'phase', status: 'WAITING_VALIDATION', attempt: 1 } },
        ],
        ...{ withCost: true, settlements: [], prepared: { announcement: 'prepared' } },
        once: { phaseId: 'phase', name: '1 WAITING_VALIDATION' },
      },
    ]);
    expect(stage.answered).toEqual([]);
  });

  it.each([
    [6.9, undefined, '1 WAITING_VALIDATION'],
    [7, 7, '1 WAITING_VALIDATION week 1'],
  ])('that the run did not get to put is named by the weeks it has waited: %d days', async (days, waitedDays, name) => {
    const waitingSince = new Date(Date.parse(now) - days * 86_400_000).toISOString();
    const { ask, stage } = waiting({ status: 'WAITING_VALIDATION', decisionToken: 'old', waitingSince });
    await ask();
    expect(stage.phase).toMatchObject({ decisionToken: 'new', waitingSince });
    expect([stage.published[0]?.events[1]?.data, stage.published[0]?.once?.name]).toMatchObject([waitedDays ? { waitedDays } : {}, name]);
    if (!waitedDays) expect(stage.published[0]?.events[1]?.data).not.toHaveProperty('waitedDays');
  }); // biome-ignore format: one line

  it.each([
    ['READY', 'RUN_AGAIN'],
    ['COMPLETED', 'COMPLETE'],
  ] as const)('about a phase that is %s by now goes on: %s', async (status, decision) => {
    const { ask, stage } = waiting({ status });
    await ask();
    expect([stage.answered, stage.published]).toEqual([[['new', { decision }]], []]);
  });

  it('about a phase that is gone, or in a run that is too old, is put to nobody', async () => {
    const gone = waiting(asked);
    gone.stage.phase = undefined;
    await expect(gone.ask()).rejects.toMatchObject({ name: 'CampaignGone' });
    const old = waiting(asked);
    old.stage.now = new Date('2027-11-26T10:00:00.000Z');
    await expect(old.ask()).rejects.toMatchObject({ name: 'RunTooOld' });
    expect(old.stage.phase).not.toHaveProperty('decisionToken');
  });
});
