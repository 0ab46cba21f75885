// The route table is walked with everybody who lacks, and everybody who has, the permission of a row: a new row is covered the day it is added.

import type { APIGatewayProxyEvent, APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { apiKeyScopes } from '../../shared/contracts/api-key-scopes.ts';
import { permissionNames, roles } from '../../shared/contracts/permissions.ts';
import {
  apiPrefix,
  type OperationId,
  operationIds,
  operationsOf,
  partnerPrefix,
  partnerResource,
  type Route,
  routeKey,
  routes,
} from '../../shared/contracts/routes.ts';
import { ProblemError } from '../../shared/runtime/problem-error.ts';
import { idsOfNothing, pathWith, sampleBodies } from '../../tests/support/route-samples.ts';
import { httpFunction, type Operations } from './http-function.ts';
import { idleParts } from './testing/idle-parts.ts';

const [guarded, openToKeys] = [
  operationIds.filter((id) => routes[id].access !== 'public'),
  operationIds.filter((id) => routes[id].access === 'both'),
];
const routeOf = (id: OperationId): Route => routes[id];

/** Where the walk ends: what operations then answer to their owner is shown by tests/integration/tenancy.test.ts. */
const reached = () => Promise.reject(new ProblemError('conflict', 'The operation was reached.'));

/** The function of a route. */
function handlerOf(id: OperationId) {
  const { lambda } = routes[id];
  const answers = operationsOf(lambda).map((operation) => [operation, reached]);
  return httpFunction(lambda, routes, Object.fromEntries(answers) as unknown as Operations<typeof lambda>, {
    users: { standing: async () => ({ membership: { workspaceId: 'wsp_ann', role: 'owner' } }) },
    ...idleParts,
  });
}

const bodies: Readonly<Partial<Record<OperationId, unknown>>> = sampleBodies;
function requestFor(id: OperationId) {
  const route = routeOf(id);
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const body = bodies[id];
  if (route.body && body === undefined) throw new Error(`${id} takes a body: add a valid one to sampleBodies`);
  return {
    path: pathWith(route.path, idsOfNothing),
    pathParameters: Object.fromEntries(names.map((name) => [name, pathWith(`{${name}}`, idsOfNothing)])),
    headers: { 'content-type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
    isBase64Encoded: false,
  };
}
const context = { awsRequestId: 'request-1', functionName: 'test' } as Context;

async function askWithToken(id: OperationId) {
  const { path, body, ...request } = requestFor(id);
  const claims = { sub: 'ann', token_use: 'access', iat: '1', jti: 'token' };
  const event = {
    ...request,
    version: '2.0',
    routeKey: routeKey(id),
    rawPath: `${apiPrefix}${path}`,
    body: body ?? undefined,
    requestContext: { http: { method: routes[id].method, sourceIp: '192.0.2.1' }, authorizer: { jwt: { claims } } },
  };
  return handlerOf(id)(event as unknown as APIGatewayProxyEventV2, context);
}

async function askWithKey(id: OperationId, scopes: readonly string[]) {
  const { path, ...request } = requestFor(id);
  const event = {
    ...request,
    httpMethod: routes[id].method,
    resource: routes[id].access === 'both' ? partnerResource(id) : `${apiPrefix}${routes[id].path}`,
    requestContext: {
      path: `${partnerPrefix}${path}`,
      identity: { sourceIp: '192.0.2.1' },
      authorizer: { userId: 'ann', workspaceId: 'wsp_ann', apiKeyId: 'key_1', scopes: scopes.join(' ') },
    },
  };
  return handlerOf(id)(event as unknown as APIGatewayProxyEvent, context);
}

const scopes = Object.keys(apiKeyScopes);
const operationReached = { statusCode: 409, body: expect.stringContaining('The operation was reached.') };

describe('the permission of a row', () => {
  it.each(guarded)('of %s is one that there is', (id) => {
    expect(permissionNames).toContain(routeOf(id).permission);
  });

  it.each(guarded)('is what %s refuses everybody for who has every other one, and names', async (id) => {
    const needed = routeOf(id).permission ?? '';
    const { statusCode, body } = await askWithKey(
      id,
      scopes.filter((scope) => scope !== needed),
    );
    expect([statusCode, JSON.parse(body)]).toMatchObject([403, { code: 'forbidden', status: 403 }]);
    expect(JSON.parse(body).detail).toContain(` ${needed} (`);
  });

  it.each(openToKeys)('is enough for a key to reach %s', async (id) => {
    expect(await askWithKey(id, [routeOf(id).permission ?? ''])).toMatchObject(operationReached);
  });

  it.each(guarded)('lets the owner of a workspace reach %s', async (id) => {
    expect(roles.owner).toContain(routeOf(id).permission);
    expect(await askWithToken(id)).toMatchObject(operationReached);
  });
});

it('every permission is asked for somewhere', () => {
  const asked = new Set(guarded.map((id) => routeOf(id).permission));
  expect(permissionNames.filter((name) => !asked.has(name))).toEqual([]);
});
