import { expect, it } from 'vitest';
import type { PhaseProgress } from '../contracts/live-events.ts';
import { progressOf, withProgress } from './phase-progress.ts';

const frameOf = (phaseId: string, characters: number, attempt = 1): PhaseProgress => ({
  type: 'phase:progress',
  campaignId: 'cmp_01JDZZZZZZZZZZZZZZZZZZZZZZ',
  at: '2026-11-26T10:00:00.000Z',
  data: { phaseId, attempt, kind: 'text', model: 'm', characters, elapsedMilliseconds: 500, costMicroUsd: 1 },
});
const running = { id: 'seo', status: 'RUNNING', attempt: 1 } as const;

it('is the newest word of each phase, its time going on', () => {
  let known = withProgress({}, frameOf('seo', 10), 1000);
  known = withProgress(known, frameOf('copy', 99), 1000);
  known = withProgress(known, frameOf('seo', 20), 2000);
  expect(progressOf(running, known, 2300)).toEqual({ ...frameOf('seo', 20).data, elapsedMilliseconds: 800 });
});

it.each([
  ['was never told of', { ...running, id: 'video' }],
  ['has ended', { ...running, status: 'COMPLETED' as const }],
  ['has begun another attempt', { ...running, attempt: 2 }],
])('is nothing of a phase that %s', (_what, phase) => {
  expect(progressOf(phase, withProgress({}, frameOf('seo', 10), 1000), 1000)).toBeUndefined();
});
