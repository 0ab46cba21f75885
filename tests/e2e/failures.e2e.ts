import { describe, expect, it } from 'vitest';
import { briefOf } from '../support/campaign-driver.ts';
import { launch } from './journey.ts';

const { briefData } = briefOf();

describe('a phase that fails', () => {
  it('says why, holds up only what needs it, and goes on when retried with another model', async () => {
    const { user, follower, at, on } = await launch({
      governanceMode: 'AUTO',
      briefData: { ...briefData, agentConfiguration: { SEO: { model: 'no-such-model' } } },
    });
    const failed = await follower.until('phase:error');
    expect(failed.data).toMatchObject({ phaseId: 'seo', failure: { name: 'ModelRefused' } });
    expect(failed.data.failure.reason).toContain('offline-studio-1');
    await follower.untilPhase('visuals', 'COMPLETED');
    expect((await user.client.call('getPhase', on('content'))).phase).toMatchObject({
      status: 'IDLE',
      waitsFor: ['seo'],
    });

    const { phase } = await user.client.call('retryPhase', { ...on('seo'), body: { model: 'offline-studio-1' } });

    expect(phase).toMatchObject({ status: 'READY', attempt: 2 });
    await follower.until('campaign:completed');
    const campaign = await user.client.call('getCampaign', at);
    expect(campaign).toMatchObject({ status: 'COMPLETED', finishedPhaseCount: 11 });
    expect(campaign.phases.filter(({ attempt }) => attempt > 1).map(({ id }) => id)).toEqual(['seo']);
  });

  it('can be skipped: what needs it is skipped with the reason', async () => {
    const { user, follower, at, on } = await launch({
      governanceMode: 'AUTO',
      briefData: { ...briefData, agentConfiguration: { designer: { model: 'no-such-model' } } },
    });
    await follower.untilPhase('visuals', 'FAILED');

    await user.client.call('skipPhase', { ...on('visuals'), body: { reason: 'We have our own pictures' } });

    const completed = await follower.until('campaign:completed');
    expect(completed.data.skippedPhases).toEqual(['visuals', 'video', 'distribution', 'analytics']);
    const { phases } = await user.client.call('getCampaign', at);
    const reasons = new Map(phases.map(({ id, skippedBecause }) => [id, skippedBecause]));
    expect(reasons.get('visuals')).toBe('We have our own pictures');
    expect(reasons.get('video')).toContain('validatedVisual');
  });
});
