// The same functions behind the partner API: events in payload format 1.0, keys instead of tokens.

import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { expect, it } from 'vitest';
import { problemSchema } from '../../shared/contracts/problems.ts';
import { operationsOf, routes } from '../../shared/contracts/routes.ts';
import { securityHeaders } from './gateway-response.ts';
import { type HttpFunctionParts, httpFunction, type Input, type Operations } from './http-function.ts';
import { idleParts } from './testing/idle-parts.ts';

let seen: Pick<Input<'listAssets'>, 'query' | 'principal'> | undefined;
const idle: HttpFunctionParts = {
  users: { standing: async () => ({}) },
  ...idleParts,
};
const unused = () => Promise.reject(new Error('not asked for'));
// The function may serve more operations than the one that is asked for here: their names come from the table, where no type can follow.
const others = Object.fromEntries(operationsOf('assets').map((id) => [id, unused])) as unknown as Operations<'assets'>;
const handler = httpFunction(
  'assets',
  routes,
  {
    ...others,
    listAssets: async ({ query, principal }: Input<'listAssets'>) => {
      seen = { query, principal };
      return { assets: [] };
    },
  },
  idle,
);

const partner = { userId: 'abc', workspaceId: 'wsp_abc', apiKeyId: 'key_1', scopes: 'assets:read' };
const eventOf = (changes: Partial<APIGatewayProxyEvent> = {}, authorizer: object = partner): APIGatewayProxyEvent =>
  // Only what a function may rely on; API Gateway sends more.
  ({
    resource: '/v1/assets',
    path: '/v1/assets',
    httpMethod: 'GET',
    headers: { 'X-Request-Id': 'partner-request-1' },
    multiValueHeaders: {},
    queryStringParameters: { limit: '5' },
    multiValueQueryStringParameters: null,
    pathParameters: null,
    stageVariables: null,
    body: null,
    isBase64Encoded: false,
    requestContext: { path: '/partner/v1/assets', identity: { sourceIp: '192.0.2.1' }, authorizer },
    ...changes,
  }) as APIGatewayProxyEvent;
const answer = (event: APIGatewayProxyEvent) => handler(event, { awsRequestId: 'request-1' } as Context);

it('an event of a REST API is answered like any other, for the owner of the key', async () => {
  const { statusCode, headers, body } = await answer(eventOf());
  expect([statusCode, JSON.parse(body)]).toEqual([200, { assets: [] }]);
  expect(headers).toMatchObject({ ...securityHeaders, 'x-request-id': 'partner-request-1' });
  expect(seen).toEqual({
    query: { limit: 5 },
    principal: {
      kind: 'key',
      keyId: 'key_1',
      userId: 'abc',
      workspaceId: 'wsp_abc',
      permissions: new Set(['assets:read']),
    },
  });
});

it('a key without the scope of the route is refused, with the address the partner knows', async () => {
  const refused = await answer(eventOf({}, { ...partner, scopes: 'campaigns:read' }));
  expect(problemSchema.parse(JSON.parse(refused.body))).toMatchObject({
    status: 403,
    code: 'forbidden',
    instance: '/partner/v1/assets',
    requestId: 'partner-request-1',
  });
});

it('nobody, and a key whose scopes are unknown, is not let in', async () => {
  for (const authorizer of [{}, { ...partner, scopes: 'everything' }, { principalId: 'abc' }])
    expect((await answer(eventOf({}, authorizer))).statusCode).toBe(401);
});

it('nulls where a REST API has nothing are no error', async () => {
  // The console's test events have no headers at all, which the type does not know.
  const bare = eventOf({ queryStringParameters: null, headers: null as unknown as APIGatewayProxyEvent['headers'] });
  const { statusCode, headers } = await answer(bare);
  expect([statusCode, headers['x-request-id']]).toEqual([200, 'request-1']);
});
