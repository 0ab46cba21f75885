// Requests that carried an Idempotency-Key, and what they were answered. The answer arrives here unreadable (functions/kit).
import * as z from 'zod';
import { idempotencySeconds } from '../contracts/limits.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

const recordSchema = z.object({
  /** Of method, path and body: the same key with another one is refused. */
  fingerprint: z.string(),
  /** When whoever works on it must have ended, in epoch seconds: then somebody else may. */
  lockedUntil: z.int(),
  answer: z.string().optional(),
  expiresAt: z.int(),
});
export type IdempotentRequest = z.infer<typeof recordSchema>;

export interface IdempotencyName {
  readonly userId: string;
  readonly operation: string;
  readonly keyHash: string;
}

/** Longer than any function runs. */
const lockSeconds = 60;

export type IdempotencyRecords = ReturnType<typeof createIdempotencyRecords>;

export function createIdempotencyRecords(table: Table, clock: () => Date) {
  const nowSeconds = () => Math.floor(clock().getTime() / 1000);
  const keyOf = ({ userId, operation, keyHash }: IdempotencyName) => keys.idempotency(userId, operation, keyHash);
  return {
    /** Access pattern 18. Claims the request; answers with what is known of it when somebody has claimed it before. */
    async claim(name: IdempotencyName, fingerprint: string): Promise<IdempotentRequest | undefined> {
      for (;;) {
        const now = nowSeconds();
        const isOurs = await table.put(
          keyOf(name),
          { fingerprint, lockedUntil: now + lockSeconds, expiresAt: now + idempotencySeconds },
          {
            expression:
              'attribute_not_exists(pk) OR expiresAt <= :now OR (attribute_not_exists(answer) AND lockedUntil <= :now AND fingerprint = :fingerprint)',
            values: { ':now': now, ':fingerprint': fingerprint },
          },
        );
        if (isOurs) return undefined;
        const earlier = await table.get(keyOf(name), recordSchema);
        if (earlier) return earlier;
        // It failed and was released in between: now it may be ours.
      }
    },

    async complete(name: IdempotencyName, answer: string): Promise<void> {
      await table.update(
        keyOf(name),
        { expression: 'SET answer = :answer', values: { ':answer': answer } },
        recordSchema,
      );
    },

    /** Forgets a request that failed: trying it again does it again. */
    release: (name: IdempotencyName) => table.delete(keyOf(name)),
  };
}
