import { describe, expect, it } from 'vitest';
import type { Permission } from '../../shared/contracts/permissions.ts';
import { type Principal, signedIn } from '../../shared/domain/accounts/principal.ts';
import { principalOf } from './principal.ts';
import { requirePermission } from './require-permission.ts';

const eventWith = (authorizer: unknown) => ({ authorizer });
const claims = (all: unknown) => ({ jwt: { claims: all, scopes: null } });

it('acts in the personal workspace of the subject of an access token', () => {
  const token = { sub: 'abc', token_use: 'access', jti: 'token' };
  for (const iat of ['1795000000', 1_795_000_000])
    expect(principalOf(eventWith(claims({ ...token, iat })))).toEqual(
      signedIn('abc', { issuedAt: 1_795_000_000, tokenId: 'token' }),
    );
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

it('is an API key, with its scopes as permissions, in the workspace that it was made in', () => {
  expect(principalOf(eventWith({ ...partner, principalId: 'abc', integrationLatency: 3 }))).toEqual({
    kind: 'key',
    keyId: 'key_1',
    userId: 'abc',
    workspaceId: 'wsp_abc',
    permissions: new Set(['campaigns:read', 'assets:read']),
  });
});

it.each([
  { ...partner, scopes: 'everything' },
  { ...partner, userId: '' },
  { ...partner, apiKeyId: undefined },
])('is nobody with what no authorizer of ours says: %j', (authorizer) => {
  expect(() => principalOf(eventWith(authorizer))).toThrow('Send an access token');
});

describe('without the permission', () => {
  const none = { workspaceId: 'wsp_abc', permissions: new Set<never>() };
  const [user, link]: Principal[] = [
    { ...none, kind: 'user', userId: 'abc', session: { issuedAt: 1, tokenId: 'token' } },
    { ...none, kind: 'link', linkId: 'lnk_1' },
  ];
  const key: Principal = { ...none, kind: 'key', keyId: 'key_1', userId: 'abc' };

  it.each<[string, Principal | undefined, Permission, string]>([
    [
      'a key',
      key,
      'campaigns:write',
      'This key needs the scope campaigns:write (create, launch, change and delete campaigns). Make another key that has it.',
    ],
    [
      'a key, for what no key may do,',
      key,
      'api-keys:write',
      'This needs the permission api-keys:write (make, list and revoke api keys), which no API key can have. Sign in.',
    ],
    [
      'a person',
      user,
      'usage:read',
      'This needs the permission usage:read (read profile, usage and quota), which you do not have in this workspace. Ask an owner.',
    ],
    [
      'a link',
      link,
      'assets:read',
      'This needs the permission assets:read (list and download files, and export campaigns with them), which this link does not give. Sign in.',
    ],
  ])('%s is told which it is and what to do', (_who, principal, needed, detail) => {
    expect(() => requirePermission(principal as Principal, needed)).toThrow(
      expect.objectContaining({ code: 'forbidden', status: 403, message: detail }),
    );
  });

  it('nobody with it is refused', () => {
    expect(() => requirePermission({ ...key, permissions: new Set(['usage:read']) }, 'usage:read')).not.toThrow();
  });
});
