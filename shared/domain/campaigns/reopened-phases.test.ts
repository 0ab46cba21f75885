import { describe, expect, it } from 'vitest';
import type { PhaseStatus } from '../../contracts/phase.ts';
import { defaultPlaybook } from '../playbook/default-playbook.ts';
import { inputName, isOptionalInput, producersOf } from '../playbook/playbook-graph.ts';
import { type EndedPhase, reopenedPhases } from './reopened-phases.ts';

const producers = producersOf(defaultPlaybook.phases);
/** The default playbook's phases, COMPLETED but for those named. */
const phasesWith = (
  statuses: Partial<Record<string, PhaseStatus>>,
  pending: Partial<Record<string, readonly string[]>> = {},
): EndedPhase[] =>
  defaultPlaybook.phases.map(({ id, dependsOn, inputs }) => ({
    id,
    dependsOn,
    status: statuses[id] ?? 'COMPLETED',
    pendingDependencies: new Set(pending[id] ?? []),
    sources: inputs.map((input) => ({
      phaseId: producers.get(inputName(input)) ?? '',
      optional: isOptionalInput(input),
    })),
  }));

describe('the phases of a failed campaign that run again', () => {
  it('are what failed or was held, and all that was skipped for want of it, each behind what runs again before it', () => {
    const phases = phasesWith({
      seo: 'FAILED',
      visuals: 'BUDGET_HOLD',
      content: 'SKIPPED',
      video: 'SKIPPED',
      distribution: 'SKIPPED',
      analytics: 'SKIPPED',
    });

    expect(reopenedPhases(phases)).toEqual([
      { id: 'seo', status: 'READY', pendingDependencies: [] },
      { id: 'content', status: 'IDLE', pendingDependencies: ['seo'] },
      { id: 'visuals', status: 'READY', pendingDependencies: [] },
      { id: 'video', status: 'IDLE', pendingDependencies: ['visuals'] },
      { id: 'distribution', status: 'IDLE', pendingDependencies: ['content', 'visuals', 'video'] },
      { id: 'analytics', status: 'IDLE', pendingDependencies: ['distribution'] },
    ]);
  });

  it('are not those that a person skipped, nor what misses them', () => {
    const phases = phasesWith({
      visuals: 'SKIPPED', // by a person: all its inputs are there
      video: 'SKIPPED',
      seo: 'FAILED',
      content: 'SKIPPED',
      distribution: 'SKIPPED', // misses content, which comes, and visuals, which never will
      analytics: 'SKIPPED',
    });

    expect(reopenedPhases(phases).map(({ id }) => id)).toEqual(['seo', 'content']);
  });

  it('leave finished ones alone, even those that ran without an optional input', () => {
    expect(reopenedPhases(phasesWith({ video: 'FAILED' })).map(({ id }) => id)).toEqual(['video']);
  });

  it('hold back one that has not begun and would overtake them', () => {
    const phases = phasesWith({ seo: 'FAILED', content: 'IDLE', distribution: 'IDLE' }, { distribution: ['content'] });

    expect(reopenedPhases(phases)).toEqual([
      { id: 'seo', status: 'READY', pendingDependencies: [] },
      { id: 'content', status: 'IDLE', pendingDependencies: ['seo'] },
    ]);
  });

  it('are none when a relaunch has reopened them already', () => {
    const phases = phasesWith({ seo: 'READY', content: 'IDLE' }, { content: ['seo'] });

    expect(reopenedPhases(phases)).toEqual([]);
  });
});
