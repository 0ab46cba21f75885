// The end of a campaign with its last phase: when it may come, and that it comes once, whatever dies and whoever else ends at the same moment.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import { type MortalProcess, mortalProcess } from '../../tests/support/mortal-process.ts';
import { sampleHeader, samplePhase } from '../../tests/support/one-phase.ts';
import { repositoriesOf, storeCampaign } from '../../tests/support/stored-campaign.ts';
import type { Campaign } from '../contracts/campaign.ts';
import type { PhaseStatus } from '../contracts/phase.ts';
import { createConnections } from '../data/connections.ts';
import { createPublisher } from '../events/publisher.ts';
import { sampleOutputs } from '../export/testing/sample-outputs.ts';
import { endWith } from './campaign-end.ts';
import { createDecisions } from './decisions.ts';
import type { Outlook } from './gate-lookahead.ts';
import { completePhase, prepareEnd } from './steps/complete-phase.ts';
import { finishCampaign } from './steps/finish-campaign.ts';

describe('a phase that was seen to be the last', () => {
  const reserved = (...calls: string[]) => new Map(calls.map((call) => [call, 10]));
  const seen = (others: Record<string, PhaseStatus>, header: Partial<Campaign> = {}, more: object = {}): Outlook => ({
    header: {
      campaign: { ...sampleHeader, phaseCount: 1 + Object.keys(others).length, ...header },
      ...{ reservations: reserved(), listeners: [], alerted: 0, finishedPhases: new Set<string>() },
      ...more,
    },
    phases: Object.entries(others).map(([id, status], index) =>
      samplePhase('SEO', { id, status, position: 9 - index }),
    ),
  });
  const last = samplePhase('CMO', { id: 'last', status: 'COMPLETED', position: 10 });
  const settlement = { callId: 'last.1.text-1', reservedMicroUsd: 10, costMicroUsd: 4 };

  it('completes its campaign, and says which were skipped, in the order of the playbook', () => {
    expect(endWith(seen({ seo: 'SKIPPED', copy: 'COMPLETED', visuals: 'SKIPPED' }), last, [])).toEqual({
      status: 'COMPLETED',
      events: [
        { type: 'campaign:status', data: { status: 'COMPLETED' } },
        { type: 'campaign:completed', data: { skippedPhases: ['visuals', 'seo'] } },
      ],
    });
    const skipped = endWith(seen({ seo: 'COMPLETED' }), { ...last, status: 'SKIPPED' }, []);
    expect(skipped?.events[1]).toEqual({ type: 'campaign:completed', data: { skippedPhases: ['last'] } });
  });

  it.each<PhaseStatus>(['IDLE', 'READY', 'RUNNING', 'WAITING_VALIDATION', 'FAILED', 'BUDGET_HOLD'])('does not while one is %s', (status) => {
    expect(endWith(seen({ seo: 'COMPLETED', copy: status }), last, [])).toBe(undefined);
    expect(endWith(seen({ seo: 'COMPLETED' }), { ...last, status }, [])).toBe(undefined);
  }); // biome-ignore format: a table

  it('does not where something is reserved that is not settled with it', () => {
    const withCall = (...calls: string[]) => seen({ seo: 'COMPLETED' }, {}, { reservations: reserved(...calls) });
    expect(endWith(withCall('last.1.text-1'), last, [settlement])?.status).toBe('COMPLETED');
    expect(endWith(withCall('last.1.text-1'), last, [])).toBe(undefined);
    expect(endWith(withCall('last.1.text-1', 'seo.1.text-1'), last, [settlement])).toBe(undefined);
  });

  it('does not where people are to be told before of a level of the cap that its calls reach', () => {
    const spent = (spentMicroUsd: number, alerted: number) =>
      seen({ seo: 'COMPLETED' }, { spentMicroUsd }, { alerted });
    expect(endWith(spent(495, 0), last, [settlement])?.status).toBe('COMPLETED');
    expect(endWith(spent(496, 0), last, [settlement])).toBe(undefined);
    expect(endWith(spent(496, 50), last, [settlement])?.status).toBe('COMPLETED');
  });

  it('does not where a phase was not seen, or the campaign is gone', () => {
    expect(endWith(seen({ seo: 'COMPLETED' }, { phaseCount: 3 }), last, [])).toBe(undefined);
    expect(endWith({ header: undefined, phases: [] }, last, [])).toBe(undefined);
  });
});

describe('the write that ends a campaign with its last phase', () => {
  let memory: Awaited<ReturnType<typeof startMemoryTable>>;
  let data: ReturnType<typeof repositoriesOf>;
  beforeAll(async () => {
    memory = await startMemoryTable();
    data = repositoriesOf(memory.table);
  });
  afterAll(() => memory.stop());

  const clock = () => new Date();
  function partsOf(life: MortalProcess = mortalProcess()) {
    const table = memory.tableOf((client) => life.client(client));
    const repositories = repositoriesOf(table);
    const publisher = createPublisher({
      ...{ ...repositories, clock, connections: createConnections(table, clock) },
      ...{ sender: { send: async () => 'sent' as const }, prepareAnnouncement: async () => undefined },
    });
    return { ...repositories, ...publisher, tokens: { succeed: async () => true }, clock };
  }

  /** A campaign of which these phases are completed and not ended; all others are skipped and counted. */
  async function stage(ending: readonly string[], changes: Partial<Campaign> = {}) {
    const stored = await storeCampaign(data, changes);
    const { reference } = stored;
    const phases = await data.phases.list(reference);
    const others = phases.filter(({ id, agent }) => agent !== 'Human' && !ending.includes(id)).map(({ id }) => id);
    const mark = (status: PhaseStatus) => (phaseId: string) =>
      data.phases.change({ ...reference, phaseId }, { from: ['IDLE'], set: { status, approvedBy: 'ann' } });
    await Promise.all([...others.map(mark('SKIPPED')), ...ending.map(mark('COMPLETED'))]);
    await data.campaigns.count(reference, { events: 0, finishedPhases: others, now: stored.header.createdAt });
    return { reference, refer: (phaseId: string) => ({ ...reference, phaseId }), others };
  }
  const said = async (reference: Awaited<ReturnType<typeof stage>>['reference']) =>
    (await data.events.listAfter(reference, 0, 100)).map(({ type }) => type);
  const end = ['phase:approved', 'phase:status', 'campaign:status', 'campaign:completed'];

  it('is one: the step after it finds nothing left to do', async () => {
    const { reference, refer } = await stage(['analytics']);
    await completePhase(partsOf())(refer('analytics'));
    const ended = await data.campaigns.get(reference);
    expect(ended).toMatchObject({ status: 'COMPLETED', lastEvent: 4, finishedPhaseCount: 11 });
    expect(ended?.finishedAt).toBe(ended?.updatedAt);
    await finishCampaign(partsOf())(reference);
    expect(await data.campaigns.get(reference)).toEqual(ended);
    expect(await said(reference)).toEqual(end);
  });

  it('ends one that is paused, and none that was cancelled since it looked', async () => {
    const paused = await stage(['analytics'], { status: 'PAUSED' });
    await completePhase(partsOf())(paused.refer('analytics'));
    expect(await data.campaigns.get(paused.reference)).toMatchObject({ status: 'COMPLETED' });
    const { reference, refer } = await stage(['analytics']);
    const phase = await data.phases.get(refer('analytics'));
    const ends = await prepareEnd(partsOf())(refer('analytics'));
    await data.campaigns.changeStatus(reference, ['RUNNING'], 'CANCELLED', clock().toISOString(), true);
    if (phase) await ends(phase);
    expect(await data.campaigns.get(reference)).toMatchObject({ status: 'CANCELLED', lastEvent: 2 });
    expect(await said(reference)).toEqual(end.slice(0, 2));
  });

  it('waits until another last phase is announced, whose step may have died', async () => {
    const { reference, refer } = await stage(['analytics', 'video']);
    await completePhase(partsOf())(refer('analytics'));
    expect(await data.campaigns.get(reference)).toMatchObject({ status: 'RUNNING', lastEvent: 2 });
    await completePhase(partsOf())(refer('video'));
    expect(await data.campaigns.get(reference)).toMatchObject({ status: 'COMPLETED', lastEvent: 6 });
    expect(await said(reference)).toEqual([...end.slice(0, 2), ...end]);
  });

  it('is left to the last step by two last phases at once, or done by one of them', async () => {
    const { reference, refer } = await stage(['analytics', 'video']);
    await Promise.all(['analytics', 'video'].map((phaseId) => completePhase(partsOf())(refer(phaseId))));
    await finishCampaign(partsOf())(reference);
    expect(await data.campaigns.get(reference)).toMatchObject({ status: 'COMPLETED', lastEvent: 6 });
    expect((await said(reference)).slice(4)).toEqual(end.slice(2));
  });

  it('counts once wherever its step dies, and nothing of it is lost', async () => {
    for (let halfSteps = 0; ; halfSteps += 1) {
      const { reference, refer } = await stage(['analytics']);
      const life = mortalProcess(halfSteps);
      const outcome = await life.run(() => completePhase(partsOf(life))(refer('analytics')));
      await completePhase(partsOf())(refer('analytics'));
      await finishCampaign(partsOf())(reference);
      const { status, lastEvent, finishedPhaseCount } = (await data.campaigns.get(reference)) ?? {};
      expect({ status, lastEvent, finishedPhaseCount }, `after ${halfSteps} half steps`).toEqual({
        ...{ status: 'COMPLETED', lastEvent: 4, finishedPhaseCount: 11 },
      });
      if (outcome !== 'died') return;
    }
  });

  it('settles the calls of the run with it, once', async () => {
    const { reference, refer } = await stage(['analytics']);
    const call = 'analytics.1.text-1';
    expect(await data.campaigns.reserve(reference, { aiCapMicroUsd: 1_000_000 }, call, 100)).toBe(true);
    const settlements = [{ callId: call, reservedMicroUsd: 100, costMicroUsd: 40 }];
    const phase = await data.phases.get(refer('analytics'));
    for (const _time of ['first', 'again']) {
      const ends = await prepareEnd(partsOf())(refer('analytics'));
      if (phase) await ends(phase, { settlements });
      expect(await data.campaigns.get(reference)).toMatchObject({
        ...{ status: 'COMPLETED', lastEvent: 4, spentMicroUsd: 40, committedMicroUsd: 40 },
      });
    }
  });

  /** A phase that waits for a person, with two phases behind it at their gates: one waits for it alone, one for another, too. */
  async function question() {
    const stored = await storeCampaign(data);
    const { reference } = stored.phaseOf('seo');
    await data.outputs.put(reference, 1, sampleOutputs.SEO);
    const asked = { status: 'WAITING_VALIDATION', decisionToken: 'question', outputAttempt: 1 } as const;
    await data.phases.change(reference, { from: ['IDLE'], set: asked });
    const behind = stored.phaseOf('seo').record.dependents.map((phaseId) => ({ ...reference, phaseId }));
    for (const phase of behind) await data.phases.storeGateToken(phase, phase.phaseId);
    return { reference, behind };
  }

  it('of a phase that a person approves is done where it is approved, and what is left by the next step, wherever that dies', async () => {
    for (let halfSteps = 0; ; halfSteps += 1) {
      const { reference, behind } = await question();
      const answers: [string, object][] = [];
      const approve = (life: MortalProcess) => {
        const tokens = { succeed: (token: string, answer: object) => life.effect(async () => answers.push([token, answer]) > 0) };
        const parts = { ...partsOf(life), tokens };
        const deciding = { ...parts, check: { model: () => {} }, prepareEnd: prepareEnd(parts) };
        return createDecisions(deciding).approve(reference, 'ann', {}).catch((error: unknown) => error);
      };
      const life = mortalProcess(halfSteps);
      const outcome = await life.run(() => approve(life));
      await approve(mortalProcess()); // an impatient person
      const [answer] = answers.flatMap(([token, given]) => (token === 'question' ? [given] : []));
      // What the state machine does next.
      if (JSON.stringify(answer) !== '{"decision":"FINISHED"}') await completePhase(partsOf())(reference);
      const where = `after ${halfSteps} half steps`;
      expect(answer, where).toBeDefined();
      expect(await data.campaigns.get(reference), where).toMatchObject({ lastEvent: 2, finishedPhaseCount: 2 });
      expect(await data.phases.get(reference), where).toMatchObject({ status: 'COMPLETED', decisions: [{ decidedBy: 'ann' }] });
      for (const phase of behind) {
        const { pendingDependencies: pending } = (await data.phases.get(phase)) ?? {};
        expect(!pending?.has('seo') || answers.some(([token]) => token === phase.phaseId), where).toBe(true);
      }
      if (outcome !== 'died') return;
    }
  }); // biome-ignore format: a story
});
