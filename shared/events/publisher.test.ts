// What a publication leaves when its process dies at any moment: numbers without gaps, for sockets and for webhooks.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { memoryQueue } from '../../tests/support/memory-queue.ts';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import { type MortalProcess, mortalProcess } from '../../tests/support/mortal-process.ts';
import { repositoriesOf, storeCampaign } from '../../tests/support/stored-campaign.ts';
import { type LiveEvent, type LiveEventType, liveEventTypes, type NewLiveEvent } from '../contracts/live-events.ts';
import { createConnections } from '../data/connections.ts';
import { createOutbox } from '../data/outbox.ts';
import type { Table } from '../data/table.ts';
import { createWebhooks, type WebhookRecord } from '../data/webhooks.ts';
import { newWebhookId } from '../runtime/ids.ts';
import { createPrepareAnnouncement } from '../webhooks/announce-events.ts';
import { catchUp } from '../webhooks/catch-up.ts';
import { sweepOutbox } from '../webhooks/sweep-outbox.ts';
import { createPublisher } from './publisher.ts';

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
let data: ReturnType<typeof repositoriesOf>;
let stored: Awaited<ReturnType<typeof storeCampaign>>;
let workspaces = 0;
let queued: ReturnType<typeof memoryQueue>;
let now: Date;
const clock = () => now;
const pass = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};

beforeAll(async () => {
  memory = await startMemoryTable();
  data = repositoriesOf(memory.table);
});
afterAll(() => memory.stop());
beforeEach(async () => {
  now = new Date();
  queued = memoryQueue();
  workspaces += 1;
  stored = await storeCampaign(data, { workspaceId: `wsp_test${workspaces}` });
});

async function storeWebhook(events: readonly LiveEventType[] = liveEventTypes, changes: Partial<WebhookRecord> = {}) {
  const at = now.toISOString();
  const webhook: WebhookRecord = {
    id: newWebhookId(now),
    url: 'https://hooks.example.com/',
    events: [...events],
    enabled: true,
    createdAt: at,
    updatedAt: at,
    secret: 'whsec_',
    ...changes,
  };
  await createWebhooks(memory.table).put(stored.reference.workspaceId, webhook);
  return webhook;
}

/** The publisher of one process; what it asks of the table and the queue are its effects. */
function publisherOf(life: MortalProcess = mortalProcess()) {
  const table: Table = memory.tableOf((client) => life.client(client));
  const repositories = repositoriesOf(table);
  return createPublisher({
    ...repositories,
    clock,
    connections: createConnections(table, clock),
    sender: { send: async () => 'sent' },
    prepareAnnouncement: createPrepareAnnouncement({
      webhooks: createWebhooks(table),
      outbox: createOutbox(table, clock),
      queue: {
        send: (messages) => life.effect(() => queued.queue.send(messages)),
        remind: (reference) => life.effect(() => queued.queue.remind(reference)),
      },
    }),
  });
}
const looking = () => catchUp({ ...data, webhooks: createWebhooks(memory.table), queue: queued.queue, clock });
/** Everything that comes of itself, long after: reminders and the sweep. */
async function letTimePass(): Promise<void> {
  pass(60);
  for (const reference of queued.reminders.splice(0)) await looking()(reference);
  await sweepOutbox({ outbox: createOutbox(memory.table, clock), catchUp: looking() })();
}
const rawHeader = async () => {
  const { workspaceId, campaignId } = stored.reference;
  return memory.table.queryAll({ pk: `W#${workspaceId}`, prefix: `CAMPAIGN#${campaignId}` }, z.looseObject({}));
};
const lastEvent = async () => (await data.campaigns.get(stored.reference))?.lastEvent ?? 0;
const upTo = (last: number) => Array.from({ length: last }, (_event, index) => index + 1);
const numbersFor = (webhook: WebhookRecord) =>
  [...new Set(queued.payloadsFor(webhook.id).map(({ number }) => Number(number)))].sort((one, other) => one - other);

const started = (phaseId: string): NewLiveEvent => ({
  type: 'phase:status',
  data: { phaseId, status: 'RUNNING', attempt: 1 },
});
const publication = { events: [started('copy'), started('seo')], withCost: true };

describe('a publication that dies at any moment', () => {
  it('leaves no number that webhooks never hear of', async () => {
    let halfSteps = 0;
    for (; ; halfSteps += 1) {
      queued = memoryQueue();
      stored = await storeCampaign(data, { workspaceId: `wsp_cut${halfSteps}` });
      const webhook = await storeWebhook();
      await publisherOf().publish(stored.reference, publication);
      const life = mortalProcess(halfSteps);
      const outcome = await life.run(() => publisherOf(life).publish(stored.reference, publication));
      await letTimePass();
      expect(numbersFor(webhook), `after ${halfSteps} half steps`).toEqual(upTo(await lastEvent()));
      if (outcome !== 'died') break;
    }
    expect(halfSteps).toBeGreaterThanOrEqual(10);
  });

  it('is made good by the reminder of a later one, too', async () => {
    const webhook = await storeWebhook();
    const life = mortalProcess(6); // the numbers are taken, and no message is queued
    expect(await life.run(() => publisherOf(life).publish(stored.reference, publication))).toBe('died');
    queued.reminders.length = 0;
    await publisherOf().publish(stored.reference, publication);
    await letTimePass();
    const payloads = queued.payloadsFor(webhook.id).sort((one, other) => Number(one.number) - Number(other.number));
    expect(payloads.map(({ number, data: { refetch } }) => [number, refetch])).toEqual([
      [1, true],
      [2, true],
      [3, true],
      [4, undefined],
      [5, undefined],
      [6, undefined],
    ]);
  });

  it('is not made good while it may still be at work', async () => {
    const webhook = await storeWebhook();
    const life = mortalProcess(6);
    await life.run(() => publisherOf(life).publish(stored.reference, publication));
    pass(5);
    expect(await looking()(stored.reference)).toBe('waiting');
    expect(queued.payloadsFor(webhook.id)).toEqual([]);
    pass(20);
    expect(await looking()(stored.reference)).toBe('done');
    expect(numbersFor(webhook)).toEqual([1, 2, 3]);
  });
});

describe('a queue that is out of order', () => {
  it('loses nothing: what happens meanwhile is sent once it takes messages again, as it was', async () => {
    const webhook = await storeWebhook();
    await publisherOf().publish(stored.reference, publication);
    queued.state.isBroken = true;
    await publisherOf().publish(stored.reference, publication);
    await publisherOf().publish(stored.reference, { events: [started('video')] });
    await expect(letTimePass()).rejects.toThrow('out of order');
    queued.state.isBroken = false;
    await letTimePass();
    const payloads = queued.payloadsFor(webhook.id);
    expect(numbersFor(webhook)).toEqual(upTo(7));
    expect(payloads).toHaveLength(7);
    expect(payloads.at(-1)).toMatchObject({ type: 'phase:status', data: { phaseId: 'video' } });
    expect(await createOutbox(memory.table, clock).list()).toEqual([]);
  });
});

describe('a lost number', () => {
  const lose = async () => {
    const life = mortalProcess(6);
    await life.run(() => publisherOf(life).publish(stored.reference, { events: [started('copy')] }));
  };

  it('is told to every webhook, whatever it asked for, as one delivery however often', async () => {
    const narrow = await storeWebhook(['campaign:failed']);
    await lose();
    pass(60);
    const forgetful = catchUp({
      ...data,
      campaigns: { ...data.campaigns, moveAnnounced: async () => {} },
      webhooks: createWebhooks(memory.table),
      queue: queued.queue,
      clock,
    });
    await forgetful(stored.reference);
    await publisherOf().publish(stored.reference, publication);
    pass(60);
    await looking()(stored.reference);
    const payloads = queued.payloadsFor(narrow.id);
    expect(payloads).toHaveLength(2);
    expect(new Set(payloads.map(({ id }) => id)).size).toBe(1);
    expect(payloads[0]).toMatchObject({
      type: 'campaign:status',
      number: 1,
      data: { status: 'RUNNING', refetch: true },
    });
    await looking()(stored.reference);
    expect(queued.payloadsFor(narrow.id)).toHaveLength(2);
  });

  it('of a time before a webhook was there, or while it was disabled, is not for it', async () => {
    const old = await storeWebhook();
    await lose();
    pass(1);
    const [made, enabled] = [
      await storeWebhook(),
      await storeWebhook(liveEventTypes, { listensSince: now.toISOString() }),
    ];
    const disabled = await storeWebhook(liveEventTypes, { enabled: false });
    pass(60);
    await looking()(stored.reference);
    expect(numbersFor(old)).toEqual([1]);
    for (const webhook of [made, enabled, disabled]) expect(numbersFor(webhook)).toEqual([]);
  });
});

describe('looking after a campaign', () => {
  it('writes nothing where everything was queued, until there is much to look at', async () => {
    await storeWebhook();
    const units: [string, number][] = [];
    const counting = await startMemoryTable((operation, count) => units.push([operation, count]));
    const counted = repositoriesOf(counting.table);
    const { reference } = await storeCampaign(counted);
    const publish = createPublisher({
      ...counted,
      clock,
      connections: createConnections(counting.table, clock),
      sender: { send: async () => 'sent' },
      prepareAnnouncement: async () => undefined,
    }).publish;
    const look = async () => {
      units.length = 0;
      pass(60);
      await catchUp({ ...counted, webhooks: createWebhooks(counting.table), queue: queued.queue, clock })(reference);
      return units.filter(([operation]) => operation === 'update').length;
    };
    await publish(reference, { events: Array.from({ length: 49 }, () => started('copy')) });
    expect(await look()).toBe(0);
    await publish(reference, { events: [started('copy')] });
    expect(await look()).toBe(1);
    expect(await look()).toBe(0);
    expect(units.map(([operation]) => operation)).toEqual(['get']);
    await counting.stop();
  });
});

it('an announcement that was prepared beside other reads is taken as it is', async () => {
  const sent: string[] = [];
  const { publish } = createPublisher({
    ...data,
    clock,
    connections: createConnections(memory.table, clock),
    sender: { send: async () => 'sent' },
    prepareAnnouncement: () => expect.fail('prepared once more'),
  });
  const send = async (events: readonly LiveEvent[]) => Boolean(sent.push(...events.map(({ type }) => type)));
  await publish(stored.reference, { events: [started('copy')], prepared: { announcement: { send } } });
  await publish(stored.reference, { events: [started('seo')], prepared: { announcement: undefined } });
  expect([sent, await lastEvent()]).toEqual([['phase:status'], 2]);
});

describe('what is said once', () => {
  const waiting = (attempt: number) => ({
    events: [started('copy')],
    once: { phaseId: 'copy', name: `${attempt} WAITING_VALIDATION` },
  });

  it('gets no new number when a step says it again, also one that died in between', async () => {
    const { publish } = publisherOf();
    expect(await publish(stored.reference, waiting(1))).toMatchObject({ lastEvent: 1 });
    expect(await publish(stored.reference, waiting(1))).toBe(undefined);
    expect(await publish(stored.reference, waiting(2))).toMatchObject({ lastEvent: 2 });
    expect(
      await publish(stored.reference, { ...waiting(2), once: { phaseId: 'seo', name: '2 WAITING_VALIDATION' } }),
    ).toMatchObject({ lastEvent: 3 });
    expect(await lastEvent()).toBe(3);
  });

  it('is forgotten with the end of the phase, so that the header stays as it was', async () => {
    const { publish, takeNumbersOfEnd } = publisherOf();
    const before = Object.keys((await rawHeader())[0] ?? {});
    await publish(stored.reference, waiting(1));
    expect(Object.keys((await rawHeader())[0] ?? {})).not.toEqual(before);
    await takeNumbersOfEnd(stored.reference, 'copy', 1, undefined);
    expect(Object.keys((await rawHeader())[0] ?? {}).sort()).toEqual(before.sort());
    expect(await takeNumbersOfEnd(stored.reference, 'copy', 1, undefined)).toBe(undefined);
  });
});
