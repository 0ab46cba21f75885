import type { SendMessageBatchCommandInput, SendMessageCommandInput, SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import type { CampaignReference } from '../contracts/identifiers.ts';
import type { LiveEvent } from '../contracts/live-events.ts';
import { webhookReminderSeconds } from '../contracts/webhook-retries.ts';
import type { WebhookRecord } from '../data/webhooks.ts';
import { newCampaignId, newWebhookId } from '../runtime/ids.ts';
import { createPrepareAnnouncement } from './announce-events.ts';
import { createWebhookQueue, type DeliveryMessage } from './webhook-queue.ts';

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

/** A queue whose client answers each batch with the indices it refuses, and takes no reminder if it is told so. */
function queueThatRefuses(refusals: number[][], { refusesReminders = false } = {}) {
  const batches: DeliveryMessage[][] = [];
  const reminders: { body: unknown; delay: number | undefined }[] = [];
  const client = {
    async send({ input }: { input: SendMessageBatchCommandInput & SendMessageCommandInput }) {
      if (input.MessageBody !== undefined) {
        if (refusesReminders) throw new Error('out of order');
        reminders.push({ body: JSON.parse(input.MessageBody), delay: input.DelaySeconds });
        return {};
      }
      batches.push((input.Entries ?? []).map(({ MessageBody = '' }) => JSON.parse(MessageBody)));
      return { Failed: (refusals.shift() ?? []).map((index) => ({ Id: String(index) })) };
    },
  } as unknown as SQSClient;
  return { queue: createWebhookQueue(client, 'https://queue'), batches, reminders };
}

/** What one process does for the campaign: `tell` prepares and sends, and says whether the queue took all; undefined if nobody listens. */
function announcing(webhooks: readonly WebhookRecord[], queue: ReturnType<typeof createWebhookQueue>) {
  const outbox: CampaignReference[] = [];
  const prepare = createPrepareAnnouncement({
    webhooks: { list: async () => [...webhooks] },
    queue,
    outbox: { put: async (entry) => void outbox.push(entry) },
  });
  const tell = async (events: LiveEvent[]) => (await prepare(reference))?.send(events);
  return { prepare, tell, outbox };
}

describe('events', () => {
  it('make one message for each webhook that wants them, and none for the others', async () => {
    const wanting = webhookOf();
    const { queue, batches } = queueThatRefuses([]);
    const { tell } = announcing(
      [wanting, webhookOf({ enabled: false }), webhookOf({ events: ['phase:error'] })],
      queue,
    );
    expect([await tell(eventsOf(2)), await tell(eventsOf(2))]).toEqual([true, true]);
    expect(batches.flat().map(({ webhookId }) => webhookId)).toEqual(Array(4).fill(wanting.id));
    // The same event announced twice is the same delivery.
    expect(new Set(batches.flat().map(({ payload }) => JSON.parse(payload).id)).size).toBe(2);
  });

  it('cost no request to the queue where nobody has a webhook, or only disabled ones', async () => {
    const { queue, batches, reminders } = queueThatRefuses([]);
    expect(await announcing([], queue).tell(eventsOf(3))).toBe(undefined);
    expect(await announcing([webhookOf({ enabled: false })], queue).tell(eventsOf(3))).toBe(undefined);
    expect([batches, reminders]).toEqual([[], []]);
  });

  it('have a reminder on its way before they are numbered, which comes when they must be there', async () => {
    const { queue, reminders } = queueThatRefuses([]);
    await announcing([webhookOf()], queue).prepare(reference);
    expect(reminders).toEqual([{ body: reference, delay: webhookReminderSeconds }]);
  });

  it('are written into the outbox when not even a reminder can be queued', async () => {
    const { queue } = queueThatRefuses([], { refusesReminders: true });
    const { tell, outbox } = announcing([webhookOf()], queue);
    expect(await tell(eventsOf(1))).toBe(true);
    expect(outbox).toEqual([reference]);
  });

  it('go out ten at a time, and those that the queue refuses go again', async () => {
    const { queue, batches } = queueThatRefuses([[0, 3], [1]]);
    await announcing([webhookOf()], queue).tell(eventsOf(12));
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

  it('that the queue keeps refusing never fail the step: it hears of it, to keep them', async () => {
    const { queue } = queueThatRefuses([[0], [0], [0]]);
    expect(await announcing([webhookOf()], queue).tell(eventsOf(1))).toBe(false);
  });
});
