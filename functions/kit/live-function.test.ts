import type { APIGatewayProxyWebsocketEventV2, Context } from 'aws-lambda';
import { afterEach, expect, it, vi } from 'vitest';
import { logger } from '../../shared/runtime/logger.ts';
import { ProblemError } from '../../shared/runtime/problem-error.ts';
import { type LiveInput, liveFunction } from './live-function.ts';

const context = { awsRequestId: 'request-1' } as Context;
const eventOf = (changes: object = {}, ofContext: object = {}) =>
  ({ requestContext: { connectionId: 'socket-1', ...ofContext }, ...changes }) as APIGatewayProxyWebsocketEventV2;
afterEach(() => void vi.restoreAllMocks());

it.each<[string, APIGatewayProxyWebsocketEventV2, Partial<LiveInput>]>([
  ['a message', eventOf({ body: '{}' }), { body: '{}', token: undefined, authorizer: undefined }],
  ['a connection', eventOf({ queryStringParameters: { token: 'abc' } }), { token: 'abc', body: undefined }],
  ['what the authorizer said', eventOf({}, { authorizer: { userId: 'ann' } }), { authorizer: { userId: 'ann' } }],
  ['a connection without a token', eventOf({ queryStringParameters: {} }), { token: undefined }],
])('hands on %s', async (_what, event, expected) => {
  const seen: LiveInput[] = [];
  const answer = await liveFunction(async (input) => void seen.push(input))(event, context);
  expect(answer).toEqual({ statusCode: 200 });
  expect(seen).toEqual([expect.objectContaining({ connectionId: 'socket-1', ...expected })]);
});

it('answers a refusal with its status and logs why, not as an error', async () => {
  const [info, error] = [vi.spyOn(logger, 'info'), vi.spyOn(logger, 'error')];
  info.mockImplementation(() => {});
  const refused = liveFunction(() => Promise.reject(new ProblemError('unauthenticated', 'No.')));
  expect(await refused(eventOf(), context)).toEqual({ statusCode: 401 });
  expect(info).toHaveBeenCalledExactlyOnceWith('A socket was refused', { reason: 'unauthenticated' });
  expect(error).not.toHaveBeenCalled();
});

it('answers a fault of ours as one, and logs it', async () => {
  const logged = vi.spyOn(logger, 'error').mockImplementation(() => {});
  const failure = new TypeError('broken');
  expect(await liveFunction(() => Promise.reject(failure))(eventOf(), context)).toEqual({ statusCode: 500 });
  expect(logged).toHaveBeenCalledExactlyOnceWith('A socket message failed', failure);
});

it('names the invocation on every line, and nothing of an earlier one', async () => {
  const [reset, append] = [vi.spyOn(logger, 'resetKeys'), vi.spyOn(logger, 'appendKeys')];
  await liveFunction(async () => {})(eventOf(), context);
  expect(reset).toHaveBeenCalledOnce();
  expect(append).toHaveBeenCalledExactlyOnceWith({ requestId: 'request-1' });
});
