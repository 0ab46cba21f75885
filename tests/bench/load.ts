// Many campaigns at once on the embedded platform: all must complete, none may be lost. Reports CPU per phase, memory and how long a restart
// takes, also with many campaigns that wait. Arguments: number of campaigns (200), --studio for the real studio. See tests/bench/README.md.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import PQueue from 'p-queue';
import { countIn, programOptions } from '../../cli/program-options.ts';
import type { CampaignDetail } from '../../shared/contracts/campaign.ts';
import { defaultPlaybook } from '../../shared/domain/playbook/default-playbook.ts';
import { briefOf, follow, registerUser, type User } from '../support/campaign-driver.ts';
import { startMeasuredPlatform } from './measure-platform.ts';

const usage = 'Usage: npm run bench:load [-- CAMPAIGNS] [--studio]';
const { values, positionals } = programOptions(
  { options: { studio: { type: 'boolean' } }, allowPositionals: true },
  usage,
);
const studio = values.studio ?? false;
const campaigns = countIn(positionals, 'Campaigns', 200, usage);
/** A person has 1,000 AI calls a month, and a campaign of real agents makes twelve. */
const campaignsOfOneUser = studio ? 80 : campaigns;
/** Campaigns that wait for a person while the platform is started again. */
const parked = studio ? 80 : 300;
/** Requests under way at once: a campaign is created in about 15 ms of CPU, and a client waits 30 s for its answer. */
const requestsAtOnce = 50;
/** Between two questions: the benchmark must not add a socket per campaign to what it measures. */
const pauseMilliseconds = 250;

async function statuses(user: User): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  let cursor: string | undefined;
  do {
    const page = await user.client.call('listCampaigns', { query: { limit: 100, cursor } });
    for (const { status } of page.campaigns) counts.set(status, (counts.get(status) ?? 0) + 1);
    cursor = page.nextCursor;
  } while (cursor);
  return counts;
}
async function untilAllEnded(user: User, count: number): Promise<void> {
  for (;;) {
    const now = await statuses(user);
    if ((now.get('RUNNING') ?? 0) === 0) {
      if (now.get('COMPLETED') === count) return;
      throw new Error(`Not all completed: ${[...now].map((entry) => entry.join(' ')).join(', ')}`);
    }
    await wait(pauseMilliseconds);
  }
}
async function untilAllWait(user: User, ids: readonly string[]): Promise<void> {
  for (const campaignId of ids)
    while (
      !(await user.client.call('getCampaign', { params: { campaignId } })).phases.some(
        ({ status }) => status === 'WAITING_VALIDATION',
      )
    )
      await wait(pauseMilliseconds);
}
const launchAll = (user: User, count: number, governanceMode: 'AUTO' | 'SEMI_AUTO'): Promise<CampaignDetail[]> => {
  const line = new PQueue({ concurrency: requestsAtOnce });
  const launch = () => user.client.call('createCampaign', { body: briefOf({ governanceMode }) });
  return line.addAll(Array.from({ length: count }, () => launch));
};

const directory = await mkdtemp(join(tmpdir(), 'astromedia-load-'));

/** Long enough that a kill after `visuals` finds the video running. */
const milliseconds = Object.fromEntries(defaultPlaybook.phases.map(({ id }) => [id, id === 'video' ? 300 : 20]));
const first = await startMeasuredPlatform(join(directory, 'state'), { studio });
console.log(`platform ready after ${first.readyMilliseconds.toFixed(0)} ms`);
const shares = Array.from({ length: Math.ceil(campaigns / campaignsOfOneUser) }, (_, user) =>
  Math.min(campaignsOfOneUser, campaigns - user * campaignsOfOneUser),
);
const runners: [User, number][] = [];
for (const share of shares) runners.push([await registerUser(first.target), share]);
const before = await first.measure({ milliseconds });
const begun = performance.now();
await Promise.all(runners.map(([user, share]) => launchAll(user, share, 'AUTO')));
console.log(`${campaigns} campaigns created after ${((performance.now() - begun) / 1000).toFixed(1)} s`);
for (const [user, share] of runners) await untilAllEnded(user, share);
const seconds = (performance.now() - begun) / 1000;
const after = await first.measure();
const cpuPerPhase = (after.cpuMilliseconds - before.cpuMilliseconds) / (campaigns * 10);
console.log(`${campaigns} campaigns at once: all completed, none lost, in ${seconds.toFixed(1)} s`);
console.log(`CPU per phase, everything included (HTTP, DynamoDB, state machine): ${cpuPerPhase.toFixed(1)} ms`);
await wait(35_000); // idle drawing threads end, and the operating system is given back what the collector freed
const rested = await first.measure();
console.log(
  `memory: ${after.mostResidentMegabytes.toFixed(0)} MB at most, ${rested.residentMegabytes.toFixed(0)} MB afterwards, of which ${rested.heapMegabytes.toFixed(0)} MB heap`,
);

const waiter = await registerUser(first.target);
const idle = await first.measure();
const waitingIds = (await launchAll(waiter, parked, 'SEMI_AUTO')).map(({ id }) => id);
await untilAllWait(waiter, waitingIds);
const waiting = await first.measure();
console.log(
  `memory per waiting campaign: ${(((waiting.heapMegabytes - idle.heapMegabytes) * 1024) / parked).toFixed(0)} KB of heap`,
);
await wait(2000); // a campaign that has just asked counts as at work
await first.kill();
const again = await startMeasuredPlatform(join(directory, 'state'), { studio });
const ready = await again.measure({ milliseconds });
const [oldest] = waitingIds;
const asked = performance.now();
const answered = follow(again.target, waiter, String(oldest));
await waiter.client.call('approvePhase', { params: { campaignId: String(oldest), phaseId: 'strategy' } });
await answered.untilPhase('copy', 'COMPLETED');
answered.close();
console.log(
  `restart with ${parked} waiting campaigns: ready in ${again.readyMilliseconds.toFixed(0)} ms with ${(ready.cpuMilliseconds / 1000).toFixed(1)} s of CPU; an approval leads to the next finished phase in ${(performance.now() - asked).toFixed(0)} ms`,
);
await wait(10_000);
const later = await again.measure();
console.log(`CPU in the ten seconds after: ${((later.cpuMilliseconds - ready.cpuMilliseconds) / 1000).toFixed(1)} s`);
await again.kill();

// A fresh campaign, killed with six phases done: the time from the start of the process to the first agent that runs again.
const restartDirectory = join(directory, 'restart');
const second = await startMeasuredPlatform(restartDirectory);
await second.measure({ milliseconds });
const user = await registerUser(second.target);
const { id } = await user.client.call('createCampaign', { body: briefOf({ governanceMode: 'AUTO' }) });
const follower = follow(second.target, user, id);
await follower.untilPhase('visuals', 'COMPLETED');
follower.close();
await second.kill();
const killed = Date.now();
const third = await startMeasuredPlatform(restartDirectory);
const resumed = follow(third.target, user, id);
await resumed.untilFinished();
resumed.close();
const { phases } = await user.client.call('getCampaign', { params: { campaignId: id } });
const firstCall = Math.min(
  ...phases.flatMap(({ startedAt }) =>
    startedAt && Date.parse(startedAt) > killed ? [Date.parse(startedAt) - killed] : [],
  ),
);
console.log(
  `restart after kill -9: platform ready in ${third.readyMilliseconds.toFixed(0)} ms, first phase begins ${firstCall} ms after the kill`,
);
await third.kill();
await rm(directory, { recursive: true, force: true });
process.exit(0);
