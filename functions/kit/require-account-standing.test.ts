import { describe, expect, it } from 'vitest';
import { type OperationId, operationIds, type Route, routes } from '../../shared/contracts/routes.ts';
import type { AccountStanding } from '../../shared/domain/accounts/account-standing.ts';
import { type KeyPrincipal, signedIn, type UserPrincipal } from '../../shared/domain/accounts/principal.ts';
import { requireAccountStanding } from './require-account-standing.ts';

const person = signedIn('ann', { issuedAt: 1000, tokenId: 'token' });
const partner: KeyPrincipal = {
  kind: 'key',
  keyId: 'key_1',
  userId: 'ann',
  workspaceId: 'wsp_ann',
  permissions: new Set(['webhooks:write']),
};
const ask = (
  standing: AccountStanding | undefined,
  needs: 'account' | 'session',
  principal: UserPrincipal | KeyPrincipal = person,
) =>
  requireAccountStanding({ standing: async () => standing }, principal, needs).then(
    () => 'allowed',
    (error: Error) => error.message,
  );
const gone = 'This account was deleted: nothing new can be made for it.';
const ended = 'This session ended when the password was changed or every session was signed out. Sign in again.';

describe('who may still act', () => {
  it.each([
    ['an open account', {}, 'account', person, 'allowed'],
    ['an open account', {}, 'session', person, 'allowed'],
    ['no account', undefined, 'account', person, gone],
    ['a closed account', { closedAt: '2026-11-26T10:00:00.000Z' }, 'account', person, gone],
    ['a closed account with a key', { closedAt: '2026-11-26T10:00:00.000Z' }, 'account', partner, gone],
    ['a session from before a new password', { sessionsSince: 1001 }, 'session', person, ended],
    ['such a session, where nothing outlasts it', { sessionsSince: 1001 }, 'account', person, 'allowed'],
    ['a session after it', { sessionsSince: 1000 }, 'session', person, 'allowed'],
    ['a key from before a new password', { sessionsSince: 1001 }, 'session', partner, 'allowed'],
  ] as const)('%s, by %j where a row needs the %s', async (_what, standing, needs, principal, answer) => {
    expect(await ask(standing, needs, principal)).toBe(answer);
  });
});

it('a person acts as the member that the profile names; a key where it was made', async () => {
  const standing = async () => ({ membership: { workspaceId: 'wsp_shared', role: 'owner' as const } });
  expect(await requireAccountStanding({ standing }, person, 'account')).toEqual({
    ...person,
    workspaceId: 'wsp_shared',
  });
  expect(await requireAccountStanding({ standing }, partner, 'account')).toBe(partner);
  expect(await requireAccountStanding({ standing: async () => ({}) }, person, 'account')).toBe(person);
});

describe('the route table', () => {
  const writes = operationIds.filter((id) => routes[id].method !== 'GET' && routes[id].access !== 'public');
  const routeOf = (id: OperationId): Route => routes[id];

  it('asks for an open account wherever a write hangs on nothing that is deleted with the account', () => {
    const askedElsewhere: Partial<Record<OperationId, string>> = {
      createCampaign: 'asks after the header is written: the campaign would run',
      estimateCampaign: 'writes nothing',
      changePassword: 'Cognito is asked with the token and the password',
      deleteAccount: 'asks for the password, and goes on with a deletion that was cut off',
    };
    const unchecked = writes.filter((id) => !routes[id].path.includes('{') && !routeOf(id).needs);
    expect(unchecked.sort()).toEqual(Object.keys(askedElsewhere).sort());
  });

  it('asks for a session that goes on wherever what is done outlasts it', () => {
    const lasting = writes.filter(
      (id) =>
        routes[id].path.startsWith('/users/me/api-keys') ||
        (routes[id].path.startsWith('/webhooks') && !/\/(test|replay)$/.test(routes[id].path)) ||
        (routes[id].method === 'DELETE' && id !== 'deleteAccount'),
    );
    expect(lasting.filter((id) => routeOf(id).needs !== 'session')).toEqual([]);
    expect(lasting).toContain('rotateWebhookSecret');
    expect(lasting).toContain('deleteCampaign');
  });
});
