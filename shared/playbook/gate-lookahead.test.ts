// What waits for one phase alone goes on beside the writes that end it; everything else is left to the race of gates.test.ts.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import { repositoriesOf, storeCampaign } from '../../tests/support/stored-campaign.ts';
import type { PhaseRecord } from '../data/phase-records.ts';
import { awaitedGates, lookAhead, type Outlook } from './gate-lookahead.ts';
import { prepareEnd } from './steps/complete-phase.ts';

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
let data: ReturnType<typeof repositoriesOf>;
let stored: Awaited<ReturnType<typeof storeCampaign>>;
let answers: [token: string, answer: object][];
let isStale: boolean;
const tokens = {
  succeed: async (token: string, answer: object) => {
    answers.push([token, answer]);
    return !isStale;
  },
};

beforeAll(async () => {
  memory = await startMemoryTable();
  data = repositoriesOf(memory.table);
});
afterAll(() => memory.stop());
beforeEach(async () => {
  answers = [];
  isStale = false;
  stored = await storeCampaign(data);
});

const arrive = (phaseId: string) => data.phases.storeGateToken(stored.phaseOf(phaseId).reference, `${phaseId}-token`);
/** The end of a phase whose agent has made it. */
const completed = async (phaseId: string): Promise<PhaseRecord> => {
  const phase = await data.phases.change(stored.phaseOf(phaseId).reference, {
    from: ['IDLE'],
    set: { status: 'COMPLETED', outputAttempt: 1 },
  });
  if (!phase) throw new Error(`${phaseId} cannot be completed`);
  return phase;
};
const release = async (ended: PhaseRecord) => {
  for (const phaseId of ended.dependents)
    await data.phases.removeDependency({ ...stored.reference, phaseId }, ended.id);
};
/** The phases behind the gates that were opened. */
const open = async (outlook: Outlook, ended: PhaseRecord): Promise<string[]> => {
  const gates = awaitedGates({ tokens }, outlook, ended);
  await Promise.all([...gates.values()].map((answer) => answer()));
  return [...gates.keys()];
};
/** What is opened when a phase ends that was looked at before. */
const opensAtTheEndOf = async (phaseId: string) => {
  const outlook = await lookAhead(data, stored.reference);
  return open(outlook, await completed(phaseId));
};
/** Ends a phase as its step does. */
const end = async (phaseId: string, prepareAnnouncement = async () => undefined) => {
  const ended = await prepareEnd({
    ...data,
    tokens,
    prepareAnnouncement,
    takeNumbersOfEnd: async () => undefined,
  })(stored.phaseOf(phaseId).reference);
  await ended(await completed(phaseId));
};
const pendingOf = async (phaseId: string) =>
  (await data.phases.get(stored.phaseOf(phaseId).reference))?.pendingDependencies;

describe('a gate that waits for the ended phase alone', () => {
  it('opens, and is told where its inputs lie', async () => {
    await arrive('strategy');

    expect(await opensAtTheEndOf('research')).toEqual(['strategy']);
    const research = { phaseId: 'research', attempt: 1 };
    expect(answers).toEqual([
      ['strategy-token', { gate: 'OPEN', after: 'research', inputs: expect.arrayContaining([research]) }],
    ]);
  });

  it('hears of the version that a person wrote, and of the attempt that counts', async () => {
    await arrive('strategy');
    const outlook = await lookAhead(data, stored.reference);
    const ended = { ...(await completed('research')), attempt: 3, outputAttempt: 2, editedVersion: 'abc' };

    await open(outlook, ended);
    expect(answers).toMatchObject([
      ['strategy-token', { inputs: expect.arrayContaining([{ phaseId: 'research', attempt: 2, version: 'abc' }]) }],
    ]);
  });

  it('is told nothing of inputs when a required one did not come', async () => {
    await arrive('strategy');
    const outlook = await lookAhead(data, stored.reference);
    const skipped = { ...stored.phaseOf('research').record, status: 'SKIPPED' as const };

    await open(outlook, skipped);
    expect(answers).toEqual([['strategy-token', { gate: 'OPEN', after: 'research' }]]);
  });

  it('is answered once, and its phase is left to take the dependency off', async () => {
    await arrive('strategy');

    await end('research');
    expect(answers.map(([token]) => token)).toEqual(['strategy-token']);
    expect(await pendingOf('strategy')).toEqual(new Set(['research']));
  });

  it('is told before webhooks were looked for, and though that failed', async () => {
    await arrive('strategy');
    const looking = Promise.withResolvers<undefined>();

    const ending = end('research', () => looking.promise);
    await expect.poll(() => answers).toHaveLength(1);
    looking.reject(new Error('The table is not there'));
    await expect(ending).rejects.toThrow('The table is not there');
  });

  it('goes the way of all gates when nobody waits at it any more', async () => {
    await arrive('strategy');
    isStale = true;

    await end('research');
    expect(await pendingOf('strategy')).toBeUndefined();
    expect(answers.map(([token]) => token)).toEqual(['strategy-token', 'strategy-token']);
  });
});

describe('a gate stays shut beside the end of a phase', () => {
  it('while something else is to be done before it', async () => {
    await arrive('content');
    expect(await opensAtTheEndOf('seo')).toEqual([]);

    await release(stored.phaseOf('seo').record);
    expect(await opensAtTheEndOf('scriptwriting')).toEqual(['content']);
  });

  it('while nobody waits at it', async () => {
    expect(await opensAtTheEndOf('research')).toEqual([]);
    expect(answers).toEqual([]);
  });

  it.each(['PAUSED', 'CANCELLED'] as const)('while the campaign is %s', async (status) => {
    await arrive('strategy');
    await data.campaigns.changeStatus(stored.reference, ['RUNNING'], status, new Date().toISOString(), false);

    expect(await opensAtTheEndOf('research')).toEqual([]);
    expect(answers).toEqual([]);
  });
});
