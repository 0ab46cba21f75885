import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { providers } from '../shared/contracts/providers.ts';
import { sampleExportData } from '../shared/export/testing/sample-export-data.ts';
import { type Demo, openDemo } from './demo.ts';

const { briefData: _briefData, phases: _phases, ...header } = sampleExportData().campaign;
const problem = (status: number, code: string) => ({ type: '', title: code, status, code, requestId: 'r' });

/** Accounts and campaigns of an API that remembers both; `fails` names the campaign that it cannot create. */
async function startApi() {
  const api = { users: new Map<string, string>(), campaigns: [] as string[], fails: '', url: '', stop: () => {} };
  const answer = (route: string, { email = '', password = '', name = '' }): [number, object] => {
    const session = { token: 't', expiresInSeconds: 60, user: { id: 'u', email, workspaceId: 'wsp_u' } };
    if (route === 'POST register') {
      api.users.set(email, password);
      return [201, session];
    }
    if (route === 'POST login')
      return api.users.get(email) === password ? [200, session] : [401, problem(401, 'wrong-credentials')];
    if (route === 'GET campaigns')
      return [200, { campaigns: api.campaigns.map((campaign) => ({ ...header, name: campaign })) }];
    if (name === api.fails) return [500, problem(500, 'internal')];
    api.campaigns.push(name);
    return [201, { ...sampleExportData().campaign, name }];
  };
  const server = createServer(async (request, response) => {
    const body = request.method === 'POST' ? await json(request) : {};
    const route = `${request.method} ${request.url?.split('?')[0]?.split('/').at(-1)}`;
    const [status, content] = answer(route, body as Record<string, string>); // the client sends objects of texts
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo; // a server that listens on a port has no other kind of address
  return Object.assign(api, { url: `http://127.0.0.1:${port}`, stop: () => void server.close() });
}

const both = ['Northbeam spring launch', 'Lancement Brioche de Minuit'];
const never = new AbortController().signal;

describe('the demo account', () => {
  let directory: string;
  let api: Awaited<ReturnType<typeof startApi>>;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'astromedia-demo-'));
    api = await startApi();
  });
  afterEach(async () => {
    api.stop();
    await rm(directory, { recursive: true, force: true });
  });
  const open = (models: string = providers['offline-studio'].label, mayRegister = true): Promise<Demo | undefined> => {
    const isNew = api.users.size === 0;
    return openDemo({ platform: { apiUrl: api.url, models, isNew }, directory, mayRegister });
  };

  it('is made on an empty platform with two campaigns, once, and nobody else may read its password', async () => {
    const first = await open();
    await first?.launch(never);
    const second = await open();
    await second?.launch(never);

    expect(api.campaigns).toEqual(both);
    expect(api.users).toEqual(new Map([[first?.account.email, first?.account.password]]));
    expect(second?.account).toEqual(first?.account);
    expect(first?.note).toContain('two campaigns');
    expect(second?.note).toBeUndefined();
    expect((await stat(join(directory, 'demo.json'))).mode & 0o077).toBe(0);
  });

  it('makes no campaign again that its owner has deleted', async () => {
    await (await open())?.launch(never);
    api.campaigns.length = 0;

    await (await open())?.launch(never);

    expect(api.campaigns).toEqual([]);
  });

  it('goes on at the next start with what was missing when it was stopped', async () => {
    api.fails = 'Lancement Brioche de Minuit';
    await expect((await open())?.launch(never)).rejects.toThrow('internal');
    api.fails = '';
    await (await open())?.launch(AbortSignal.abort());
    expect(api.campaigns).toEqual(both.slice(0, 1));

    await (await open())?.launch(never);

    expect(api.campaigns).toEqual(both);
  });

  it('is registered by the next start when the first ended before', async () => {
    const { account } = (await open()) ?? {};
    api.users.clear();

    expect((await open())?.account).toEqual(account);
    expect(api.users.get(account?.email ?? '')).toBe(account?.password);
  });

  it('launches nothing where a model may cost money, and says so', async () => {
    const demo = await open('OpenRouter');
    await demo?.launch(never);

    expect(demo?.note).toMatch(/no campaigns, because OpenRouter may cost money/);
    expect(api.campaigns).toEqual([]);
  });

  it('is not there where people came first, where mails must be confirmed, and where its password was changed', async () => {
    expect(await open(undefined, false)).toBeUndefined();
    api.users.set('somebody@example.com', 'a password');
    expect(await open()).toBeUndefined();
    expect(api.users.size).toBe(1);

    api.users.clear();
    const { account } = (await open()) ?? {};
    api.users.set(account?.email ?? '', 'another password');
    expect(await open()).toBeUndefined();
  });
});
