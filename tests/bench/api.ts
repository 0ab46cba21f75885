// What the API costs the machine: CPU of the embedded platform per request (gateway, functions, and every service; DynamoDB, which has a
// thread of its own, also apart), and the time of the handler alone, by operation. `npm run bench:api -- 300` for 300 requests of each. See tests/bench/README.md.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programCount } from '../../cli/program-options.ts';
import { createApiClient } from '../../shared/client/api-client.ts';
import { briefOf, registerUser } from '../support/campaign-driver.ts';
import { startMeasuredPlatform } from './measure-platform.ts';

const requests = programCount('Requests', 200, 'Usage: npm run bench:api [-- REQUESTS]');
/** What version 2 needed on two cores, per request: milliseconds of CPU. Given, not measured here. */
const versionTwo: Readonly<Record<string, number>> = { listCampaigns: 6.0, createCampaign: 8.6, login: 600 };

const directory = await mkdtemp(join(tmpdir(), 'astromedia-api-'));
const platform = await startMeasuredPlatform(join(directory, 'state'));
const user = await registerUser(platform.target);
const visitor = createApiClient({ baseUrl: platform.target.apiUrl });
const credentials = { email: `bench-${Date.now()}@example.com`, password: 'password123' };
await visitor.call('register', { body: credentials });
// Drafts run nothing, so that nothing but the requests is measured.
const draft = { ...briefOf({ governanceMode: 'GUIDED' }), launch: false };
const campaigns = await Promise.all(
  Array.from({ length: 20 }, () => user.client.call('createCampaign', { body: draft })),
);
const at = { params: { campaignId: campaigns[0]?.id ?? '' } };

const operations: Record<string, () => Promise<unknown>> = {
  health: () => visitor.call('health'),
  listCampaigns: () => user.client.call('listCampaigns', { query: { limit: 20 } }),
  getCampaign: () => user.client.call('getCampaign', at),
  getPhase: () => user.client.call('getPhase', { params: { ...at.params, phaseId: 'briefing' } }),
  listEvents: () => user.client.call('listEvents', at),
  changeCampaign: () => user.client.call('changeCampaign', { ...at, body: { name: 'Renamed' } }),
  login: () => visitor.call('login', { body: credentials }),
  createCampaign: () => user.client.call('createCampaign', { body: draft }),
};

console.log(`${requests} requests of each, one after the other, on Node ${process.version}\n`);
console.log(
  '| operation | CPU, ms a request | with the database | version 2 | handler p50, ms | p95, ms | requests/s |',
);
console.log('|---|---:|---:|---:|---:|---:|---:|');
for (const [operation, call] of Object.entries(operations)) {
  for (let warm = 0; warm < 100; warm += 1) await call(); // what is measured is compiled
  const before = await platform.measure();
  const begun = performance.now();
  for (let sent = 0; sent < requests; sent += 1) await call();
  const seconds = (performance.now() - begun) / 1000;
  const after = await platform.measure();
  const perRequest = (figure: 'cpuMilliseconds' | 'mainThreadMilliseconds') =>
    ((after[figure] - before[figure]) / requests).toFixed(1);
  const times = [...(after.handlerMilliseconds[operation] ?? [])].sort((one, other) => one - other);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? Number.NaN).toFixed(1);
  console.log(
    `| ${operation} | ${perRequest('mainThreadMilliseconds')} | ${perRequest('cpuMilliseconds')} | ${versionTwo[operation]?.toFixed(1) ?? ''} | ${at(0.5)} | ${at(0.95)} | ${(requests / seconds).toFixed(0)} |`,
  );
}
await platform.kill();
await rm(directory, { recursive: true, force: true });
