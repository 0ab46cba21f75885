// Who may still act once an account is deleted, its password changed, or everything signed out: over real HTTP and real sockets.
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createApiClient } from '../../shared/client/api-client.ts';
import { openedSession } from '../../shared/client/opened-session.ts';
import { briefOf, problemOf } from '../support/campaign-driver.ts';
import { startPlatformWithAgents } from '../support/platform-with-agents.ts';
import { openSocket } from '../support/raw-socket.ts';
import { mailsTo } from '../support/read-mail.ts';
import { scratchPlatform } from '../support/scratch-platform.ts';
import { simulatedAgents } from '../support/simulated-agents.ts';
import { storedThings } from '../support/stored-things.ts';

const platform = scratchPlatform((directory) =>
  startPlatformWithAgents({ directory, agents: simulatedAgents(async () => undefined) }),
);

const password = 'password123';
const newPassword = 'password456';
const visitor = () => createApiClient({ baseUrl: platform.apiUrl });
const clientWith = (token: string) => createApiClient({ baseUrl: platform.apiUrl, token: () => token });
type Client = ReturnType<typeof clientWith>;
const signIn = (email: string, withPassword: string) =>
  visitor().call('login', { body: { email, password: withPassword, refreshTokenIn: 'body' } });

async function somebody() {
  const email = `person-${crypto.randomUUID()}@example.com`;
  const body = { email, password, refreshTokenIn: 'body' } as const;
  const { token, user, refreshToken = '' } = openedSession(await visitor().call('register', { body }));
  return { ...user, token, refreshToken, client: clientWith(token) };
}
const webhook = { url: 'https://receiver.example/events', events: ['campaign:completed'] } as const;
const makeKey = (client: Client) =>
  client.call('createApiKey', { body: { name: 'Shop', expiresInDays: 365, scopes: ['campaigns:read'] } });
const makeWebhook = (client: Client) =>
  client.call('createWebhook', {
    body: { ...webhook, url: `${platform.apiUrl}/receiver`, events: [...webhook.events] },
  });
/** How the call is refused; undefined when it is not. */
const refusalOf = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    async () => {
      const { status, code, detail } = await problemOf(call);
      return [status, code, detail];
    },
  );
const gone = [401, 'unauthenticated', 'This account was deleted: nothing new can be made for it.'];
const ended = [
  401,
  'unauthenticated',
  'This session ended when the password was changed or every session was signed out. Sign in again.',
];

describe('after an account is deleted', () => {
  it('its access token makes nothing new, and says why', async () => {
    const { client, id, workspaceId } = await somebody();
    await client.call('deleteAccount', { body: { password } });

    const text = { prompt: 'A line about bread', maximumOutputTokens: 100 };
    const picture = { prompt: 'Bread', widthPixels: 240, heightPixels: 240 };
    const film = { prompt: 'Bread', widthPixels: 160, heightPixels: 160, durationSeconds: 2 };
    for (const attempt of [
      () => client.call('createCampaign', { body: briefOf() }),
      () => client.call('createCampaign', { body: { ...briefOf(), launch: false } }),
      () => client.call('createUpload', { body: { fileName: 'logo.png', mediaType: 'image/png', byteLength: 1000 } }),
      () => client.call('generateText', { body: text }),
      () => client.call('generateImage', { body: picture }),
      () => client.call('generateVideo', { body: film }),
      () => makeWebhook(client),
      () => makeKey(client),
      () => client.call('changeProfile', { body: { name: 'Still here' } }),
    ])
      expect(await refusalOf(attempt())).toEqual(gone);

    const { items, objects } = await storedThings();
    const left = [...items, ...objects].filter((thing) => thing.includes(id) || thing.includes(workspaceId));
    // The mark of the account, and the notes by which deletions are swept.
    const isMark = (thing: string) => thing.startsWith('{"closedAt"') || thing.includes('"pk":"DELETED"');
    expect(left.filter((thing) => !isMark(thing))).toEqual([]);
  });

  it('its sockets are closed and no other opens; those of others stay', async () => {
    const [leaving, staying] = [await somebody(), await somebody()];
    const [one, two] = [await openSocket(platform, leaving.token), await openSocket(platform, leaving.token)];
    const other = await openSocket(platform, staying.token);
    const closed = Promise.all([once(one.socket, 'close'), once(two.socket, 'close')]);

    await leaving.client.call('deleteAccount', { body: { password } });

    await closed;
    await expect(openSocket(platform, leaving.token)).rejects.toThrow('401');
    expect(await other.ask({ action: 'ping' })).toEqual({ type: 'pong' });
    await other.close();
  });
});

/** Three ways to end every session; each answers with a token from after it. */
const endings = {
  'a changed password': async ({ client }: Awaited<ReturnType<typeof somebody>>) => {
    const changed = await client.call('changePassword', { body: { currentPassword: password, newPassword } });
    return { token: changed.token, password: newPassword };
  },
  'a reset password': async ({ email }: Awaited<ReturnType<typeof somebody>>) => {
    await visitor().call('forgotPassword', { body: { email } });
    const code = mailsTo(platform.directory, email).at(-1)?.code ?? '';
    await visitor().call('resetPassword', { body: { email, code, password: newPassword } });
    return { token: (await signIn(email, newPassword)).token, password: newPassword };
  },
  'a sign-out everywhere': async ({ email }: Awaited<ReturnType<typeof somebody>>) => {
    const { refreshToken } = await signIn(email, password);
    await visitor().call('logout', { body: { refreshToken, everywhere: true } });
    return { token: (await signIn(email, password)).token, password };
  },
};

describe.each(Object.entries(endings))('after %s', (_how, end) => {
  it('an older token does nothing that outlasts its hour; a newer one does at once', async () => {
    const person = await somebody();
    const { key } = await makeKey(person.client);
    const { webhook: hook } = await makeWebhook(person.client);
    const params = { webhookId: hook.id };
    const draft = await person.client.call('createCampaign', { body: { ...briefOf(), launch: false } });

    const { token, password: valid } = await end(person);
    const after = clientWith(token);

    const old = person.client;
    for (const attempt of [
      () => makeKey(old),
      () => old.call('revokeApiKey', { params: { keyId: key.id } }),
      () => makeWebhook(old),
      () => old.call('changeWebhook', { params, body: { enabled: false } }),
      () => old.call('rotateWebhookSecret', { params }),
      () => old.call('deleteWebhook', { params }),
      () => old.call('deleteCampaign', { params: { campaignId: draft.id } }),
      () => old.call('deleteAccount', { body: { password: valid } }),
    ])
      expect(await refusalOf(attempt())).toEqual(ended);
    expect((await old.call('listCampaigns')).campaigns).toHaveLength(1); // reads until its hour is over
    await visitor()
      .call('refreshSession', { body: { refreshToken: person.refreshToken } })
      .then(
        () => expect.unreachable(),
        (error) => expect(error.code).toBe('unauthenticated'),
      );

    expect((await makeKey(after)).secret).toMatch(/^am_live_/);
    expect((await after.call('rotateWebhookSecret', { params })).secret).toBeTruthy();
  });

  it('open sockets close, and only a newer token opens another', async () => {
    const person = await somebody();
    const socket = await openSocket(platform, person.token);
    const closed = once(socket.socket, 'close');

    const { token } = await end(person);

    await closed;
    await expect(openSocket(platform, person.token)).rejects.toThrow('401');
    const again = await openSocket(platform, token);
    expect(await again.ask({ action: 'ping' })).toEqual({ type: 'pong' });
    await again.close();
  });
});

it('a sign-out everywhere by a token that is over ends no session', async () => {
  const { email, refreshToken } = await somebody();
  const other = await signIn(email, password);
  await visitor().call('logout', { body: { refreshToken } });

  await visitor().call('logout', { body: { refreshToken, everywhere: true } });

  expect((await visitor().call('refreshSession', { body: { refreshToken: other.refreshToken } })).user.email).toBe(
    email,
  );
});
