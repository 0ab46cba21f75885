// The live API as the wire shows it, to a program that need not be ours: what it answers to bad messages, what it replays, whom it forgets.
import { once } from 'node:events';
import { ApiGatewayManagementApiClient } from '@aws-sdk/client-apigatewaymanagementapi';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { clientMessageSchema } from '../../shared/contracts/live-events.ts';
import { createCampaigns } from '../../shared/data/campaigns.ts';
import { createConnections } from '../../shared/data/connections.ts';
import { openTable } from '../../shared/data/open-table.ts';
import { createLiveSender } from '../../shared/events/live-sender.ts';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';
import { briefOf, follow, registerUser, type User } from '../support/campaign-driver.ts';
import { freeModels, sampleText } from '../support/fake-models.ts';
import { startPlatformWithAgents } from '../support/platform-with-agents.ts';
import { openSocket, type RawSocket } from '../support/raw-socket.ts';
import { scratchPlatform } from '../support/scratch-platform.ts';
import { simulatedAgents } from '../support/simulated-agents.ts';

/** What the model of the strategy does meanwhile, where a test says so. */
let write: ((tell: (textSoFar: string) => void) => Promise<void>) | undefined;
const { text: writer } = freeModels();
const platform = scratchPlatform((directory) =>
  startPlatformWithAgents({
    directory,
    agents: simulatedAgents(async ({ phaseId, tools }) => {
      if (phaseId === 'strategy' && write) await tools.text(sampleText);
    }),
    models: {
      text: {
        card: writer.card,
        async generate(request, options) {
          await write?.((textSoFar) => options?.onProgress?.({ textSoFar }));
          return writer.generate(request);
        },
      },
    },
  }),
);
let user: User;
let campaignId: string;
let socket: RawSocket;
const others: RawSocket[] = [];
beforeAll(async () => {
  user = await registerUser(platform);
});
/** Each test has a campaign that waits at its first phase, and a socket that listens to nothing yet. */
beforeEach(async () => {
  ({ id: campaignId } = await user.client.call('createCampaign', { body: briefOf({ governanceMode: 'GUIDED' }) }));
  const follower = follow(platform, user, campaignId);
  await follower.untilPhase('research', 'WAITING_VALIDATION');
  follower.close();
  socket = await openSocket(platform, user.token);
});
afterEach(async () => {
  await Promise.all([socket, ...others.splice(0)].map((open) => open.close()));
});
const another = async () => {
  const opened = await openSocket(platform, user.token);
  others.push(opened);
  return opened;
};
const approve = (phaseId: string) => user.client.call('approvePhase', { params: { campaignId, phaseId } });
const isStatus = (phaseId: string, status: string) => (frame: RawSocket['frames'][number]) =>
  frame.type === 'phase:status' &&
  JSON.stringify(frame['data']).includes(`"phaseId":"${phaseId}","status":"${status}"`);
const numbersOf = (open: RawSocket) =>
  open.frames.flatMap(({ number }) => (typeof number === 'number' ? [number] : []));

it('says what a model is at while it works, to those who listen and in no log', async () => {
  const { promise: seen, resolve: see } = Promise.withResolvers<void>();
  write = (tell) => {
    tell('{"title": "A quiet spring for **Northbeam**", "text": "It beg');
    return seen;
  };
  try {
    await socket.ask({ action: 'subscribe:campaign', campaignId });
    await approve('research');
    const { number, data } = await socket.until(({ type }) => type === 'phase:progress');
    expect([number, data]).toEqual([
      undefined,
      {
        ...{ phaseId: 'strategy', attempt: 1, kind: 'text', model: 'fake-1', characters: 61, costMicroUsd: 0 },
        ...{ lastSentence: 'A quiet spring for Northbeam', elapsedMilliseconds: expect.any(Number) },
      },
    ]);
    see();
    await socket.until(isStatus('strategy', 'WAITING_VALIDATION'));
    const { events } = await user.client.call('listEvents', {
      params: { campaignId },
      query: { after: 0, limit: 500 },
    });
    expect(events.map(({ type }) => type)).not.toContain('phase:progress');
  } finally {
    see();
    write = undefined;
  }
});

describe('what waits in the workspace', () => {
  const isChange = ({ type }: RawSocket['frames'][number]) => type === 'approvals:changed';

  it('is told of once for each question and each answer, of every campaign, to those who asked', async () => {
    expect(await socket.ask({ action: 'subscribe:approvals' })).toEqual({ type: 'subscribed:approvals' });
    const stranger = await registerUser(platform);
    const elsewhere = await openSocket(platform, stranger.token);
    others.push(elsewhere);
    expect(await elsewhere.ask({ action: 'subscribe:approvals' })).toEqual({ type: 'subscribed:approvals' });

    const { id } = await user.client.call('createCampaign', { body: briefOf({ governanceMode: 'GUIDED' }) });
    const follower = follow(platform, user, id);
    await follower.untilPhase('research', 'WAITING_VALIDATION');
    await socket.until((frame) => isChange(frame) && frame['campaignId'] === id);
    const told = socket.frames.filter(isChange).length;
    await approve('research');
    await socket.until((frame) => isChange(frame) && frame['campaignId'] === campaignId);
    expect(socket.frames.filter(isChange).length).toBeGreaterThan(told);
    expect(Object.keys(socket.frames.find(isChange) ?? {}).sort()).toEqual(['at', 'campaignId', 'type']);

    expect(await elsewhere.ask({ action: 'ping' })).toEqual({ type: 'pong' });
    expect(elsewhere.frames.filter(isChange)).toEqual([]);
    follower.close();
  });

  it('forgets a socket that has closed', async () => {
    const { createWorkspaces } = await import('../../shared/data/workspaces.ts');
    const workspaces = createWorkspaces(openTable(readEnvironment(['TABLE_NAME'])));
    await socket.ask({ action: 'subscribe:approvals' });
    expect(await workspaces.watchers(user.workspaceId)).toHaveLength(1);
    await socket.close();
    await expect.poll(() => workspaces.watchers(user.workspaceId)).toEqual([]);
  });
});

describe('a message that is wrong', () => {
  it.each([
    ['is no JSON', '{"action":', 'The message is not valid JSON.'],
    ['is empty', ' ', 'The message is not valid JSON.'],
    ['is no object', '[1]', 'it must be an object'],
    ['names no action', { campaignId: 'cmp_01JD0000000000000000000000' }, 'action must be one of subscribe:campaign'],
    ['names an unknown action', { action: 'subscribe:everything' }, 'action must be one of subscribe:campaign'],
    ['lacks the campaign', { action: 'subscribe:campaign' }, 'campaignId is missing'],
    [
      'holds an id of another shape',
      { action: 'subscribe:campaign', campaignId: '7' },
      'campaignId must be a campaign',
    ],
    [
      'goes on after a negative number',
      { action: 'subscribe:campaign', campaignId: 'cmp_01JD0000000000000000000000', after: -1 },
      'after must be at least 0',
    ],
    ['holds an unknown field', { action: 'ping', surprise: 1 }, 'surprise'],
  ])('because it %s gets an error frame, and the connection stays usable', async (_why, message, detail) => {
    expect(await socket.ask(message)).toEqual({
      type: 'error',
      code: 'invalid-message',
      detail: expect.stringContaining(detail),
    });
    expect(await socket.ask({ action: 'ping' })).toEqual({ type: 'pong' });
  });

  it('may be large: the answer is still a small error frame', async () => {
    expect(clientMessageSchema.safeParse({ action: 'ping', ['x'.repeat(120_000)]: 1 }).success).toBe(false);
    const answer = await socket.ask({ action: 'ping', ['x'.repeat(120_000)]: 1 });
    expect(answer).toMatchObject({ type: 'error', code: 'invalid-message' });
    expect(JSON.stringify(answer).length).toBeLessThan(2000);
    expect(await socket.ask({ action: 'ping' })).toEqual({ type: 'pong' });
  });

  it('above the 128 KB of API Gateway ends the connection with the code API Gateway uses, and no other connection', async () => {
    const careless = await another();
    const closed = once(careless.socket, 'close');
    careless.send({ action: 'ping', filler: 'x'.repeat(132_000) });
    expect((await closed)[0]).toBe(1009);
    expect(await socket.ask({ action: 'ping' })).toEqual({ type: 'pong' });
  });

  it('and many others at once are answered in the order they came', async () => {
    for (const message of [
      { action: 'ping' },
      'no json',
      { action: 'ping' },
      '{}',
      { action: 'unsubscribe:campaign', campaignId },
    ])
      socket.send(message);
    await socket.until(({ type }) => type === 'unsubscribed');
    expect(socket.frames.map(({ type }) => type)).toEqual(['pong', 'error', 'pong', 'error', 'unsubscribed']);
  });
});

describe('a subscription', () => {
  it('replays what happened after a number, then goes on with what happens', async () => {
    const subscribed = await socket.ask({ action: 'subscribe:campaign', campaignId, after: 2 });
    expect(subscribed).toEqual({ type: 'subscribed', campaignId, lastEvent: expect.any(Number) });
    const lastEvent = Number(subscribed['lastEvent']);
    await socket.until(({ number }) => number === lastEvent);
    expect(numbersOf(socket)).toEqual(Array.from({ length: lastEvent - 2 }, (_, index) => index + 3));
    expect(socket.frames.find(({ type }) => type === 'phase:output')?.['data']).toMatchObject({
      phaseId: 'research',
      output: {},
    });

    await approve('research');
    await socket.until(isStatus('strategy', 'WAITING_VALIDATION'));
    expect(Math.min(...numbersOf(socket).slice(lastEvent - 2))).toBe(lastEvent + 1);
  });

  it('without a number begins with what happens next', async () => {
    const { lastEvent } = await socket.ask({ action: 'subscribe:campaign', campaignId });
    await approve('research');
    await socket.until(isStatus('research', 'COMPLETED'));
    expect(Math.min(...numbersOf(socket))).toBe(Number(lastEvent) + 1);
  });

  it('from a number that is not there yet replays nothing', async () => {
    await socket.ask({ action: 'subscribe:campaign', campaignId, after: 1_000_000 });
    expect(await socket.ask({ action: 'ping' })).toEqual({ type: 'pong' });
    expect(socket.frames.map(({ type }) => type)).toEqual(['subscribed', 'pong']);
  });

  it('of each socket gets every event, numbered without a gap', async () => {
    const second = await another();
    for (const open of [socket, second]) await open.ask({ action: 'subscribe:campaign', campaignId, after: 0 });
    await approve('research');
    const finished = isStatus('strategy', 'WAITING_VALIDATION');
    const [one, other] = await Promise.all([socket.until(finished), second.until(finished)]);
    expect(one).toEqual(other);
    for (const open of [socket, second]) {
      const all = Array.from({ length: Number(one['number']) }, (_, index) => index + 1);
      // Frames of events that happened together may overtake each other; which is why they are numbered.
      await expect.poll(() => [...new Set(numbersOf(open))].sort((a, b) => a - b).slice(0, all.length)).toEqual(all);
    }
  });

  it('ends when it is given up: that socket hears nothing more, the other does', async () => {
    const second = await another();
    for (const open of [socket, second]) await open.ask({ action: 'subscribe:campaign', campaignId });
    expect(await socket.ask({ action: 'unsubscribe:campaign', campaignId })).toEqual({
      type: 'unsubscribed',
      campaignId,
    });
    await approve('research');
    await second.until(isStatus('strategy', 'WAITING_VALIDATION'));
    expect(await socket.ask({ action: 'ping' })).toEqual({ type: 'pong' });
    expect(socket.frames.map(({ type }) => type)).toEqual(['subscribed', 'unsubscribed', 'pong']);
  });

  it('to two campaigns keeps their events apart', async () => {
    const { id: otherId } = await user.client.call('createCampaign', { body: briefOf({ governanceMode: 'GUIDED' }) });
    for (const id of [campaignId, otherId])
      await socket.ask({ action: 'subscribe:campaign', campaignId: id, after: 0 });
    await approve('research');
    await socket.until(
      (frame) => isStatus('strategy', 'WAITING_VALIDATION')(frame) && frame['campaignId'] === campaignId,
    );
    await socket.until((frame) => isStatus('research', 'WAITING_VALIDATION')(frame) && frame['campaignId'] === otherId);
    expect(
      socket.frames.some((frame) => isStatus('strategy', 'RUNNING')(frame) && frame['campaignId'] === otherId),
    ).toBe(false);
  });
});

describe('a handshake', () => {
  const refusal = async (query: string) => {
    const refused = new WebSocket(`${platform.liveUrl}${query}`);
    refused.on('error', () => {}); // the refusal is read from the answer itself
    const [, response] = await once(refused, 'unexpected-response');
    refused.terminate();
    return response.statusCode;
  };

  it.each([
    ['no token', () => ''],
    ['an empty token', () => '?token='],
    ['nonsense for a token', () => '?token=a.b.c'],
    ['a token with another signature', () => `?token=${user.token.slice(0, -6)}AAAAAA`],
    ['the token under another name', () => `?access_token=${user.token}`],
  ])('with %s is refused', async (_what, query) => {
    expect(await refusal(query())).toBe(401);
  });
});

describe('a connection that is gone', () => {
  const stored = () => {
    const { TABLE_NAME, LIVE_ENDPOINT } = readEnvironment(['TABLE_NAME', 'LIVE_ENDPOINT']);
    const table = openTable({ TABLE_NAME });
    const reference = { workspaceId: user.workspaceId, campaignId };
    const campaigns = createCampaigns(table);
    return {
      reference,
      campaigns,
      connections: createConnections(table, () => new Date()),
      sender: createLiveSender(new ApiGatewayManagementApiClient({ endpoint: LIVE_ENDPOINT })),
      listeners: async () =>
        (await campaigns.count(reference, { events: 0, now: new Date().toISOString() }))?.listeners ?? [],
    };
  };

  it('is forgotten with its subscriptions when it closes', async () => {
    const { listeners, connections } = stored();
    await socket.ask({ action: 'subscribe:campaign', campaignId });
    const [connectionId = ''] = await listeners();
    expect(await connections.get(connectionId)).toMatchObject({ userId: user.id, workspaceId: user.workspaceId });
    socket.socket.terminate(); // without a word, as a lost network does
    await expect.poll(listeners).toEqual([]);
    await expect.poll(() => connections.get(connectionId)).toBeUndefined();
  });

  it('unnoticed is answered with 410 by the management API, and forgotten at the next event', async () => {
    const { sender, campaigns, connections, listeners, reference } = stored();
    await connections.add('gone-one=', { userId: user.id, workspaceId: user.workspaceId });
    await connections.addSubscription('gone-one=', campaignId);
    await campaigns.addListener(reference, 'gone-one=');
    await campaigns.addListener(reference, 'gone-without-trace='); // its own item expired already
    await socket.ask({ action: 'subscribe:campaign', campaignId });
    expect(await sender.send('gone-one=', 'hello?')).toBe('gone');

    await approve('research');
    await socket.until(isStatus('strategy', 'WAITING_VALIDATION'));
    await expect.poll(async () => (await listeners()).filter((id) => id.startsWith('gone'))).toEqual([]);
    expect(await listeners()).toHaveLength(1);
    await expect.poll(() => connections.get('gone-one=')).toBeUndefined();
  });
});
