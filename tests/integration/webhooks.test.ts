// Webhooks from end to end: the API, the queue, the worker and a receiver on loopback that verifies with a library of somebody else.
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { Webhook as Verifier } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { liveEventTypes } from '../../shared/contracts/live-events.ts';
import { webhookAttempts } from '../../shared/contracts/webhook-retries.ts';
import { openTable } from '../../shared/data/open-table.ts';
import { createWebhooks } from '../../shared/data/webhooks.ts';
import { createQueueClient } from '../../shared/runtime/clients/queue-client.ts';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';
import { deliveryIdOf } from '../../shared/webhooks/delivery-id.ts';
import { createWebhookQueue } from '../../shared/webhooks/webhook-queue.ts';
import { briefOf, follow, problemOf, registerUser, type User } from '../support/campaign-driver.ts';
import { freeModels } from '../support/fake-models.ts';
import { impatientDeliveries } from '../support/impatient-deliveries.ts';
import { startPlatformWithAgents } from '../support/platform-with-agents.ts';
import { sendRaw } from '../support/raw-requests.ts';
import { scratchPlatform } from '../support/scratch-platform.ts';
import { simulatedAgents } from '../support/simulated-agents.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts';

const platform = scratchPlatform((directory) =>
  startPlatformWithAgents({
    directory,
    models: freeModels(),
    agents: simulatedAgents(async () => undefined),
    around: impatientDeliveries,
  }),
);
let receiver: WebhookReceiver;
let user: User;
beforeAll(async () => {
  receiver = await startWebhookReceiver();
});
afterAll(() => receiver.stop());
beforeEach(async () => {
  user = await registerUser(platform);
});
const quietAnswer: WebhookReceiver['answer'] = (_received, response) => void response.writeHead(204).end();
afterEach(() => {
  receiver.answer = quietAnswer;
});

const register = (path: string, events: readonly (typeof liveEventTypes)[number][] = ['campaign:completed']) =>
  user.client.call('createWebhook', { body: { url: `${receiver.url}${path}`, events: [...events] } });
const deliveriesOf = async (webhookId: string) =>
  (await user.client.call('listWebhookDeliveries', { params: { webhookId }, query: { limit: 100 } })).deliveries;
const verify = (secret: string, { body, headers }: Awaited<ReturnType<WebhookReceiver['until']>>[number]) =>
  new Verifier(secret).verify(body, headers);
/** Until the log shows that the only delivery has ended. */
const endOf = async (webhookId: string, status: 'SUCCEEDED' | 'FAILED') => {
  await expect.poll(() => deliveriesOf(webhookId), { timeout: 20_000 }).toMatchObject([{ status }]);
  const [delivery] = await deliveriesOf(webhookId);
  if (!delivery) throw new Error('The delivery is gone');
  return delivery;
};
async function messagesAside(): Promise<number> {
  const { WEBHOOK_QUEUE_URL } = readEnvironment(['WEBHOOK_QUEUE_URL']);
  const { Attributes } = await createQueueClient().send(
    new GetQueueAttributesCommand({
      QueueUrl: `${WEBHOOK_QUEUE_URL}-failed`,
      AttributeNames: ['ApproximateNumberOfMessages'],
    }),
  );
  return Number(Attributes?.ApproximateNumberOfMessages);
}

describe('a webhook', () => {
  it('gets every event of a whole campaign it asked for, once, signed and in full but for outputs', async () => {
    const { webhook, secret } = await register('/all', liveEventTypes);
    const { webhook: narrow } = await register('/end');
    const { id } = await user.client.call('createCampaign', { body: briefOf() });
    const follower = follow(platform, user, id);
    const { number: last } = await follower.until('campaign:completed');
    follower.close();

    const received = await receiver.until('/all', last);
    expect(received.map(({ payload }) => payload.number).sort((one, other) => Number(one) - Number(other))).toEqual(
      Array.from({ length: last }, (_event, index) => index + 1),
    );
    for (const entry of received) {
      expect(verify(secret, entry)).toEqual(entry.payload);
      expect(entry.payload).toMatchObject({ campaignId: id, workspaceId: user.workspaceId });
      expect(entry.headers['webhook-id']).toBe(entry.payload.id);
      expect(entry.payload.data).not.toHaveProperty('output');
    }
    expect(new Set(received.map(({ payload }) => payload.id)).size).toBe(last);
    expect((await receiver.until('/end', 1)).map(({ payload }) => payload.type)).toEqual(['campaign:completed']);
    await expect
      .poll(async () => (await deliveriesOf(webhook.id)).filter(({ status }) => status === 'SUCCEEDED').length)
      .toBe(last);
    expect((await deliveriesOf(narrow.id)).map(({ number }) => number)).toEqual([last]);
  });

  it('shows its secret when it is made and never again', async () => {
    const { webhook, secret } = await register('/secret');
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const read = await sendRaw(platform, {
      method: 'GET',
      path: `/api/v1/webhooks/${webhook.id}`,
      token: user.token,
    });
    const list = await sendRaw(platform, { method: 'GET', path: '/api/v1/webhooks', token: user.token });
    for (const { status, text } of [read, list]) {
      expect(status).toBe(200);
      expect(text).not.toMatch(/whsec_|"\w*secret\w*":/i);
    }
  });

  it('leaves none of its secrets readable in the table, and one from earlier versions is sealed when it is listed', async () => {
    const { webhook, secret: former } = await register('/sealed');
    const params = { webhookId: webhook.id };
    const { secret } = await user.client.call('rotateWebhookSecret', { params });
    const webhooks = createWebhooks(openTable(readEnvironment(['TABLE_NAME'])));
    const stored = async () => JSON.stringify(await webhooks.get(user.workspaceId, webhook.id));
    for (const shown of [former, secret]) expect(await stored()).not.toContain(shown);
    expect(await stored()).not.toContain('whsec_');

    const record = await webhooks.get(user.workspaceId, webhook.id);
    if (!record) throw new Error('The webhook is gone');
    await webhooks.put(user.workspaceId, { ...record, secret });
    expect(await stored()).toContain(secret);
    await user.client.call('listWebhooks');
    expect(await stored()).not.toContain('whsec_');
    await user.client.call('testWebhook', { params });
    const [entry] = await receiver.until('/sealed', 1);
    if (!entry) throw new Error('Nothing arrived');
    for (const known of [former, secret]) expect(verify(known, entry)).toEqual(entry.payload);
  });

  it('is made once for one Idempotency-Key, and the repetition shows the same secret', async () => {
    const request = {
      method: 'POST',
      path: '/api/v1/webhooks',
      token: user.token,
      body: { url: `${receiver.url}/once`, events: ['campaign:completed'] },
      headers: { 'idempotency-key': 'one', 'content-type': 'application/json' },
    };
    const first = await sendRaw(platform, request);
    const second = await sendRaw(platform, request);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.json).toEqual(first.json);
    expect((await user.client.call('listWebhooks')).webhooks).toHaveLength(1);
  });

  it('can be one of ten, however many ask at once', async () => {
    for (let count = 0; count < 8; count += 1) await register(`/many/${count}`);
    const answers = await Promise.allSettled(Array.from({ length: 6 }, (_ask, index) => register(`/rush/${index}`)));
    const refused = answers.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThanOrEqual(4);
    for (const { reason } of refused as PromiseRejectedResult[])
      expect(reason).toMatchObject({ code: 'limit-reached' });
    expect((await user.client.call('listWebhooks')).webhooks.length).toBeLessThanOrEqual(10);
  });

  it('can be pointed elsewhere, narrowed, disabled and deleted with its log', async () => {
    const { webhook } = await register('/before');
    const params = { webhookId: webhook.id };
    const changed = await user.client.call('changeWebhook', {
      params,
      body: { url: `${receiver.url}/after`, events: ['phase:status'], description: 'Our system', enabled: false },
    });
    expect(changed).toMatchObject({ events: ['phase:status'], description: 'Our system', enabled: false });
    expect(await problemOf(user.client.call('testWebhook', { params }))).toMatchObject({ code: 'conflict' });
    await user.client.call('changeWebhook', { params, body: { enabled: true } });
    await user.client.call('testWebhook', { params });
    await receiver.until('/after', 1);
    await endOf(webhook.id, 'SUCCEEDED');
    await user.client.call('deleteWebhook', { params });
    expect(await problemOf(user.client.call('listWebhookDeliveries', { params }))).toMatchObject({ status: 404 });
    expect(receiver.at('/before')).toEqual([]);
  });

  it.each([
    ['{}', { code: 'validation-failed' }],
    ['{"secret":"whsec_mine"}', { code: 'validation-failed' }],
    ['{"events":[]}', { code: 'validation-failed' }],
    ['{"events":["phase:status","phase:status"]}', { code: 'validation-failed' }],
    ['{"events":["webhook:test"]}', { code: 'validation-failed' }],
    ['{"url":"http://169.254.169.254/latest"}', { errors: [expect.objectContaining({ pointer: '#/url' })] }],
    ['{"url":"https://user:word@example.com/"}', { errors: [expect.objectContaining({ pointer: '#/url' })] }],
  ])('refuses the change %s', async (body, problem) => {
    const { webhook } = await register('/strict');
    const path = `/api/v1/webhooks/${webhook.id}`;
    const answer = await sendRaw(platform, { method: 'PATCH', path, token: user.token, body });
    expect([answer.status, answer.json]).toEqual([422, expect.objectContaining(problem)]);
  });
});

describe('a delivery', () => {
  it('arrives with every character that people write, also those that queues refuse', async () => {
    const { webhook, secret } = await register('/letters');
    const id = deliveryIdOf(webhook.id, new Date(), 'letters');
    const text = 'é あ \uFFFE \uFFFF 😀 𠮷 \u0000 \u001b';
    const payload = {
      id,
      type: 'webhook:test',
      workspaceId: user.workspaceId,
      at: new Date().toISOString(),
      data: { text },
    };
    await createWebhookQueue(createQueueClient(), readEnvironment(['WEBHOOK_QUEUE_URL']).WEBHOOK_QUEUE_URL).send([
      { workspaceId: user.workspaceId, webhookId: webhook.id, replays: 0, payload: JSON.stringify(payload) },
    ]);
    const [entry] = await receiver.until('/letters', 1);
    if (!entry) throw new Error('Nothing arrived');
    expect(verify(secret, entry)).toEqual(payload);
  });

  const test = async (path: string) => {
    const { webhook, secret } = await register(path);
    const params = { webhookId: webhook.id };
    const { deliveryId } = await user.client.call('testWebhook', { params });
    return { webhook, secret, params, deliveryId };
  };

  it('is tried again until the receiver takes it, under one id and one payload', async () => {
    receiver.answer = (_received, response) =>
      void response.writeHead(receiver.at('/shaky').length < 3 ? 500 : 200).end('busy');
    const { webhook, secret, deliveryId } = await test('/shaky');
    const [first, second, third] = await receiver.until('/shaky', 3);
    for (const entry of [first, second, third]) {
      expect(entry?.payload).toMatchObject({ id: deliveryId, type: 'webhook:test', data: { webhookId: webhook.id } });
      expect(entry?.body).toBe(first?.body);
      if (entry) verify(secret, entry);
    }
    const { attempts, response } = await endOf(webhook.id, 'SUCCEEDED');
    expect(attempts.map(({ status, error }) => [status, error])).toEqual([
      [500, 'The receiver answered 500.'],
      [500, 'The receiver answered 500.'],
      [200, undefined],
    ]);
    expect(response).toBe('busy');
  });

  it('fails after the last attempt and lies aside; a replay sends the same again, with all attempts anew', async () => {
    const before = await messagesAside();
    receiver.answer = (_received, response) => void response.writeHead(503).end();
    const { webhook, params, deliveryId } = await test('/down');
    const failed = await endOf(webhook.id, 'FAILED');
    expect(failed.attempts).toHaveLength(webhookAttempts);
    expect(failed).not.toHaveProperty('nextAttemptAt');
    await expect.poll(messagesAside).toBe(before + 1);
    expect(receiver.at('/down')).toHaveLength(webhookAttempts);

    receiver.answer = quietAnswer;
    await user.client.call('replayWebhookDelivery', { params: { ...params, deliveryId } });
    const replayed = await endOf(webhook.id, 'SUCCEEDED');
    expect(replayed).toMatchObject({ id: deliveryId, replays: 1, attempts: [{ status: 204 }] });
    const bodies = new Set(receiver.at('/down').map(({ body }) => body));
    expect(bodies.size).toBe(1);
    const { deliveries } = await user.client.call('listWebhookDeliveries', { params, query: { status: 'FAILED' } });
    expect(deliveries).toEqual([]);
  });

  it('that is answered 410 disables the webhook and says so', async () => {
    receiver.answer = (_received, response) => void response.writeHead(410).end();
    const { webhook, params, deliveryId } = await test('/gone');
    const { attempts } = await endOf(webhook.id, 'FAILED');
    expect(attempts).toHaveLength(1);
    await expect
      .poll(() => user.client.call('getWebhook', { params }))
      .toMatchObject({ enabled: false, disabledBecause: expect.stringContaining('410') });
    const replay = user.client.call('replayWebhookDelivery', { params: { ...params, deliveryId } });
    expect(await problemOf(replay)).toMatchObject({ code: 'conflict' });
    expect(await user.client.call('changeWebhook', { params, body: { enabled: true } })).not.toHaveProperty(
      'disabledBecause',
    );
  });

  it('follows no redirect, wherever it leads', async () => {
    receiver.answer = ({ path }, response) =>
      void response
        .writeHead(307, {
          location: path === '/away' ? 'http://169.254.169.254/latest/meta-data' : `${receiver.url}/trap`,
        })
        .end();
    const away = await test('/away');
    const failed = await endOf(away.webhook.id, 'FAILED');
    expect(failed.attempts[0]).toMatchObject({ status: 307, error: expect.stringContaining('not followed') });
    const near = await test('/near');
    await expect.poll(() => deliveriesOf(near.webhook.id)).toMatchObject([{ status: 'FAILED' }]);
    expect(receiver.at('/trap')).toEqual([]);
  });

  it('is signed with both secrets while one is rotated', async () => {
    const { webhook, secret: former } = await register('/rotated');
    const params = { webhookId: webhook.id };
    const { secret, webhook: rotated } = await user.client.call('rotateWebhookSecret', { params });
    expect(secret).not.toBe(former);
    expect(Date.parse(rotated.formerSecretUntil ?? '')).toBeGreaterThan(Date.now() + 23 * 3600 * 1000);
    await user.client.call('testWebhook', { params });
    const [entry] = await receiver.until('/rotated', 1);
    if (!entry) throw new Error('Nothing arrived');
    expect(entry.headers['webhook-signature']?.split(' ')).toHaveLength(2);
    for (const known of [former, secret]) expect(verify(known, entry)).toEqual(entry.payload);
    expect(() => verify(`whsec_${Buffer.alloc(32).toString('base64')}`, entry)).toThrow();
  });

  it('of a long list comes in pages, newest first', async () => {
    const { webhook } = await register('/paged');
    const params = { webhookId: webhook.id };
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      ids.push((await user.client.call('testWebhook', { params })).deliveryId);
    }
    await expect.poll(async () => (await deliveriesOf(webhook.id)).length).toBe(5);
    const first = await user.client.call('listWebhookDeliveries', { params, query: { limit: 3 } });
    const { nextCursor: cursor } = first;
    const second = await user.client.call('listWebhookDeliveries', { params, query: { limit: 3, cursor } });
    const listed = [...first.deliveries, ...second.deliveries].map(({ id }) => id);
    expect(listed).toEqual([...ids].sort().reverse());
    expect(second).not.toHaveProperty('nextCursor');
  });

  it("and its webhook are nobody else's to see, to send or to replay", async () => {
    const { params, deliveryId } = await test('/mine');
    const stranger = await registerUser(platform);
    const calls = [
      () => stranger.client.call('getWebhook', { params }),
      () => stranger.client.call('changeWebhook', { params, body: { enabled: false } }),
      () => stranger.client.call('rotateWebhookSecret', { params }),
      () => stranger.client.call('testWebhook', { params }),
      () => stranger.client.call('listWebhookDeliveries', { params }),
      () => stranger.client.call('replayWebhookDelivery', { params: { ...params, deliveryId } }),
      () => stranger.client.call('deleteWebhook', { params }),
    ];
    for (const call of calls) expect(await problemOf(call())).toMatchObject({ status: 404, code: 'not-found' });
    expect((await stranger.client.call('listWebhooks')).webhooks).toEqual([]);
    expect(await user.client.call('getWebhook', { params })).toMatchObject({ enabled: true });
  });
});
