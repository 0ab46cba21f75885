// What router, cache, month, cap and record add to a model call: a provider that takes no time, the real table code, a table in memory.
// `npm run bench:calls` prints milliseconds and write units for each call; the goal is at most 10 ms and 12 units.
import './quiet.ts';
import { callModel } from '../../shared/generation/call-model.ts';
import { createCampaignLedger } from '../../shared/generation/campaign-ledger.ts';
import { candidatesFrom } from '../../shared/generation/candidates.ts';
import { askForText, reuseOfText } from '../../shared/generation/requests.ts';
import { wireRouter } from '../../shared/generation/router/wire-router.ts';
import { wireCallQuota } from '../../shared/generation/wire-call-quota.ts';
import type { TextModel } from '../../shared/models/model.ts';
import { paidModels, sampleText } from '../support/fake-models.ts';
import { startMemoryTable } from '../support/memory-table.ts';
import { repositoriesOf, storeCampaign } from '../support/stored-campaign.ts';

const calls = 300;
const warmUp = 30;
const reads = new Set(['get', 'query']);
let writeUnits = 0;
let readUnits = 0;
const memory = await startMemoryTable((operation, units) => {
  if (reads.has(operation)) readUnits += units;
  else writeUnits += units;
});
const clock = () => new Date();
const data = repositoriesOf(memory.table);
/** A ledger of a campaign that has made fewer than a default one's calls: what it counts stays as small as there. */
const callsOfCampaign = 12;
let made = 0;
let ledger = await newLedger();
async function newLedger() {
  const stored = await storeCampaign(data, { aiCapMicroUsd: 1_000_000 });
  const { reference, record } = stored.phaseOf('research');
  const parts = { ...data, ...wireCallQuota(memory.table, clock), clock };
  const { wait: _wait, ...counted } = createCampaignLedger(parts, reference, record, stored.header);
  return counted;
}
const price = { worstCaseMicroUsd: 100, costMicroUsd: 40 };
const models = ['one', 'two', 'three'].map((id) => paidModels(price, undefined, { provider: `provider-${id}`, id }));
const router = wireRouter(memory.table, clock).routerOf(candidatesFrom(models));

async function call(ordinal: number, prompt: string): Promise<void> {
  const request = { ...sampleText, prompt };
  const { models: chosen } = await router.choose('text', { named: undefined });
  await callModel(
    ledger,
    askForText(`text-${ordinal}`, chosen as readonly TextModel[], request),
    reuseOfText(request, 'fresh'),
  );
}

async function measure(what: string, promptOf: (ordinal: number) => string, from: number): Promise<void> {
  for (let ordinal = from; ordinal < from + warmUp; ordinal += 1) await call(ordinal, promptOf(ordinal));
  [writeUnits, readUnits] = [0, 0];
  const times: number[] = [];
  for (let ordinal = from + warmUp; ordinal < from + warmUp + calls; ordinal += 1) {
    const [reading, writing] = [readUnits, writeUnits];
    made += 1;
    if (made % callsOfCampaign === 0) ledger = await newLedger();
    [readUnits, writeUnits] = [reading, writing]; // the campaign is no part of it
    const begun = performance.now();
    await call(ordinal, promptOf(ordinal));
    times.push(performance.now() - begun);
  }
  times.sort((one, other) => one - other);
  const at = (share: number) => (times[Math.floor(share * times.length)] ?? 0).toFixed(2);
  console.log(
    `| ${what} | ${at(0.5)} | ${at(0.95)} | ${(writeUnits / calls).toFixed(2)} | ${(readUnits / calls).toFixed(2)} |`,
  );
}

console.log('| a call | ms, median | ms, 95 % | write units | read units |\n|---|---|---|---|---|');
await measure('that is made', (ordinal) => `Answer ${ordinal}.`, 0);
await measure('answered from the cache', () => 'Answer 0.', 1000);
await memory.stop();
