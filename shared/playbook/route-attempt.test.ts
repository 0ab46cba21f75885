import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import { repositoriesOf, storeCampaign } from '../../tests/support/stored-campaign.ts';
import { armOf, createBanditStatistics } from '../data/bandit-statistics.ts';
import type { PhaseRecord } from '../data/phase-records.ts';
import type { HeardCall } from '../generation/router/watch-ledger.ts';
import { rewardModel } from './decisions/reward-model.ts';
import { answererOf, learnFrom } from './route-attempt.ts';

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
let stored: Awaited<ReturnType<typeof storeCampaign>>;
let writes = 0;
beforeAll(async () => {
  memory = await startMemoryTable((operation) => {
    writes += operation === 'update' ? 1 : 0;
  });
});
afterAll(() => memory.stop());
beforeEach(async () => {
  stored = await storeCampaign(repositoriesOf(memory.table), { workspaceId: `wsp_${crypto.randomUUID()}` });
});

const call = (id: string, ended: HeardCall['ended']): HeardCall => ({
  ...{ provider: 'somebody', id, isTrained: true, costMicroUsd: 700, seconds: 2, ended },
});
const heard = [call('wrong', 'invalid'), call('right', 'answered')];
const [wrong, right] = ['wrong', 'right'].map((id) => armOf({ provider: 'somebody', id })) as [string, string];

/** Sums are stored weighted, with seven digits. */
const roundedSums = (sums: Awaited<ReturnType<ReturnType<typeof createBanditStatistics>['read']>>) =>
  new Map(
    [...sums].map(([arm, { parts, seen }]) => [
      arm,
      {
        seen,
        parts: Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, Number(value.toFixed(3))])),
      },
    ]),
  );

/** A phase whose attempt was answered, with the statistics it teaches. */
function attemptOf(change: Partial<PhaseRecord>) {
  const { reference, record } = stored.phaseOf('strategy');
  const phase: PhaseRecord = { ...record, ...change };
  const attempt = { reference, phase, campaign: stored.header };
  const arms = createBanditStatistics(memory.table);
  const cell = { workspaceId: reference.workspaceId, agent: 'CMO', language: stored.header.language };
  const answeredBy = answererOf(attempt, heard);
  const waiting: PhaseRecord = { ...phase, status: 'WAITING_VALIDATION', ...(answeredBy ? { answeredBy } : {}) };
  return { reference, attempt, arms, answeredBy, waiting, learnt: async () => roundedSums(await arms.read(cell)) };
}

describe('what an attempt teaches about its models', () => {
  it('is told at once where nobody must see the output', async () => {
    const { attempt, arms, answeredBy, learnt } = attemptOf({ needsApproval: false });
    expect(answeredBy).toEqual({ attempt: 1, arm: right, language: stored.header.language });
    await learnFrom({ arms }, attempt, heard);
    const sums = await learnt();
    expect(sums.get(right)?.parts).toMatchObject({ n: 1, v: 1, f: 1, c: 700, k: 0 });
    expect(sums.get(wrong)?.parts).toMatchObject({ n: 1, v: 0, f: 0, c: 700, k: 0 });
  });

  it.each([
    ['APPROVED', 0, 1],
    ['APPROVED', 0.25, 0.75],
    ['REJECTED', 0, 0.2],
    ['SKIPPED', 0, 0],
  ] as const)(
    'waits for people where they must see it: %s, with %d of it edited, tells both in one write',
    async (kind, share, worth) => {
      const { reference, waiting, arms, learnt } = attemptOf({ needsApproval: true });
      expect(await learnt()).toEqual(new Map());
      writes = 0;
      await rewardModel({ arms }, reference, waiting, kind, share);
      expect(writes).toBe(1);
      const sums = await learnt();
      expect(sums.get(right)).toMatchObject({ seen: 1, parts: { n: 1, v: 1, f: 1, c: 700, k: 1 } });
      expect(sums.get(right)?.parts.j).toBeCloseTo(worth, 6);
      expect(sums.get(wrong)).toMatchObject({ seen: 1, parts: { n: 1, v: 0, c: 700, k: 0 } });
    },
  );

  it('is told once, by the decision that was first', async () => {
    const { reference, waiting, arms, learnt } = attemptOf({ needsApproval: true });
    await rewardModel({ arms }, reference, waiting, 'APPROVED', 0);
    await rewardModel({ arms }, reference, waiting, 'REJECTED', 0);
    expect((await learnt()).get(right)).toMatchObject({ seen: 1, parts: { n: 1, j: 1, k: 1 } });
  });

  it('was told already of a phase that an earlier version asked about: then the verdict is added to it', async () => {
    const { reference, attempt, waiting, arms, learnt } = attemptOf({ needsApproval: true });
    const { attempt: number, arm, language } = waiting.answeredBy as NonNullable<PhaseRecord['answeredBy']>;
    await learnFrom({ arms }, attempt, heard);
    await rewardModel(
      { arms },
      reference,
      { ...waiting, answeredBy: { attempt: number, arm, language } },
      'APPROVED',
      0,
    );
    expect((await learnt()).get(right)).toMatchObject({ seen: 1, parts: { n: 1, j: 1, k: 1 } });
  });

  it('is nothing where a person named the model', async () => {
    const { attempt, arms, answeredBy, learnt } = attemptOf({ needsApproval: true, model: 'right' });
    await learnFrom({ arms }, attempt, heard);
    expect([answeredBy, await learnt()]).toEqual([undefined, new Map()]);
  });
});
