import { describe, expect, it } from 'vitest';
import type { LiveEvent, NewLiveEvent } from '../contracts/live-events.ts';
import { sampleExportData } from '../export/testing/sample-export-data.ts';
import { applyLiveEvent } from './apply-live-event.ts';

const blank = () => {
  const { campaign } = sampleExportData();
  return {
    ...campaign,
    status: 'RUNNING' as const,
    phases: campaign.phases.map((phase) => ({ ...phase, status: 'IDLE' as const, waitsFor: phase.dependsOn })),
  };
};
const numbered = (event: NewLiveEvent, number = 61): LiveEvent => ({
  ...event,
  number,
  campaignId: blank().id,
  at: '2026-11-23T09:00:00.000Z',
});

describe('applying live events', () => {
  it('counts a finished phase and frees those that waited for it', () => {
    const after = applyLiveEvent(
      blank(),
      numbered({ type: 'phase:status', data: { phaseId: 'seo', status: 'COMPLETED', attempt: 1 } }),
    );

    expect(after.finishedPhaseCount).toBe(1);
    expect(after.phases.find(({ id }) => id === 'content')?.waitsFor).toEqual(['scriptwriting']);
    expect(after.phases.find(({ id }) => id === 'seo')?.finishedAt).toBe('2026-11-23T09:00:00.000Z');
    expect(after.lastEvent).toBe(61);
  });

  it('leaves phases that a finished one does not concern as they are', () => {
    const before = blank();
    const after = applyLiveEvent(
      before,
      numbered({ type: 'phase:status', data: { phaseId: 'seo', status: 'COMPLETED', attempt: 1 } }),
    );

    const changed = after.phases.filter((phase, place) => phase !== before.phases[place]).map(({ id }) => id);
    const waiting = before.phases.filter(({ waitsFor }) => waitsFor.includes('seo')).map(({ id }) => id);
    expect(changed.sort()).toEqual(['seo', ...waiting].sort());
    expect(changed.length).toBeLessThan(before.phases.length);
  });

  it('keeps the reason of a failure until the phase runs again', () => {
    const failure = { name: 'OutputInvalid', reason: 'The answer had no title' };
    const failed = [
      numbered({ type: 'phase:error', data: { phaseId: 'copy', attempt: 1, failure } }),
      numbered({ type: 'phase:status', data: { phaseId: 'copy', status: 'FAILED', attempt: 1 } }),
    ].reduce(applyLiveEvent, blank());
    const again = applyLiveEvent(
      failed,
      numbered({ type: 'phase:status', data: { phaseId: 'copy', status: 'RUNNING', attempt: 2 } }),
    );

    const copyOf = (campaign: typeof failed) => campaign.phases.find(({ id }) => id === 'copy');
    expect(copyOf(failed)).toMatchObject({ status: 'FAILED', failure });
    expect(copyOf(again)).toMatchObject({ status: 'RUNNING', attempt: 2 });
    expect(copyOf(again)).not.toHaveProperty('failure');
  });

  it('moves money and the end of the campaign', () => {
    const after = [
      numbered({ type: 'cost:updated', data: { spentMicroUsd: 5, committedMicroUsd: 9 } }),
      numbered({ type: 'campaign:completed', data: { skippedPhases: [] } }),
    ].reduce(applyLiveEvent, blank());

    expect(after).toMatchObject({ spentMicroUsd: 5, committedMicroUsd: 9, status: 'COMPLETED' });
  });
});
