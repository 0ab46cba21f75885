// Where a person may act, and as what. Everyone has a workspace of their own, as its owner; the profile says which it is. The id follows
// from the person's, so that a request which reads no profile needs no look-up to know where it acts. Pure.
import type { Role } from '../../contracts/permissions.ts';

export interface Membership {
  readonly workspaceId: string;
  readonly role: Role;
}

/** A person in a workspace: whose calls are counted, and where. */
export interface Member {
  readonly userId: string;
  readonly workspaceId: string;
}

const prefix = 'wsp_';

/** The membership that comes with an account. */
export const personalMembership = (userId: string): Membership => ({
  workspaceId: `${prefix}${userId}`,
  role: 'owner',
});

/** Whose personal workspace it is. */
export const ownerOfPersonalWorkspace = (workspaceId: string): string => workspaceId.slice(prefix.length);
