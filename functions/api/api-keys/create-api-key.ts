import type { ApiKeys } from '../../../shared/accounts/api-keys.ts';
import type { Input } from '../../kit/http-function.ts';

/** Makes a key of the caller's. The secret is in this answer alone. */
export const createApiKey =
  ({ apiKeys }: { readonly apiKeys: ApiKeys }) =>
  ({ principal, body }: Input<'createApiKey'>) =>
    apiKeys.create(principal.userId, body);
