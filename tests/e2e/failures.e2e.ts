import { describe, expect, it } from 'vitest';
import { briefOf, problemOf } from '../support/campaign-driver.ts';
import { launch } from './journey.ts';

const { briefData } = briefOf();

it('a model that there is not is refused before anything starts, with the field', async () => {
  const agentConfiguration = { SEO: { model: 'no-such-model' } };
  const problem = await problemOf(launch({ briefData: { ...briefData, agentConfiguration } }));
  expect([problem.status, problem.fields]).toMatchObject([
    422,
    [{ pointer: '#/briefData/agentConfiguration/SEO/model', detail: 'model must be one of offline-studio-1' }],
  ]);
});

describe('a phase that nobody wants', () => {
  it('can be skipped: what needs it is skipped with the reason', async () => {
    const { user, follower, at, on } = await launch({ governanceMode: 'SEMI_AUTO' });
    await follower.untilPhase('strategy', 'WAITING_VALIDATION');
    await user.client.call('approvePhase', { ...on('strategy'), body: { attempt: 1 } });
    await follower.untilPhase('visuals', 'WAITING_VALIDATION');

    await user.client.call('skipPhase', { ...on('visuals'), body: { attempt: 1, reason: 'We have our own pictures' } });

    const completed = await follower.until('campaign:completed');
    expect(completed.data.skippedPhases).toEqual(['visuals', 'video', 'distribution', 'analytics']);
    const { phases } = await user.client.call('getCampaign', at);
    const reasons = new Map(phases.map(({ id, skippedBecause }) => [id, skippedBecause]));
    expect(reasons.get('visuals')).toEqual({ kind: 'said', words: 'We have our own pictures' });
    expect(reasons.get('video')).toEqual({
      kind: 'missing',
      inputs: [{ name: 'validatedVisual', phaseId: 'visuals' }],
    });
  });
});
