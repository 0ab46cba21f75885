// Who asks: a person who signed in, a program with an API key, or whoever holds a link. Each acts in one workspace and may do what its
// permissions say, wherever it came in. Pure.
import { type Permission, roles } from '../../contracts/permissions.ts';
import type { Session } from './account-standing.ts';
import { type Membership, personalMembership } from './membership.ts';

interface Acting {
  /** Every key of the table that a request can reach begins with it. */
  readonly workspaceId: string;
  readonly permissions: ReadonlySet<Permission>;
}

export interface UserPrincipal extends Acting {
  readonly kind: 'user';
  readonly userId: string;
  readonly session: Session;
}

export interface KeyPrincipal extends Acting {
  readonly kind: 'key';
  readonly keyId: string;
  /** Who made the key: what it asks of models counts for them. */
  readonly userId: string;
}

/** Nobody we know: a link was handed on. */
export interface LinkPrincipal extends Acting {
  readonly kind: 'link';
  readonly linkId: string;
}

export type Principal = UserPrincipal | KeyPrincipal | LinkPrincipal;

/** Under what records name who acted. */
export const principalId = (principal: Principal): string => {
  if (principal.kind === 'user') return principal.userId;
  return principal.kind === 'key' ? principal.keyId : principal.linkId;
};

const ofRole: { readonly [Role in keyof typeof roles]: ReadonlySet<Permission> } = { owner: new Set(roles.owner) };

/** The same person as a member of a workspace. */
export const asMember = (principal: UserPrincipal, { workspaceId, role }: Membership): UserPrincipal => ({
  ...principal,
  workspaceId,
  permissions: ofRole[role],
});

/** Somebody with a verified access token, in the workspace that came with the account. */
export function signedIn(userId: string, session: Session): UserPrincipal {
  const { workspaceId, role } = personalMembership(userId);
  return { kind: 'user', userId, session, workspaceId, permissions: ofRole[role] };
}
