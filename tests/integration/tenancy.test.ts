// Nobody reaches what belongs to somebody else. The route table is walked, so that a new route is covered the day it is added.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { apiKeyScopeSchema } from '../../shared/contracts/api-key-scopes.ts';
import {
  apiPrefix,
  operationIds,
  partnerOperationIds,
  partnerPrefix,
  type Route,
  routes,
} from '../../shared/contracts/routes.ts';
import { briefOf, type Follower, follow, registerUser, type User } from '../support/campaign-driver.ts';
import { platformWithPicture } from '../support/platform-with-picture.ts';
import { sendRaw } from '../support/raw-requests.ts';
import { openSocket } from '../support/raw-socket.ts';
import { type Owned, pathWith, sampleBodies } from '../support/route-samples.ts';

const platform = platformWithPicture();
let owner: User;
let stranger: User;
let owned: Owned;
let secrets: { readonly owner: string; readonly stranger: string };
let follower: Follower;

beforeAll(async () => {
  [owner, stranger] = await Promise.all([registerUser(platform), registerUser(platform)]);
  const { id } = await owner.client.call('createCampaign', { body: briefOf({ governanceMode: 'SEMI_AUTO' }) });
  follower = follow(platform, owner, id);
  await follower.untilPhase('strategy', 'WAITING_VALIDATION');
  const { data } = await follower.until('asset:created');
  const makeKey = (user: User) =>
    user.client.call('createApiKey', {
      body: { name: 'Walk', expiresInDays: 1, scopes: [...apiKeyScopeSchema.options] },
    });
  const [ofOwner, ofStranger] = await Promise.all([makeKey(owner), makeKey(stranger)]);
  secrets = { owner: ofOwner.secret, stranger: ofStranger.secret };
  const { generation } = await owner.client.call('generateImage', { body: { prompt: 'Bread on a table' } });
  const { webhookId, deliveryId } = await deliverSomething();
  owned = {
    campaignId: id,
    phaseId: 'strategy',
    assetId: data.asset.id,
    generationId: generation.id,
    webhookId,
    deliveryId,
    keyId: ofOwner.key.id,
  };
});
afterAll(() => follower.close());

/** A webhook of the owner with something in its log; nobody takes it, which is logged as well. */
async function deliverSomething() {
  const { webhook } = await owner.client.call('createWebhook', {
    body: { url: 'http://127.0.0.1:9/', events: ['campaign:failed'] },
  });
  const params = { webhookId: webhook.id };
  const { deliveryId } = await owner.client.call('testWebhook', { params });
  await vi.waitFor(async () =>
    expect((await owner.client.call('listWebhookDeliveries', { params })).deliveries).toHaveLength(1),
  );
  return { webhookId: webhook.id, deliveryId };
}

const addressed = operationIds.filter((id) => routes[id].access !== 'public' && routes[id].path.includes('{'));
const ask = (id: (typeof operationIds)[number], user: User) => {
  const route: Route = routes[id];
  const body = sampleBodies[id];
  if (route.body && body === undefined)
    throw new Error(`${id} takes a body: add a valid one to sampleBodies in tests/support/route-samples.ts`);
  return sendRaw(platform, {
    method: route.method,
    path: `${apiPrefix}${pathWith(route.path, owned)}`,
    token: user.token,
    body,
  });
};

describe('over HTTP', () => {
  it.each(addressed)('%s of somebody else is not found', async (id) => {
    const answer = await ask(id, stranger);
    expect([answer.status, answer.json]).toEqual([404, expect.objectContaining({ code: 'not-found', status: 404 })]);
    expect(answer.text).not.toContain(owner.workspaceId);
  });

  it.each(addressed)('%s asks for a token first', async (id) => {
    const { method, path } = routes[id];
    const answer = await sendRaw(platform, {
      method,
      path: `${apiPrefix}${pathWith(path, owned)}`,
      body: sampleBodies[id],
    });
    expect([answer.status, answer.json]).toEqual([401, { message: 'Unauthorized' }]);
  });

  it('leaves the campaign as it was, and its owner still reaches all of it', async () => {
    const campaign = await owner.client.call('getCampaign', { params: { campaignId: owned.campaignId } });
    expect(campaign).toMatchObject({ name: 'Spring launch', status: 'RUNNING' });
    expect(campaign.phases.find(({ id }) => id === owned.phaseId)).toMatchObject({
      status: 'WAITING_VALIDATION',
      attempt: 1,
    });
    // A walk that asks for the wrong address would be answered 404 as well: reading as the owner shows that the addresses are right.
    for (const id of addressed.filter((operation) => routes[operation].method === 'GET'))
      expect([id, (await ask(id, owner)).status]).toEqual([id, 200]);
  });

  it('lists nothing of anybody else, not even when asked for it by name', async () => {
    const campaignId = owned.campaignId;
    expect(await stranger.client.call('listCampaigns')).toEqual({ campaigns: [] });
    expect(await stranger.client.call('listAssets')).toEqual({ assets: [] });
    expect(await stranger.client.call('listWebhooks')).toEqual({ webhooks: [] });
    expect(await stranger.client.call('listAssets', { query: { campaignId } })).toEqual({ assets: [] });
    expect((await owner.client.call('listCampaigns')).campaigns.map(({ id }) => id)).toEqual([campaignId]);
    expect((await owner.client.call('listAssets', { query: { campaignId } })).assets.map(({ id }) => id)).toEqual([
      owned.assetId,
    ]);
  });
});

describe('over the partner API', () => {
  const openToKeys = addressed.filter((id) => partnerOperationIds.includes(id));
  const askWithKey = (id: (typeof operationIds)[number], secret: string) =>
    sendRaw(platform, {
      method: routes[id].method,
      path: `${partnerPrefix}${pathWith(routes[id].path, owned)}`,
      headers: { 'x-api-key': secret },
      body: sampleBodies[id],
    });
  /** The walk is faster than the plan of the keys: what is held back is asked again. */
  const patiently = async (id: (typeof operationIds)[number], secret: string) => {
    let answer = await askWithKey(id, secret);
    await expect
      .poll(
        async () => {
          if (answer.status === 429) answer = await askWithKey(id, secret);
          return answer.status;
        },
        { timeout: 5000 },
      )
      .not.toBe(429);
    return answer;
  };

  it.each(openToKeys)("%s is not found with somebody else's key", async (id) => {
    const answer = await patiently(id, secrets.stranger);
    expect([answer.status, answer.json]).toEqual([404, expect.objectContaining({ code: 'not-found' })]);
    expect(answer.text).not.toContain(owner.workspaceId);
  });

  it("reads everything with its owner's key, which shows that the addresses are right", async () => {
    for (const id of openToKeys.filter((operation) => routes[operation].method === 'GET'))
      expect([id, (await patiently(id, secrets.owner)).status]).toEqual([id, 200]);
  });
});

describe('over the socket', () => {
  it("does not find somebody else's campaign, and never sends an event of it", async () => {
    const { campaignId } = owned;
    const socket = await openSocket(platform, stranger.token);
    expect(await socket.ask({ action: 'subscribe:campaign', campaignId, after: 0 })).toEqual({
      type: 'error',
      code: 'not-found',
      detail: 'There is no such campaign.',
    });
    // Unsubscribing what one never had must not take it from its owner either.
    expect(await socket.ask({ action: 'unsubscribe:campaign', campaignId })).toMatchObject({ type: 'unsubscribed' });

    await owner.client.call('approvePhase', { params: { campaignId, phaseId: 'strategy' } });
    await follower.untilPhase('copy', 'COMPLETED');
    expect(await socket.ask({ action: 'ping' })).toEqual({ type: 'pong' });
    expect(socket.frames.map(({ type }) => type)).toEqual(['error', 'unsubscribed', 'pong']);
    await socket.close();
  });
});
