// A later version stores more than we know. Whatever field any stored item gains, at any depth: no answer breaks, and none shows it.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OperationId, operationIds, type Route, routes } from '../../shared/contracts/routes.ts';
import { versionOf } from '../../shared/data/item-versions.ts';
import { kindOf } from '../../shared/data/keys.ts';
import { packedJsonSchema, unpackJson } from '../../shared/data/packed-json.ts';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';
import { registerUser, type User } from '../support/campaign-driver.ts';
import { type OwnedThings, ownedThings, platformWithThings } from '../support/platform-with-things.ts';
import { sendRaw } from '../support/raw-requests.ts';
import { openSocket } from '../support/raw-socket.ts';
import { pathWith, sampleBodies } from '../support/route-samples.ts';

const platform = platformWithThings();
const marker = 'onlyForTheInside';
let owner: User;
let things: OwnedThings;
let kinds: ReadonlySet<string>;
const withoutVersion: string[] = [];

beforeAll(async () => {
  owner = await registerUser(platform);
  things = await ownedThings(platform, owner);
  kinds = await growEveryItem();
});
afterAll(() => things.follower.close());

/** Adds a field to every item that is stored, and to every object in it; answers with the kinds of items that there were. */
async function growEveryItem(): Promise<ReadonlySet<string>> {
  const { TABLE_NAME: TableName } = readEnvironment(['TABLE_NAME']);
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const found = new Set<string>();
  for await (const { Items = [] } of paginateScan({ client }, { TableName, ConsistentRead: true }))
    for (const item of Items) {
      const key = { pk: String(item['pk']), sk: String(item['sk']) };
      found.add(kindOf(key));
      if (item['v'] !== versionOf(key)) withoutVersion.push(`${key.pk} / ${key.sk}`);
      const inner = kindOf(key) === 'EVENT' ? grownEvents(item) : {};
      await client.send(new PutCommand({ TableName, Item: { ...(grown(item) as Record<string, unknown>), ...inner } }));
    }
  return found;
}

/** Events lie in their item as JSON. */
const grownEvents = (item: Record<string, unknown>) => ({
  brotli: undefined,
  json: JSON.stringify(grown(JSON.parse(unpackJson(packedJsonSchema.parse(item))))),
});

/** Names whose values are records by id: a field more would be another member. */
const records = new Set(['videoJobs', 'agentConfiguration']);

function grown(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((part) => grown(part));
  if (
    typeof value !== 'object' ||
    value === null ||
    value instanceof Set ||
    value instanceof Uint8Array ||
    records.has(name)
  )
    return value;
  return {
    ...Object.fromEntries(Object.entries(value).map(([key, part]) => [key, grown(part, key)])),
    [marker]: { secret: marker },
  };
}

const walked = operationIds
  .filter((id) => routes[id].access !== 'public' && id !== 'deleteAccount' && id !== 'changePassword')
  .toSorted((one, other) => order(one) - order(other));
function order(id: OperationId) {
  return ['GET', 'PATCH', 'POST', 'DELETE'].indexOf(routes[id].method);
}

it('every kind of item that campaigns, files, webhooks, keys and people have was among them', () => {
  const expected = [
    'APIKEY',
    'ASSETS',
    'BRIEF',
    'CALL',
    'CALLS',
    'CAMPAIGN',
    'DELIVERY',
    'EVENT',
    'GENERATIONS',
    'KEY',
  ];
  const more = ['CONNECTION', 'MEMBER', 'OUTPUT', 'PHASE', 'PROFILE', 'USAGE', 'WEBHOOK', 'WORKSPACE'];
  expect([...expected, ...more].filter((kind) => !kinds.has(kind))).toEqual([]);
});

it('every item said which version of its shape it is in', () => {
  expect(withoutVersion).toEqual([]);
});

describe('once every stored item has a field more', () => {
  it.each(walked)('%s answers as before and shows nothing of it', async (id) => {
    const route: Route = routes[id];
    const answer = await sendRaw(platform, {
      method: route.method,
      path: `/api/v1${pathWith(route.path, things.of(id))}`,
      token: owner.token,
      body: sampleBodies[id],
    });
    expect([answer.status, answer.text]).toEqual([route.status, expect.not.stringContaining(marker)]);
    expect(route.response.safeParse(answer.json).error?.message).toBeUndefined();
  });

  it('the socket replays every event without it', async () => {
    const { campaignId } = things.of('getCampaign');
    const socket = await openSocket(platform, owner.token);
    const { lastEvent } = await socket.ask({ action: 'subscribe:campaign', campaignId, after: 0 });
    await socket.until(({ number }) => number === lastEvent);
    expect(socket.frames.length).toBeGreaterThan(5);
    expect(JSON.stringify(socket.frames)).not.toContain(marker);
    await socket.close();
  });

  it('agents, decisions and the end of a campaign go on', async () => {
    const { campaignId } = things.of('approvePhase');
    const { phases } = await owner.client.call('getCampaign', { params: { campaignId } });
    expect(phases.find(({ id }) => id === 'research')?.status).toBe('COMPLETED');
    await expect
      .poll(async () => {
        const { phases: now } = await owner.client.call('getCampaign', { params: { campaignId } });
        return now.find(({ id }) => id === 'strategy')?.status;
      })
      .toBe('WAITING_VALIDATION');
  });
});
