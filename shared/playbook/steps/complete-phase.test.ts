// How a phase and a campaign end, over one phase in memory: what is announced, in which order, and what is settled.
import { describe, expect, it } from 'vitest';
import { accountBooks, sampleCall } from '../../../tests/support/account-books.ts';
import { onePhase, sampleHeader, samplePhase } from '../../../tests/support/one-phase.ts';
import type { CampaignReference } from '../../contracts/identifiers.ts';
import type { NewLiveEvent } from '../../contracts/live-events.ts';
import type { PhaseStatus } from '../../contracts/phase.ts';
import type { PhaseRecord } from '../../data/phase-records.ts';
import type { Phases } from '../../data/phases.ts';
import { type CompletePhaseParts, completePhase, prepareEnd } from './complete-phase.ts';
import { type FinishCampaignParts, finishCampaign } from './finish-campaign.ts';
import { openGate } from './open-gate.ts';

const header = { ...sampleHeader, spentMicroUsd: 40, committedMicroUsd: 70 };

/** A phase that ends, with phases behind it; `others` as they are when it does. */
function ending(changes: Partial<PhaseRecord>, others: readonly PhaseRecord[] = [], isNumbered = true) {
  const one = onePhase('CMO', { dependents: others.map(({ id }) => id), ...changes });
  one.make({ strategyReport: 'stored' });
  const did: unknown[] = [];
  const parts = {
    ...one.parts,
    phases: {
      ...one.parts.phases,
      listGated: async () => [...others, samplePhase('SEO', { id: 'stranger', gateToken: 'stranger-token' })],
      async removeDependency({ phaseId }: { phaseId: string }, id: string) {
        did.push(['free', phaseId, id]);
        const found = others.find((other) => other.id === phaseId);
        return found && { ...found, pendingDependencies: undefined };
      },
    } as unknown as Phases,
    prepareAnnouncement: async () => 'prepared' as never,
    async takeNumbersOfEnd(...[, phaseId, count, prepared, settlements]: Parameters<CompletePhaseParts['takeNumbersOfEnd']>) {
      did.push(['numbers', phaseId, count, prepared, settlements]);
      if (!isNumbered) return undefined;
      return { campaign: header, deliver: async (events: readonly NewLiveEvent[]) => void did.push(['deliver', events]) };
    },
  }; // biome-ignore format: signatures
  const delivered = () => did.flatMap((step) => (Array.isArray(step) && step[0] === 'deliver' ? step[1] : []));
  return { ...one, parts, did, delivered };
}

describe('the end of a phase', () => {
  const status = (state: PhaseStatus, more = {}) => ({ type: 'phase:status', data: { phaseId: 'phase', status: state, attempt: 1, ...more } }); // biome-ignore format: one line
  const output = { type: 'phase:output', data: { phaseId: 'phase', attempt: 1, output: { strategyReport: 'stored' } } };
  const cost = { type: 'cost:updated', data: { spentMicroUsd: 40, committedMicroUsd: 70 } };
  it.each<[string, Partial<PhaseRecord>, unknown[] | undefined]>([
    ['that nobody had to see shows its output and its cost', { status: 'COMPLETED', needsApproval: false }, [output, expect.objectContaining({ type: cost.type }), status('COMPLETED')]],
    ['that a person approved says who', { status: 'COMPLETED', approvedBy: 'bob' }, [{ type: 'phase:approved', data: { phaseId: 'phase', attempt: 1, decidedBy: 'bob' } }, status('COMPLETED')]],
    ['that people were asked about says no more', { status: 'COMPLETED' }, [status('COMPLETED')]],
    ['that was skipped says why', { status: 'SKIPPED', skippedBecause: { kind: 'said', words: 'No time.' }, needsApproval: false }, [status('SKIPPED', { skippedBecause: { kind: 'said', words: 'No time.' } })]],
    ['that was skipped without a reason says none', { status: 'SKIPPED' }, [status('SKIPPED')]],
    ['that failed is announced by nobody', { status: 'FAILED', needsApproval: false }, undefined],
  ])('%s', async (_what, changes, events) => {
    const { parts, reference, did, delivered } = ending(changes);
    await completePhase(parts)(reference);
    expect(delivered()).toEqual(events ?? []);
    expect(did.filter((step) => Array.isArray(step) && step[0] === 'numbers')).toEqual(
      events ? [['numbers', 'phase', events.length, 'prepared', []]] : [],
    );
  }); // biome-ignore format: a table

  it('is announced once', async () => {
    const { parts, reference, delivered } = ending({ status: 'COMPLETED' }, [], false);
    await completePhase(parts)(reference);
    expect(delivered()).toEqual([]);
  });

  it('settles the calls of its run, and shows what the run has in its hands', async () => {
    const { parts, reference, stage, did, delivered } = ending({ status: 'COMPLETED', needsApproval: false });
    const settlements = [{ callId: 'phase.1.text-1', reservedMicroUsd: 9, costMicroUsd: 4 }];
    const end = await prepareEnd(parts)(reference);
    await end(stage.phase as PhaseRecord, { settlements, output: { strategyReport: 'at hand' } });
    expect(did).toContainEqual(['numbers', 'phase', 3, 'prepared', settlements]);
    expect(delivered()[0]).toMatchObject({ data: { output: { strategyReport: 'at hand' } } });
  });

  it('of a phase that is gone says so', async () => {
    const { parts, reference, stage } = ending({ status: 'COMPLETED' });
    stage.phase = undefined;
    await expect(completePhase(parts)(reference)).rejects.toMatchObject({ name: 'CampaignGone' });
  });

  it('lets go on those that wait for it alone at once, and takes itself off the others', async () => {
    const waits = (id: string, ...pending: string[]) =>
      samplePhase('SEO', { id, gateToken: `${id}-token`, pendingDependencies: new Set(pending) });
    const absent = samplePhase('SEO', { id: 'absent', pendingDependencies: new Set(['phase']) });
    const { parts, reference, stage, did } = ending({ status: 'COMPLETED' }, [waits('alone', 'phase'), waits('both', 'phase', 'copy'), absent]);
    await completePhase(parts)(reference);
    expect(did.filter((step) => Array.isArray(step) && step[0] === 'free')).toEqual([
      ['free', 'both', 'phase'],
      ['free', 'absent', 'phase'],
    ]);
    expect(stage.answered.map(([token]) => token)).toEqual(['alone-token', 'both-token']);
    expect(stage.answered[0]?.[1]).toEqual({ gate: 'OPEN', after: 'phase', inputs: [] });
  }); // biome-ignore format: a story
});

describe('the end of a campaign', () => {
  /** Ends one whose phases came to this. */
  async function finished(phases: Record<string, PhaseStatus>, { isGone = false, isFirst = true } = {}) {
    const { parts: books, written, owner } = accountBooks([sampleCall('seo.1.text-1')]);
    const did: unknown[] = [];
    const parts = {
      ...books,
      campaigns: {
        ...books.campaigns,
        getWithReservations: async () =>
          isGone ? undefined : { campaign: sampleHeader, reservations: new Map([['seo.1.text-1', 100], ['copy.1.text-1', 50]]) },
        finish: async (_reference: CampaignReference, status: string, counted: object) => void did.push([status, counted]),
      },
      phases: { list: async () => Object.entries(phases).map(([id, status]) => samplePhase('SEO', { id, status })) },
      async takeNumbersBy(_reference: unknown, count: number, write: (now: string) => Promise<unknown>) {
        did.push(count);
        await write('now');
        return isFirst ? { campaign: sampleHeader, deliver: async (events: unknown) => void did.push(events) } : undefined;
      },
    } as unknown as FinishCampaignParts;
    await finishCampaign(parts)(owner.reference);
    return { did, settled: written.filter(([what]) => what === 'settle').map(([, ...rest]) => rest) };
  } // biome-ignore format: a stage

  it('is a success where every phase is completed or skipped, and says which were skipped', async () => {
    const { did, settled } = await finished({ research: 'COMPLETED', seo: 'SKIPPED' });
    expect(did).toEqual([
      2,
      ['COMPLETED', { events: 2, now: 'now' }],
      [
        { type: 'campaign:status', data: { status: 'COMPLETED' } },
        { type: 'campaign:completed', data: { skippedPhases: ['seo'] } },
      ],
    ]);
    expect(settled.toSorted()).toEqual([
      ['copy.1.text-1', 50, 0],
      ['seo.1.text-1', 100, 100],
    ]);
  });

  it.each<PhaseStatus>(['FAILED', 'IDLE', 'RUNNING', 'BUDGET_HOLD'])('is a failure where one is %s', async (status) => {
    const { did } = await finished({ research: 'COMPLETED', copy: 'SKIPPED', seo: status });
    expect(did.slice(1)).toEqual([
      ['FAILED', { events: 2, now: 'now' }],
      [
        { type: 'campaign:status', data: { status: 'FAILED' } },
        { type: 'campaign:failed', data: { failedPhases: ['seo'] } },
      ],
    ]);
  });

  it('is said once, and of a campaign that is gone nothing is', async () => {
    expect((await finished({ seo: 'COMPLETED' }, { isFirst: false })).did).toHaveLength(2);
    expect((await finished({ seo: 'COMPLETED' }, { isGone: true })).did).toEqual([]);
  });
});

describe('a gate that is reached', () => {
  const arrive = async (changes: Partial<PhaseRecord>, status: typeof header.status = 'RUNNING', begun = true) => {
    const one = onePhase('SEO', { gateToken: 'token', ...changes }, { status });
    let begins = 0;
    const parts = {
      ...one.parts,
      phases: {
        ...one.parts.phases,
        storeGateToken: async () => one.stage.phase,
        progress: async () => [samplePhase('CMO', { id: 'strategy', status: 'COMPLETED', attempt: 2 })],
      } as unknown as Phases,
      async beginCampaign() {
        begins += 1;
        if (one.stage.campaign && begun) one.stage.campaign = { ...one.stage.campaign, status: 'RUNNING' };
        return one.stage.campaign;
      },
    };
    await openGate(parts)({ ...one.reference, taskToken: 'token' });
    return { answered: one.stage.answered, begins };
  };
  const source = (phaseId: string, optional = false) => ({ name: 'strategyReport', phaseId, optional });
  const inputs = [{ phaseId: 'strategy', attempt: 2 }];

  it.each<[string, Partial<PhaseRecord>, object | undefined]>([
    ['with where its inputs lie', { sources: [source('strategy')] }, { gate: 'OPEN', inputs }],
    ['again, too', { status: 'READY', sources: [source('strategy')] }, { gate: 'OPEN', inputs }],
    ['without them where one did not come', { sources: [source('seo')] }, { gate: 'OPEN' }],
    ['without them where it has begun', { status: 'RUNNING', sources: [source('strategy')] }, { gate: 'OPEN' }],
    ['not while something is to be done before', { pendingDependencies: new Set(['strategy']) }, undefined],
  ])('opens %s', async (_how, changes, answer) => {
    expect((await arrive(changes)).answered).toEqual(answer ? [['token', answer]] : []);
  });

  it('makes a draft a running campaign, and stays shut while it is none', async () => {
    expect(await arrive({}, 'DRAFT')).toMatchObject({ begins: 1, answered: [['token', {}]] });
    expect(await arrive({}, 'DRAFT', false)).toMatchObject({ begins: 1, answered: [] });
    expect(await arrive({}, 'PAUSED')).toMatchObject({ begins: 0, answered: [] });
    expect(await arrive({ status: 'SKIPPED' }, 'PAUSED')).toMatchObject({ begins: 0, answered: [['token', {}]] });
  });

  it('of a phase that is gone says so', async () => {
    const one = onePhase('SEO');
    const phases = { ...one.parts.phases, storeGateToken: async () => undefined } as unknown as Phases;
    const step = openGate({ ...one.parts, phases, beginCampaign: async () => undefined });
    await expect(step({ ...one.reference, taskToken: 'token' })).rejects.toMatchObject({ name: 'CampaignGone' });
  });
});
