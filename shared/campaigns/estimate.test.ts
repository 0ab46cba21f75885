import { describe, expect, it } from 'vitest';
import { type Brief, briefSchema } from '../contracts/brief.ts';
import { agentWorkload } from '../domain/costs/agent-workload.ts';
import { defaultPlaybook } from '../domain/playbook/default-playbook.ts';
import { sampleBriefData } from '../export/testing/sample-outputs.ts';
import type { ModelCard } from '../models/model-card.ts';
import { offlineStudioCard } from '../models/offline-studio-card.ts';
import { type EstimateData, estimate } from './estimate.ts';

const priced: ModelCard = {
  provider: 'vendor',
  id: 'large-1',
  isTrained: true,
  secondsPerCall: { text: 20, image: 15.2, video: 90.1 },
  price: {
    since: '2026-01-01',
    perMillionInputTokens: 1_000_000, // 1 micro-dollar a token
    perMillionOutputTokens: 4_000_000,
    perImage: 40_000,
    perVideoSecond: 100_000,
  },
};
const data: EstimateData = { work: agentWorkload, models: [priced, offlineStudioCard] };
const briefWith = (changes: Partial<Brief> = {}): Brief => ({
  ...briefSchema.parse({ name: 'Spring', briefData: sampleBriefData }),
  ...changes,
});
const estimated = (changes: Partial<Brief> = {}) => estimate(briefWith(changes), defaultPlaybook, data);
const phase = (phaseId: string, changes: Partial<Brief> = {}) =>
  estimated(changes).byPhase.find((entry) => entry.phaseId === phaseId);

describe('an estimate', () => {
  it('of a text phase goes from a short answer that fits at once to a long one that is corrected', () => {
    // SEO: 1,000 to 10,000 tokens in, 300 to 3,000 out.
    expect(phase('seo')).toMatchObject({
      calls: 1,
      costMicroUsd: { minimum: 1000 + 4 * 300, maximum: 2 * (10_000 + 4 * 3000) },
      typicalSeconds: 20,
    });
  });

  it('of images and videos counts both variants, made at the same time', () => {
    expect(phase('visuals')).toMatchObject({
      calls: 2,
      costMicroUsd: { minimum: 80_000, maximum: 80_000 },
      typicalSeconds: 15.2,
    });
    expect(phase('video')).toMatchObject({ calls: 2, costMicroUsd: { minimum: 1_400_000, maximum: 1_400_000 } });
  });

  it('lists for each phase the models that could do it, the cheapest first, with what they would cost', () => {
    expect(phase('seo')?.models).toEqual([
      { provider: 'offline-studio', id: 'offline-studio-1', costMicroUsd: { minimum: 0, maximum: 0 } },
      { provider: 'vendor', id: 'large-1', costMicroUsd: { minimum: 2200, maximum: 44_000 } },
    ]);
    expect(phase('briefing')?.models).toBeUndefined();
  });

  it('of a person is nothing', () => {
    expect(phase('briefing')).toMatchObject({
      calls: 0,
      costMicroUsd: { minimum: 0, maximum: 0 },
      typicalSeconds: 0,
      stops: false,
    });
  });

  it('of a campaign adds up its phases', () => {
    const { costMicroUsd, byPhase } = estimated();
    for (const bound of ['minimum', 'maximum'] as const)
      expect(costMicroUsd[bound]).toBe(byPhase.reduce((total, entry) => total + entry.costMicroUsd[bound], 0));
    expect(costMicroUsd.maximum).toBeGreaterThan(costMicroUsd.minimum);
  });

  it('takes the model that the brief names for an agent', () => {
    const briefData = {
      ...sampleBriefData,
      agentConfiguration: { SEO: { model: 'offline-studio-1' } },
    } as Brief['briefData'];
    expect(phase('seo', { briefData })).toMatchObject({
      costMicroUsd: { minimum: 0, maximum: 0 },
      typicalSeconds: 0.1,
    });
    expect(estimated({ briefData }).assumptions.filter((text) => text.startsWith('Prices'))).toEqual([
      'Prices of large-1 (vendor) as of 2026-01-01.',
      'Prices of offline-studio-1 (offline-studio) as of 2026-11-23.',
    ]);
  });

  it('goes from the cheapest to the dearest of the models that may be asked, and leaves out one that would take the cap', () => {
    const dear: ModelCard = { ...priced, id: 'dear-1', price: { since: '2026-02-01', perVideoSecond: 400_000 } };
    const cheap: ModelCard = { ...priced, id: 'cheap-1', price: { since: '2026-02-01', perVideoSecond: 50_000 } };
    const video = (aiBudgetUsd: number) =>
      estimate(briefWith({ aiBudgetUsd }), defaultPlaybook, {
        work: agentWorkload,
        models: [priced, dear, cheap, offlineStudioCard],
      }).byPhase.find(({ phaseId }) => phaseId === 'video');
    expect(video(100)).toMatchObject({ model: 'large-1', costMicroUsd: { minimum: 700_000, maximum: 5_600_000 } });
    expect(video(5)).toMatchObject({ costMicroUsd: { minimum: 700_000, maximum: 1_400_000 } });
    expect(video(0.4)).toMatchObject({ model: 'cheap-1', costMicroUsd: { minimum: 700_000, maximum: 700_000 } });
  });

  it('is of no use for a model that nobody has', () => {
    const briefData = {
      ...sampleBriefData,
      agentConfiguration: { SEO: { model: 'no-such' }, CMO: {} },
    } as Brief['briefData'];
    expect(() => estimated({ briefData })).toThrow('no model "no-such"');
  });

  it.each([
    ['GUIDED', 9],
    ['SEMI_AUTO', 4],
    ['AUTO', 0],
  ] as const)('says where a person is asked in %s', (governanceMode, count) => {
    const { stops, byPhase } = estimated({ governanceMode });
    expect(stops).toHaveLength(count);
    expect(byPhase.filter((entry) => entry.stops).map(({ phaseId }) => phaseId)).toEqual(stops);
  });

  it('says what no run can be faster than', () => {
    expect(estimated().criticalPath).toEqual({
      phaseIds: ['briefing', 'research', 'strategy', 'copy', 'visuals', 'video', 'distribution', 'analytics'],
      minimumSeconds: 205.3,
    });
  });

  it('fits the budget when even its maximum does, to the last micro-dollar', () => {
    const { maximum } = estimated().costMicroUsd;
    expect(estimated({ aiBudgetUsd: maximum / 1_000_000 }).fitsBudget).toBe(true);
    expect(estimated({ aiBudgetUsd: (maximum - 1) / 1_000_000 }).fitsBudget).toBe(false);
  });
});
