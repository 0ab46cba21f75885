import type { ApiKeys } from '../../../shared/accounts/api-keys.ts';
import type { Input } from '../../kit/http-function.ts';

/** Revokes a key of the caller's at once. A second time it is not found. */
export const revokeApiKey =
  ({ apiKeys }: { readonly apiKeys: ApiKeys }) =>
  async ({ principal, params }: Input<'revokeApiKey'>) => {
    await apiKeys.revoke(principal.userId, params.keyId);
    return { success: true as const };
  };
