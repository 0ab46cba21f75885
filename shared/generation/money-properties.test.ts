// However calls of a campaign end, at once and killed at any moment: what is settled never passes the cap but by what one call really cost above
// its worst case, and campaign, month, usage and records agree with each other and with the provider's own bill.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { killsEverywhere } from '../../tests/support/kill-density.ts';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import { type MortalProcess, mortalProcess } from '../../tests/support/mortal-process.ts';
import { repositoriesOf, storeCampaign } from '../../tests/support/stored-campaign.ts';
import type { ModelCall } from '../contracts/usage.ts';
import { type Billing, ModelFailure, modelFailure } from '../models/errors.ts';
import type { ModelCard } from '../models/model-card.ts';
import { BudgetExceeded } from './call-failures.ts';
import { callModel } from './call-model.ts';
import { createCampaignLedger } from './campaign-ledger.ts';
import type { Ledger, Made } from './ledger.ts';
import { settleLeftOver } from './settle-call.ts';
import { wireCallQuota } from './wire-call-quota.ts';

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
beforeAll(async () => {
  memory = await startMemoryTable();
});
afterAll(() => memory.stop());

const morning = new Date('2026-11-23T10:00:00.000Z');
const nextDay = new Date('2026-11-24T12:00:00.000Z');

const reasons = [
  'rate-limited',
  'unavailable',
  'timed-out',
  'unauthorized',
  'model-gone',
  'bad-answer',
  'filtered',
] as const;
/** What one request comes to, and what the provider bills for it. `isTold`: it says so. */
const outcome = fc.record({
  fails: fc.option(fc.constantFrom(...reasons, 'unforeseen' as const), { nil: undefined, freq: 3 }),
  bills: fc.integer({ min: 0, max: 120 }),
  isTold: fc.boolean(),
  worst: fc.constantFrom(0, 60, 100),
});
type Outcome = typeof outcome extends fc.Arbitrary<infer Value> ? Value : never;
/** Several phases; each asks several times, and each time up to two candidates. */
const plan = fc.record({
  cap: fc.integer({ min: 0, max: 3000 }),
  calls: fc.array(fc.array(outcome, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 50 }),
  /** At which half steps the process dies, one death after the other. */
  deaths: fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 2 }),
});

interface Answer {
  readonly usage: { inputTokens: number; outputTokens: number; costMicroUsd: number };
  readonly warnings: readonly string[];
}
const usageOf = (costMicroUsd: number) => ({ inputTokens: 1, outputTokens: 1, costMicroUsd });
const cardOf = (index: number, { worst }: Outcome): ModelCard => ({
  ...{ provider: `provider-${index}`, id: `model-${index}`, isTrained: true },
  secondsPerCall: { text: 1 },
  price: { since: '2026-11-23', perCall: worst },
});

/** The provider: what it bills, by the request, as long as the process that asked could be told. */
function act({ fails, bills, isTold }: Outcome): Answer {
  const billing: Billing = isTold ? usageOf(bills) : 'unknown';
  if (fails === 'unforeseen') throw new TypeError('cut off');
  if (fails) throw modelFailure(fails, fails, { billing: fails === 'rate-limited' ? 'none' : billing });
  return { usage: usageOf(bills), warnings: [] };
}

type Stored = Awaited<ReturnType<typeof storeCampaign>>;
async function runAll(
  stored: Stored,
  calls: readonly Outcome[][],
  process: MortalProcess,
  told: number[],
): Promise<void> {
  const table = memory.tableOf(process.client);
  const clock = () => morning;
  const { reference, record } = stored.phaseOf('research');
  const { wait: _wait, ...ledgers } = createCampaignLedger(
    { ...repositoriesOf(table), ...wireCallQuota(table, clock), clock },
    reference,
    record,
    stored.header,
  );
  const ledger: Ledger<ModelCall, Answer, Made<Answer>> = ledgers;
  await Promise.all(
    calls.map((outcomes, index) =>
      callModel(ledger, {
        ...{ name: `text-${index}`, kind: 'text', prompt: 'Write.', most: {} },
        candidates: outcomes.map((each, place) => ({ card: cardOf(place, each), each })),
        make: ({ each }) =>
          process.effect(async () => {
            const answer = act(each);
            told.push(each.bills);
            return answer;
          }),
      }).catch((error: unknown) => {
        if (!(error instanceof BudgetExceeded || error instanceof ModelFailure || error instanceof TypeError))
          throw error;
      }),
    ),
  );
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
let people = 0;

async function check({ cap, calls, deaths }: { cap: number; calls: Outcome[][]; deaths: number[] }): Promise<void> {
  const createdBy = `spender-${people++}`;
  const data = repositoriesOf(memory.table);
  const workspaceId = `wsp_${createdBy}`;
  const stored = await storeCampaign(data, { aiCapMicroUsd: cap, createdBy, workspaceId });
  const answered: number[] = [];
  for (const death of deaths) {
    const process = mortalProcess(death);
    await process.run(() => runAll(stored, calls, process, []));
  }
  await runAll(stored, calls, mortalProcess(), answered);
  const owner = { reference: stored.reference, userId: createdBy };
  const left = await data.campaigns.getWithReservations(stored.reference);
  await settleLeftOver(data, owner, left?.reservations ?? new Map(), () => true);

  const { quota, usages, monthlyCalls } = wireCallQuota(memory.table, () => nextDay);
  const { money } = await quota.state({ userId: createdBy, workspaceId });
  const month = await monthlyCalls.get(workspaceId, '2026-11');
  const records = await data.calls.list(stored.reference);
  const header = await data.campaigns.getWithReservations(stored.reference);
  const used = await usages.list(createdBy, '2026-11-01', '2026-11-30');
  const total = sum(records.map(({ costMicroUsd }) => costMicroUsd));
  expect(records.filter(({ status }) => status === 'RESERVED')).toEqual([]);
  expect({
    reservations: header?.reservations.size,
    spent: header?.campaign.spentMicroUsd,
    committed: header?.campaign.committedMicroUsd,
    usage: sum(used.map(({ costMicroUsd }) => costMicroUsd)),
    month: month.microUsd,
    monthOfPerson: month.microUsdOf(createdBy),
    state: money.usedMicroUsd,
  }).toEqual({
    ...{
      reservations: 0,
      spent: total,
      committed: total,
      usage: total,
      month: total,
      monthOfPerson: total,
      state: total,
    },
  });
  // The one way past the cap: a call that was let in cost more than it could.
  const above = sum(records.map(({ costMicroUsd, reservedMicroUsd }) => Math.max(0, costMicroUsd - reservedMicroUsd)));
  expect(total).toBeLessThanOrEqual(cap + above);
  // To the micro-dollar what the provider told; the whole reservation where it told nothing.
  for (const call of records)
    if (call.status === 'LOST')
      expect([call.costMicroUsd, call.costSource]).toEqual([call.reservedMicroUsd, 'reserved']);
  if (deaths.length === 0)
    expect(sum(records.filter(({ status }) => status === 'SETTLED').map((call) => call.costMicroUsd))).toBe(
      sum(answered),
    );
}

it('money adds up on every side, however calls end, at once and killed at any moment', async () => {
  await fc.assert(fc.asyncProperty(plan, check), { numRuns: killsEverywhere ? 60 : 8, endOnFailure: true });
}, 300_000);

it('fifty phases at once under a cap for a few settle what they cost, and not one more is let in', async () => {
  const calls = Array.from({ length: 50 }, (): Outcome[] => [
    { fails: undefined, bills: 100, isTold: true, worst: 100 },
  ]);
  await check({ cap: 730, calls, deaths: [] });
  const header = await repositoriesOf(memory.table).campaigns.list(`wsp_spender-${people - 1}`, 1);
  expect(header.rows[0]?.spentMicroUsd).toBe(700);
});
