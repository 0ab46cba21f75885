import { expect, it } from 'vitest';
import { permissionNames } from '../../contracts/permissions.ts';
import { ownerOfPersonalWorkspace, personalMembership } from './membership.ts';
import { asMember, type Principal, principalId, signedIn } from './principal.ts';

const session = { issuedAt: 1, tokenId: 'token' };

it('a person who signed in is the owner of their own workspace, and may do everything there', () => {
  const person = signedIn('ann', session);
  expect(person).toMatchObject({ kind: 'user', userId: 'ann', workspaceId: 'wsp_ann', session });
  expect([...person.permissions].sort()).toEqual([...permissionNames].sort());
});

it('acts where the membership says', () => {
  const member = asMember(signedIn('ann', session), { workspaceId: 'wsp_shared', role: 'owner' });
  expect(member).toMatchObject({ userId: 'ann', workspaceId: 'wsp_shared' });
  expect(member.permissions.size).toBe(permissionNames.length);
});

it('a personal workspace names its owner', () => {
  expect(ownerOfPersonalWorkspace(personalMembership('ann').workspaceId)).toBe('ann');
});

it.each<[Principal, string]>([
  [signedIn('ann', session), 'ann'],
  [{ kind: 'key', keyId: 'key_1', userId: 'ann', workspaceId: 'wsp_ann', permissions: new Set() }, 'key_1'],
  [{ kind: 'link', linkId: 'lnk_1', workspaceId: 'wsp_ann', permissions: new Set() }, 'lnk_1'],
])('records name a principal of each kind by its own id', (principal, id) => {
  expect(principalId(principal)).toBe(id);
});
