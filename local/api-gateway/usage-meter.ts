// Holds each key to its usage plan, as API Gateway does: a bucket of tokens for rate and burst, and a count per month (UTC).
// Buckets begin full at every start; the counts of the month are kept.
import * as z from 'zod';
import type { PartnerTier } from '../../shared/contracts/limits.ts';
import type { Store } from '../state/store.ts';

const usageSchema = z.object({ month: z.string(), requests: z.int().min(0) });

export type Verdict = 'ALLOWED' | 'THROTTLED' | 'QUOTA_EXCEEDED';
export type UsageMeter = ReturnType<typeof openUsageMeter>;

/** Opens the counts of a store. Throws CorruptStateError. */
export function openUsageMeter(store: Store, clock: () => number = Date.now) {
  const usage = store.collection('api-usage', usageSchema);
  const buckets = new Map<string, { readonly tokens: number; readonly filledAt: number }>();

  const takeToken = (keyId: string, { requestsPerSecond, burst }: PartnerTier): boolean => {
    const now = clock();
    const { tokens, filledAt } = buckets.get(keyId) ?? { tokens: burst, filledAt: now };
    const filled = Math.min(burst, tokens + ((now - filledAt) / 1000) * requestsPerSecond);
    const isThere = filled >= 1;
    buckets.set(keyId, { tokens: isThere ? filled - 1 : filled, filledAt: now });
    return isThere;
  };

  return {
    /** Counts a request of a key, unless its plan allows none now: those that are refused are not counted. */
    take(keyId: string, tier: PartnerTier): Verdict {
      if (!takeToken(keyId, tier)) return 'THROTTLED';
      const month = new Date(clock()).toISOString().slice(0, 7);
      const counted = usage.get(keyId);
      const requests = counted?.month === month ? counted.requests : 0;
      if (requests >= tier.requestsPerMonth) return 'QUOTA_EXCEEDED';
      usage.set(keyId, { month, requests: requests + 1 });
      return 'ALLOWED';
    },
  };
}
