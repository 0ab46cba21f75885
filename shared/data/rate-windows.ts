// How often somebody tried something lately. A window begins with the first try and is over after its time; each check and its
// count are one atomic write, so tries that come together cannot pass the limit together.
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { knownAddressSeconds, type RateLimitClass, type RateLimits, rateLimits } from '../contracts/limits.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

const knownSchema = z.object({ expiresAt: z.int() });
const windowSchema = z.object({ tries: z.int(), resetsAt: z.int() });

export interface RateWindow {
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Until the window is over and all tries are back. */
  readonly resetsInSeconds: number;
}

export type RateWindows = ReturnType<typeof createRateWindows>;

export function createRateWindows(table: Table, clock: () => Date, limits: RateLimits = rateLimits) {
  const nowSeconds = () => Math.floor(clock().getTime() / 1000);
  const fingerprintOf = (subject: string) => createHash('sha256').update(subject).digest('hex').slice(0, 32);
  const keyOf = (limit: RateLimitClass, subject: string) => keys.rateWindow(limit, fingerprintOf(subject));

  return {
    limits,

    /** Access pattern 15. Takes one try of a subject, if there is one left of so many. */
    async take(limit: RateLimitClass, subject: string, most: number): Promise<RateWindow> {
      const { windowSeconds } = limits[limit];
      const key = keyOf(limit, subject);
      for (;;) {
        const now = nowSeconds();
        const state = (tries: number, resetsAt: number, allowed: boolean): RateWindow => ({
          allowed,
          limit: most,
          remaining: Math.max(0, most - tries),
          resetsInSeconds: Math.max(1, resetsAt - now),
        });
        const counted = await table.update(
          key,
          {
            expression: 'ADD tries :one',
            condition: 'resetsAt > :now AND tries < :most',
            values: { ':one': 1, ':now': now, ':most': most },
          },
          windowSchema,
        );
        if (counted) return state(counted.tries, counted.resetsAt, true);
        const resetsAt = now + windowSeconds;
        const isOpened = await table.put(
          key,
          { tries: 1, resetsAt, expiresAt: resetsAt },
          { expression: 'attribute_not_exists(pk) OR resetsAt <= :now', values: { ':now': now } },
        );
        if (isOpened) return state(1, resetsAt, true);
        const full = await table.get(key, windowSchema);
        if (full && full.tries >= most) return state(full.tries, full.resetsAt, false);
      }
    },

    /** Gives a try back, such as one that succeeded. */
    async giveBack(limit: RateLimitClass, subject: string): Promise<void> {
      await table.update(
        keyOf(limit, subject),
        { expression: 'ADD tries :minus', condition: 'tries > :none', values: { ':minus': -1, ':none': 0 } },
        windowSchema,
      );
    },

    /** Access pattern 29. Whether somebody has signed in with the e-mail from the address lately. */
    async knows(email: string, address: string): Promise<boolean> {
      const known = await table.get(keys.knownAddress(fingerprintOf(pairOf(email, address))), knownSchema);
      return known !== undefined && known.expiresAt > nowSeconds();
    },

    /** Remembers that somebody has; of many times in a day only one is written. */
    async remember(email: string, address: string): Promise<void> {
      const expiresAt = nowSeconds() + knownAddressSeconds;
      await table.put(
        keys.knownAddress(fingerprintOf(pairOf(email, address))),
        { expiresAt },
        {
          expression: 'attribute_not_exists(pk) OR expiresAt <= :old',
          values: { ':old': expiresAt - 24 * 60 * 60 },
        },
      );
    },
  };
}

/** A blank is in neither. */
const pairOf = (email: string, address: string): string => `${email} ${address}`;
