import type { ApiKeyRing } from '../../../shared/engine/api-key-ring.ts';
import type { Input } from '../../kit/http-function.ts';

/** The caller's keys, without anything by which one could be used. */
export const listApiKeys =
  ({ ring }: { readonly ring: ApiKeyRing }) =>
  async ({ principal }: Input<'listApiKeys'>) => ({ keys: await ring.list(principal.userId) });
