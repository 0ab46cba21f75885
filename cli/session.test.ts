import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSession } from './session.ts';

const user = { id: 'u', email: 'cli@astromedia.example', workspaceId: 'wsp_u' };
interface Call {
  readonly route: string;
  readonly body: unknown;
}

/** An API whose access tokens live a second, and which answers each call with the next status and content that the test gives. */
async function startApi(answers: (route: string, times: number) => [status: number, content: object]) {
  const calls: Call[] = [];
  const server = createServer(async (request, response) => {
    const route = request.url?.split('/').at(-1) ?? '';
    calls.push({ route, body: JSON.parse(await text(request)) });
    const [status, content] = answers(route, calls.filter((call) => call.route === route).length);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo; // a server that listens on a port has no other kind of address
  return { calls, url: `http://127.0.0.1:${port}`, stop: () => server.close() };
}

let directory: string;
let stop = () => {};
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'astromedia-session-'));
});
afterEach(async () => {
  stop();
  await rm(directory, { recursive: true, force: true });
});
const open = async (answers: Parameters<typeof startApi>[0]) => {
  const api = await startApi(answers);
  const session = await openSession(api.url, directory);
  stop = () => {
    session.end();
    api.stop();
  };
  return { api, session };
};
const given = (token: string, more: object = {}) => ({ token, expiresInSeconds: 1, user, ...more });
const patiently = { timeout: 5000 };

describe('the session of the command line', () => {
  it('is renewed with its refresh token before it ends, and needs no password for that', async () => {
    const { api, session } = await open((route, times) =>
      route === 'register' ? [201, given('first', { refreshToken: 'kept' })] : [200, given(`renewed-${times}`)],
    );
    expect(session.token()).toBe('first');

    await expect.poll(() => session.token(), patiently).toBe('renewed-2');

    expect(api.calls[0]?.body).toMatchObject({ refreshTokenIn: 'body' });
    expect(api.calls.slice(1, 3)).toEqual([
      { route: 'refresh', body: { refreshToken: 'kept' } },
      { route: 'refresh', body: { refreshToken: 'kept' } },
    ]);
  });

  it('falls back to the password when the refresh token is refused', async () => {
    const problem = { type: '', title: '', status: 401, code: 'unauthenticated', requestId: 'r' };
    const { session } = await open((route) => {
      if (route === 'register') return [201, given('first', { refreshToken: 'revoked' })];
      return route === 'refresh' ? [401, problem] : [200, given('signed-in', { refreshToken: 'new' })];
    });

    await expect.poll(() => session.token(), patiently).toBe('signed-in');
  });

  it('says what to do where e-mails must be confirmed', async () => {
    const api = await startApi(() => [201, { confirmationRequired: true, email: user.email }]);
    stop = () => void api.stop();

    await expect(openSession(api.url, directory)).rejects.toThrow(/must be confirmed .* mail directory/);
  });
});
