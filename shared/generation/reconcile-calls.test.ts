// A lost call counts at its worst until its provider tells what it cost: asked over HTTP, corrected once on every side.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startFakeProvider } from '../../tests/support/fake-provider/fake-provider.ts';
import { openAiProtocol } from '../../tests/support/fake-provider/open-ai-protocol.ts';
import { type FakeProtocol, sendJson } from '../../tests/support/fake-provider/protocol.ts';
import { killStride } from '../../tests/support/kill-density.ts';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import { type MortalProcess, mortalProcess } from '../../tests/support/mortal-process.ts';
import { repositoriesOf, storeCampaign } from '../../tests/support/stored-campaign.ts';
import { modelFailure } from '../models/errors.ts';
import { askBillBy } from '../models/providers/openrouter-bill.ts';
import { callModel } from './call-model.ts';
import { createCampaignLedger } from './campaign-ledger.ts';
import { reconcileCalls } from './reconcile-calls.ts';
import { settleLeftOver } from './settle-call.ts';
import { wireCallQuota } from './wire-call-quota.ts';

/** What OpenRouter bills, by its own names for calls. */
const bills = new Map<string, number>();
const billProtocol: FakeProtocol = {
  ...openAiProtocol,
  name: 'bill',
  isAside: true,
  reads: (method, path) =>
    method === 'GET' && path.startsWith('/v1/generation?id=') ? { model: '', isStreamed: false } : undefined,
  answer(response, _answer, { path }) {
    const cost = bills.get(decodeURIComponent(path.split('id=')[1] ?? ''));
    if (cost === undefined) return sendJson(response, 404, { error: { code: 404, message: 'Generation not found' } });
    return sendJson(response, 200, { data: { id: 'gen', total_cost: cost / 1e6, provider_name: 'Somebody' } });
  },
};

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
let provider: Awaited<ReturnType<typeof startFakeProvider>>;
let askBill: ReturnType<typeof askBillBy>;
beforeAll(async () => {
  memory = await startMemoryTable();
  provider = await startFakeProvider({ protocols: [billProtocol] });
  askBill = askBillBy(async () => ({ OPENROUTER_API_KEY: 'sk-or-test-key', OPENROUTER_BASE_URL: provider.url }));
});
afterAll(async () => {
  await provider.stop();
  await memory.stop();
});

const now = new Date('2026-11-23T10:00:00.000Z');
const clock = () => now;
let people = 0;

/** A campaign whose call was cut off after the provider had named it. */
async function campaignWithLostCall(requestId: string) {
  const createdBy = `loser-${people++}`;
  const data = repositoriesOf(memory.table);
  const stored = await storeCampaign(data, { workspaceId: `wsp_${createdBy}`, createdBy, aiCapMicroUsd: 1000 });
  const { reference, record } = stored.phaseOf('research');
  const parts = { ...data, ...wireCallQuota(memory.table, clock), clock };
  const { wait: _wait, ...ledger } = createCampaignLedger(parts, reference, record, stored.header);
  const card = { provider: 'openrouter', id: 'fake-1', isTrained: true, secondsPerCall: { text: 1 } };
  await callModel(ledger, {
    ...{ name: 'text-1', kind: 'text', prompt: 'Write.', most: {} },
    candidates: [{ card: { ...card, price: { since: '2026-11-23', perCall: 100 } } }],
    make: async () => Promise.reject(modelFailure('cut off', 'timed-out', { billing: 'unknown', requestId })),
  }).catch(() => {});
  return { stored, owner: { reference: stored.reference, userId: createdBy } };
}
type Lost = Awaited<ReturnType<typeof campaignWithLostCall>>;

async function reconcile({ stored, owner }: Lost, process: MortalProcess = mortalProcess()): Promise<void> {
  const table = memory.tableOf(process.client);
  const parts = { ...repositoriesOf(table), askBill };
  const header = await parts.campaigns.getWithReservations(stored.reference);
  await reconcileCalls(parts, owner, header?.reservations ?? new Map());
}

async function figuresOf({ stored, owner }: Lost) {
  const data = repositoriesOf(memory.table);
  const header = await data.campaigns.getWithReservations(stored.reference);
  const { quota } = wireCallQuota(memory.table, clock);
  const month = await quota.state({ userId: owner.userId, workspaceId: stored.header.workspaceId });
  const used = await data.usages.list(owner.userId, '2026-11-01', '2026-11-30');
  const [call] = await data.calls.list(stored.reference);
  return {
    record: [call?.status, call?.costMicroUsd, call?.costSource, call?.adjustedMicroUsd],
    money: [header?.campaign.spentMicroUsd, header?.campaign.committedMicroUsd],
    usage: used.reduce((sum, { costMicroUsd }) => sum + costMicroUsd, 0),
    month: month.money.usedMicroUsd,
    open: [...(header?.reservations.keys() ?? [])],
  };
}
const atWorst = {
  ...{ record: ['LOST', 100, 'reserved', undefined], money: [100, 100], usage: 100, month: 100 },
  open: ['research.1.text-1#bill'],
};
const corrected = { record: ['LOST', 30, 'provider', -70], money: [30, 30], usage: 30, month: 30, open: [] };

it('counts at its worst while the provider does not know it, and is corrected once when it tells, however often it is asked', async () => {
  const lost = await campaignWithLostCall('gen/1');
  await figuresOf(lost);
  await reconcile(lost);
  expect(await figuresOf(lost)).toEqual(atWorst);
  bills.set('gen/1', 30);
  await Promise.all([reconcile(lost), reconcile(lost)]);
  await reconcile(lost);
  expect(await figuresOf(lost)).toEqual(corrected);
});

it.each([1001, -1])('stays at its worst when the provider tells %i, which cannot be right', async (bill) => {
  const lost = await campaignWithLostCall(`gen${bill}`);
  bills.set(`gen${bill}`, bill);
  await reconcile(lost);
  expect((await figuresOf(lost)).money).toEqual([100, 100]);
});

it('is not forgotten when its attempt or its campaign ends before the provider tells', async () => {
  const lost = await campaignWithLostCall('gen-late');
  const data = repositoriesOf(memory.table);
  const header = await data.campaigns.getWithReservations(lost.stored.reference);
  await settleLeftOver(data, lost.owner, header?.reservations ?? new Map(), () => true);
  bills.set('gen-late', 30);
  await figuresOf(lost);
  await reconcile(lost);
  expect(await figuresOf(lost)).toEqual(corrected);
});

it('agrees on every side wherever the correction dies; the month is never below the truth', async () => {
  for (let halfSteps = 0; ; halfSteps += Math.min(killStride, 3)) {
    const lost = await campaignWithLostCall('gen-killed');
    bills.set('gen-killed', 30);
    await figuresOf(lost);
    const process = mortalProcess(halfSteps);
    const ending = await process.run(() => reconcile(lost, process));
    await reconcile(lost);
    const { month, ...others } = await figuresOf(lost);
    const { month: _exact, ...expected } = corrected;
    expect([halfSteps, others]).toEqual([halfSteps, expected]);
    expect([30, 100]).toContain(month);
    if (ending !== 'died') break;
  }
});
