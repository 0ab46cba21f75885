// The two steps that wait for people: whom they remind, whom they ask no more, and how a phase ends that nobody decided on.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startMemoryTable } from '../../../tests/support/memory-table.ts';
import { repositoriesOf, storeCampaign } from '../../../tests/support/stored-campaign.ts';
import type { PhaseReference } from '../../contracts/identifiers.ts';
import type { NewLiveEvent } from '../../contracts/live-events.ts';
import type { PhaseStatus } from '../../contracts/phase.ts';
import { longestRunDays } from '../../domain/playbook/approval-deadlines.ts';
import type { Publication } from '../../events/publisher.ts';
import { sampleOutputs } from '../../export/testing/sample-outputs.ts';
import { parkFailure } from './park-failure.ts';
import { requestApproval } from './request-approval.ts';

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
let data: ReturnType<typeof repositoriesOf>;
let reference: PhaseReference;
let published: NewLiveEvent[];
let answered: [string, unknown][];
let names: (string | undefined)[];
let now: Date;
const executionStartedAt = '2026-01-10T10:00:00.000Z';
const goOn = (days: number) => {
  now = new Date(Date.parse(executionStartedAt) + days * 24 * 60 * 60 * 1000);
};

beforeAll(async () => {
  memory = await startMemoryTable();
  data = repositoriesOf(memory.table);
});
afterAll(() => memory.stop());
beforeEach(async () => {
  reference = (await storeCampaign(data)).phaseOf('strategy').reference;
  await data.outputs.put(reference, 1, sampleOutputs.CMO);
  published = [];
  answered = [];
  names = [];
  goOn(0);
});

const parts = () => ({
  ...data,
  clock: () => now,
  prepareAnnouncement: async () => undefined,
  publish: async (_reference: unknown, { events, once }: Publication) => {
    published.push(...events);
    names.push(once?.name);
    return undefined;
  },
  tokens: {
    succeed: async (token: string, output: unknown) => {
      answered.push([token, output]);
      return true;
    },
  },
});
const ask = (taskToken: string, isAsked = true) =>
  requestApproval(parts())({
    ...reference,
    taskToken,
    executionStartedAt,
    run: { outcome: 'NEEDS_APPROVAL', isAsked },
  });
const park = (taskToken: string, error = 'States.Timeout') =>
  parkFailure(parts())({ ...reference, taskToken, executionStartedAt, run: { Error: error } });
const putInto = (status: PhaseStatus) =>
  data.phases.change(reference, { from: ['IDLE'], set: { status, waitingSince: now.toISOString() } });
const said = () => published.flatMap((event) => (event.type === 'phase:status' ? [event.data] : []));

describe('a question', () => {
  it('is asked again after a week, with the new token and a reminder that says how long', async () => {
    await putInto('WAITING_VALIDATION');
    await ask('first');
    goOn(7);
    await ask('second');

    expect(said().map(({ status, waitedDays }) => [status, waitedDays])).toEqual([['WAITING_VALIDATION', 7]]);
    expect(names).toEqual(['1 WAITING_VALIDATION week 1']);
    expect((await data.phases.get(reference))?.decisionToken).toBe('second');
    expect(answered).toEqual([]);
  });

  it('is the same one when the platform restarts, which says nothing anew', async () => {
    await putInto('WAITING_VALIDATION');
    await ask('first');
    goOn(6);
    await ask('second');

    expect(published).toEqual([]);
    expect((await data.phases.get(reference))?.decisionToken).toBe('second');
  });

  it('that the run of the agent did not get to put is put here', async () => {
    await putInto('WAITING_VALIDATION');
    await ask('first', false);

    expect(published.map(({ type }) => type)).toEqual(['phase:output', 'phase:status']);
    expect(names).toEqual(['1 WAITING_VALIDATION']);
  });

  it('that nobody answered ends the phase as failed, and nobody is asked about that', async () => {
    await putInto('WAITING_VALIDATION');
    await ask('first');
    goOn(14);
    await park('second');

    expect(await data.phases.get(reference)).toMatchObject({ status: 'FAILED', failure: { name: 'NobodyDecided' } });
    expect(answered).toEqual([['second', { decision: 'COMPLETE' }]]);
    expect(said().at(-1)?.status).toBe('FAILED');
  });

  it('that was answered in the last moment stays answered', async () => {
    await putInto('WAITING_VALIDATION');
    await ask('first');
    await data.phases.change(reference, { from: ['WAITING_VALIDATION'], set: { status: 'COMPLETED' } });
    goOn(14);
    await park('second');

    expect((await data.phases.get(reference))?.status).toBe('COMPLETED');
    expect(answered).toEqual([['second', { decision: 'COMPLETE' }]]);
  });

  it('of a phase that ended unanswered is not asked again by a repeated step', async () => {
    await putInto('WAITING_VALIDATION');
    await ask('first');
    await park('second');
    await park('third', 'Unknown');

    expect(answered.map(([token]) => token)).toEqual(['second', 'third']);
  });
});

describe('a failure', () => {
  it('waits for a person also when the time of its agent was over', async () => {
    await putInto('RUNNING');
    await park('first');

    expect(await data.phases.get(reference)).toMatchObject({ status: 'FAILED', decisionToken: 'first' });
    expect(answered).toEqual([]);
  });
});

describe('a run that has lasted nine months', () => {
  it('asks nobody any more', async () => {
    await putInto('WAITING_VALIDATION');
    goOn(longestRunDays + 1);

    await expect(ask('first')).rejects.toMatchObject({ name: 'RunTooOld' });
    expect(await data.phases.get(reference)).not.toHaveProperty('decisionToken');
  });

  it('ends what fails', async () => {
    await putInto('RUNNING');
    goOn(longestRunDays + 1);
    await park('first', 'RunTooOld');

    expect(await data.phases.get(reference)).toMatchObject({ status: 'FAILED', failure: { name: 'RunTooOld' } });
    expect(answered).toEqual([['first', { decision: 'COMPLETE' }]]);
  });
});
