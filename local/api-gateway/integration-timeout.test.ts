import type { IncomingMessage } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { gatewayAnswer } from '../../shared/contracts/gateway-problems.ts';
import { answeringServer, type HttpAnswer, listen } from '../endpoint/listen.ts';
import type { InvokeOptions } from '../lambda/lambda-runtime.ts';
import { createHttpApi } from './http-api.ts';
import { createPartnerApi } from './partner-api.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

/** A function whose turn never comes: it ends when its caller takes the call back. */
const runtime = {
  invoke: (_name: string, _event: unknown, { signal }: InvokeOptions = {}) =>
    new Promise<never>((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
};
const told: unknown[] = [];
const parts = { runtime, onError: (error: unknown) => told.push(error), patienceMilliseconds: 1 };

const ask = async (
  answer: (request: IncomingMessage) => Promise<HttpAnswer | undefined>,
  path: string,
  headers: Record<string, string> = {},
) => {
  const server = answeringServer(
    async (request) => (await answer(request)) ?? {},
    (error) => ({ status: 500, body: String(error) }),
  );
  const { endpoint, stop } = await listen(server);
  cleanups.push(stop);
  return fetch(`${endpoint}${path}`, { headers });
};

test('an HTTP API answers 503 when the turn of a request does not come in its time', async () => {
  const api = createHttpApi({ ...parts, verifyToken: () => Promise.reject(new Error('no token')), allowedOrigins: [] });
  const answer = await ask(api, '/api/v1/health');
  expect([answer.status, await answer.json()]).toEqual([503, { message: 'Service Unavailable' }]);
  expect(told).toEqual([]);
});

test('the API of partners answers 503 as the problem that its gateway has for it on AWS', async () => {
  const api = createPartnerApi({
    ...parts,
    keys: new Map(),
    usageMeter: { take: () => 'ALLOWED' },
  });
  const answer = await ask(api, '/partner/v1/campaigns', { 'x-api-key': 'key' });
  expect(answer.status).toBe(503);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  const { detail } = JSON.parse(gatewayAnswer('INTEGRATION_TIMEOUT', 'any').body);
  expect(await answer.json()).toMatchObject({ status: 503, detail });
  expect(detail).not.toBe(JSON.parse(gatewayAnswer('DEFAULT_5XX', 'any').body).detail);
  expect(told).toEqual([]);
});
