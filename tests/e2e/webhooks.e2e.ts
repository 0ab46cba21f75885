// A system of somebody's own is told what happens: by a test event, through the whole of a campaign, and again on request. It checks
// signatures with a library of somebody else.
import { Webhook as Verifier } from 'standardwebhooks';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { liveEventTypes } from '../../shared/contracts/live-events.ts';
import { registerUser } from '../support/campaign-driver.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts';
import { approveWhenAsked, launch, target } from './journey.ts';

let receiver: WebhookReceiver;
beforeAll(async () => {
  receiver = await startWebhookReceiver();
});
afterAll(() => receiver.stop());

/** A receiver on this machine can be reached from this machine alone: an emulator, or the embedded platform. */
const isReachable = new URL(target().apiUrl).hostname === '127.0.0.1';

it.runIf(isReachable)('registers a webhook, tries it, and sends a delivery again', async () => {
  const { client, workspaceId } = await registerUser(target());
  const { webhook, secret } = await client.call('createWebhook', {
    body: { url: `${receiver.url}/tried`, events: ['campaign:completed'], description: 'Notre système 😀' },
  });
  const params = { webhookId: webhook.id };

  const { deliveryId } = await client.call('testWebhook', { params });
  const [first] = await receiver.until('/tried', 1);
  if (!first) throw new Error('Nothing arrived');
  expect(new Verifier(secret).verify(first.body, first.headers)).toMatchObject({ id: deliveryId, workspaceId });
  await expect
    .poll(async () => (await client.call('listWebhookDeliveries', { params })).deliveries, { timeout: 20_000 })
    .toMatchObject([{ id: deliveryId, status: 'SUCCEEDED', attempts: [{ status: 204 }] }]);

  await client.call('replayWebhookDelivery', { params: { ...params, deliveryId } });
  const [, again] = await receiver.until('/tried', 2);
  expect(again?.body).toBe(first.body);

  const { secret: next } = await client.call('rotateWebhookSecret', { params });
  await client.call('testWebhook', { params });
  const [, , rotated] = await receiver.until('/tried', 3);
  for (const known of [secret, next])
    expect(new Verifier(known).verify(rotated?.body ?? '', rotated?.headers ?? {})).toEqual(rotated?.payload);
  await client.call('deleteWebhook', { params });
  expect((await client.call('listWebhooks')).webhooks).toEqual([]);
});

it.runIf(isReachable)('hears every number of a campaign in which a person decides', async () => {
  const journey = await launch({ governanceMode: 'SEMI_AUTO' });
  await journey.follower.untilPhase('strategy', 'WAITING_VALIDATION');
  const { secret } = await journey.user.client.call('createWebhook', {
    body: { url: `${receiver.url}/campaign`, events: liveEventTypes },
  });
  const { lastEvent } = await journey.user.client.call('getCampaign', journey.at);

  for (const phaseId of ['strategy', 'visuals', 'video', 'distribution']) await approveWhenAsked(journey, phaseId);
  const { number: last } = await journey.follower.until('campaign:completed');

  // At least once, in any order: until no number is missing.
  const numbers = async () =>
    new Set((await receiver.until('/campaign', last - lastEvent)).map(({ payload }) => Number(payload.number)));
  const expected = Array.from({ length: last - lastEvent }, (_event, index) => lastEvent + 1 + index);
  await expect.poll(async () => [...(await numbers())].sort((a, b) => a - b), { timeout: 60_000 }).toEqual(expected);
  for (const { body, headers, payload } of receiver.at('/campaign'))
    expect(new Verifier(secret).verify(body, headers)).toEqual(payload);
});
