import { createHmac } from 'node:crypto';
import { describe, expect, inject, it } from 'vitest';
import { createApiClient } from '../../shared/client/api-client.ts';
import { openedSession } from '../../shared/client/opened-session.ts';
import { problemOf, registerUser } from '../support/campaign-driver.ts';
import { launch, target } from './journey.ts';

const visitor = () => createApiClient({ baseUrl: target().apiUrl });
const apiUrl = () => target().apiUrl.replace(/(\/api\/v1)?\/?$/, '/api/v1');

describe('an account', () => {
  it('is registered once, signs in with its password and with no other', async () => {
    const email = `journey-${crypto.randomUUID()}@example.com`;
    const registered = openedSession(await visitor().call('register', { body: { email, password: 'password123' } }));

    const signedIn = await visitor().call('login', { body: { email, password: 'password123' } });

    expect(signedIn.user).toEqual(registered.user);
    const second = await problemOf(visitor().call('register', { body: { email, password: 'another-password' } }));
    expect([second.status, second.code]).toEqual([409, 'already-registered']);
    const wrong = await problemOf(visitor().call('login', { body: { email, password: 'password124' } }));
    expect([wrong.status, wrong.code]).toEqual([401, 'wrong-credentials']);
  });

  it('has a profile, and sees what a campaign used of its quota', async () => {
    const { user, follower, campaignId } = await launch({ governanceMode: 'AUTO' });
    const { client } = user;
    await follower.until('campaign:completed');

    expect(await client.call('changeProfile', { body: { name: 'Zoë' } })).toMatchObject({ id: user.id, name: 'Zoë' });
    const { total, groups } = await client.call('getUsage', { query: { groupBy: 'campaign' } });
    const { used, limit, remaining } = await client.call('getQuota');

    expect(total.calls).toBeGreaterThan(0);
    expect(groups).toEqual([{ key: campaignId, name: expect.any(String), ...total }]);
    expect([used, remaining]).toEqual([total.calls, limit - total.calls]);
  });

  it('is told which field of a registration is wrong', async () => {
    const problem = await problemOf(visitor().call('register', { body: { email: 'nobody', password: 'short' } }));

    expect(problem.status).toBe(422);
    expect(problem.fields.map(({ pointer }) => pointer).sort()).toEqual(['#/email', '#/password']);
  });
});

describe('a session', () => {
  const open = async () => {
    const email = `session-${crypto.randomUUID()}@example.com`;
    const credentials = { email, password: 'password123', refreshTokenIn: 'body' } as const;
    await visitor().call('register', { body: credentials });
    return { email, ...(await visitor().call('login', { body: credentials })) };
  };
  const clientWith = (token: string) => createApiClient({ baseUrl: target().apiUrl, token: () => token });

  it('goes on with its refresh token, and is the same user', async () => {
    const { user, refreshToken } = await open();

    const refreshed = await visitor().call('refreshSession', { body: { refreshToken } });

    expect(refreshed.user).toEqual(user);
    expect((await clientWith(refreshed.token).call('listCampaigns')).campaigns).toEqual([]);
  });

  it('is over when its user signs out, which may be repeated', async () => {
    const { refreshToken } = await open();

    await visitor().call('logout', { body: { refreshToken } });

    expect((await problemOf(visitor().call('refreshSession', { body: { refreshToken } }))).code).toBe(
      'unauthenticated',
    );
    expect(await visitor().call('logout', { body: { refreshToken } })).toEqual({ success: true });
  });

  it('is replaced when its user changes the password', async () => {
    const { email, token, user } = await open();
    const passwords = { currentPassword: 'password123', newPassword: 'password456' };

    const changed = await clientWith(token).call('changePassword', { body: passwords });

    expect(changed.user).toEqual(user);
    expect((await visitor().call('login', { body: { email, password: 'password456' } })).user).toEqual(user);
  });
});

describe('a stranger', () => {
  it.each([
    ['no token', () => undefined],
    ['no real token', () => 'Bearer nonsense'],
    ['a token signed by somebody else', () => `Bearer ${forgedToken()}`],
  ])('with %s is turned away from campaigns', async (_what, authorization) => {
    const value = authorization();

    const answer = await fetch(`${apiUrl()}/campaigns`, { headers: value ? { authorization: value } : {} });

    expect(answer.status).toBe(401);
  });

  it('gets no socket', async () => {
    const socket = new WebSocket(`${inject('target').liveUrl}?token=${forgedToken()}`);

    const answered = await new Promise<string>((resolve) => {
      // A gateway may refuse the handshake, or accept it and close at once; either way nothing is ever answered.
      socket.onopen = () => socket.send(JSON.stringify({ action: 'ping' }));
      socket.onmessage = ({ data }) => resolve(`answered ${String(data)}`);
      socket.onclose = () => resolve('refused');
    });

    expect(answered).toBe('refused');
  });

  it('with an account of their own does not find the campaigns of others', async () => {
    const { at, on } = await launch({ governanceMode: 'GUIDED' });
    const { client } = await registerUser(target());

    expect((await problemOf(client.call('getCampaign', at))).status).toBe(404);
    expect((await problemOf(client.call('approvePhase', on('research')))).status).toBe(404);
    expect((await problemOf(client.call('deleteCampaign', at))).status).toBe(404);
    expect((await client.call('listCampaigns')).campaigns).toEqual([]);
  });
});

/** Well-formed, not expired, and signed with a key that no issuer has. */
function forgedToken(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const content = `${part({ alg: 'HS256', kid: 'none' })}.${part({ sub: 'somebody', token_use: 'access', exp: now + 3600 })}`;
  return `${content}.${createHmac('sha256', 'guess').update(content).digest('base64url')}`;
}
