// Calls that an item has counted and that have not ended: an attribute each, named after the call. A counter that knows its calls by
// name can be changed again after a crash without counting twice.
import * as z from 'zod';

const prefix = 'open:';

/** The attribute of a call. It needs a placeholder in expressions. */
export const openCall = (name: string): string => `${prefix}${name}`;

/** Any item, as the open calls it has: name and number, such as the money reserved. */
export const openCallsSchema = z
  .record(z.string(), z.unknown())
  .transform(
    (item): ReadonlyMap<string, number> =>
      new Map(
        Object.entries(item).flatMap(([attribute, value]) =>
          attribute.startsWith(prefix) && typeof value === 'number' ? [[attribute.slice(prefix.length), value]] : [],
        ),
      ),
  );

export interface HeldCall {
  /** Epoch milliseconds. */
  readonly takenAt: number;
  readonly heldMicroUsd: number;
}
const heldCallSchema = z.union([
  z.number().transform((takenAt): HeldCall => ({ takenAt, heldMicroUsd: 0 })),
  z.tuple([z.number(), z.number()]).transform(([takenAt, heldMicroUsd]): HeldCall => ({ takenAt, heldMicroUsd })),
]);

/** The open calls of a month: when each was taken, and what is held for it. */
export const heldCallsSchema = z.record(z.string(), z.unknown()).transform(
  (item): ReadonlyMap<string, HeldCall> =>
    new Map(
      Object.entries(item).flatMap(([attribute, value]) => {
        if (!attribute.startsWith(prefix)) return [];
        const call = heldCallSchema.safeParse(value);
        return call.success ? [[attribute.slice(prefix.length), call.data] as const] : [];
      }),
    ),
);
