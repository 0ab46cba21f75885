import type { CallQuota } from '../../../shared/generation/call-quota.ts';
import type { Input } from '../../kit/http-function.ts';

/** How many AI calls of this month the caller has left. */
export const getQuota =
  ({ quota }: { quota: Pick<CallQuota, 'state'> }) =>
  ({ principal }: Input<'getQuota'>) =>
    quota.state(principal);
