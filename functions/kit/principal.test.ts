import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { expect, it } from 'vitest';
import { principalOf } from './principal.ts';

const eventWith = (authorizer?: unknown) =>
  ({ requestContext: authorizer === undefined ? {} : { authorizer } }) as APIGatewayProxyEventV2;
const claims = (all: unknown) => ({ jwt: { claims: all, scopes: null } });

it('acts in the personal workspace of the subject of an access token', () => {
  expect(principalOf(eventWith(claims({ sub: 'abc', token_use: 'access' })))).toEqual({
    userId: 'abc',
    workspaceId: 'wsp_abc',
  });
});

it.each([
  ['no authorizer', undefined],
  ['an id token', claims({ sub: 'abc', token_use: 'id' })],
  ['no subject', claims({ token_use: 'access' })],
  ['an empty subject', claims({ sub: '', token_use: 'access' })],
  ['another kind of authorizer', { lambda: { sub: 'abc' } }],
])('is nobody with %s', (_what, authorizer) => {
  expect(() => principalOf(eventWith(authorizer))).toThrow('Send an access token');
});
