import { expect, it } from 'vitest';
import { type HandleMessageParts, handleMessage } from './handle-message.ts';

async function answerTo(body: string | undefined) {
  const frames: Record<string, unknown>[] = [];
  const sender = { send: async (_connection: string, frame: string) => void frames.push(JSON.parse(frame)) };
  const parts = { sender, connections: { get: async () => undefined } } as unknown as HandleMessageParts;
  await handleMessage(parts)({ connectionId: 'one', body, token: undefined, authorizer: undefined });
  return frames;
}

it.each([undefined, '', '{', 'hello'])('what is no JSON is answered with a fault: %j', async (body) => {
  expect(await answerTo(body)).toEqual([
    { type: 'error', code: 'invalid-message', detail: 'The message is not valid JSON.' },
  ]);
});

it('names every fault of a message, in a thousand characters at most', async () => {
  const [short] = await answerTo('{"action":"subscribe:campaign","campaignId":"x","after":-1}');
  expect(short?.['detail']).toMatch(/campaign, such as cmp_.*; .*0/s);
  const many = Object.fromEntries(Array.from({ length: 500 }, (_field, index) => [`field${index}`, 1]));
  const [long] = await answerTo(JSON.stringify({ action: 'ping', ...many }));
  expect(String(long?.['detail']).length).toBeGreaterThan(900);
  expect(String(long?.['detail']).length).toBeLessThanOrEqual(1000);
});

it('answers a ping, and nothing to a socket that has closed meanwhile', async () => {
  expect(await answerTo('{"action":"ping"}')).toEqual([{ type: 'pong' }]);
  expect(await answerTo('{"action":"unsubscribe:campaign","campaignId":"cmp_01JD0000000000000000000000"}')).toEqual([]);
});
