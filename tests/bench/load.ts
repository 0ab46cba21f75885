// Many campaigns at once on the embedded platform: all must complete, none may be lost. Reports CPU per phase, memory per waiting
// campaign and how long a restart takes. Arguments: number of campaigns (200). See tests/bench/README.md.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CampaignDetail } from '../../shared/contracts/campaign.ts';
import { fullCampaign } from '../../shared/domain/full-campaign.ts';
import { briefOf, follow, registerUser, type User } from '../support/campaign-driver.ts';
import { startMeasuredPlatform } from './measure-platform.ts';

const campaigns = Number(process.argv[2] ?? 200);
/** Asks until it is so: the benchmark must not add a socket per campaign to what it measures. */
async function until(test: () => Promise<boolean>): Promise<void> {
  while (!(await test())) await new Promise((resolve) => setTimeout(resolve, 250));
}
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
const launchAll = (user: User, count: number, governanceMode: 'AUTO' | 'SEMI_AUTO'): Promise<CampaignDetail[]> =>
  Promise.all(
    Array.from({ length: count }, () => user.client.call('createCampaign', { body: briefOf({ governanceMode }) })),
  );

const directory = await mkdtemp(join(tmpdir(), 'astromedia-load-'));

/** Long enough that a kill after `visuals` finds the video running. */
const milliseconds = Object.fromEntries(fullCampaign.phases.map(({ id }) => [id, id === 'video' ? 300 : 20]));
const first = await startMeasuredPlatform(join(directory, 'state'));
console.log(`platform ready after ${first.readyMilliseconds.toFixed(0)} ms`);
const runner = await registerUser(first.target);
const before = await first.measure({ milliseconds });
const begun = performance.now();
await launchAll(runner, campaigns, 'AUTO');
await until(async () => (await statuses(runner)).get('COMPLETED') === campaigns);
const seconds = (performance.now() - begun) / 1000;
const after = await first.measure();
const cpuPerPhase = (after.cpuMilliseconds - before.cpuMilliseconds) / (campaigns * 10);
console.log(`${campaigns} campaigns at once: all completed, none lost, in ${seconds.toFixed(1)} s`);
console.log(`CPU per phase, everything included (HTTP, DynamoDB, state machine): ${cpuPerPhase.toFixed(1)} ms`);

const waiter = await registerUser(first.target);
const idle = await first.measure();
await launchAll(waiter, campaigns, 'SEMI_AUTO');
await until(async () => {
  const { campaigns: some } = await waiter.client.call('listCampaigns', { query: { limit: 100 } });
  const details = await Promise.all(
    some.slice(-5).map(({ id }) => waiter.client.call('getCampaign', { params: { campaignId: id } })),
  );
  return details.every(({ phases }) => phases.some(({ status }) => status === 'WAITING_VALIDATION'));
});
const waiting = await first.measure();
console.log(
  `memory per waiting campaign: ${(((waiting.heapMegabytes - idle.heapMegabytes) * 1024) / campaigns).toFixed(0)} KB of heap`,
);

// A fresh campaign, killed with six phases done: the time from the start of the process to the first agent that runs again.
await first.kill();
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
