// What router, cache, month, cap and record add to a model call: a provider that takes no time, the real table code, a table in memory.
// `npm run bench:calls` prints milliseconds and write units for each call against the goals.
import './quiet.ts';
import type { ModelCall } from '../../shared/contracts/usage.ts';
import type { ReadText } from '../../shared/generation/answers/read-text.ts';
import { callModel } from '../../shared/generation/call-model.ts';
import { createCampaignLedger } from '../../shared/generation/campaign-ledger.ts';
import { candidatesFrom } from '../../shared/generation/candidates.ts';
import type { Ledger, Made } from '../../shared/generation/ledger.ts';
import { askForText, reuseOfText } from '../../shared/generation/requests.ts';
import { watchLedger } from '../../shared/generation/router/watch-ledger.ts';
import { wireRouter } from '../../shared/generation/router/wire-router.ts';
import { wireCallQuota } from '../../shared/generation/wire-call-quota.ts';
import { modelFailure } from '../../shared/models/errors.ts';
import type { Models, TextModel } from '../../shared/models/model.ts';
import { paidModels, sampleText } from '../support/fake-models.ts';
import { startMemoryTable } from '../support/memory-table.ts';
import { repositoriesOf, storeCampaign } from '../support/stored-campaign.ts';

const goal = { milliseconds: 10, writeUnits: 12 };
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
const price = { worstCaseMicroUsd: 100, costMicroUsd: 40 };
const models = ['one', 'two', 'three'].map((id) => paidModels(price, undefined, { provider: `provider-${id}`, id }));
const wired = wireRouter(memory.table, clock);
const router = wired.routerOf(candidatesFrom(models));
/** A router whose first model is new with each call, and fails: one that failed before would be left alone. */
function routerThatFailsFirst(ordinal: number) {
  const fails = () => Promise.reject(modelFailure('The provider has a fault', 'unavailable'));
  const broken: Models = paidModels(price, () => ({ text: fails }), { provider: `broken-${ordinal}`, id: 'broken' });
  return wired.routerOf(candidatesFrom([broken, ...models]));
}

/** A ledger of a campaign that has made fewer than a default one's calls: what it counts stays as small as there. */
const callsOfCampaign = 12;
let made = 0;
let ledger = await newLedger();
async function newLedger() {
  const stored = await storeCampaign(data, { aiCapMicroUsd: 1_000_000 });
  const { reference, record } = stored.phaseOf('research');
  const parts = { ...data, ...wireCallQuota(memory.table, clock), clock };
  const { wait: _wait, ...counted } = createCampaignLedger(parts, reference, record, stored.header);
  return watchLedger(counted as Ledger<ModelCall, ReadText<unknown>, Made<ReadText<unknown>>>, {
    ...{ circuits: router.circuits, because: () => ({ kind: 'only-one' }), clock },
  });
}
async function call(ordinal: number, prompt: string, asked = router): Promise<void> {
  const request = { ...sampleText, prompt };
  const { models: chosen } = await asked.choose('text', { named: undefined });
  await callModel(
    ledger,
    askForText(`text-${ordinal}`, chosen as readonly TextModel[], request),
    reuseOfText(request, 'fresh'),
  );
}

async function measure(
  what: string,
  promptOf: (ordinal: number) => string,
  from: number,
  routerOf: (ordinal: number) => typeof router = () => router,
  callsOfEach = 1,
): Promise<void> {
  for (let ordinal = from; ordinal < from + warmUp; ordinal += 1)
    await call(ordinal, promptOf(ordinal), routerOf(ordinal));
  [writeUnits, readUnits] = [0, 0];
  const times: number[] = [];
  for (let ordinal = from + warmUp; ordinal < from + warmUp + calls; ordinal += 1) {
    const [reading, writing] = [readUnits, writeUnits];
    made += 1;
    if (made % callsOfCampaign === 0) ledger = await newLedger();
    [readUnits, writeUnits] = [reading, writing]; // the campaign is no part of it
    const begun = performance.now();
    await call(ordinal, promptOf(ordinal), routerOf(ordinal));
    times.push(performance.now() - begun);
  }
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.floor(share * times.length)] ?? 0;
  const units = writeUnits / calls;
  const isReached = at(0.5) <= callsOfEach * goal.milliseconds && units <= callsOfEach * goal.writeUnits;
  console.log(
    `| ${what} | ${at(0.5).toFixed(2)} | ${at(0.95).toFixed(2)} | ${units.toFixed(2)} | ${(readUnits / calls).toFixed(2)} | ${isReached ? 'yes' : 'no'} |`,
  );
}

console.log(`Goal: at most ${goal.milliseconds} ms in the median and ${goal.writeUnits} write units a call.\n`);
console.log('| a call | ms, median | ms, 95 % | write units | read units | goal |\n|---|---|---|---|---|---|');
await measure('that is made', (ordinal) => `Answer ${ordinal}.`, 0);
await measure('answered from the cache', () => 'Answer 0.', 1000);
await measure('whose first model fails: two calls', (ordinal) => `Answer ${ordinal}.`, 2000, routerThatFailsFirst);
await memory.stop();
