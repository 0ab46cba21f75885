// What somebody may be allowed to do. Every row of the route table that is not public names the one permission it needs; roles of a
// workspace, API keys and links hold some of them.
import { apiKeyScopes } from './api-key-scopes.ts';

export const permissions = {
  ...apiKeyScopes,
  'generations:write': 'Generate single texts, images and videos, and read them again',
  'profile:write': 'Change profile and password, and delete the account',
  'api-keys:write': 'Make, list and revoke API keys',
} as const;
export type Permission = keyof typeof permissions;
export const permissionNames = Object.keys(permissions) as Permission[];

/** What each role of a workspace may do. */
export const roles = { owner: permissionNames } as const satisfies Record<string, readonly Permission[]>;
export type Role = keyof typeof roles;
export const roleNames = Object.keys(roles) as [Role, ...Role[]];
