// The personal workspace of a person: derived, so that a request needs no look-up to know where it may act. Pure.

export const personalWorkspaceId = (userId: string): string => `wsp_${userId}`;

/** Whose personal workspace it is. */
export const ownerOfPersonalWorkspace = (workspaceId: string): string =>
  workspaceId.slice(personalWorkspaceId('').length);
