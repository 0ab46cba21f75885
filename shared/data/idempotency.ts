// Requests that carried an Idempotency-Key, and what they were answered. The answer arrives here unreadable (functions/kit).
import * as z from 'zod';
import { isoDateTimeSchema } from '../contracts/identifiers.ts';
import { idempotencySeconds } from '../contracts/limits.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

const recordSchema = z.object({
  /** Of method, path and body: the same key with another one is refused. */
  fingerprint: z.string(),
  /** When it was tried first: what it creates is named by it (runtime/ids.ts). */
  firstTriedAt: isoDateTimeSchema,
  /** When whoever works on it must have ended, in epoch seconds: then somebody else may. */
  lockedUntil: z.int(),
  answer: z.string().optional(),
  expiresAt: z.int(),
});
export type IdempotentRequest = z.infer<typeof recordSchema>;

/** The request is the caller's to do, for the first time or once more; or somebody has done it or is at it. */
export type Claim = { readonly isOurs: boolean; readonly isRepetition: boolean; readonly record: IdempotentRequest };

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
    /** Access pattern 18. Claims the request, unless it is done or somebody is at it. One that was cut off keeps when it was tried first. */
    async claim(name: IdempotencyName, fingerprint: string): Promise<Claim> {
      for (;;) {
        const now = nowSeconds();
        const record = {
          fingerprint,
          firstTriedAt: clock().toISOString(),
          lockedUntil: now + lockSeconds,
          expiresAt: now + idempotencySeconds,
        };
        const isNew = await table.put(keyOf(name), record, {
          expression: 'attribute_not_exists(pk) OR expiresAt <= :now',
          values: { ':now': now },
        });
        if (isNew) return { isOurs: true, isRepetition: false, record };
        const earlier = await table.get(keyOf(name), recordSchema);
        if (!earlier) continue; // it was refused and released in between: now it may be ours
        if (earlier.answer !== undefined || earlier.lockedUntil > now || earlier.fingerprint !== fingerprint)
          return { isOurs: false, isRepetition: true, record: earlier };
        const taken = await table.update(
          keyOf(name),
          {
            expression: 'SET lockedUntil = :until',
            condition: 'lockedUntil = :seen AND attribute_not_exists(answer)',
            values: { ':until': now + lockSeconds, ':seen': earlier.lockedUntil },
          },
          recordSchema,
        );
        if (taken) return { isOurs: true, isRepetition: true, record: taken };
      }
    },

    async complete(name: IdempotencyName, answer: string): Promise<void> {
      await table.update(
        keyOf(name),
        { expression: 'SET answer = :answer', values: { ':answer': answer } },
        recordSchema,
      );
    },

    /** Lets a request that was cut off be tried again, by the same name. */
    async unlock(name: IdempotencyName): Promise<void> {
      await table.update(
        keyOf(name),
        { expression: 'SET lockedUntil = :now', values: { ':now': nowSeconds() } },
        recordSchema,
      );
    },

    /** Forgets a request that was refused: its key is free for another one. */
    release: (name: IdempotencyName) => table.delete(keyOf(name)),
  };
}
