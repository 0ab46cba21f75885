// Holds each key to its usage plan, as API Gateway does: a bucket of tokens for rate and burst, and a count per month (UTC).
// Buckets begin full at every start; the counts of the month are on the disk.
import { join } from 'node:path';
import * as z from 'zod';
import type { PartnerTier } from '../../shared/contracts/limits.ts';
import { JsonFile } from '../state/json-file.ts';

const usageSchema = z.object({ month: z.string(), requests: z.record(z.string(), z.int().min(0)) });

interface Bucket {
  tokens: number;
  filledAt: number;
}

export type Verdict = 'ALLOWED' | 'THROTTLED' | 'QUOTA_EXCEEDED';
export type UsageMeter = Awaited<ReturnType<typeof openUsageMeter>>;

/** Opens the counts of a directory. A kill loses the count of the last few requests at most. */
export async function openUsageMeter(directory: string, clock: () => number = Date.now) {
  const monthNow = () => new Date(clock()).toISOString().slice(0, 7);
  const file = await JsonFile.open({
    path: join(directory, 'usage.json'),
    schema: usageSchema,
    initial: { month: monthNow(), requests: {} },
    directory,
    flush: false,
  });
  const buckets = new Map<string, Bucket>();

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
      if (file.content.month !== monthNow()) file.content = { month: monthNow(), requests: {} };
      const { requests } = file.content;
      const used = requests[keyId] ?? 0;
      if (used >= tier.requestsPerMonth) return 'QUOTA_EXCEEDED';
      requests[keyId] = used + 1;
      file.save().catch(() => {}); // `stop` reports what cannot be written
      return 'ALLOWED';
    },

    /** Writes what is counted. */
    stop: (): Promise<void> => file.save(),
  };
}
