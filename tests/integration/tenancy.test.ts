// Nobody reaches what belongs to somebody else, and its owner does: at the same address, with the same request. The route table is walked, so
// that a new route is covered the day it is added; a route that refuses everybody is caught as well.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiKeyScopeSchema } from '../../shared/contracts/api-key-scopes.ts';
import {
  apiPrefix,
  type OperationId,
  operationIds,
  partnerOperationIds,
  partnerPrefix,
  type Route,
  routes,
} from '../../shared/contracts/routes.ts';
import { registerUser, type User } from '../support/campaign-driver.ts';
import { type OwnedThings, ownedThings, platformWithThings } from '../support/platform-with-things.ts';
import { sendRaw } from '../support/raw-requests.ts';
import { openSocket } from '../support/raw-socket.ts';
import { pathWith, sampleBodies } from '../support/route-samples.ts';

const platform = platformWithThings();
let owner: User;
let stranger: User;
/** One set for each door: most of the owner's requests use up what they are about. */
let things: { readonly ofPerson: OwnedThings; readonly ofKey: OwnedThings };
let secrets: { readonly owner: string; readonly stranger: string };

beforeAll(async () => {
  [owner, stranger] = await Promise.all([registerUser(platform), registerUser(platform)]);
  const makeKey = (user: User) =>
    user.client.call('createApiKey', {
      body: { name: 'Walk', expiresInDays: 1, scopes: [...apiKeyScopeSchema.options] },
    });
  const [ofOwner, ofStranger] = await Promise.all([makeKey(owner), makeKey(stranger)]);
  secrets = { owner: ofOwner.secret, stranger: ofStranger.secret };
  const [ofPerson, ofKey] = [await ownedThings(platform, owner), await ownedThings(platform, owner)];
  things = { ofPerson, ofKey };
});
afterAll(() => {
  things.ofPerson.follower.close();
  things.ofKey.follower.close();
});

const guarded = operationIds.filter((id) => routes[id].access !== 'public');
const addressed = guarded.filter((id) => routes[id].path.includes('{'));
const routeOf = (id: OperationId): Route => routes[id];
/** What reads comes first, then what changes, and what ends things at last. */
const order = (id: OperationId) => ['GET', 'PATCH', 'POST', 'DELETE'].indexOf(routes[id].method);
const inOrder = (ids: readonly OperationId[]) => ids.toSorted((one, other) => order(one) - order(other));

function bodyOf(id: OperationId) {
  const body = sampleBodies[id];
  if (routeOf(id).body && body === undefined)
    throw new Error(`${id} takes a body: add a valid one to sampleBodies in tests/support/route-samples.ts`);
  return body;
}
const ask = (id: OperationId, user: User) =>
  sendRaw(platform, {
    method: routes[id].method,
    path: `${apiPrefix}${pathWith(routes[id].path, things.ofPerson.of(id))}`,
    token: user.token,
    body: bodyOf(id),
  });

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
      path: `${apiPrefix}${pathWith(path, things.ofPerson.of(id))}`,
      body: sampleBodies[id],
    });
    expect([answer.status, answer.json]).toEqual([401, { message: 'Unauthorized' }]);
  });

  it('lists nothing of anybody else, not even when asked for it by name', async () => {
    const { campaignId, assetId } = things.ofPerson.of('getCampaign');
    expect(await stranger.client.call('listCampaigns')).toEqual({ campaigns: [] });
    expect(await stranger.client.call('listAssets')).toEqual({ assets: [] });
    expect(await stranger.client.call('listWebhooks')).toEqual({ webhooks: [] });
    expect(await stranger.client.call('listAssets', { query: { campaignId } })).toEqual({ assets: [] });
    const campaigns = (await owner.client.call('listCampaigns', { query: { limit: 100 } })).campaigns;
    expect(campaigns.map(({ id }) => id)).toContain(campaignId);
    expect((await owner.client.call('listAssets', { query: { campaignId } })).assets.map(({ id }) => id)).toEqual([
      assetId,
    ]);
  });

  it('leaves the campaign as it was', async () => {
    const { campaignId, phaseId } = things.ofPerson.of('approvePhase');
    const campaign = await owner.client.call('getCampaign', { params: { campaignId } });
    expect(campaign).toMatchObject({ name: 'Spring launch', status: 'RUNNING' });
    expect(campaign.phases.find(({ id }) => id === phaseId)).toMatchObject({
      status: 'WAITING_VALIDATION',
      attempt: 1,
    });
  });
});

describe('over the socket', () => {
  it("does not find somebody else's campaign, and never sends an event of it", async () => {
    const { follower, of } = things.ofPerson;
    const { campaignId } = of('getCampaign');
    const socket = await openSocket(platform, stranger.token);
    expect(await socket.ask({ action: 'subscribe:campaign', campaignId, after: 0 })).toEqual({
      type: 'error',
      code: 'not-found',
      detail: 'There is no such campaign.',
    });
    // Unsubscribing what one never had must not take it from its owner either.
    expect(await socket.ask({ action: 'unsubscribe:campaign', campaignId })).toMatchObject({ type: 'unsubscribed' });

    await owner.client.call('approvePhase', { params: { campaignId, phaseId: 'research' } });
    await follower.untilPhase('strategy', 'WAITING_VALIDATION');
    expect(await socket.ask({ action: 'ping' })).toEqual({ type: 'pong' });
    expect(socket.frames.map(({ type }) => type)).toEqual(['error', 'unsubscribed', 'pong']);
    await socket.close();
  });
});

describe('over the partner API', () => {
  const openToKeys = addressed.filter((id) => partnerOperationIds.includes(id));
  const askWithKey = (id: OperationId, secret: string) =>
    sendRaw(platform, {
      method: routes[id].method,
      path: `${partnerPrefix}${pathWith(routes[id].path, things.ofKey.of(id))}`,
      headers: { 'x-api-key': secret },
      body: bodyOf(id),
    });
  /** The walk is faster than the plan of the keys: what is held back is asked again. */
  const patiently = async (id: OperationId, secret: string) => {
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

  it.each(inOrder(openToKeys))("%s succeeds with its owner's key", async (id) => {
    const answer = await patiently(id, secrets.owner);
    expect([answer.status, answer.text]).toEqual([routes[id].status, expect.any(String)]);
  });

  it('names the key as who decided', async () => {
    const { campaignId, phaseId } = things.ofKey.of('approvePhase');
    const { approvals } = await owner.client.call('getPhase', { params: { campaignId, phaseId } });
    expect(approvals).toMatchObject([{ decision: 'APPROVED', decidedBy: expect.stringMatching(/^key_/) }]);
  });
});

describe('the owner', () => {
  // Last of all: these change the password, and delete the account.
  const last: readonly OperationId[] = ['changePassword', 'deleteAccount'];

  it.each(inOrder(guarded.filter((id) => !last.includes(id))))('succeeds with %s', async (id) => {
    const answer = await ask(id, owner);
    expect([answer.status, answer.text]).toEqual([routes[id].status, expect.any(String)]);
  });

  it.each(last)('succeeds with %s', async (id) => {
    // A new password ends the session that asked for it.
    const person = await registerUser(platform);
    const answer = await ask(id, person);
    expect([answer.status, answer.text]).toEqual([routes[id].status, expect.any(String)]);
  });
});
