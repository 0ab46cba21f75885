import type { APIGatewayProxyEvent, APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { gatewayRequestOf } from './gateway-request.ts';

const ofHttpApi = (changes: object = {}, ofContext: object = {}) =>
  ({
    version: '2.0',
    routeKey: 'GET /api/v1/campaigns/{campaignId}',
    rawPath: '/api/v1/campaigns/one',
    headers: { 'X-Request-Id': 'abc', Accept: '*/*' },
    requestContext: { http: { method: 'GET', sourceIp: '192.0.2.1' }, ...ofContext },
    isBase64Encoded: false,
    ...changes,
  }) as unknown as APIGatewayProxyEventV2;
const ofRestApi = (changes: object = {}, ofContext: object = {}) =>
  ({
    resource: '/v1/campaigns/{campaignId}',
    path: '/v1/campaigns/one',
    httpMethod: 'GET',
    headers: { 'X-Request-Id': 'abc', Cookie: 'a=1' },
    pathParameters: null,
    queryStringParameters: null,
    body: null,
    isBase64Encoded: false,
    requestContext: { path: '/partner/v1/campaigns/one', identity: { sourceIp: '192.0.2.2' }, ...ofContext },
    ...changes,
  }) as unknown as APIGatewayProxyEvent;

describe('a request of an HTTP API', () => {
  it('is read with nothing where nothing was sent', () => {
    expect(gatewayRequestOf(ofHttpApi())).toEqual({
      routeKey: 'GET /api/v1/campaigns/{campaignId}',
      method: 'GET',
      path: '/api/v1/campaigns/one',
      params: {},
      query: {},
      headers: { 'x-request-id': 'abc', accept: '*/*' },
      cookies: {},
      body: undefined,
      isBase64Encoded: false,
      peerAddress: '192.0.2.1',
      authorizer: undefined,
    });
  });

  it('is read with all that was sent', () => {
    const event = ofHttpApi(
      {
        pathParameters: { campaignId: 'one' },
        queryStringParameters: { limit: '5' },
        cookies: ['session=a=b', ' other = 2 ', 'broken'],
        body: 'YQ==',
        isBase64Encoded: true,
      },
      { authorizer: { jwt: { claims: {} } } },
    );
    expect(gatewayRequestOf(event)).toMatchObject({
      params: { campaignId: 'one' },
      query: { limit: '5' },
      cookies: { session: 'a=b', other: '2' },
      body: 'YQ==',
      isBase64Encoded: true,
      authorizer: { jwt: { claims: {} } },
    });
    expect(Object.keys(gatewayRequestOf(event).cookies)).toHaveLength(2);
  });

  it('may have its cookies in a header, as emulators send them', () => {
    expect(gatewayRequestOf(ofHttpApi({ headers: { cookie: 'a=1; b=2' } })).cookies).toEqual({ a: '1', b: '2' });
  });
});

it('a request of a REST API has the same shape, under the address that its client knows', () => {
  const authorizer = { userId: 'ann' };
  expect(gatewayRequestOf(ofRestApi({}, { authorizer }))).toEqual({
    routeKey: 'GET /v1/campaigns/{campaignId}',
    method: 'GET',
    path: '/partner/v1/campaigns/one',
    params: {},
    query: {},
    headers: { 'x-request-id': 'abc', cookie: 'a=1' },
    cookies: { a: '1' },
    body: undefined,
    isBase64Encoded: false,
    peerAddress: '192.0.2.2',
    authorizer,
  });
  const sent = { pathParameters: { campaignId: 'one' }, queryStringParameters: { limit: '5' }, body: '{}' };
  expect(gatewayRequestOf(ofRestApi({ ...sent, headers: null }))).toMatchObject({
    params: { campaignId: 'one' },
    query: { limit: '5' },
    body: '{}',
    headers: {},
    cookies: {},
  });
});

it('an event is read once', () => {
  const event = ofHttpApi();
  expect(gatewayRequestOf(event)).toBe(gatewayRequestOf(event));
  expect(gatewayRequestOf(ofHttpApi())).not.toBe(gatewayRequestOf(event));
});

it('what only claims to be of an HTTP API is read as one of a REST API', () => {
  expect(gatewayRequestOf(ofRestApi({ version: '1.0' })).routeKey).toBe('GET /v1/campaigns/{campaignId}');
});
