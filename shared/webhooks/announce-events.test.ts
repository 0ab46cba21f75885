import type { SendMessageBatchCommandInput, SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import type { LiveEvent } from '../contracts/live-events.ts';
import type { WebhookRecord } from '../data/webhooks.ts';
import { newCampaignId, newWebhookId } from '../runtime/ids.ts';
import { createAnnounceEvents } from './announce-events.ts';
import { createWebhookQueue, type WebhookMessage } from './webhook-queue.ts';

const now = new Date('2026-11-25T12:00:00.000Z');
const at = now.toISOString();
const reference = { workspaceId: 'wsp_test', campaignId: newCampaignId(now) };
const eventsOf = (count: number): LiveEvent[] =>
  Array.from({ length: count }, (_event, index) => ({
    type: 'campaign:status',
    data: { status: 'RUNNING' },
    number: index + 1,
    campaignId: reference.campaignId,
    at,
  }));
const webhookOf = (changes: Partial<WebhookRecord> = {}): WebhookRecord => ({
  id: newWebhookId(now),
  url: 'https://hooks.example.com/',
  events: ['campaign:status'],
  enabled: true,
  createdAt: at,
  updatedAt: at,
  secret: 'whsec_',
  ...changes,
});

/** A queue whose client answers each batch with the indices it refuses. */
function queueThatRefuses(refusals: number[][]) {
  const batches: WebhookMessage[][] = [];
  const client = {
    async send({ input }: { input: SendMessageBatchCommandInput }) {
      batches.push((input.Entries ?? []).map(({ MessageBody = '' }) => JSON.parse(MessageBody)));
      return { Failed: (refusals.shift() ?? []).map((index) => ({ Id: String(index) })) };
    },
  } as unknown as SQSClient;
  return { queue: createWebhookQueue(client, 'https://queue'), batches };
}

describe('events', () => {
  it('make one message for each webhook that wants them, and none for the others', async () => {
    const wanting = webhookOf();
    const { queue, batches } = queueThatRefuses([]);
    const webhooks = {
      list: async () => [wanting, webhookOf({ enabled: false }), webhookOf({ events: ['phase:error'] })],
    };
    const announce = createAnnounceEvents({ webhooks, queue });
    await announce(reference, eventsOf(2));
    await announce(reference, eventsOf(2));
    expect(batches.flat().map(({ webhookId }) => webhookId)).toEqual(Array(4).fill(wanting.id));
    // The same event announced twice is the same delivery.
    expect(new Set(batches.flat().map(({ payload }) => JSON.parse(payload).id)).size).toBe(2);
  });

  it('cost no request to the queue where nobody has a webhook', async () => {
    const { queue, batches } = queueThatRefuses([]);
    await createAnnounceEvents({ webhooks: { list: async () => [] }, queue })(reference, eventsOf(3));
    expect(batches).toEqual([]);
  });

  it('go out ten at a time, and those that the queue refuses go again', async () => {
    const { queue, batches } = queueThatRefuses([[0, 3], [1]]);
    await createAnnounceEvents({ webhooks: { list: async () => [webhookOf()] }, queue })(reference, eventsOf(12));
    const numbers = batches.map((batch) => batch.map(({ payload }) => JSON.parse(payload).number));
    expect(numbers).toEqual([
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      [11, 12],
      [1, 4, 12],
    ]);
  });

  it('travel in ASCII, and what people wrote is unharmed', async () => {
    const bodies: string[] = [];
    const client = {
      async send({ input }: { input: SendMessageBatchCommandInput }) {
        bodies.push(...(input.Entries ?? []).map(({ MessageBody = '' }) => MessageBody));
        return {};
      },
    } as unknown as SQSClient;
    const payload = JSON.stringify({ text: 'é \uFFFE \uFFFF 😀 𠮷 \u0000 \u001b \u007f \u2028 \ud800 "\\"' });
    const message = { workspaceId: 'wsp_test', webhookId: newWebhookId(now), replays: 0, payload };
    await createWebhookQueue(client, 'https://queue').send([message]);
    expect(bodies[0]).toMatch(/^[\x20-\x7e]+$/);
    expect(JSON.parse(bodies[0] ?? '')).toEqual(message);
  });

  it('never fail the step that announces them', async () => {
    const failing = () => Promise.reject(new Error('out of order'));
    const { queue } = queueThatRefuses([[0], [0], [0]]);
    const refused = createAnnounceEvents({ webhooks: { list: async () => [webhookOf()] }, queue });
    await expect(refused(reference, eventsOf(1))).resolves.toBe(undefined);
    const unread = createAnnounceEvents({ webhooks: { list: failing }, queue });
    await expect(unread(reference, eventsOf(1))).resolves.toBe(undefined);
  });
});
