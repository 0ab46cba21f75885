// Whether a caller may do what a route does. Which permission that is stands in each row of shared/contracts/routes.
import { apiKeyScopes } from '../../shared/contracts/api-key-scopes.ts';
import { type Permission, permissions } from '../../shared/contracts/permissions.ts';
import type { Principal } from '../../shared/domain/accounts/principal.ts';
import { ProblemError } from '../../shared/runtime/problem-error.ts';

/** Throws forbidden, naming the permission, when the caller does not have it. */
export function requirePermission(principal: Principal, needed: Permission): void {
  if (!principal.permissions.has(needed)) throw new ProblemError('forbidden', refusal(principal.kind, needed));
}

function refusal(kind: Principal['kind'], needed: Permission): string {
  const what = `${needed} (${permissions[needed].toLowerCase()})`;
  if (kind === 'user')
    return `This needs the permission ${what}, which you do not have in this workspace. Ask an owner.`;
  if (kind === 'link') return `This needs the permission ${what}, which this link does not give. Sign in.`;
  return needed in apiKeyScopes
    ? `This key needs the scope ${what}. Make another key that has it.`
    : `This needs the permission ${what}, which no API key can have. Sign in.`;
}
