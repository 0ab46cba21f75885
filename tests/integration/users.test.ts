// The person who calls: what they see of themselves, what a campaign leaves in their usage and quota, and the end of an account.
import {
  AdminConfirmSignUpCommand,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { createAppClient } from '../../shared/accounts/app-client.ts';
import { createApiClient } from '../../shared/client/api-client.ts';
import { openedSession } from '../../shared/client/opened-session.ts';
import { keys } from '../../shared/data/keys.ts';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';
import { briefOf, follow, problemOf } from '../support/campaign-driver.ts';
import { paidModels, sampleText, sampleVisual } from '../support/fake-models.ts';
import { startPlatformWithAgents } from '../support/platform-with-agents.ts';
import { scratchPlatform } from '../support/scratch-platform.ts';
import { simulatedAgents } from '../support/simulated-agents.ts';
import { storedThings } from '../support/stored-things.ts';

/** Research makes two calls of four cents, strategy one; the others none. */
const platform = scratchPlatform((directory) =>
  startPlatformWithAgents({
    directory,
    models: paidModels({ worstCaseMicroUsd: 100_000, costMicroUsd: 40_000 }),
    agents: simulatedAgents(async ({ phaseId, tools }) => {
      if (phaseId === 'research') await Promise.all([tools.image(sampleVisual('A')), tools.text(sampleText)]);
      if (phaseId === 'strategy') await tools.text({ ...sampleText, prompt: 'Plan.' });
    }),
  }),
);

const password = 'password123';
const visitor = () => createApiClient({ baseUrl: platform.apiUrl });
async function register(email = `person-${crypto.randomUUID()}@example.com`) {
  const { token, user } = openedSession(await visitor().call('register', { body: { email, password } }));
  return { ...user, token, client: createApiClient({ baseUrl: platform.apiUrl, token: () => token }) };
}
type Person = Awaited<ReturnType<typeof register>>;

/** Runs a campaign to its end and closes the socket. */
async function runCampaign(person: Person, aiBudgetUsd = 1): Promise<string> {
  const { id } = await person.client.call('createCampaign', { body: briefOf({ governanceMode: 'AUTO', aiBudgetUsd }) });
  const follower = follow(platform, person, id);
  expect(await follower.untilFinished()).toBe('COMPLETED');
  follower.close();
  return id;
}
/** What an operator does who grants more or fewer calls. */
async function grantCalls(person: Person, monthlyCalls: number): Promise<void> {
  const { TABLE_NAME: TableName } = readEnvironment(['TABLE_NAME']);
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  await client.send(
    new UpdateCommand({
      TableName,
      Key: keys.workspace(person.workspaceId),
      UpdateExpression: 'SET monthlyCalls = :calls',
      ExpressionAttributeValues: { ':calls': monthlyCalls },
    }),
  );
}

describe('a profile', () => {
  it('is there after registration, and changes in what a person may say of themselves', async () => {
    const person = await register();
    expect(await person.client.call('getProfile')).toEqual({
      id: person.id,
      email: person.email,
      workspaceId: person.workspaceId,
      tier: 'standard',
      createdAt: expect.any(String),
    });
    const said = { name: 'Zoë', language: 'fr', timeZone: 'Europe/Paris' } as const;
    expect(await person.client.call('changeProfile', { body: said })).toMatchObject({ ...said, email: person.email });
    expect(await person.client.call('changeProfile', { body: { name: 'Z.' } })).toMatchObject({ ...said, name: 'Z.' });
    expect(await person.client.call('getProfile')).toMatchObject({ ...said, name: 'Z.' });
  });

  it.each([
    ['#/timeZone', { timeZone: 'Mars/Olympus' }],
    ['#/timeZone', { timeZone: '+01:00' }],
    ['#/language', { language: 'de' }],
    ['#/name', { name: '  ' }],
    ['#/monthlyCalls', { name: 'Me', monthlyCalls: 1_000_000 }],
    ['#/tier', { name: 'Me', tier: 'plus' }],
    ['#', {}],
  ])('refuses %s of %j', async (pointer, body) => {
    const person = await register();
    const problem = await problemOf(person.client.call('changeProfile', { body: body as { name: string } }));
    expect([problem.status, problem.fields.map((field) => field.pointer)]).toEqual([422, [pointer]]);
  });

  it('that no sign-in of ours has written yet is written when it is asked for', async () => {
    const environment = readEnvironment(['USER_POOL_ID', 'USER_POOL_CLIENT_ID']);
    const UserPoolId = environment.USER_POOL_ID;
    const Username = `direct-${crypto.randomUUID()}@example.com`;
    const cognito = new CognitoIdentityProviderClient({});
    const { ClientId, SecretHash } = await createAppClient(cognito, environment).proofFor(Username);
    const UserAttributes = [{ Name: 'email', Value: Username }];
    await cognito.send(new SignUpCommand({ ClientId, SecretHash, Username, Password: password, UserAttributes }));
    await cognito.send(new AdminConfirmSignUpCommand({ UserPoolId, Username }));
    const { AuthenticationResult } = await cognito.send(
      new InitiateAuthCommand({
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId,
        AuthParameters: { USERNAME: Username, PASSWORD: password, SECRET_HASH: SecretHash },
      }),
    );
    const client = createApiClient({ baseUrl: platform.apiUrl, token: () => AuthenticationResult?.AccessToken });
    const [profile] = await Promise.all([client.call('getProfile'), client.call('getProfile')]);
    expect(profile).toMatchObject({ email: Username, tier: 'standard' });
    expect(await client.call('changeProfile', { body: { name: 'New' } })).toMatchObject({ name: 'New' });
  });
});

describe('usage and quota', () => {
  it('of a campaign are counted for who launched it, by everything they can be grouped by', async () => {
    const [person, other] = await Promise.all([register(), register()]);
    const campaignId = await runCampaign(person);
    const usage = await person.client.call('getUsage');
    const today = new Date().toISOString().slice(0, 10);
    expect(usage).toMatchObject({ from: `${today.slice(0, 7)}-01`, to: today, groupBy: 'day' });
    expect(usage.total).toMatchObject({ calls: 3, cacheHits: 0, costMicroUsd: 120_000, savedMicroUsd: 0 });
    expect(usage.groups).toEqual([{ key: today, ...usage.total }]);
    const keysBy = async (groupBy: 'provider' | 'model' | 'campaign' | 'agent') => {
      const { total, groups } = await person.client.call('getUsage', { query: { groupBy } });
      expect(total).toEqual(usage.total);
      return groups.map(({ key, calls, costMicroUsd }) => [key, calls, costMicroUsd]);
    };
    expect(await keysBy('campaign')).toEqual([[campaignId, 3, 120_000]]);
    expect(await keysBy('agent')).toEqual([
      ['MarketAnalyst', 2, 80_000],
      ['CMO', 1, 40_000],
    ]);
    expect((await keysBy('model')).reduce((sum, [, calls]) => sum + Number(calls), 0)).toBe(3);
    expect((await keysBy('provider')).reduce((sum, [, calls]) => sum + Number(calls), 0)).toBe(3);

    expect(await person.client.call('getQuota')).toMatchObject({ limit: 1000, used: 3, remaining: 997 });
    expect(await other.client.call('getQuota')).toMatchObject({ used: 0, remaining: 1000 });
    expect((await other.client.call('getUsage')).groups).toEqual([]);
    expect((await person.client.call('getUsage', { query: { from: '2020-01-01', to: '2020-12-31' } })).groups).toEqual(
      [],
    );
  });

  it.each([
    [['#/from', '#/to'], { from: '2026-02-02', to: '2026-02-01' }],
    [['#/from'], { from: '2024-01-01', to: '2025-01-01' }],
    [['#/from'], { from: '2026-02-30' }],
    [['#/to'], { to: 'yesterday' }],
    [['#/groupBy'], { groupBy: 'mood' }],
  ])('point at %j when asked for %j', async (pointers, query) => {
    const person = await register();
    const problem = await problemOf(person.client.call('getUsage', { query: query as { from: string } }));
    expect([problem.status, problem.fields.map(({ pointer }) => pointer)]).toEqual([422, pointers]);
  });

  it('answer for a leap year as a whole', async () => {
    const person = await register();
    const query = { from: '2024-01-01', to: '2024-12-31' };
    expect(await person.client.call('getUsage', { query })).toMatchObject(query);
  });

  it('that are used up park the phase with a reason a person can act on, and a retry goes on once there are calls', async () => {
    const person = await register();
    await grantCalls(person, 2);
    const { id } = await person.client.call('createCampaign', { body: briefOf({ governanceMode: 'AUTO' }) });
    const follower = follow(platform, person, id);
    const { data } = await follower.until('phase:error');
    expect(data).toMatchObject({ phaseId: 'strategy', failure: { name: 'QuotaExceeded' } });
    expect(data.failure.reason).toMatch(
      /^All 2 AI calls of this month are used up\. The quota renews on \d{4}-\d\d-01/,
    );
    expect(await person.client.call('getQuota')).toMatchObject({ limit: 2, used: 2, remaining: 0 });

    await grantCalls(person, 3);
    await follower.untilPhase('strategy', 'FAILED');
    await person.client.call('retryPhase', { params: { campaignId: id, phaseId: 'strategy' } });
    expect(await follower.untilFinished()).toBe('COMPLETED');
    follower.close();
    expect(await person.client.call('getQuota')).toMatchObject({ limit: 3, used: 3, remaining: 0 });
  });
});

describe('deleting an account', () => {
  const mentioning = async (...ids: string[]) => {
    const { items, objects } = await storedThings();
    // A note of ids stays for a while, by which what arrives late is deleted too.
    return [...items, ...objects].filter(
      (thing) => !thing.includes('"pk":"DELETED"') && ids.some((id) => thing.includes(id)),
    );
  };
  /** Sockets that were just closed are forgotten a moment later. */
  const untilSocketsAreForgotten = (person: Person) =>
    expect
      .poll(async () => (await mentioning(person.id)).filter((thing) => thing.includes('CONNECTION#')), {
        timeout: 10_000,
      })
      .toEqual([]);

  it('asks for the password again, and does nothing without it', async () => {
    const person = await register();
    const before = await mentioning(person.id);
    const problem = await problemOf(person.client.call('deleteAccount', { body: { password: 'password124' } }));
    expect([problem.status, problem.code]).toEqual([401, 'wrong-credentials']);
    expect(await mentioning(person.id)).toEqual(before);
  });

  it('leaves nothing of theirs, nothing of anybody else changed, and the e-mail free', async () => {
    const [person, other] = await Promise.all([register(), register()]);
    await Promise.all([runCampaign(person), runCampaign(other)]);
    // One more that is under way, and that is not given what the one before was answered.
    const brief = briefOf({ governanceMode: 'GUIDED' });
    const agentConfiguration = { MarketAnalyst: { cache: 'bypass' } } as const;
    await person.client.call('createCampaign', {
      body: { ...brief, briefData: { ...brief.briefData, agentConfiguration } },
    });
    await expect
      .poll(async () => (await person.client.call('listCampaigns')).campaigns[0]?.committedMicroUsd, {
        timeout: 10_000,
      })
      .toBe(80_000);
    await Promise.all([untilSocketsAreForgotten(person), untilSocketsAreForgotten(other)]);
    const others = await mentioning(other.id);
    expect((await mentioning(person.id)).length).toBeGreaterThan(50);

    const { deleted, kept } = await person.client.call('deleteAccount', { body: { password } });

    expect(deleted).toBe(true);
    expect(kept.map(({ what }) => what)).toContain('Backups of the table');
    // Nothing but the mark by which access tokens that are out make nothing new.
    const left = await mentioning(person.id, person.workspaceId, person.email);
    expect(left.map((item) => Object.keys(JSON.parse(item)))).toEqual([['closedAt', 'expiresAt', 'pk', 'sk', 'v']]);
    expect(await mentioning(other.id)).toEqual(others);
    const signIn = await problemOf(visitor().call('login', { body: { email: person.email, password } }));
    expect([signIn.status, signIn.code]).toEqual([401, 'wrong-credentials']);
    // The token is still well signed for a while; the account it speaks of is gone, and does not come back by it.
    expect((await problemOf(person.client.call('getProfile'))).code).toBe('unauthenticated');
    expect((await problemOf(person.client.call('deleteAccount', { body: { password } }))).code).toBe('unauthenticated');

    const again = await register(person.email);
    expect(again.id).not.toBe(person.id);
    expect(await again.client.call('listCampaigns')).toEqual({ campaigns: [] });
    expect(await again.client.call('getQuota')).toMatchObject({ used: 0 });
  });
});
