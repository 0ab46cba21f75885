// What the lists of an account with thousands of campaigns cost: read units, kilobytes and milliseconds of a request, warm, one after the other.
// `npm run bench:account -- 5000` for so many campaigns. See tests/bench/README.md.
import { createApiClient } from '../../shared/client/api-client.ts';
import { briefOf, registerUser } from '../support/campaign-driver.ts';
import { startAccountPlatform } from './start-account-platform.ts';

const count = Number(process.argv[2] ?? 5000);
const rounds = 7;
const platform = await startAccountPlatform();
const user = await registerUser(platform);
const old = briefOf({ name: 'An old one that waits', governanceMode: 'GUIDED' });
const waiting = await user.client.call('createCampaign', { body: old });
await platform.ask({ give: { workspaceId: user.workspaceId, userId: user.id, count } });
let bytes = 0;
const client = createApiClient({
  baseUrl: platform.apiUrl,
  token: () => user.token,
  fetch: async (...request) => {
    const answer = await fetch(...request);
    bytes = (await answer.clone().arrayBuffer()).byteLength;
    return answer;
  },
});
for (;;) {
  const { approvals } = await client.call('listApprovals', { query: {} });
  if (approvals.some(({ campaign }) => campaign.id === waiting.id)) break;
  await new Promise((resolve) => setTimeout(resolve, 200));
}
const day = new Date().toISOString().slice(0, 10);
const operations: Record<string, () => Promise<unknown>> = {
  'what waits': () => client.call('listApprovals', { query: { limit: 100 } }),
  'newest 20 campaigns': () => client.call('listCampaigns', { query: { limit: 20 } }),
  'newest 100 campaigns': () => client.call('listCampaigns', { query: { limit: 100 } }),
  'a name that many have': () => client.call('listCampaigns', { query: { limit: 20, search: 'campaign 1' } }),
  'a name that one has': () => client.call('listCampaigns', { query: { limit: 20, search: `campaign ${count}` } }),
  'a name that none has': () => client.call('listCampaigns', { query: { limit: 20, search: 'nobody' } }),
  'a status that none has': () => client.call('listCampaigns', { query: { limit: 20, status: 'PAUSED' } }),
  'posts of a day, first page': () => client.call('listPosts', { query: { from: day, to: day, limit: 20 } }),
  'posts of a day, all pages': async () => {
    let cursor: string | undefined;
    do {
      const query = { from: day, to: day, limit: 20, ...(cursor ? { cursor } : {}) };
      ({ nextCursor: cursor } = await client.call('listPosts', { query }));
    } while (cursor);
  },
  'usage of the month': () => client.call('getUsage', { query: { groupBy: 'campaign' } }),
};

console.log(`An account with ${count + 1} campaigns, one of which waits for a decision; median of ${rounds}\n`);
console.log('| request | ms | requests to the table | read units | KB answered |');
console.log('|---|---:|---:|---:|---:|');
for (const [name, call] of Object.entries(operations)) {
  await call();
  const times: number[] = [];
  await platform.ask();
  for (let round = 0; round < (name.endsWith('all pages') ? 1 : rounds); round += 1) {
    const begun = performance.now();
    await call();
    times.push(performance.now() - begun);
  }
  const units = await platform.ask();
  const sum = (field: 'requests' | 'readUnits') => units.reduce((total, entry) => total + entry[field], 0);
  const each = (value: number) => Math.round((value / times.length) * 10) / 10;
  const middle = times.sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
  console.log(
    `| ${name} | ${middle.toFixed(0)} | ${each(sum('requests'))} | ${each(sum('readUnits'))} | ${(bytes / 1024).toFixed(0)} |`,
  );
}
await platform.stop();
