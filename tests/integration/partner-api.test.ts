// A partner's system drives campaigns with a key and nothing else, on the embedded platform with its gateway and usage plans.
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiKey } from '../../shared/contracts/api-key.ts';
import type { ApiKeyScope } from '../../shared/contracts/api-key-scopes.ts';
import { mostApiKeys, partnerTiers } from '../../shared/contracts/limits.ts';
import { partnerPrefix } from '../../shared/contracts/routes.ts';
import { briefOf, registerUser, type User } from '../support/campaign-driver.ts';
import { freeModels } from '../support/fake-models.ts';
import { startPlatformWithAgents } from '../support/platform-with-agents.ts';
import { sendRaw } from '../support/raw-requests.ts';
import { scratchPlatform } from '../support/scratch-platform.ts';
import { simulatedAgents } from '../support/simulated-agents.ts';

const platform = scratchPlatform((directory) =>
  startPlatformWithAgents({ directory, models: freeModels(), agents: simulatedAgents(async () => {}) }),
);
const everything: ApiKeyScope[] = ['campaigns:read', 'campaigns:write', 'approvals:write', 'assets:read'];

const makeKey = (user: User, scopes: ApiKeyScope[] = everything, name = 'Shop') =>
  user.client.call('createApiKey', { body: { name, expiresInDays: 30, scopes } });

interface PartnerRequest {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}
const ask = (secret: string, path: string, { method = 'GET', body, headers = {} }: PartnerRequest = {}) =>
  sendRaw(platform, {
    method,
    path: `${partnerPrefix}${path}`,
    body,
    headers: { 'x-api-key': secret, ...headers },
  });

/** Every item of the table as text. Only a test may look at all of it: no function is granted a Scan. */
const dumpTable = async (): Promise<string> => {
  const client = new DynamoDBClient({});
  const { Items } = await client.send(new ScanCommand({ TableName: process.env['TABLE_NAME'] }));
  return JSON.stringify(Items);
};

describe('an API key', () => {
  let user: User;
  let made: { key: ApiKey; secret: string };
  beforeAll(async () => {
    user = await registerUser(platform);
    made = await makeKey(user);
  });

  it('is shown once: the list and the table have neither secret', async () => {
    const listed = await user.client.call('listApiKeys');

    expect(made.secret).toMatch(/^am_live_[\w-]{43}$/);
    expect(listed.keys).toMatchObject([{ id: made.key.id, name: 'Shop', scopes: everything, tier: 'standard' }]);
    expect(JSON.stringify(listed)).not.toContain(made.secret);
    expect(made.secret.startsWith(made.key.prefix)).toBe(true);
    const table = await dumpTable();
    expect(table).toContain(made.key.id);
    expect(table).not.toContain(made.secret);
    expect(table).not.toContain(made.secret.slice('am_live_'.length));
  });

  it('stays out of the table when its creation carried an Idempotency-Key, and is answered again', async () => {
    const request = {
      method: 'POST',
      path: '/api/v1/users/me/api-keys',
      token: user.token,
      body: { name: 'Repeated', expiresInDays: 1, scopes: ['assets:read'] },
      headers: { 'idempotency-key': 'make-one-key' },
    };
    const first = await sendRaw(platform, request);
    const second = await sendRaw(platform, request);

    expect([first.status, second.status, second.headers.get('idempotency-replayed')]).toEqual([201, 201, 'true']);
    expect(second.json).toEqual(first.json);
    expect(await dumpTable()).not.toContain((first.json as { secret: string }).secret);
  });

  it('opens the partner API, and its use is noted', async () => {
    expect(await ask(made.secret, '/campaigns')).toMatchObject({ status: 200, json: { campaigns: [] } });

    const [used] = (await user.client.call('listApiKeys')).keys;
    expect(used?.lastUsedAt?.slice(0, 10)).toBe(new Date().toISOString().slice(0, 10));
  });

  it('is refused from the moment it is revoked, and cannot be revoked twice', async () => {
    const { key, secret } = await makeKey(user, everything, 'Short-lived');
    expect((await ask(secret, '/campaigns')).status).toBe(200);

    await user.client.call('revokeApiKey', { params: { keyId: key.id } });

    expect(await ask(secret, '/campaigns')).toMatchObject({ status: 401, json: { code: 'unauthenticated' } });
    const again = await sendRaw(platform, {
      method: 'DELETE',
      path: `/api/v1/users/me/api-keys/${key.id}`,
      token: user.token,
    });
    expect(again).toMatchObject({ status: 404, json: { code: 'not-found' } });
  });

  it('of somebody else cannot be revoked', async () => {
    const stranger = await registerUser(platform);
    const path = `/api/v1/users/me/api-keys/${made.key.id}`;

    expect((await sendRaw(platform, { method: 'DELETE', path, token: stranger.token })).status).toBe(404);
    expect((await ask(made.secret, '/campaigns')).status).toBe(200);
  });

  it('does what its scopes say and nothing else', async () => {
    const { secret } = await makeKey(user, ['assets:read'], 'Reader');

    expect((await ask(secret, '/assets')).status).toBe(200);
    expect(await ask(secret, '/campaigns', { method: 'POST', body: briefOf() })).toMatchObject({
      status: 403,
      json: { code: 'forbidden', detail: expect.stringContaining('campaigns:write') },
    });
  });

  it('does not open what is for people who signed in', async () => {
    expect(await ask(made.secret, '/users/me/api-keys')).toMatchObject({ status: 404, json: { code: 'not-found' } });
    const answer = await sendRaw(platform, {
      method: 'GET',
      path: '/api/v1/campaigns',
      headers: { 'x-api-key': made.secret },
    });
    expect(answer.status).toBe(401);
  });

  it.each([
    { what: 'without a name', body: { name: ' ', expiresInDays: 1, scopes: ['assets:read'] } },
    { what: 'for more than a year', body: { name: 'Long', expiresInDays: 366, scopes: ['assets:read'] } },
    { what: 'without scopes', body: { name: 'Nothing', expiresInDays: 1, scopes: [] } },
    { what: 'with a scope twice', body: { name: 'Twice', expiresInDays: 1, scopes: ['assets:read', 'assets:read'] } },
    { what: 'with an unknown scope', body: { name: 'All', expiresInDays: 1, scopes: ['everything'] } },
  ])('is not made $what', async ({ body }) => {
    const answer = await sendRaw(platform, {
      method: 'POST',
      path: '/api/v1/users/me/api-keys',
      token: user.token,
      body,
    });
    expect(answer).toMatchObject({ status: 422, json: { code: 'validation-failed' } });
  });

  it('is made ten times at most, also when all are asked for at once', async () => {
    const collector = await registerUser(platform);
    const attempts = Array.from({ length: mostApiKeys + 3 }, () => makeKey(collector));

    const settled = await Promise.allSettled(attempts);

    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(mostApiKeys);
    expect(settled.filter(({ status }) => status === 'rejected')).toMatchObject(
      Array.from({ length: 3 }, () => ({ reason: { code: 'limit-reached' } })),
    );
    expect((await collector.client.call('listApiKeys')).keys).toHaveLength(mostApiKeys);
  });
});

describe('a request of the partner API', () => {
  it.each([
    { what: 'without a key', headers: {} },
    { what: 'with something that is no key', headers: { 'x-api-key': 'open sesame' } },
    { what: 'with a key nobody has', headers: { 'x-api-key': `am_live_${'A'.repeat(43)}` } },
  ])('$what is refused as a problem', async ({ headers }: { headers: Record<string, string> }) => {
    const answer = await sendRaw(platform, { method: 'GET', path: `${partnerPrefix}/campaigns`, headers });

    expect(answer).toMatchObject({
      status: 401,
      json: { code: 'unauthenticated', status: 401, requestId: expect.any(String) },
    });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  it('to an address that is none is answered like one for something that is not there', async () => {
    expect(await ask('any', '/nowhere')).toMatchObject({ status: 404, json: { code: 'not-found' } });
  });

  it('comes in bursts up to what the plan allows; then it is told when to try again, and may', async () => {
    const { secret } = await makeKey(await registerUser(platform));
    const { burst } = partnerTiers.standard;

    const answers = await Promise.all(Array.from({ length: burst * 2 }, () => ask(secret, '/assets')));

    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(burst);
    expect(refused[0]?.json).toMatchObject({ code: 'rate-limited', status: 429 });
    expect(refused[0]?.headers.get('retry-after')).toBe('1');
    await expect.poll(async () => (await ask(secret, '/assets')).status, { timeout: 5000 }).toBe(200);
  });
});

describe('a campaign', () => {
  it('is created once, followed, approved and completed with a key alone', async () => {
    const { secret } = await makeKey(await registerUser(platform));
    const creation = {
      method: 'POST',
      body: briefOf({ governanceMode: 'SEMI_AUTO' }),
      headers: { 'idempotency-key': 'order-4711' },
    };
    const created = await ask(secret, '/campaigns', creation);
    expect(created.status).toBe(201);
    const { id } = created.json as { id: string };
    const repeated = await ask(secret, '/campaigns', creation);
    expect(repeated).toMatchObject({ status: 201, json: { id } });

    const decided = new Set<string>();
    let after = 0;
    const goOn = async (): Promise<string> => {
      const answer = await ask(secret, `/campaigns/${id}/events?after=${after}`);
      if (answer.status === 429) return 'throttled'; // the loop is eager; the plan says when it may go on
      const { events } = answer.json as {
        events: { type: string; number: number; data: { phaseId?: string; status?: string; attempt?: number } }[];
      };
      for (const { type, number, data } of events) {
        after = Math.max(after, number);
        if (type !== 'phase:status' || data.status !== 'WAITING_VALIDATION' || !data.phaseId) continue;
        const isPair = data.phaseId === 'visuals' || data.phaseId === 'video';
        const unsaid = await ask(secret, `/campaigns/${id}/phases/${data.phaseId}/approve`, {
          method: 'POST',
          body: {},
        });
        if (unsaid.status !== 429)
          expect(unsaid).toMatchObject({ status: 422, json: { errors: [{ pointer: '#/attempt' }] } });
        const approve = () =>
          ask(secret, `/campaigns/${id}/phases/${data.phaseId}/approve`, {
            method: 'POST',
            body: { attempt: data.attempt, ...(isPair ? { choice: 'A' } : {}) },
          });
        await expect.poll(async () => (await approve()).status, { timeout: 5000 }).toBe(200);
        decided.add(data.phaseId);
      }
      return events.findLast(({ type }) => type === 'campaign:status')?.data.status ?? 'RUNNING';
    };
    await expect.poll(goOn, { timeout: 20_000, interval: 250 }).toBe('COMPLETED');

    expect([...decided]).toEqual(['strategy', 'visuals', 'video', 'distribution']);
    expect(await ask(secret, `/campaigns/${id}`)).toMatchObject({ status: 200, json: { status: 'COMPLETED' } });
  }, 40_000);
});
