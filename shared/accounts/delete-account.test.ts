import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import { repositoriesOf, storeCampaign } from '../../tests/support/stored-campaign.ts';
import { createStoredApiKeys } from '../data/api-keys.ts';
import { createConnections } from '../data/connections.ts';
import { createDeletions } from '../data/deletions.ts';
import { createPartitions } from '../data/partitions.ts';
import { storedKeys as keys, storedPartitions as partitionKeys } from '../data/testing/stored-keys.ts';
import { createWebhookDeliveries } from '../data/webhook-deliveries.ts';
import { createWebhooks } from '../data/webhooks.ts';
import { createCloseSockets } from '../events/close-sockets.ts';
import { deadlineIn, OutOfTime } from '../runtime/time-left.ts';
import { createWebhookRemoval } from '../webhooks/delete-webhooks.ts';
import { accountDeletionSteps } from './delete-account.ts';

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
let data: ReturnType<typeof repositoriesOf>;
beforeAll(async () => {
  memory = await startMemoryTable();
  data = repositoriesOf(memory.table);
});
afterAll(() => memory.stop());

const keySchema = z.object({ sk: z.string() });
const person = { userId: 'test', workspaceId: 'wsp_test' };
const left = async (pk: string) => {
  const { rows } = await memory.table.queryPage({ pk, prefix: '', consistent: true, only: ['sk'] }, keySchema);
  return rows.length;
};

it('that run out of time are finished by running again, and nothing but the person is touched', async () => {
  const [first, second] = [await storeCampaign(data), await storeCampaign(data)];
  const foreign = await storeCampaign(data, { workspaceId: 'wsp_other' });
  await data.bucket.put({
    name: 'workspaces/wsp_test/uploads/a.txt',
    bytes: new Uint8Array([1]),
    mediaType: 'text/plain',
  });
  await data.bucket.put({
    name: 'workspaces/wsp_test2/uploads/a.txt',
    bytes: new Uint8Array([1]),
    mediaType: 'text/plain',
  });
  await data.users.ensure('test', 'test@example.com', '2026-11-23T10:00:00.000Z');
  await data.users.close('test', new Date('2026-11-23T11:00:00.000Z'));
  const connections = createConnections(memory.table, () => new Date());
  for (const id of ['one', 'two']) await connections.add(id, { userId: 'test', workspaceId: 'wsp_test' });
  await connections.add('foreign', { userId: 'other', workspaceId: 'wsp_other' });
  const closed: string[] = [];
  await memory.table.putMany(
    Array.from({ length: 230 }, (_, index) => ({ ...keys.idempotency('test', 'createCampaign', `hash-${index}`) })),
  );
  const stopped: string[] = [];
  let seconds = 0;
  /** A second goes by with every look. */
  const clock = () => {
    seconds += 1;
    return new Date(seconds * 1000);
  };
  const steps = accountDeletionSteps({
    ...data,
    partitions: createPartitions(memory.table),
    connections,
    closeSockets: createCloseSockets({ connections, sender: { close: async (id) => void closed.push(id) } }),
    keys: { apiKeys: createStoredApiKeys(memory.table), gatewayKeys: { remove: async () => {} } },
    webhooks: createWebhookRemoval({
      webhooks: createWebhooks(memory.table),
      deliveries: createWebhookDeliveries(memory.table, clock),
    }),
    deletions: createDeletions(memory.table, clock),
    closeCallsOf: async () => {},
    executions: { stop: async (campaignId) => void stopped.push(campaignId) },
    clock,
  });
  const deleteFor = async (time: number) => {
    const deadline = deadlineIn(time, clock);
    for (const step of steps) await step(person, deadline);
  };

  let calls = 1;
  for (; calls < 50; calls += 1) {
    const ended = await deleteFor(14).then(
      () => true,
      (error: unknown) => {
        expect(error).toBeInstanceOf(OutOfTime);
        return false;
      },
    );
    if (ended) break;
    expect(await data.users.isOpen('test')).toBe(false);
  }

  expect(calls).toBeGreaterThan(1);
  expect(calls).toBeLessThan(50);
  expect(new Set(stopped)).toEqual(new Set([first.header.id, second.header.id]));
  for (const pk of [...partitionKeys.ofUser('test'), ...partitionKeys.ofWorkspace('wsp_test')])
    expect([pk, await left(pk)]).toEqual([pk, pk === keys.user('test').pk ? 1 : 0]);
  expect(await data.users.standing('test')).toEqual({ closedAt: '2026-11-23T11:00:00.000Z' });
  expect(await data.users.get('test')).toBeUndefined();
  expect(new Set(closed)).toEqual(new Set(['one', 'two']));
  for (const id of ['one', 'two']) expect(await connections.get(id)).toBeUndefined();
  expect(await connections.listOf('other')).toEqual(['foreign']);
  for (const { reference } of [first, second]) expect(await left(keys.brief(reference).pk)).toBe(0);
  expect(await data.bucket.get('workspaces/wsp_test/uploads/a.txt')).toBeUndefined();
  expect(await data.bucket.get('workspaces/wsp_test2/uploads/a.txt')).toBeDefined();
  expect(await data.campaigns.get(foreign.reference)).toEqual(foreign.header);
  expect(await left(keys.brief(foreign.reference).pk)).toBe(12); // its phases and its brief
});
