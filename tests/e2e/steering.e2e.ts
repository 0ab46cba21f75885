import { describe, expect, it } from 'vitest';
import { problemOf } from '../support/campaign-driver.ts';
import { launch } from './journey.ts';

describe('a running campaign', () => {
  it('starts nothing while paused, and goes on when resumed', async () => {
    const { user, follower, at, on } = await launch({ governanceMode: 'GUIDED' });
    await follower.untilPhase('research', 'WAITING_VALIDATION');
    const paused = await user.client.call('changeCampaign', { ...at, body: { action: 'pause' } });
    expect(paused.status).toBe('PAUSED');
    await user.client.call('approvePhase', on('research'));
    const strategy = async () => (await user.client.call('getPhase', on('strategy'))).phase;
    await expect.poll(async () => (await strategy()).waitsFor, { timeout: 60_000 }).toEqual([]);
    expect((await strategy()).status).toBe('IDLE');

    await user.client.call('changeCampaign', { ...at, body: { action: 'resume' } });

    const asked = await follower.untilPhase('strategy', 'WAITING_VALIDATION');
    const statuses = follower.events.flatMap((event) => (event.type === 'campaign:status' ? [event] : []));
    const resumed = statuses.at(-1);
    expect(statuses.slice(-2).map(({ data }) => data.status)).toEqual(['PAUSED', 'RUNNING']);
    const began = await follower.untilPhase('strategy', 'RUNNING');
    expect(began.number).toBeGreaterThan(resumed?.number ?? Number.POSITIVE_INFINITY);
    expect(asked.number).toBeGreaterThan(began.number);
  });

  it('is cancelled for good', async () => {
    const { user, follower, at, on } = await launch({ governanceMode: 'GUIDED' });
    await follower.untilPhase('research', 'WAITING_VALIDATION');

    await user.client.call('changeCampaign', { ...at, body: { action: 'cancel' } });

    expect(await follower.untilFinished()).toBe('CANCELLED');
    expect((await problemOf(user.client.call('approvePhase', on('research')))).status).toBe(409);
    const resume = user.client.call('changeCampaign', { ...at, body: { action: 'resume' } });
    expect((await problemOf(resume)).status).toBe(409);
    const { phases } = await user.client.call('getCampaign', at);
    expect(phases.filter(({ status }) => status === 'SKIPPED')).toHaveLength(10);
  });

  it('is deleted with everything it made', async () => {
    const { user, follower, at } = await launch({ governanceMode: 'GUIDED' });
    await follower.untilPhase('research', 'WAITING_VALIDATION');

    await user.client.call('deleteCampaign', at);

    for (const operation of ['getCampaign', 'listEvents', 'listModelCalls'] as const)
      expect((await problemOf(user.client.call(operation, at))).status).toBe(404);
    expect((await user.client.call('listCampaigns')).campaigns).toEqual([]);
  });
});
