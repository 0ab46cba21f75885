import { expect, it } from 'vitest';
import { principalOf, requireScope } from './principal.ts';

const eventWith = (authorizer: unknown) => ({ authorizer });
const claims = (all: unknown) => ({ jwt: { claims: all, scopes: null } });

it('acts in the personal workspace of the subject of an access token', () => {
  const token = { sub: 'abc', token_use: 'access', jti: 'token' };
  for (const iat of ['1795000000', 1_795_000_000])
    expect(principalOf(eventWith(claims({ ...token, iat })))).toEqual({
      userId: 'abc',
      workspaceId: 'wsp_abc',
      session: { issuedAt: 1_795_000_000, tokenId: 'token' },
    });
});

it.each([
  ['no authorizer', undefined],
  ['an id token', claims({ sub: 'abc', token_use: 'id', iat: 1, jti: 'token' })],
  ['no time', claims({ sub: 'abc', token_use: 'access', jti: 'token' })],
  ['no name of the token', claims({ sub: 'abc', token_use: 'access', iat: 1 })],
  ['no subject', claims({ token_use: 'access', iat: 1, jti: 'token' })],
  ['an empty subject', claims({ sub: '', token_use: 'access', iat: 1, jti: 'token' })],
  ['another kind of authorizer', { lambda: { sub: 'abc' } }],
])('is nobody with %s', (_what, authorizer) => {
  expect(() => principalOf(eventWith(authorizer))).toThrow('Send an access token');
});

const partner = { userId: 'abc', workspaceId: 'wsp_abc', apiKeyId: 'key_1', scopes: 'campaigns:read assets:read' };

it('is the owner of an API key, with the scopes of the key', () => {
  expect(principalOf(eventWith({ ...partner, principalId: 'abc', integrationLatency: 3 }))).toEqual({
    userId: 'abc',
    workspaceId: 'wsp_abc',
    apiKey: { id: 'key_1', scopes: ['campaigns:read', 'assets:read'] },
  });
});

it('is refused what the scopes of the key do not hold, and what no key may do', () => {
  const principal = principalOf(eventWith(partner));
  expect(() => requireScope(principal, 'campaigns:read')).not.toThrow();
  expect(() => requireScope(principal, 'campaigns:write')).toThrow('needs the scope campaigns:write');
  expect(() => requireScope(principal, undefined)).toThrow('not open to API keys');
  expect(() => requireScope({ userId: 'abc', workspaceId: 'wsp_abc' }, 'campaigns:write')).not.toThrow();
});
