// The rules of gates, without a table: which are ready, what holds them, and where the inputs behind them lie. Their race is held in gates.test.ts.
import { describe, expect, it } from 'vitest';
import { onePhase, sampleHeader, samplePhase } from '../../tests/support/one-phase.ts';
import type { CampaignStatus } from '../contracts/campaign.ts';
import type { PhaseProgress, PhaseRecord } from '../data/phase-records.ts';
import type { Phases } from '../data/phases.ts';
import { awaitedGates, inputsOf, lookAhead } from './gate-lookahead.ts';
import { isReady, openHeldGates, openReadyGates, releaseDependants } from './gates.ts';

const waiting = (id: string, changes: Partial<PhaseRecord> = {}) =>
  samplePhase('SEO', { id, gateToken: `${id}-token`, ...changes });

it('a gate is ready once somebody waits at it and nothing is left to wait for', () => {
  expect(
    [
      waiting('a'),
      waiting('a', { pendingDependencies: new Set() }),
      waiting('a', { pendingDependencies: new Set(['b']) }),
      waiting('a', { gateToken: undefined }),
    ].map(isReady),
  ).toEqual([true, true, false, false]);
});

describe('gates that are ready', () => {
  const opened = async (phases: readonly (PhaseRecord | undefined)[], now: CampaignStatus, before?: CampaignStatus) => {
    const one = onePhase('SEO', {}, { status: now });
    let looks = 0;
    const campaigns = {
      ...one.parts.campaigns,
      async get() {
        looks += 1;
        return one.stage.campaign;
      },
    };
    const beside = before && { ...sampleHeader, status: before };
    await openReadyGates({ campaigns, tokens: one.parts.tokens }, one.reference, phases, beside);
    return [one.stage.answered, looks] as const;
  };
  const open = (id: string) => [`${id}-token`, { gate: 'OPEN' }];

  it('open while the campaign runs', async () => {
    expect(await opened([waiting('a'), undefined, waiting('b')], 'RUNNING')).toEqual([[open('a'), open('b')], 1]);
  });

  it.each<CampaignStatus>(['PAUSED', 'CANCELLED', 'DRAFT'])('stay shut while it is %s, but for what has ended', async (status) => {
    const phases = [waiting('a'), waiting('b', { status: 'COMPLETED' }), waiting('c', { status: 'SKIPPED' })];
    expect((await opened(phases, status))[0]).toEqual([open('b'), open('c')]);
  }); // biome-ignore format: one line

  it('are not looked for where there are none', async () => {
    expect(await opened([undefined, waiting('a', { pendingDependencies: new Set(['b']) })], 'RUNNING')).toEqual([[], 0]);
  }); // biome-ignore format: one line

  it('open by a header that runs, and one that is paused is looked at again', async () => {
    expect(await opened([waiting('a')], 'PAUSED', 'RUNNING')).toEqual([[open('a')], 0]);
    expect(await opened([waiting('a')], 'RUNNING', 'PAUSED')).toEqual([[open('a')], 1]);
    expect(await opened([waiting('a', { status: 'SKIPPED' })], 'PAUSED', 'PAUSED')).toEqual([[open('a')], 0]);
  });

  it('are all of a campaign’s when a pause is lifted', async () => {
    const one = onePhase('SEO');
    const phases = { ...one.parts.phases, list: async () => [waiting('a'), samplePhase('SEO', { id: 'b' })] };
    await openHeldGates({ ...one.parts, phases: phases as unknown as Phases }, one.reference);
    expect(one.stage.answered.map(([token]) => token)).toEqual(['a-token']);
  });
});

it('those behind an ended phase are freed of it, but for those that went through', async () => {
  const freed: unknown[] = [];
  const phases = {
    async removeDependency({ phaseId }: { phaseId: string }, id: string) {
      freed.push([phaseId, id]);
      return waiting(phaseId);
    },
  } as unknown as Phases;
  const ended = samplePhase('CMO', { dependents: ['a', 'b', 'c'] });
  const awaited = new Map([
    ['a', async () => true],
    ['b', async () => false],
  ]);
  const left = await releaseDependants(phases, { workspaceId: 'wsp_one', campaignId: 'cmp_1' }, ended, awaited);
  expect(left.map((phase) => phase?.id)).toEqual([undefined, 'b', 'c']);
  expect(freed).toEqual([
    ['b', 'phase'],
    ['c', 'phase'],
  ]);
});

describe('inputs', () => {
  const source = (phaseId: string, optional = false, name = 'value') => ({ name, phaseId, optional });
  const made = (id: string, changes: Partial<PhaseProgress> = {}): PhaseProgress => ({
    ...{ id, status: 'COMPLETED', attempt: 3 },
    ...changes,
  });
  it.each<[string, ReturnType<typeof source>[], PhaseProgress[], object[] | undefined]>([
    ['lie in the attempt of their phase', [source('a')], [made('a')], [{ phaseId: 'a', attempt: 3 }]],
    ['lie in the attempt and version that count', [source('a')], [made('a', { outputAttempt: 2, editedVersion: 'v' })], [{ phaseId: 'a', attempt: 2, version: 'v' }]],
    ['of one phase lie in one place', [source('a'), source('a', false, 'other')], [made('a')], [{ phaseId: 'a', attempt: 3 }]],
    ['that are optional may not have come', [source('a', true), source('b', true)], [made('a', { status: 'SKIPPED' })], []],
    ['that are required must have', [source('a')], [made('a', { status: 'SKIPPED' })], undefined],
    ['of a phase that there is not have not come', [source('a')], [], undefined],
  ])('%s', (_what, sources, phases, inputs) => expect(inputsOf(sources, phases)).toEqual(inputs)); // biome-ignore format: a table
});

it('gates that wait for an ended phase alone are found among those that were looked at, while the campaign runs', async () => {
  const phases = [
    waiting('alone', { pendingDependencies: new Set(['phase']) }),
    waiting('other', { pendingDependencies: new Set(['copy']) }),
    waiting('both', { pendingDependencies: new Set(['phase', 'copy']) }),
    waiting('free'),
    waiting('stranger', { pendingDependencies: new Set(['phase']) }),
    waiting('absent', { gateToken: undefined, pendingDependencies: new Set(['phase']) }),
  ];
  const one = onePhase('CMO');
  const listed = { ...one.parts.phases, listGated: async () => phases } as unknown as Phases;
  const outlook = await lookAhead({ ...one.parts, phases: listed }, one.reference);
  const ended = samplePhase('CMO', { dependents: ['alone', 'other', 'both', 'free', 'absent'] });
  expect([...awaitedGates(one.parts, outlook, ended).keys()]).toEqual(['alone']);
  expect(awaitedGates(one.parts, { ...outlook, header: undefined }, ended).size).toBe(0);
  one.stage.campaign = { ...sampleHeader, status: 'PAUSED' };
  const paused = await lookAhead({ ...one.parts, phases: listed }, one.reference);
  expect(awaitedGates(one.parts, paused, ended).size).toBe(0);
});
