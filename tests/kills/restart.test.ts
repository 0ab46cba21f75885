// The platform is killed with SIGKILL and started again: running campaigns go on, approvals still wait, nothing finished is repeated.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { briefOf, follow, problemOf, registerUser, type Target } from '../support/campaign-driver.ts';
import { killsEverywhere } from '../support/kill-density.ts';

const program = fileURLToPath(new URL('../support/recorded-platform.ts', import.meta.url));
let directory: string;
let recordFile: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'astromedia-restart-'));
  recordFile = join(directory, 'runs.tsv');
  writeFileSync(recordFile, '');
});
afterEach(async () => {
  for (const child of children.splice(0)) await kill(child);
  await rm(directory, { recursive: true, force: true });
});

async function start(durations: Record<string, number> = {}): Promise<{ child: ChildProcess; target: Target }> {
  const child = fork(program, [join(directory, 'state'), recordFile, JSON.stringify(durations)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, POWERTOOLS_METRICS_DISABLED: 'true', POWERTOOLS_LOG_LEVEL: 'SILENT' },
  });
  children.push(child);
  const [message] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('The platform ended before it was ready'))),
  ]);
  return { child, target: message };
}
async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}
const recordedRuns = () =>
  readFileSync(recordFile, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t')[0] ?? '');
const countsOf = (phaseIds: readonly string[]) =>
  Object.fromEntries([...new Set(phaseIds)].map((id) => [id, phaseIds.filter((other) => other === id).length]));

/** Phases that are followed by a death: at the beginning, where many run at once, and near the end. */
const killedAfter = killsEverywhere
  ? ['research', 'strategy', 'copy', 'visuals', 'video']
  : ['research', 'visuals', 'video'];

describe('killing the platform', () => {
  it('in the middle of the video repeats nothing but the video', async () => {
    const first = await start({ video: 60_000 });
    const user = await registerUser(first.target);
    const { id } = await user.client.call('createCampaign', { body: briefOf() });
    const before = follow(first.target, user, id);
    await before.untilPhase('video', 'RUNNING');
    await before.untilPhase('content', 'COMPLETED');
    before.close();
    await kill(first.child);

    const second = await start();
    const after = follow(second.target, user, id);
    expect(await after.untilFinished()).toBe('COMPLETED');
    await after.until('campaign:completed');
    after.close();
    expect(countsOf(recordedRuns())).toEqual({
      research: 1,
      strategy: 1,
      scriptwriting: 1,
      seo: 1,
      copy: 1,
      content: 1,
      visuals: 1,
      video: 2,
      distribution: 1,
      analytics: 1,
    });
    expect(after.events.map(({ number }) => number)).toEqual(after.events.map((_event, index) => index + 1));
  });

  it('leaves an approval waiting, and a decision taken before its task is back still counts', async () => {
    const first = await start();
    const user = await registerUser(first.target);
    const { id } = await user.client.call('createCampaign', { body: briefOf({ governanceMode: 'SEMI_AUTO' }) });
    const params = (phaseId: string) => ({ params: { campaignId: id, phaseId } });
    const before = follow(first.target, user, id);
    await before.untilPhase('strategy', 'WAITING_VALIDATION');
    before.close();
    await kill(first.child);

    const second = await start();
    await user.client.call('rejectPhase', { ...params('strategy'), body: { feedback: 'bolder' } });
    const after = follow(second.target, user, id);
    await after.untilPhase('strategy', 'WAITING_VALIDATION', 2);
    await user.client.call('approvePhase', params('strategy'));
    expect((await problemOf(user.client.call('approvePhase', params('strategy')))).status).toBe(409);
    await after.untilPhase('visuals', 'WAITING_VALIDATION');
    after.close();
    expect(countsOf(recordedRuns())).toMatchObject({
      research: 1,
      strategy: 2,
      scriptwriting: 1,
      seo: 1,
      copy: 1,
      visuals: 1,
    });
  });

  it('again and again still finishes the campaign, and no finished phase runs twice', async () => {
    const slow = Object.fromEntries(
      ['research', 'strategy', 'copy', 'visuals', 'video', 'distribution'].map((id) => [id, 40]),
    );
    let { child, target } = await start(slow);
    const user = await registerUser(target);
    const { id } = await user.client.call('createCampaign', { body: briefOf() });
    const finished = new Set<string>();
    for (const phaseId of killedAfter) {
      const follower = follow(target, user, id);
      await follower.untilPhase(phaseId, 'COMPLETED');
      for (const event of follower.events)
        if (event.type === 'phase:status' && event.data.status === 'COMPLETED') finished.add(event.data.phaseId);
      follower.close();
      const runsSoFar = countsOf(recordedRuns());
      await kill(child);
      ({ child, target } = await start(slow));
      const runsNow = countsOf(recordedRuns());
      for (const done of finished) expect([done, runsNow[done]]).toEqual([done, runsSoFar[done]]);
    }
    const last = follow(target, user, id);
    expect(await last.untilFinished()).toBe('COMPLETED');
    last.close();
  }, 180_000);
});
