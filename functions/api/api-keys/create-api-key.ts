import type { ApiKeyRing } from '../../../shared/engine/api-key-ring.ts';
import type { Input } from '../../kit/http-function.ts';

/** Makes a key of the caller's. The secret is in this answer alone. */
export const createApiKey =
  ({ ring }: { readonly ring: ApiKeyRing }) =>
  ({ principal, body }: Input<'createApiKey'>) =>
    ring.create(principal.userId, body);
