// What a process that dies leaves of its calls: whatever it was about to write, month, usage, campaign and records agree afterwards.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { killStride, killsEverywhere } from '../../tests/support/kill-density.ts';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import { type MortalProcess, mortalProcess } from '../../tests/support/mortal-process.ts';
import { repositoriesOf, storeCampaign } from '../../tests/support/stored-campaign.ts';
import type { ModelCall } from '../contracts/usage.ts';
import { createGenerations } from '../data/generations.ts';
import { storedPartitions } from '../data/testing/stored-keys.ts';
import { personalMembership } from '../domain/accounts/membership.ts';
import { isFirstTry } from '../domain/costs/call-name.ts';
import { ModelRefused, ModelUnavailable } from '../models/errors.ts';
import type { PendingJob } from '../models/model.ts';
import type { ModelCard } from '../models/model-card.ts';
import { type AskedModel, callModel, pollJob } from './call-model.ts';
import { createCampaignLedger } from './campaign-ledger.ts';
import { deferSettlements, unsettledCalls } from './deferred-settlements.ts';
import { createGenerationLedger } from './generation-ledger.ts';
import type { Ledger, Made } from './ledger.ts';
import { settleLeftOver } from './settle-call.ts';
import { wireCallQuota } from './wire-call-quota.ts';

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
beforeAll(async () => {
  memory = await startMemoryTable();
});
afterAll(() => memory.stop());

let people = 0;
const morning = new Date('2026-11-23T10:00:00.000Z');
const noon = new Date('2026-11-23T12:00:00.000Z');
const nextDay = new Date('2026-11-24T12:00:00.000Z');

const answerOf = (costMicroUsd: number) => ({
  usage: { inputTokens: 1, outputTokens: 2, costMicroUsd },
  warnings: [] as string[],
});
type Answer = ReturnType<typeof answerOf>;
/** A provider with its own bill: what it charged, by the call it was asked for. */
const cardOf = (id: string, worstCaseMicroUsd: number): ModelCard => ({
  ...{ provider: `provider-of-${id}`, id, isTrained: true },
  secondsPerCall: { text: 1 },
  price: { since: '2026-11-23', perCall: worstCaseMicroUsd },
});

/**
 * A step with calls of every kind: free and paid, several of one kind in one attempt, at once and one after the other, refused, dearer than
 * thought, answered by a third candidate after the first had billed its failure and the second had none, and a job.
 */
async function step(
  stored: Awaited<ReturnType<typeof storeCampaign>>,
  process: MortalProcess,
  provider: Set<string>,
  settledBy: SettledBy,
): Promise<void> {
  const table = memory.tableOf(process.client);
  const clock = () => morning;
  const { reference, record } = stored.phaseOf('research');
  const data = repositoriesOf(table);
  const later = deferSettlements(data.campaigns, reference);
  const campaigns = settledBy === 'each call itself' ? data.campaigns : later.campaigns;
  const parts = { ...data, campaigns, ...wireCallQuota(table, clock), clock };
  const ledger = createCampaignLedger(parts, reference, record, stored.header);
  const jobs: Ledger<ModelCall, Answer, Made<Answer>, PendingJob> = ledger;
  const make = (name: string) => process.effect(async () => void provider.add(name));
  const asked = <Made>(name: string, worst: number, answer: (card: ModelCard) => Promise<Made>) =>
    ({
      ...{ name, kind: 'text', prompt: name, most: {} },
      candidates: [{ card: cardOf('first', worst) }],
      make: async ({ card }) => {
        await make(name);
        return answer(card);
      },
    }) satisfies AskedModel<{ card: ModelCard }, Made>;
  const call = (name: string, worst: number, cost: number) =>
    callModel(
      jobs,
      asked(name, worst, async () => answerOf(cost)),
    );
  await call('text-1', 0, 0);
  await Promise.all([call('image-A', 100, 40), call('image-B', 100, 130)]);
  await call('text-2', 0, 7);
  const refuse = () => Promise.reject(new ModelRefused('filtered', { billing: answerOf(11).usage }));
  await callModel(jobs, asked<Answer>('text-3', 50, refuse)).catch((error: unknown) => {
    if (!(error instanceof ModelRefused)) throw error;
  });
  await callModel(jobs, {
    ...asked('text-4', 80, async ({ id }) => {
      if (id === 'first') throw new ModelUnavailable('down', { billing: answerOf(17).usage });
      if (id === 'second') throw new ModelUnavailable('down');
      return answerOf(23); // dearer than the list says
    }),
    candidates: [{ card: cardOf('first', 80) }, { card: cardOf('second', 30) }, { card: cardOf('third', 0) }],
  });
  const job: PendingJob = { jobId: 'job', askAgainSeconds: 1 };
  await callModel(
    jobs,
    asked<Answer | PendingJob>('video-A', 60, async () => job),
  );
  const model = { card: cardOf('first', 60), poll: async () => answerOf(35) };
  const open = await ledger.resume({
    ...{ name: 'video-A', kind: 'video', prompt: 'video-A' },
    ...{ model: model.card, worstCaseMicroUsd: 0 },
  });
  await pollJob(jobs, open, { jobId: 'job', model });
  if (settledBy === 'each call itself') return;
  const settlements =
    settledBy === 'the end of their phase'
      ? later.open()
      : await unsettledCalls(data, reference, record.id, record.attempt);
  const once = { phaseId: record.id, name: 'it is over' };
  await data.campaigns.count(reference, { events: 1, once, settlements, now: morning.toISOString() });
}

/** Which write of the header settles calls that have ended. */
const settlers = ['each call itself', 'the end of their phase', 'the step that asks people'] as const;
type SettledBy = (typeof settlers)[number];

/** Every figure that speaks of the calls of one campaign. */
async function figuresOf(stored: Awaited<ReturnType<typeof storeCampaign>>, clock: () => Date) {
  const data = repositoriesOf(memory.table);
  const userId = stored.header.createdBy;
  const { quota, usages, monthlyCalls } = wireCallQuota(memory.table, clock);
  const member = { userId, workspaceId: stored.header.workspaceId };
  await quota.state(member); // clears away what died
  const header = await data.campaigns.getWithReservations(stored.reference);
  const records = await data.calls.list(stored.reference);
  const used = await usages.list(userId, '2026-11-01', '2026-11-30');
  const month = await monthlyCalls.get(member.workspaceId, '2026-11');
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    open: records.filter(({ status }) => status === 'RESERVED').length + (header?.reservations.size ?? 0),
    calls: {
      records: records.filter(({ id }) => isFirstTry(id)).length,
      usage: sum(used.map(({ calls }) => calls)),
      month: month.callsOf(userId),
    },
    money: {
      records: sum(records.map(({ costMicroUsd }) => costMicroUsd)),
      usage: sum(used.map(({ costMicroUsd }) => costMicroUsd)),
      spent: header?.campaign.spentMicroUsd,
      committed: header?.campaign.committedMicroUsd,
      month: month.microUsd,
      monthOfPerson: month.microUsdOf(userId),
    },
  };
}
const same = <Key extends string>(figures: Record<Key, number | undefined>, value: number) =>
  Object.fromEntries(Object.keys(figures).map((key) => [key, value]));

describe.each(settlers)('calls of a campaign, settled by %s,', (settledBy) => {
  // Where it dies among the calls is the same for all of them; `npm run test:kills` dies everywhere in each.
  const stride = settledBy === 'each call itself' || killsEverywhere ? killStride : 3 * killStride;
  const newCampaign = () => {
    const createdBy = `caller-${people++}`;
    const { workspaceId } = personalMembership(createdBy);
    return storeCampaign(repositoriesOf(memory.table), { aiCapMicroUsd: 1_000_000, createdBy, workspaceId });
  };

  it('cost what they cost when nothing dies', async () => {
    const stored = await newCampaign();
    await step(stored, mortalProcess(), new Set(), settledBy);
    const { open, calls, money } = await figuresOf(stored, () => morning);
    expect([open, calls, money]).toEqual([0, same(calls, 7), same(money, 40 + 130 + 7 + 11 + 17 + 23 + 35)]);
  });

  it('agree to the micro-dollar and to the call, wherever the process died before the step was repeated', async () => {
    for (let halfSteps = 0; ; halfSteps += stride) {
      const stored = await newCampaign();
      const provider = new Set<string>();
      const ending = await mortalProcessRun(halfSteps, (process) => step(stored, process, provider, settledBy));
      if (ending !== 'died') break;
      await step(stored, mortalProcess(), provider, settledBy);
      const { open, calls, money } = await figuresOf(stored, () => nextDay);
      expect([halfSteps, open, calls]).toEqual([halfSteps, 0, same(calls, provider.size)]);
      expect([halfSteps, money]).toEqual([halfSteps, same(money, money.records)]);
      expect(money.records).toBeGreaterThanOrEqual(40 + 130 + 7 + 11 + 17 + 23 + 35);
    }
  });

  it('agree however often it died', async () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 48271) % 2147483647;
      return seed % below;
    };
    for (let round = 0; round < (killsEverywhere ? 40 : 3); round += 1) {
      const stored = await newCampaign();
      const provider = new Set<string>();
      for (let death = 0; death < 4; death += 1)
        await mortalProcessRun(random(60), (process) => step(stored, process, provider, settledBy));
      await step(stored, mortalProcess(), provider, settledBy);
      const { open, calls, money } = await figuresOf(stored, () => nextDay);
      expect([round, open, calls]).toEqual([round, 0, same(calls, provider.size)]);
      expect([round, money]).toEqual([round, same(money, money.records)]);
    }
  });

  it('agree though nobody repeats the step: what was taken and never made is given back', async () => {
    for (let halfSteps = 0; ; halfSteps += stride) {
      const stored = await newCampaign();
      const ending = await mortalProcessRun(halfSteps, (process) => step(stored, process, new Set(), settledBy));
      if (ending !== 'died') break;
      const data = repositoriesOf(memory.table);
      const owner = { reference: stored.reference, userId: stored.header.createdBy };
      const header = await data.campaigns.getWithReservations(stored.reference);
      await settleLeftOver(data, owner, header?.reservations ?? new Map(), () => true); // as the end of the campaign does
      const { open, calls, money } = await figuresOf(stored, () => nextDay);
      expect([halfSteps, open, calls]).toEqual([halfSteps, 0, same(calls, calls.records)]);
      expect([halfSteps, money]).toEqual([halfSteps, same(money, money.records)]);
    }
  });
});

describe('calls outside of a campaign', () => {
  it.each([0, 100])('agree wherever the process died, at a worst case of %i', async (worstCaseMicroUsd) => {
    for (let halfSteps = 0; ; halfSteps += killStride) {
      const userId = `direct-${people++}`;
      const workspaceId = `wsp_${userId}`;
      const ask = (process: MortalProcess, at: Date) => {
        const table = memory.tableOf(process.client);
        const clock = () => at;
        const ledger = createGenerationLedger<Answer>(
          { ...wireCallQuota(table, clock), generations: createGenerations(table, clock), clock },
          { userId, workspaceId, signal: new AbortController().signal },
          { language: 'en', maximumCostUsd: 1, cache: false },
          { fingerprintOf: ({ id }) => id, keep: async () => ({ outputJson: '{"text":"fine"}' }) },
        );
        return callModel(ledger, {
          ...{ name: 'text', kind: 'text', prompt: 'Write.', most: {} },
          candidates: [{ card: cardOf('first', worstCaseMicroUsd) }, { card: cardOf('second', worstCaseMicroUsd) }],
          make: async ({ card }) => {
            await process.effect(async () => {});
            if (card.id === 'first')
              throw new ModelUnavailable('down', { billing: answerOf(worstCaseMicroUsd / 2).usage });
            return answerOf(worstCaseMicroUsd / 4);
          },
        });
      };
      const ending = await mortalProcessRun(halfSteps, (process) => ask(process, morning));
      await ask(mortalProcess(), noon);
      const { quota, usages } = wireCallQuota(memory.table, () => nextDay);
      const { used } = await quota.state({ userId, workspaceId });
      const rows = await usages.list(userId, '2026-11-01', '2026-11-30');
      const records = await generationsOf(workspaceId);
      const cost = records.reduce((total, { costMicroUsd }) => total + costMicroUsd, 0);
      expect([halfSteps, records.map(({ status }) => status).filter((status) => status === 'PENDING')]).toEqual([
        halfSteps,
        [],
      ]);
      const sum = (of: 'calls' | 'costMicroUsd') => rows.reduce((total, row) => total + row[of], 0);
      expect([halfSteps, used, sum('calls'), sum('costMicroUsd')]).toEqual([
        halfSteps,
        records.length,
        records.length,
        cost,
      ]);
      if (ending !== 'died') break;
    }
  });
});

async function mortalProcessRun(halfSteps: number, work: (process: MortalProcess) => Promise<unknown>) {
  const process = mortalProcess(halfSteps);
  return process.run(() => work(process));
}

const generationRow = z.object({ status: z.string(), costMicroUsd: z.int() });
const generationsOf = (workspaceId: string) =>
  memory.table.queryAll(
    { pk: storedPartitions.ofWorkspace(workspaceId)[2] ?? '', prefix: '', consistent: true },
    generationRow,
  );
