// Many campaigns at once by models that are asked over HTTP: a provider on loopback that answers in a second, and now and then not at all. All must
// complete, none may be paid twice, and the accounts add up to the provider's bill. Arguments: number of campaigns (200). See tests/bench/README.md.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import PQueue from 'p-queue';
import { programCount } from '../../cli/program-options.ts';
import type { ModelCall } from '../../shared/contracts/usage.ts';
import { answersOfBoth, englishBrief, settingsOf, startProvider, usual } from '../models/world.ts';
import { registerUser, type User } from '../support/campaign-driver.ts';
import { type Behaviour, fails } from '../support/fake-provider/behaviour.ts';
import type { FakeRequest } from '../support/fake-provider/protocol.ts';
import { startMeasuredPlatform } from './measure-platform.ts';

const campaigns = programCount('Campaigns', 200, 'Usage: npm run bench:providers [-- CAMPAIGNS]');
const requestsAtOnce = 50;
const pauseMilliseconds = 1000;
const delayMilliseconds = 1000;
const [shareLimited, shareBroken] = [0.05, 0.02];

let seed = 20261126;
const random = (): number => {
  seed = (seed * 48271) % 2147483647;
  return seed / 2147483647;
};

const recorded = await answersOfBoth();
const provider = await startProvider(recorded);
const met = { answered: 0, limited: 0, broken: 0 };
provider.behave = (request: FakeRequest): Behaviour => {
  const chance = request.method === 'POST' ? random() : 1;
  if (chance < shareLimited) {
    met.limited += 1;
    return fails(429, { headers: { 'retry-after': '1' } });
  }
  if (chance < shareLimited + shareBroken) {
    met.broken += 1;
    return fails(503);
  }
  met.answered += 1;
  const answer = usual(recorded, request);
  return answer.does === 'answer' && request.method === 'POST' ? { ...answer, delayMilliseconds } : answer;
};

const directory = await mkdtemp(join(tmpdir(), 'astromedia-providers-'));
const platform = await startMeasuredPlatform(join(directory, 'state'), { models: settingsOf(provider) });
console.log(`platform ready after ${platform.readyMilliseconds.toFixed(0)} ms`);
/** One for each campaign: what a workspace was answered is not paid for again, and everything is to be paid for. */
const users: User[] = [];
for (let user = 0; user < campaigns; user += 1) users.push(await registerUser(platform.target));
const before = await platform.measure();
const begun = performance.now();

const line = new PQueue({ concurrency: requestsAtOnce });
const launched = await line.addAll(
  users.map((user) => async () => {
    const { id } = await user.client.call('createCampaign', { body: { ...englishBrief, governanceMode: 'AUTO' } });
    return { user, params: { campaignId: id } };
  }),
);
console.log(`${campaigns} campaigns created after ${((performance.now() - begun) / 1000).toFixed(1)} s`);

async function untilEnded({ user, params }: (typeof launched)[number]) {
  for (;;) {
    const campaign = await user.client.call('getCampaign', { params });
    const stuck = campaign.phases.find(({ status }) => status === 'FAILED' || status === 'BUDGET_HOLD');
    if (stuck) throw new Error(`${stuck.id} of ${params.campaignId}: ${stuck.failure?.reason}`);
    if (campaign.status === 'COMPLETED') return campaign;
    await wait(pauseMilliseconds);
  }
}
const ended: Awaited<ReturnType<typeof untilEnded>>[] = [];
for (const campaign of launched) ended.push(await untilEnded(campaign));
const seconds = (performance.now() - begun) / 1000;
const after = await platform.measure();

const calls: ModelCall[] = [];
for (const { user, params } of launched) {
  const { calls: made } = await user.client.call('listModelCalls', { params });
  const settled = made.filter(({ status }) => status === 'SETTLED').map(({ id }) => id.replace(/\.\d+$/, ''));
  if (settled.length !== 12 || new Set(settled).size !== settled.length)
    throw new Error(`${params.campaignId} paid for ${settled.length} answers: ${settled.sort().join(', ')}`);
  calls.push(...made);
}
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const [counted, spent] = [
  sum(calls.map(({ costMicroUsd }) => costMicroUsd)),
  sum(ended.map((one) => one.spentMicroUsd)),
];
if (counted !== provider.billMicroUsd || spent !== provider.billMicroUsd)
  throw new Error(
    `The provider bills ${provider.billMicroUsd}, calls say ${counted}, campaigns ${spent} micro-dollars`,
  );

const phases = campaigns * 10;
console.log(`${campaigns} campaigns at once: all completed, none paid twice, in ${seconds.toFixed(1)} s`);
console.log(
  `${provider.requests.length} requests: ${met.answered} answered, ${met.limited} times 429, ${met.broken} times 503; ${calls.length} calls on record, $${(counted / 1e6).toFixed(2)} to the micro-dollar`,
);
console.log(
  `CPU per phase, everything included: ${((after.cpuMilliseconds - before.cpuMilliseconds) / phases).toFixed(1)} ms (main thread ${((after.mainThreadMilliseconds - before.mainThreadMilliseconds) / phases).toFixed(1)} ms)`,
);
console.log(
  `memory: ${after.mostResidentMegabytes.toFixed(0)} MB at most, ${after.heapMegabytes.toFixed(0)} MB heap afterwards`,
);
await platform.kill();
await provider.stop();
await rm(directory, { recursive: true, force: true });
process.exit(0);
