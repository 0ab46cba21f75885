// Holds each key to its usage plan, as API Gateway does: a bucket of tokens for rate and burst, and a count per month (UTC).
// Buckets begin full at every start; the counts of the month are on the disk.
import { join } from 'node:path';
import * as z from 'zod';
import type { PartnerTier } from '../../shared/contracts/limits.ts';
import { readJsonFile } from '../state/read-json-file.ts';
import { writeFileAtomically } from '../state/write-file-atomically.ts';

const usageSchema = z.object({ month: z.string(), requests: z.record(z.string(), z.int().min(0)) });

interface Bucket {
  tokens: number;
  filledAt: number;
}

export type Verdict = 'ALLOWED' | 'THROTTLED' | 'QUOTA_EXCEEDED';
export type UsageMeter = Awaited<ReturnType<typeof openUsageMeter>>;

/** Opens the counts of a directory. A kill loses the count of the last few requests at most. */
export async function openUsageMeter(directory: string, clock: () => number = Date.now) {
  const file = join(directory, 'usage.json');
  const monthNow = () => new Date(clock()).toISOString().slice(0, 7);
  const stored = await readJsonFile(file, usageSchema, { directory });
  let usage = stored?.month === monthNow() ? stored : { month: monthNow(), requests: {} };
  const buckets = new Map<string, Bucket>();
  let writing: Promise<void> | undefined;
  let isDirty = false;

  /** Writes one file at a time, and what was counted meanwhile afterwards. */
  const save = (): void => {
    isDirty = true;
    writing ??= (async () => {
      while (isDirty) {
        isDirty = false;
        await writeFileAtomically(file, JSON.stringify(usage), { flush: false });
      }
    })().finally(() => {
      writing = undefined;
    });
    writing.catch(() => {}); // `stop` reports what cannot be written
  };

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
      if (usage.month !== monthNow()) usage = { month: monthNow(), requests: {} };
      const used = usage.requests[keyId] ?? 0;
      if (used >= tier.requestsPerMonth) return 'QUOTA_EXCEEDED';
      usage.requests[keyId] = used + 1;
      save();
      return 'ALLOWED';
    },

    /** Writes what is counted. */
    async stop(): Promise<void> {
      await writing?.catch(() => {});
      if (isDirty) await writeFileAtomically(file, JSON.stringify(usage));
    },
  };
}
