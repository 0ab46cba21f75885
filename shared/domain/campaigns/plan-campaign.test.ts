import { describe, expect, it } from 'vitest';
import { briefOf } from '../../../tests/support/campaign-driver.ts';
import { briefSchema } from '../../contracts/brief.ts';
import type { Playbook } from '../../contracts/playbook.ts';
import { defaultPlaybook } from '../playbook/default-playbook.ts';
import { briefOutput } from './brief-output.ts';
import { draftHeader, plannedPhases, workingPhases } from './plan-campaign.ts';

const createdAt = '2026-11-26T10:00:00.000Z';
const brief = briefSchema.parse(
  briefOf({
    governanceMode: 'SEMI_AUTO',
    briefData: {
      ...briefOf().briefData,
      agentConfiguration: { SEO: { model: 'special', instructions: 'Be brief' }, Human: { model: 'nobody' } },
    },
  }),
);
const planned = () => plannedPhases(defaultPlaybook, brief, createdAt);
const phase = (id: string) => planned().find((one) => one.id === id);

describe('the phases of a new campaign', () => {
  it('are those of the playbook in its order, at their first attempt', () => {
    expect(planned().map(({ id }) => id)).toEqual(defaultPlaybook.phases.map(({ id }) => id));
    const phases = planned();
    expect(phases.map(({ position }) => position)).toEqual(phases.map((_phase, index) => index));
    for (const { attempt, revisions, decisions, videoJobs } of phases)
      expect([attempt, revisions, decisions, videoJobs]).toEqual([1, 0, [], {}]);
  });

  it('begin with what a person has done by sending the brief: nobody waits for that', () => {
    expect(phase('briefing')).toMatchObject({
      status: 'COMPLETED',
      outputAttempt: 1,
      finishedAt: createdAt,
      needsApproval: false,
      dependents: expect.arrayContaining(['research']),
      sources: [],
    });
    expect(phase('research')).toMatchObject({ status: 'IDLE', dependsOn: ['briefing'] });
    expect(phase('research')).not.toHaveProperty('pendingDependencies');
    expect(phase('research')).not.toHaveProperty('finishedAt');
    expect(phase('briefing')).not.toHaveProperty('pendingDependencies');
    expect(phase('seo')?.pendingDependencies).toEqual(new Set(['strategy']));
  });

  it('let those go first that have the longest chain behind them', () => {
    expect(phase('strategy')?.dependents).toEqual(['scriptwriting', 'copy', 'seo']);
  });

  it('wait for a person in every mode where the playbook requires one', () => {
    const [first, second] = defaultPlaybook.phases;
    const playbook = { ...defaultPlaybook, phases: [first, { ...second, validation: 'required' }] } as Playbook;
    const waits = (governanceMode: typeof brief.governanceMode) =>
      plannedPhases(playbook, { ...brief, governanceMode }, createdAt).map(({ needsApproval }) => needsApproval);
    expect([waits('GUIDED'), waits('SEMI_AUTO'), waits('AUTO')]).toEqual(Array(3).fill([false, true]));
  });

  it('know where each input comes from, and whether they can do without it', () => {
    const [first, second] = defaultPlaybook.phases;
    const playbook = {
      ...defaultPlaybook,
      phases: [first, { ...second, inputs: ['briefContext', 'goals?'] }],
    } as Playbook;
    expect(plannedPhases(playbook, brief, createdAt)[1]?.sources).toEqual([
      { name: 'briefContext', optional: false, phaseId: 'briefing' },
      { name: 'goals', optional: true, phaseId: 'briefing' },
    ]);
    const unmade = { ...playbook, phases: [first, { ...second, inputs: ['nothing'] }] } as Playbook;
    expect(() => plannedPhases(unmade, brief, createdAt)).toThrow('No phase makes nothing');
  });

  it('wait for people as mode and rule say, and carry what the brief says of their agent', () => {
    expect(
      planned()
        .filter(({ needsApproval }) => needsApproval)
        .map(({ id }) => id),
    ).toEqual(['strategy', 'visuals', 'video', 'distribution']);
    expect(phase('seo')).toMatchObject({ model: 'special', instructions: 'Be brief' });
    expect(phase('copy')).not.toHaveProperty('model');
    const { briefData: plain } = briefSchema.parse(briefOf());
    expect(plannedPhases(defaultPlaybook, { governanceMode: 'AUTO', briefData: plain }, createdAt)).toHaveLength(11);
  });

  it('of agents are what an execution runs', () => {
    expect(workingPhases(planned())).toEqual(
      planned()
        .slice(1)
        .map(({ id }) => id),
    );
  });
});

it('a draft has a header with its brief, its cap and nothing spent', () => {
  expect(draftHeader({ workspaceId: 'wsp_a', campaignId: 'cmp_1' }, 'ann', brief, planned(), createdAt)).toEqual({
    id: 'cmp_1',
    workspaceId: 'wsp_a',
    createdBy: 'ann',
    createdAt,
    updatedAt: createdAt,
    name: 'Spring launch',
    governanceMode: 'SEMI_AUTO',
    language: 'en',
    playbookId: 'full-campaign',
    status: 'DRAFT',
    phaseCount: 11,
    finishedPhaseCount: 1,
    aiCapMicroUsd: 1_000_000,
    committedMicroUsd: 0,
    spentMicroUsd: 0,
    run: 0,
    lastEvent: 0,
  });
});

it('the briefing hands on what was sent, read as of that day, and keeps the settings of agents and corrections to itself', () => {
  const { briefContext, analysisDepth, goals } = briefOutput(brief, createdAt);
  expect(briefContext).toMatchObject({
    campaignName: 'Spring launch',
    language: 'en',
    reading: { readOn: '2026-11-26' },
  });
  expect(briefContext).not.toHaveProperty('agentConfiguration');
  expect(briefContext.companyInfo).toEqual(brief.briefData.companyInfo);
  expect([analysisDepth, goals]).toEqual(['quick', brief.briefData.campaignGoals]);
});
