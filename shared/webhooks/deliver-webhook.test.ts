import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import {
  webhookAttempts,
  webhookLongestPauseSeconds,
  webhookRetrySeconds,
  webhookWorkerSeconds,
} from '../contracts/webhook-retries.ts';
import type { Table } from '../data/table.ts';
import { createWebhookDeliveries } from '../data/webhook-deliveries.ts';
import { createWebhooks, type WebhookRecord } from '../data/webhooks.ts';
import { newWebhookId } from '../runtime/ids.ts';
import { createWebhookRemoval } from './delete-webhooks.ts';
import { deliverWebhook } from './deliver-webhook.ts';
import { deliveryIdOf } from './delivery-id.ts';
import { encryptWebhookSecrets } from './encrypt-webhook-secret.ts';
import type { PostResult, WebhookRequest } from './post-webhook.ts';
import { createSecretBox } from './secret-box.ts';
import { newWebhookSecret } from './sign-webhook.ts';

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
let table: Table;
beforeAll(async () => {
  memory = await startMemoryTable();
  table = memory.table;
});
afterAll(() => memory.stop());

const workspaceId = 'wsp_test';
const secrets = createSecretBox(async () => Buffer.alloc(32, 1));

/** A stored webhook, a message for it, and a worker whose time and receiver the test holds in its hands. */
async function prepare(changes: Partial<WebhookRecord> = {}) {
  let now = new Date('2026-11-25T12:00:00.000Z');
  let answer: () => Promise<PostResult> = async () => ({ status: 200, response: 'ok' });
  const sent: WebhookRequest[] = [];
  const clock = () => now;
  const webhooks = createWebhooks(table);
  const deliveries = createWebhookDeliveries(table, clock);
  const at = now.toISOString();
  const webhook: WebhookRecord = {
    id: newWebhookId(now),
    url: 'https://hooks.example.com/',
    events: ['campaign:completed'],
    enabled: true,
    createdAt: at,
    updatedAt: at,
    secret: newWebhookSecret(),
    ...changes,
  };
  await webhooks.put(workspaceId, webhook);
  const deliveryId = deliveryIdOf(webhook.id, now, 'cmp 7');
  const payload = JSON.stringify({ id: deliveryId, type: 'webhook:test', workspaceId, at, data: {} });
  const message = { workspaceId, webhookId: webhook.id, replays: 0, payload };
  const reference = { workspaceId, webhookId: webhook.id, deliveryId };
  const post = (request: WebhookRequest) => {
    sent.push(request);
    return answer();
  };
  const deliver = deliverWebhook({
    webhooks,
    deliveries,
    post,
    secrets,
    seal: encryptWebhookSecrets({ webhooks, secrets }),
    clock,
  });
  return {
    webhooks,
    deliveries,
    webhook,
    reference,
    message,
    sent,
    deliver,
    logged: () => deliveries.get(reference),
    pass: (seconds: number) => {
      now = new Date(now.getTime() + seconds * 1000);
    },
    answerWith: (next: () => Promise<PostResult>) => {
      answer = next;
    },
  };
}
const status = (code: number) => async (): Promise<PostResult> => ({ status: code, response: '' });

describe('the pauses between attempts', () => {
  it('add up to about a day, and none is longer than SQS can hide a message', () => {
    const total = webhookRetrySeconds.reduce((sum, seconds) => sum + seconds, 0);
    expect(total / 3600).toBeGreaterThan(23);
    expect(total / 3600).toBeLessThanOrEqual(24);
    expect(Math.max(...webhookRetrySeconds)).toBeLessThanOrEqual(43_200);
    expect(webhookLongestPauseSeconds + webhookWorkerSeconds).toBeLessThanOrEqual(43_200);
    expect([...webhookRetrySeconds].sort((one, other) => one - other)).toEqual(webhookRetrySeconds);
  });
});

describe('a delivery', () => {
  it('that is not taken comes again after each pause, then fails for good', async () => {
    const { deliver, message, answerWith, logged, pass, sent } = await prepare();
    answerWith(status(500));
    for (const [index, seconds] of webhookRetrySeconds.entries()) {
      expect(await deliver(message, index + 1)).toEqual({ state: 'again', seconds });
      expect(await logged()).toMatchObject({ status: 'PENDING', nextAttemptAt: expect.any(String) });
      pass(seconds);
    }
    expect(await deliver(message, webhookAttempts)).toEqual({ state: 'again', seconds: 0 });
    const failed = await logged();
    expect(failed).toMatchObject({ status: 'FAILED' });
    expect(failed).not.toHaveProperty('nextAttemptAt');
    expect(failed?.attempts).toHaveLength(webhookAttempts);
    expect(sent).toHaveLength(webhookAttempts);
  });

  it('comes again when its receiver asks it to, if that is later than usual', async () => {
    const { deliver, message, answerWith, logged } = await prepare();
    answerWith(async () => ({ status: 429, response: '', retryAfter: '600' }));
    expect(await deliver(message, 1)).toEqual({ state: 'again', seconds: 600 });
    expect(await logged()).toMatchObject({ status: 'PENDING', nextAttemptAt: '2026-11-25T12:10:00.000Z' });
    answerWith(async () => ({ status: 503, response: '', retryAfter: 'Wed, 25 Nov 2026 12:20:00 GMT' }));
    expect(await deliver(message, 2)).toEqual({ state: 'again', seconds: 1200 });
    answerWith(async () => ({ status: 503, response: '', retryAfter: '5' }));
    expect(await deliver(message, 3)).toEqual({ state: 'again', seconds: 120 });
  });

  it('waits for no receiver longer than SQS can hide it, nor past the day of all attempts', async () => {
    const { deliver, message, answerWith, pass } = await prepare();
    answerWith(async () => ({ status: 503, response: '', retryAfter: '9999999' }));
    const first = await deliver(message, 1);
    expect(first).toEqual({ state: 'again', seconds: webhookLongestPauseSeconds });
    pass(webhookLongestPauseSeconds);
    const day = webhookRetrySeconds.reduce((sum, seconds) => sum + seconds, 0);
    expect(await deliver(message, 2)).toEqual({ state: 'again', seconds: day - webhookLongestPauseSeconds });
    pass(day - webhookLongestPauseSeconds);
    expect(await deliver(message, 3)).toEqual({ state: 'again', seconds: webhookRetrySeconds[2] });
  });

  it('that has succeeded is not sent again when its message comes twice', async () => {
    const { deliver, message, sent } = await prepare();
    expect([await deliver(message, 1), await deliver(message, 2)]).toEqual([{ state: 'done' }, { state: 'done' }]);
    expect(sent).toHaveLength(1);
  });

  it('is sent again when the worker died before it could write down what came of it', async () => {
    const { deliver, message, answerWith, logged, sent } = await prepare();
    answerWith(() => Promise.reject(new Error('killed')));
    await expect(deliver(message, 1)).rejects.toThrow('killed');
    expect(await logged()).toBe(undefined);
    answerWith(status(204));
    expect(await deliver(message, 2)).toEqual({ state: 'done' });
    expect(new Set(sent.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(await logged()).toMatchObject({ status: 'SUCCEEDED', attempts: [{ status: 204 }] });
  });

  it('that is replayed while an attempt is under way counts by the replay alone', async () => {
    const { deliver, deliveries, reference, message, answerWith, logged } = await prepare();
    answerWith(status(500));
    await deliver(message, 1);
    const answered = Promise.withResolvers<PostResult>();
    answerWith(() => answered.promise);
    const underWay = deliver(message, 2);
    await expect.poll(() => deliveries.restart(reference, 0)).toMatchObject({ replays: 1 });
    answered.resolve({ status: 500, response: '' });
    expect(await underWay).toEqual({ state: 'done' });
    expect(await logged()).toMatchObject({ status: 'PENDING', replays: 1, attempts: [] });
    answerWith(status(200));
    expect(await deliver({ ...message, replays: 1 }, 1)).toEqual({ state: 'done' });
    expect(await logged()).toMatchObject({ status: 'SUCCEEDED', attempts: [{ status: 200 }] });
  });

  it('is replayed once when two ask at the same moment', async () => {
    const { deliver, deliveries, reference, message } = await prepare();
    await deliver(message, 1);
    const both = await Promise.all([deliveries.restart(reference, 0), deliveries.restart(reference, 0)]);
    expect(both.filter(Boolean)).toHaveLength(1);
  });

  it('to a webhook that is gone is dropped', async () => {
    const { deliver, message, sent, webhooks, webhook, logged } = await prepare();
    await webhooks.delete(workspaceId, webhook.id);
    expect(await deliver(message, 1)).toEqual({ state: 'done' });
    expect([sent, await logged()]).toEqual([[], undefined]);
  });

  it('to a disabled webhook is not sent, and the log says so', async () => {
    const { deliver, message, sent, logged } = await prepare({ enabled: false });
    expect(await deliver(message, 1)).toEqual({ state: 'done' });
    expect(sent).toEqual([]);
    expect(await logged()).toMatchObject({
      status: 'FAILED',
      attempts: [{ error: expect.stringContaining('the webhook is disabled') }],
    });
  });

  it('carries the signature of the former secret until its day is over', async () => {
    const { deliver, message, sent, pass, answerWith } = await prepare({
      formerSecret: newWebhookSecret(),
      formerSecretUntil: '2026-11-26T12:00:00.000Z',
    });
    answerWith(status(500));
    await deliver(message, 1);
    pass(24 * 3600);
    await deliver(message, 2);
    expect(sent.map(({ headers }) => headers['webhook-signature']?.split(' ').length)).toEqual([2, 1]);
  });

  it('is signed with a secret from the time when they lay in the table in clear, which is sealed then', async () => {
    const [secret, formerSecret] = [newWebhookSecret(), newWebhookSecret()];
    const { deliver, message, sent, webhooks, webhook } = await prepare({
      secret,
      formerSecret,
      formerSecretUntil: '2026-11-26T12:00:00.000Z',
    });
    await deliver(message, 1);
    const stored = await webhooks.get(workspaceId, webhook.id);
    const owner = { workspaceId, webhookId: webhook.id };
    expect(JSON.stringify(stored)).not.toContain('whsec_');
    expect(await secrets.open(stored?.secret ?? '', owner)).toBe(secret);
    expect(await secrets.open(stored?.formerSecret ?? '', owner)).toBe(formerSecret);
    expect(sent[0]?.headers['webhook-signature']?.split(' ')).toHaveLength(2);
  });

  it('whose secret cannot be read any more is not sent, and the log says what to do', async () => {
    const lost = createSecretBox(async () => Buffer.alloc(32, 2));
    const sealed = await lost.seal(newWebhookSecret(), { workspaceId, webhookId: 'whk_other' });
    const { deliver, message, sent, logged } = await prepare({ secret: sealed });
    expect(await deliver(message, 1)).toEqual({ state: 'done' });
    expect(sent).toEqual([]);
    expect(await logged()).toMatchObject({
      status: 'FAILED',
      attempts: [{ error: expect.stringContaining('Rotate it') }],
    });
  });

  it('is gone from the log after 30 days, however late the table deletes it', async () => {
    const { deliver, message, logged, pass } = await prepare();
    await deliver(message, 1);
    pass(30 * 24 * 3600 - 1);
    expect(await logged()).toMatchObject({ status: 'SUCCEEDED' });
    pass(1);
    expect(await logged()).toBe(undefined);
  });
});

describe('removing', () => {
  it('all webhooks of a workspace leaves neither them nor their logs, and those of others alone', async () => {
    const { deliver, message, webhooks, deliveries, logged, webhook } = await prepare();
    await deliver(message, 1);
    await webhooks.put('wsp_other', webhook);
    await createWebhookRemoval({ webhooks, deliveries }).deleteAllOf(workspaceId);
    expect([await webhooks.list(workspaceId), await logged()]).toEqual([[], undefined]);
    expect(await webhooks.list('wsp_other')).toHaveLength(1);
  });
});
