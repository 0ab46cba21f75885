import type { ApiKeyRing } from '../../../shared/engine/api-key-ring.ts';
import type { Input } from '../../kit/http-function.ts';

/** Revokes a key of the caller's at once. A second time it is not found. */
export const revokeApiKey =
  ({ ring }: { readonly ring: ApiKeyRing }) =>
  async ({ principal, params }: Input<'revokeApiKey'>) => {
    await ring.revoke(principal.userId, params.keyId);
    return { success: true as const };
  };
