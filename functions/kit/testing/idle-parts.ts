import { rateLimits } from '../../../shared/contracts/limits.ts';
import type { HttpFunctionParts } from '../http-function.ts';

/** What a function is built of where nobody is limited and nothing is repeated. */
export const idleParts: Required<Pick<HttpFunctionParts, 'rateWindows' | 'idempotency'>> = {
  rateWindows: {
    take: async () => ({ allowed: true, limit: 1, remaining: 1, resetsInSeconds: 1 }),
    giveBack: async () => {},
    limits: rateLimits,
    knows: async () => false,
    remember: async () => {},
  },
  idempotency: {
    claim: () => Promise.reject(new Error('no request here has a key')),
    complete: async () => {},
    unlock: async () => {},
    release: async () => true,
  },
};
