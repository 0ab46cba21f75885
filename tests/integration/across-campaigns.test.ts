// What a person asks about all of their campaigns at once: what waits for them, what is planned, what was spent and on which calls.
import { describe, expect, it } from 'vitest';
import { unzipExport } from '../../shared/export/unzip-export.ts';
import { briefOf, follow, registerUser, type User } from '../support/campaign-driver.ts';
import { platformWithImage } from '../support/platform-with-image.ts';

const platform = platformWithImage();

async function launch(user: User, changes: Parameters<typeof briefOf>[0]) {
  const { id } = await user.client.call('createCampaign', { body: briefOf(changes) });
  const follower = follow(platform, user, id);
  return { id, follower, on: (phaseId: string) => ({ params: { campaignId: id, phaseId } }) };
}
const waiting = async (user: User) =>
  (await user.client.call('listApprovals')).approvals.map(({ campaign, phase }) => [campaign.name, phase.id]);

describe('what waits for a person', () => {
  it('is listed across campaigns, the longest waiting first, and is off the list with the decision', async () => {
    const user = await registerUser(platform);
    const first = await launch(user, { name: 'First', governanceMode: 'SEMI_AUTO' });
    await first.follower.untilPhase('strategy', 'WAITING_VALIDATION');
    const second = await launch(user, { name: 'Second', governanceMode: 'GUIDED' });
    await second.follower.untilPhase('research', 'WAITING_VALIDATION');

    expect(await waiting(user)).toEqual([
      ['First', 'strategy'],
      ['Second', 'research'],
    ]);
    const { approvals, total } = await user.client.call('listApprovals', { query: { limit: 1 } });
    expect([approvals.length, total]).toEqual([1, 2]);
    expect(approvals[0]).toMatchObject({ actions: ['approve', 'reject', 'skip'], phase: { attempt: 1 } });
    expect(Date.parse(approvals[0]?.decideBy ?? '') - Date.parse(approvals[0]?.phase.waitingSince ?? '')).toBe(
      14 * 24 * 60 * 60 * 1000,
    );

    await user.client.call('approvePhase', first.on('strategy'));
    expect(await waiting(user)).toEqual([['Second', 'research']]);
    await user.client.call('rejectPhase', { ...second.on('research'), body: { feedback: 'shorter' } });
    await second.follower.untilPhase('research', 'WAITING_VALIDATION', 2);
    expect(await waiting(user)).toContainEqual(['Second', 'research']);
    await user.client.call('changeCampaign', { params: { campaignId: second.id }, body: { action: 'cancel' } });
    expect(await waiting(user)).not.toContainEqual(['Second', 'research']);
    expect(await waiting(await registerUser(platform))).toEqual([]);
    for (const { follower } of [first, second]) follower.close();
  });
});

describe('what a person puts aside', () => {
  it('is marked until its time for them alone, until a new version of it comes', async () => {
    const user = await registerUser(platform);
    const { follower, on } = await launch(user, { name: 'Aside', governanceMode: 'GUIDED' });
    await follower.untilPhase('research', 'WAITING_VALIDATION');
    const snoozed = async () => (await user.client.call('listApprovals')).approvals.map((item) => item.snoozedUntil);
    const until = new Date(Date.now() + 60 * 60 * 1000).toISOString();

    await user.client.call('snoozePhase', { ...on('research'), body: { until } });
    expect(await snoozed()).toEqual([until]);
    await user.client.call('snoozePhase', { ...on('research'), body: { until: null } });
    expect(await snoozed()).toEqual([undefined]);
    await user.client.call('snoozePhase', { ...on('research'), body: { until } });
    await user.client.call('rejectPhase', { ...on('research'), body: { feedback: 'shorter' } });
    await follower.untilPhase('research', 'WAITING_VALIDATION', 2);
    expect(await snoozed()).toEqual([undefined]);

    const late = new Date(Date.now() + 40 * 24 * 60 * 60 * 1000).toISOString();
    await expect(user.client.call('snoozePhase', { ...on('research'), body: { until: late } })).rejects.toMatchObject({
      code: 'validation-failed',
    });
    await expect(user.client.call('snoozePhase', { ...on('strategy'), body: { until } })).rejects.toMatchObject({
      code: 'conflict',
    });
    follower.close();
  });
});

describe('what people decided lately', () => {
  it('is listed across campaigns, the newest first, and only where something happened since', async () => {
    const user = await registerUser(platform);
    const { id, follower, on } = await launch(user, { name: 'Decided', governanceMode: 'GUIDED' });
    await follower.untilPhase('research', 'WAITING_VALIDATION');
    await user.client.call('rejectPhase', { ...on('research'), body: { feedback: 'shorter' } });
    await follower.untilPhase('research', 'WAITING_VALIDATION', 2);
    await user.client.call('approvePhase', on('research'));
    follower.close();

    const { decisions } = await user.client.call('listDecisions');
    expect(decisions).toMatchObject([
      { campaign: { id, name: 'Decided' }, phase: { id: 'research' }, approval: { decision: 'APPROVED', attempt: 2 } },
      { approval: { decision: 'REJECTED', feedback: 'shorter', decidedBy: user.id } },
    ]);
    const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString();
    expect((await user.client.call('listDecisions', { query: { from: tomorrow } })).decisions).toEqual([]);
    expect((await (await registerUser(platform)).client.call('listDecisions')).decisions).toEqual([]);
  });
});

describe('what is planned and what was spent', () => {
  it('comes from the plans of all campaigns in a time, and every figure leads to its calls', async () => {
    const user = await registerUser(platform);
    const { id, follower } = await launch(user, { name: 'Planned', governanceMode: 'AUTO' });
    expect(await follower.untilFinished()).toBe('COMPLETED');
    follower.close();

    const { output } = await user.client.call('getPhase', { params: { campaignId: id, phaseId: 'distribution' } });
    const plan = output && 'scheduledPosts' in output ? output.scheduledPosts : [];
    const all = { from: '2000-01-01', to: '2100-01-01' };
    const { posts } = await user.client.call('listPosts', { query: all });
    expect(posts.map(({ post }) => post.id).sort()).toEqual(plan.map((post) => post.id).sort());
    expect(posts[0]).toMatchObject({ campaign: { id, name: 'Planned' }, status: 'planned', phaseId: 'distribution' });
    const day = posts[0]?.post.scheduledAt.slice(0, 10) ?? '';
    const ofDay = await user.client.call('listPosts', { query: { from: day, to: day, campaignId: id } });
    expect(new Set(ofDay.posts.map(({ post }) => post.scheduledAt.slice(0, 10)))).toEqual(new Set([day]));
    expect((await (await registerUser(platform)).client.call('listPosts', { query: all })).posts).toEqual([]);

    const [{ post }] = posts as [(typeof posts)[number]];
    const scheduledAt = new Date(Date.parse(post.scheduledAt) + 26 * 60 * 60 * 1000).toISOString();
    const params = { campaignId: id, phaseId: 'distribution', postId: post.id };
    const answer = await user.client.call('movePost', { params, body: { scheduledAt, from: post.scheduledAt } });
    expect(answer.post).toMatchObject({ status: 'planned', post: { ...post, scheduledAt } });
    await expect(
      user.client.call('movePost', { params, body: { scheduledAt: post.scheduledAt, from: post.scheduledAt } }),
    ).rejects.toMatchObject({ code: 'conflict' });
    const after = await user.client.call('listPosts', { query: all });
    expect(after.posts.find((planned) => planned.post.id === post.id)?.post.scheduledAt).toBe(scheduledAt);
    const { moves } = await user.client.call('getPhase', { params: { campaignId: id, phaseId: 'distribution' } });
    expect(moves).toMatchObject([{ postId: post.id, from: post.scheduledAt, to: scheduledAt, movedBy: user.id }]);
    const { url } = await user.client.call('exportCampaign', { params: { campaignId: id } });
    const files = unzipExport(new Uint8Array(await (await fetch(url)).arrayBuffer()));
    const textOf = (name: string) => new TextDecoder().decode(files.find(({ path }) => path === name)?.bytes);
    expect(textOf('calendar.ics')).toContain(scheduledAt.replace(/[-:]|\.000/g, ''));
    expect(textOf('campaign.json')).toContain(`"scheduledAt": "${scheduledAt}"`);

    const usage = await user.client.call('getUsage', { query: { groupBy: 'campaign' } });
    expect(usage.groups).toMatchObject([{ key: id, name: 'Planned' }]);
    const { calls } = await user.client.call('listCalls');
    expect(calls).toHaveLength(usage.total.calls);
    const agent = calls[0]?.agent ?? 'CMO';
    const narrowed = await user.client.call('getUsage', { query: { agent } });
    const behind = (await user.client.call('listCalls', { query: { agent, campaignId: id } })).calls;
    expect(behind).toHaveLength(narrowed.total.calls);
    expect(new Set(behind.map((call) => call.agent))).toEqual(new Set([agent]));
  });
});
