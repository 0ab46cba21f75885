import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { afterEach, expect, it, vi } from 'vitest';
import { routes } from '../../shared/contracts/routes.ts';
import { logger } from '../../shared/runtime/logger.ts';
import { httpFunction } from './http-function.ts';

afterEach(() => void vi.restoreAllMocks());

const campaignId = 'cmp_01JD0000000000000000000000';
const read = () => Promise.reject(new Error('nobody asks'));
const handler = httpFunction('exports', routes, { exportCampaign: read });
const event = (changes: object = {}) =>
  ({
    version: '2.0',
    routeKey: '$default',
    rawPath: '/api/v1/nowhere',
    headers: { 'x-request-id': 'request-of-client' },
    pathParameters: { campaignId, phaseId: 'seo' },
    requestContext: { http: { method: 'GET', sourceIp: '192.0.2.1' } },
    ...changes,
  }) as unknown as APIGatewayProxyEventV2;

it('logs one line for a request, under the ids that name it', async () => {
  const [reset, append, info] = [
    vi.spyOn(logger, 'resetKeys'),
    vi.spyOn(logger, 'appendKeys'),
    vi.spyOn(logger, 'info').mockImplementation(() => {}),
  ];
  vi.spyOn(performance, 'now').mockReturnValueOnce(1000).mockReturnValueOnce(3500).mockReturnValue(9000);
  const answer = await handler(event(), { awsRequestId: 'request-1' } as Context);

  expect(answer.statusCode).toBe(404);
  expect(answer.headers['x-request-id']).toBe('request-of-client');
  expect(reset).toHaveBeenCalledOnce();
  expect(append).toHaveBeenCalledExactlyOnceWith({ requestId: 'request-of-client', campaignId, phaseId: 'seo' });
  expect(info).toHaveBeenCalledOnce();
  const [[text, logged]] = info.mock.calls as unknown as [[string, { durationSeconds: number }]];
  expect([text, logged]).toEqual([
    'request',
    { route: '$default', status: '404', durationSeconds: expect.any(Number) },
  ]);
  expect(logged.durationSeconds).toBeGreaterThan(1);
  expect(logged.durationSeconds).toBeLessThan(9);
});
