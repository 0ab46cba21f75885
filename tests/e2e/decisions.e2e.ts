import { describe, expect, it } from 'vitest';
import { problemOf } from '../support/campaign-driver.ts';
import { launch } from './journey.ts';

describe('an output that is rejected', () => {
  it('comes back as a second attempt that knows the feedback, and can then be approved', async () => {
    const { user, follower, on } = await launch({ governanceMode: 'GUIDED' });
    await follower.untilPhase('research', 'WAITING_VALIDATION', 1);

    const { phase } = await user.client.call('rejectPhase', {
      ...on('research'),
      body: { feedback: 'Name the competitors' },
    });

    expect(phase).toMatchObject({ status: 'READY', attempt: 2, revisions: 1 });
    await follower.untilPhase('research', 'WAITING_VALIDATION', 2);
    await user.client.call('approvePhase', on('research'));
    await follower.untilPhase('strategy', 'WAITING_VALIDATION');
    const { approvals } = await user.client.call('getPhase', on('research'));
    expect(approvals.map(({ attempt, decision, feedback }) => [attempt, decision, feedback]).sort()).toEqual([
      [1, 'REJECTED', 'Name the competitors'],
      [2, 'APPROVED', undefined],
    ]);
    expect(follower.events.filter(({ type }) => type === 'phase:output')).toHaveLength(3);
  });
});

describe('a decision', () => {
  it('is taken once, even when several arrive at the same moment', async () => {
    const { user, follower, on } = await launch({ governanceMode: 'GUIDED' });
    await follower.untilPhase('research', 'WAITING_VALIDATION');

    const answers = await Promise.allSettled(
      Array.from({ length: 4 }, () => user.client.call('approvePhase', on('research'))),
    );

    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await problemOf(user.client.call('approvePhase', on('research')))).status).toBe(409);
    await follower.untilPhase('strategy', 'WAITING_VALIDATION');
  });

  it('with an edit of the wrong shape is refused with the field, and the phase still waits', async () => {
    const { user, follower, on } = await launch({ governanceMode: 'GUIDED' });
    await follower.untilPhase('research', 'WAITING_VALIDATION');

    const body = { editedData: { marketAnalysisReport: { slides: [] } } };
    const problem = await problemOf(user.client.call('approvePhase', { ...on('research'), body }));

    expect(problem.status).toBe(422);
    expect(problem.fields[0]?.pointer).toMatch(/^#\/editedData\/marketAnalysisReport/);
    expect((await user.client.call('getPhase', on('research'))).phase.status).toBe('WAITING_VALIDATION');
  });
});
