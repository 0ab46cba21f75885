// What a person put aside for a while: an attempt of a phase, and until when. It ends by itself.
import * as z from 'zod';
import type { PhaseReference } from '../contracts/identifiers.ts';
import { keys, lists } from './keys.ts';
import type { Table } from './table.ts';

const snoozeSchema = z.object({
  campaignId: z.string(),
  phaseId: z.string(),
  /** A newer attempt is another thing, and is seen at once. */
  attempt: z.int(),
  until: z.string(),
});
export type Snooze = z.infer<typeof snoozeSchema>;

export type Snoozes = ReturnType<typeof createSnoozes>;

export function createSnoozes(table: Table) {
  return {
    /** Access pattern 40: what a person put aside, also what is over since a moment ago. */
    listOf: (userId: string): Promise<Snooze[]> =>
      table.queryAll({ ...lists.snoozes(userId), consistent: true }, snoozeSchema),

    put: (userId: string, snooze: Snooze): Promise<boolean> =>
      table.put(keys.snooze(userId, snooze), { ...snooze, expiresAt: Math.ceil(Date.parse(snooze.until) / 1000) }),

    /** Safe to repeat. */
    remove: (userId: string, phase: Pick<PhaseReference, 'campaignId' | 'phaseId'>): Promise<boolean> =>
      table.delete(keys.snooze(userId, phase)),
  };
}
