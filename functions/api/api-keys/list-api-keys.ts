import type { ApiKeys } from '../../../shared/accounts/api-keys.ts';
import type { Input } from '../../kit/http-function.ts';

/** The caller's keys, without anything by which one could be used. */
export const listApiKeys =
  ({ apiKeys }: { readonly apiKeys: ApiKeys }) =>
  async ({ principal }: Input<'listApiKeys'>) => ({ keys: await apiKeys.list(principal.userId) });
