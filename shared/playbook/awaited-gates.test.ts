// What waits for one phase alone goes on beside the writes that end it; everything else is left to the race of gates.test.ts.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import { repositoriesOf, storeCampaign } from '../../tests/support/stored-campaign.ts';
import type { PhaseRecord } from '../data/phases.ts';
import { lookAhead, openAwaitedGates } from './awaited-gates.ts';
import { prepareEnd } from './steps/complete-phase.ts';

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
let data: ReturnType<typeof repositoriesOf>;
let stored: Awaited<ReturnType<typeof storeCampaign>>;
let answers: [token: string, answer: object][];
const tokens = { succeed: async (token: string, answer: object) => void answers.push([token, answer]) };

beforeAll(async () => {
  memory = await startMemoryTable();
  data = repositoriesOf(memory.table);
});
afterAll(() => memory.stop());
beforeEach(async () => {
  answers = [];
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
/** What is opened when a phase ends that was looked at before. */
const opensAtTheEndOf = async (phaseId: string) => {
  const outlook = await lookAhead(data, stored.reference);
  return openAwaitedGates({ tokens }, outlook, await completed(phaseId));
};

describe('a gate that waits for the ended phase alone', () => {
  it('opens before its dependency is taken off, and is told where its inputs lie', async () => {
    await arrive('strategy');

    expect(await opensAtTheEndOf('research')).toEqual(new Set(['strategy-token']));
    const research = { phaseId: 'research', attempt: 1 };
    expect(answers).toEqual([
      ['strategy-token', { gate: 'OPEN', after: 'research', inputs: expect.arrayContaining([research]) }],
    ]);
    const { pendingDependencies } = (await data.phases.get(stored.phaseOf('strategy').reference)) ?? {};
    expect(pendingDependencies).toEqual(new Set(['research']));
  });

  it('hears of the version that a person wrote, and of the attempt that counts', async () => {
    await arrive('strategy');
    const outlook = await lookAhead(data, stored.reference);
    const ended = { ...(await completed('research')), attempt: 3, outputAttempt: 2, editedVersion: 'abc' };

    await openAwaitedGates({ tokens }, outlook, ended);
    expect(answers).toMatchObject([
      ['strategy-token', { inputs: expect.arrayContaining([{ phaseId: 'research', attempt: 2, version: 'abc' }]) }],
    ]);
  });

  it('is told nothing of inputs when a required one did not come', async () => {
    await arrive('strategy');
    const outlook = await lookAhead(data, stored.reference);
    const skipped = { ...stored.phaseOf('research').record, status: 'SKIPPED' as const };

    await openAwaitedGates({ tokens }, outlook, skipped);
    expect(answers).toEqual([['strategy-token', { gate: 'OPEN', after: 'research' }]]);
  });

  it('is answered once, though the race of its writers comes to it, too', async () => {
    await arrive('strategy');
    const end = await prepareEnd({
      ...data,
      tokens,
      prepareAnnouncement: async () => undefined,
      takeNumbersOfEnd: async () => undefined,
    })(stored.phaseOf('research').reference);

    await end(await completed('research'));
    expect(answers.map(([token]) => token)).toEqual(['strategy-token']);
  });
});

describe('a gate stays shut beside the end of a phase', () => {
  it('while something else is to be done before it', async () => {
    await arrive('content');
    expect(await opensAtTheEndOf('seo')).toEqual(new Set());

    await release(stored.phaseOf('seo').record);
    expect(await opensAtTheEndOf('scriptwriting')).toEqual(new Set(['content-token']));
  });

  it('while nobody waits at it', async () => {
    expect(await opensAtTheEndOf('research')).toEqual(new Set());
  });

  it.each(['PAUSED', 'CANCELLED'] as const)('while the campaign is %s', async (status) => {
    await arrive('strategy');
    await data.campaigns.changeStatus(stored.reference, ['RUNNING'], status, new Date().toISOString(), false);

    expect(await opensAtTheEndOf('research')).toEqual(new Set());
    expect(answers).toEqual([]);
  });
});
