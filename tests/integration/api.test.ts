// What the HTTP API answers to what it should not be sent, and how it pages. Over real HTTP, with everything behind it.
import { CognitoIdentityProviderClient, InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createAppClient } from '../../shared/accounts/app-client.ts';
import { openedSession } from '../../shared/client/opened-session.ts';
import { isGenerated } from '../../shared/contracts/asset.ts';
import type { BriefInput } from '../../shared/contracts/brief.ts';
import { type Problem, problemSchema, problems } from '../../shared/contracts/problems.ts';
import { apiPrefix, routes } from '../../shared/contracts/routes.ts';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';
import { briefOf, problemOf, registerUser, type User } from '../support/campaign-driver.ts';
import { freeModels, sampleVisual } from '../support/fake-models.ts';
import { startPlatformWithAgents } from '../support/platform-with-agents.ts';
import { type RawRequest, sendRaw } from '../support/raw-requests.ts';
import { pathWith, sampleBodies } from '../support/route-samples.ts';
import { scratchPlatform } from '../support/scratch-platform.ts';
import { simulatedAgents } from '../support/simulated-agents.ts';

const platform = scratchPlatform((directory) =>
  startPlatformWithAgents({
    directory,
    models: freeModels(),
    agents: simulatedAgents(async ({ phaseId, tools }) => {
      if (phaseId === 'research') await Promise.all([tools.image(sampleVisual('A')), tools.image(sampleVisual('B'))]);
    }),
  }),
);
let user: User;
beforeAll(async () => {
  user = await registerUser(platform);
});

const guided = (changes: Partial<BriefInput> = {}) => briefOf({ governanceMode: 'GUIDED', ...changes });
const create = { method: 'POST', path: `${apiPrefix}/campaigns` };
let addresses = 0;
/** From a new address each time, so that no try is held back for the ones before it. */
const send = (request: RawRequest) =>
  sendRaw(platform, { token: user.token, from: `198.51.100.${addresses++}`, ...request });

/** The problem a raw request is answered with, checked against the one form all problems have. */
async function refusal(request: RawRequest): Promise<Problem> {
  const answer = await send(request);
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const problem = problemSchema.parse(answer.json);
  expect(problem).toMatchObject({
    status: answer.status,
    title: problems[problem.code].title,
    type: `urn:astromedia:problem:${problem.code}`,
    instance: request.path.split('?')[0],
    requestId: answer.headers.get('x-request-id'),
  });
  expect(answer.text).not.toMatch(/\bat .+:\d+:\d+|node_modules|\.ts\b/); // no stack, no file
  return problem;
}
const summaryOf = ({ status, code, errors = [] }: Problem) => [status, code, errors.map(({ pointer }) => pointer)];

describe('a body that cannot be read', () => {
  it.each([
    ['is not JSON', { body: '{"name":' }, 400, 'invalid-request'],
    [
      'is of another type',
      { body: 'name=Spring', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      'unsupported-media-type',
    ],
    [
      'is JSON that does not say so',
      { body: JSON.stringify(guided()), headers: { 'content-type': 'text/plain' } },
      415,
      'unsupported-media-type',
    ],
    ['has more than a megabyte', { body: { name: 'x'.repeat(1_000_001) } }, 413, 'payload-too-large'],
  ] as const)('that %s is refused as %o', async (_what, request, status, code) => {
    expect(await refusal({ ...create, ...request })).toMatchObject({ status, code });
  });

  it('that is missing, or is not an object, is refused as a whole', async () => {
    for (const body of [undefined, null, [], 'text', 7])
      expect(summaryOf(await refusal({ ...create, body: body === undefined ? body : JSON.stringify(body) }))).toEqual([
        422,
        'validation-failed',
        ['#'],
      ]);
  });

  it('is not even looked at by the functions above 10 MB', async () => {
    const answer = await send({ ...create, body: { name: 'x'.repeat(10 * 1024 * 1024) } });
    expect([answer.status, answer.json]).toEqual([413, { message: 'Request Entity Too Large' }]);
  });
});

describe('a brief with a wrong field', () => {
  /** A valid brief with the value at the end of the path; undefined takes the field away. */
  function briefWith(path: readonly (string | number)[], value: unknown): unknown {
    const brief: unknown = structuredClone(guided());
    const parent = path.slice(0, -1).reduce((node: unknown, key) => (node as Record<string, unknown>)[key], brief);
    (parent as Record<string, unknown>)[path.at(-1) ?? ''] = value;
    return brief;
  }
  const company = ['briefData', 'companyInfo'] as const;
  const goals = ['briefData', 'campaignGoals'] as const;
  const brand = ['briefData', 'brandIdentity'] as const;

  it.each([
    [['name'], ''],
    [['name'], '   '],
    [['name'], 'x'.repeat(121)],
    [['name'], undefined],
    [['name'], 7],
    [['governanceMode'], 'FAST'],
    [['language'], 'de'],
    [['aiBudgetUsd'], -1],
    [['aiBudgetUsd'], '5'],
    [['aiBudgetUsd'], 10_001],
    [['playbookId'], 'Not a slug'],
    [['playbookId'], 'no-such-playbook'],
    [['colour'], 'red'],
    [['a/b~c'], 1],
    [['briefData'], undefined],
    [['briefData'], 'all of it'],
    [['briefData', 'analysisDepth'], 'deep'],
    [['briefData', 'ragEnabled'], 'yes'],
    [['briefData', 'agentConfiguration'], { CMO: { model: 5 } }, '#/briefData/agentConfiguration/CMO/model'],
    [[...company, 'name'], 'x'.repeat(81)],
    [[...company, 'sector'], null],
    [[...company, 'size'], 120],
    [[...company, 'website'], 'javascript:alert(1)'],
    [[...company, 'website'], 'ftp://files.example'],
    [[...company, 'ceo'], 'Somebody'],
    [[...goals, 'objectives'], []],
    [[...goals, 'objectives'], 'sell'],
    [[...goals, 'objectives', 0], ''],
    [[...goals, 'objectives', 1], {}],
    [[...goals, 'targetAudience'], 'x'.repeat(401)],
    [[...goals, 'budget', 'amount'], -5],
    [[...goals, 'budget', 'amount'], 'a lot'],
    [[...goals, 'budget', 'amount'], 1e12],
    [[...goals, 'budget', 'currency'], 'ZZZ'],
    [[...goals, 'duration'], ''],
    [[...brand, 'tone'], ['calm']],
    [[...brand, 'brandValues'], '\u200B'],
    [[...brand, 'priorityChannels'], []],
    [[...brand, 'priorityChannels', 1], 'myspace'],
  ] as [(string | number)[], unknown, string?][])(
    'at %j = %j is refused with the pointer of that field alone',
    async (path, value, pointer) => {
      const expected =
        pointer ?? `#${path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;
      expect(summaryOf(await refusal({ ...create, body: briefWith(path, value) }))).toEqual([
        422,
        'validation-failed',
        [expected],
      ]);
    },
  );

  it('and another, and another, hears of all of them at once', async () => {
    const brief = briefOf();
    const problem = await refusal({
      ...create,
      body: {
        ...brief,
        name: '',
        mood: 'good',
        briefData: {
          ...brief.briefData,
          companyInfo: { ...brief.briefData.companyInfo, size: '' },
          campaignGoals: { ...brief.briefData.campaignGoals, objectives: ['', ''] },
        },
      },
    });
    expect((problem.errors ?? []).map(({ pointer }) => pointer).sort()).toEqual([
      '#/briefData/campaignGoals/objectives/0',
      '#/briefData/campaignGoals/objectives/1',
      '#/briefData/companyInfo/size',
      '#/mood',
      '#/name',
    ]);
    expect(problem.detail).toBe('5 fields are not valid.');
  });

  it('creates nothing', async () => {
    const somebody = await registerUser(platform);
    await sendRaw(platform, { ...create, token: somebody.token, body: briefWith(['name'], '') });
    expect((await somebody.client.call('listCampaigns')).campaigns).toEqual([]);
  });
});

describe('unknown fields and values', () => {
  it.each([
    ['query of listCampaigns', '/campaigns?colour=red', '#/colour'],
    ['limit of listCampaigns', '/campaigns?limit=0', '#/limit'],
    ['limit of listAssets', '/assets?limit=101', '#/limit'],
    ['status of listCampaigns', '/campaigns?status=DONE', '#/status'],
    ['kind of listAssets', '/assets?kind=audio', '#/kind'],
    ['campaign of listAssets', '/assets?campaignId=7', '#/campaignId'],
  ])('in the %s are refused with their pointer', async (_what, path, pointer) => {
    expect(summaryOf(await refusal({ method: 'GET', path: `${apiPrefix}${path}` }))).toEqual([
      422,
      'validation-failed',
      [pointer],
    ]);
  });

  it('in the body of every operation are refused, and nothing is done', async () => {
    const { id } = await user.client.call('createCampaign', { body: guided() });
    const owned = { campaignId: id, phaseId: 'research', assetId: '', generationId: '' };
    for (const operation of ['changeCampaign', 'approvePhase', 'rejectPhase', 'retryPhase', 'skipPhase'] as const) {
      const { method, path } = routes[operation];
      const body = { ...sampleBodies[operation], surprise: true };
      expect(summaryOf(await refusal({ method, path: `${apiPrefix}${pathWith(path, owned)}`, body }))).toEqual([
        422,
        'validation-failed',
        ['#/surprise'],
      ]);
    }
    expect(await user.client.call('getCampaign', { params: { campaignId: id } })).toMatchObject({
      name: 'Spring launch',
    });
  });
});

describe('an address that leads nowhere', () => {
  const unknown = 'cmp_01JD0000000000000000000000';

  it.each(['GET /api/v1/nothing', 'GET /campaigns', 'GET /api/v1/campaigns/', 'GET /'])(
    '%s is not found, with a problem like all others',
    async (route) => {
      const [method = '', path = ''] = route.split(' ');
      for (const token of [user.token, undefined, 'nonsense'])
        expect(await refusal({ method, path, token })).toMatchObject({
          status: 404,
          code: 'not-found',
          detail: `There is no ${method} ${path}.`,
        });
    },
  );

  it.each([
    ['PUT /api/v1/campaigns', 'POST, GET'],
    [`POST /api/v1/campaigns/${unknown}`, 'PATCH, DELETE, GET'],
    ['DELETE /api/v1/health', 'GET'],
    ['HEAD /api/v1/campaigns', 'POST, GET'],
  ])('%s is refused with the methods that there are', async (route, allow) => {
    const [method = '', path = ''] = route.split(' ');
    const answer = await fetch(`${new URL(platform.apiUrl).origin}${path}`, { method });

    expect([answer.status, answer.headers.get('allow')]).toEqual([405, allow]);
    if (method !== 'HEAD') expect(await answer.json()).toMatchObject({ code: 'method-not-allowed' });
  });

  it.each([
    '/campaigns/7',
    `/campaigns/${unknown}`,
    `/campaigns/${unknown.toLowerCase()}`,
    `/campaigns/${unknown}x`,
    '/campaigns/..%2F..%2Fsecrets',
    `/campaigns/${unknown}/phases/strategy`,
    `/campaigns/${unknown}/phases/No%20Slug`,
    `/campaigns/${unknown}/events`,
    `/campaigns/${unknown}/calls`,
    '/assets/7',
    '/assets/ast_01JD0000000000000000000000_visuals_1_A',
    '/assets/ast_01JD0000000000000000000000_visuals_1_A/download',
  ])('%s names nothing', async (path) => {
    expect(summaryOf(await refusal({ method: 'GET', path: `${apiPrefix}${path}` }))).toEqual([404, 'not-found', []]);
  });
});

describe('a token', () => {
  const statusWith = async (token: string | undefined, headers: Record<string, string> = {}) => {
    const answer = await sendRaw(platform, { method: 'GET', path: `${apiPrefix}/campaigns`, token, headers });
    return [answer.status, answer.json];
  };
  const unauthorized = [401, { message: 'Unauthorized' }];

  it('is needed, and must be whole', async () => {
    const [header = '', payload = '', signature = ''] = user.token.split('.');
    const other = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(payload, 'base64url').toString()), sub: 'somebody-else' }),
    );
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
    expect(await statusWith(undefined)).toEqual(unauthorized);
    for (const bad of [
      '',
      'nonsense',
      'a.b.c',
      `${header}.${other.toString('base64url')}.${signature}`,
      `${header}.${payload}.`,
      unsigned,
    ])
      expect(await statusWith(bad)).toEqual(unauthorized);
    expect(await statusWith(undefined, { authorization: `Basic ${user.token}` })).toEqual(unauthorized);
    expect((await statusWith(user.token))[0]).toBe(200);
  });

  it('must be an access token: an id token opens nothing', async () => {
    const email = `id-token-${Date.now()}@example.com`;
    await user.client.call('register', { body: { email, password: 'password123' } });
    const cognito = new CognitoIdentityProviderClient({});
    const environment = readEnvironment(['USER_POOL_ID', 'USER_POOL_CLIENT_ID']);
    const { ClientId, SecretHash } = await createAppClient(cognito, environment).proofFor(email);
    const { AuthenticationResult } = await cognito.send(
      new InitiateAuthCommand({
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId,
        AuthParameters: { USERNAME: email, PASSWORD: 'password123', SECRET_HASH: SecretHash },
      }),
    );
    expect((await statusWith(AuthenticationResult?.AccessToken))[0]).toBe(200);
    expect(await statusWith(AuthenticationResult?.IdToken ?? 'missing')).toEqual(unauthorized);
  });

  it('is worth nothing once its hour is over', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 59 * 60 * 1000 });
    try {
      expect((await statusWith(user.token))[0]).toBe(200);
      vi.setSystemTime(Date.now() + 2 * 60 * 1000);
      expect(await statusWith(user.token)).toEqual(unauthorized);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('an account', () => {
  const newEmail = () => `Person.${Math.random().toString(36).slice(2)}@Example.com`;
  const auth = (path: 'register' | 'login', body: unknown) => ({
    method: 'POST',
    path: `${apiPrefix}/auth/${path}`,
    body,
  });

  it('is opened with password123, and is one whatever the case of its e-mail', async () => {
    const email = newEmail();
    const registered = openedSession(await user.client.call('register', { body: { email, password: 'password123' } }));
    expect(registered.user.email).toBe(email.toLowerCase());
    const again = await user.client.call('login', { body: { email: email.toUpperCase(), password: 'password123' } });
    expect(again.user).toEqual(registered.user);
    const taken = await refusal(auth('register', { email: email.toLowerCase(), password: 'another-one' }));
    expect(summaryOf(taken)).toEqual([409, 'already-registered', []]);
  });

  it('answers a wrong password and an unknown e-mail alike', async () => {
    const email = newEmail();
    await user.client.call('register', { body: { email, password: 'password123' } });
    const wrong = await refusal(auth('login', { email, password: 'password124' }));
    const unknown = await refusal(auth('login', { email: newEmail(), password: 'password123' }));
    expect(summaryOf(wrong)).toEqual([401, 'wrong-credentials', []]);
    expect({ ...unknown, requestId: '' }).toEqual({ ...wrong, requestId: '' });
  });

  it.each([
    [{ password: 'password123' }, ['#/email']],
    [{ email: 'nobody', password: 'password123' }, ['#/email']],
    [{ email: 'a@example.com', password: 'short' }, ['#/password']],
    [{ email: 'a@example.com', password: 'x'.repeat(257) }, ['#/password']],
    [{ email: 'a@example.com', password: 'password123', admin: true }, ['#/admin']],
    [{}, ['#/email', '#/password']],
  ])('is not opened with %j', async (body, pointers) => {
    expect(summaryOf(await refusal(auth('register', body)))).toEqual([422, 'validation-failed', pointers]);
  });
});

describe('a list', () => {
  let lister: User;
  let newestFirst: string[];
  beforeAll(async () => {
    lister = await registerUser(platform);
    const created = await Promise.all(
      Array.from({ length: 25 }, () => lister.client.call('createCampaign', { body: guided() })),
    );
    newestFirst = created
      .map(({ id }) => id)
      .sort()
      .reverse();
    const cancelled = newestFirst.filter((_id, index) => index % 4 === 0);
    for (const campaignId of cancelled)
      await lister.client.call('changeCampaign', { params: { campaignId }, body: { action: 'cancel' } });
  });
  async function pages(limit: number, query: { status?: 'CANCELLED' } = {}): Promise<string[][]> {
    const found: string[][] = [];
    let cursor: string | undefined;
    do {
      const page = await lister.client.call('listCampaigns', {
        query: { limit, ...(cursor ? { cursor } : {}), ...query },
      });
      found.push(page.campaigns.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    return found;
  }

  it.each([
    [1, 25],
    [7, 4],
    [25, 1],
    [100, 1],
  ])('with pages of %i shows each campaign once, newest first, on %i pages', async (limit, count) => {
    const found = await pages(limit);
    expect(found.flat()).toEqual(newestFirst);
    expect(found).toHaveLength(count);
  });

  it('fills its pages when it shows one status only', async () => {
    const cancelled = newestFirst.filter((_id, index) => index % 4 === 0);
    const found = await pages(3, { status: 'CANCELLED' });
    expect(found.flat()).toEqual(cancelled);
    expect(found.slice(0, 2).map((page) => page.length)).toEqual([3, 3]);
  });

  it('goes on where a page ended even if its last campaign is deleted meanwhile', async () => {
    const first = await lister.client.call('listCampaigns', { query: { limit: 5 } });
    const last = first.campaigns.at(-1)?.id ?? '';
    await lister.client.call('deleteCampaign', { params: { campaignId: last } });
    const second = await lister.client.call('listCampaigns', { query: { limit: 5, cursor: first.nextCursor } });
    expect(second.campaigns.map(({ id }) => id)).toEqual(newestFirst.slice(5, 10));
    newestFirst = newestFirst.filter((id) => id !== last);
  });

  const forged = (text: string) => Buffer.from(text).toString('base64url');
  it.each([
    'abc',
    '%00',
    '!!!!',
    forged('PHASE#strategy'),
    forged('WORKSPACE'),
    forged('ZZZZ'),
    forged('CAMPAIGN#cmp_01JD0000000000000000000000'),
    `${forged('cmp_01JD0000000000000000000000')}=`,
    'x'.repeat(1001),
  ])('refuses the cursor %s, which no page has handed out', async (cursor) => {
    for (const path of ['campaigns', 'assets'])
      expect(
        summaryOf(await refusal({ method: 'GET', path: `${apiPrefix}/${path}?cursor=${cursor}`, token: lister.token })),
      ).toEqual([422, 'validation-failed', ['#/cursor']]);
  });

  it('of files pages too, by campaign and kind, and refuses the cursor of another campaign', async () => {
    const painter = await registerUser(platform);
    const launch = () => painter.client.call('createCampaign', { body: guided() });
    const [one, other] = await Promise.all([launch(), launch()]);
    await expect.poll(async () => (await painter.client.call('listAssets')).assets.length).toBe(4);
    const query = { campaignId: one.id, kind: 'image', limit: 1 } as const;
    const first = await painter.client.call('listAssets', { query });
    const second = await painter.client.call('listAssets', { query: { ...query, cursor: first.nextCursor } });
    expect(
      [...first.assets, ...second.assets].filter(isGenerated).map(({ variant, campaignId }) => [variant, campaignId]),
    ).toEqual([
      ['A', one.id],
      ['B', one.id],
    ]);
    expect(second.nextCursor).toBeUndefined();
    expect((await painter.client.call('listAssets', { query: { kind: 'video' } })).assets).toEqual([]);
    const problem = await problemOf(
      painter.client.call('listAssets', { query: { campaignId: other.id, cursor: first.nextCursor } }),
    );
    expect([problem.status, problem.fields[0]?.pointer]).toEqual([422, '#/cursor']);
  });
});

describe('every answer', () => {
  it('of a function carries its request id, a new one each time', async () => {
    const ids = await Promise.all(
      Array.from({ length: 3 }, async () =>
        (await send({ method: 'GET', path: `${apiPrefix}/health` })).headers.get('x-request-id'),
      ),
    );
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('may be read by the web application on port 5173, and by no other page', async () => {
    const ask = (origin: string, headers: Record<string, string> = {}) =>
      send({
        method: Object.keys(headers).length > 0 ? 'OPTIONS' : 'GET',
        path: `${apiPrefix}/campaigns`,
        headers: { origin, ...headers },
      });
    for (const origin of ['http://localhost:5173', 'http://127.0.0.1:5173'])
      expect((await ask(origin)).headers.get('access-control-allow-origin')).toBe(origin);
    const preflight = await ask('http://localhost:5173', { 'access-control-request-method': 'PATCH' });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-methods')).toContain('PATCH');
    expect(preflight.headers.get('access-control-allow-headers')).toBe(
      'authorization,content-type,idempotency-key,x-request-id',
    );
    expect(preflight.headers.get('access-control-allow-credentials')).toBe('true');
    expect((await ask('http://localhost:5173')).headers.get('access-control-expose-headers')).toBe(
      'x-request-id,retry-after,ratelimit-limit,ratelimit-remaining,ratelimit-reset,idempotency-replayed,location',
    );
    expect((await ask('https://elsewhere.example')).headers.get('access-control-allow-origin')).toBeNull();
  });
});

it('numbers that DynamoDB cannot hold come back as they were sent', async () => {
  const brief = guided();
  const budget = { amount: Number.MIN_VALUE, currency: 'EUR' } as const;
  const briefData = { ...brief.briefData, campaignGoals: { ...brief.briefData.campaignGoals, budget } };
  const { id } = await user.client.call('createCampaign', { body: { ...brief, briefData } });
  const campaign = await user.client.call('getCampaign', { params: { campaignId: id } });
  expect(campaign.briefData.campaignGoals.budget).toEqual(budget);
});
