// What was deleted a short while ago: ids only. Whoever was at work then may still have written something, which is deleted later.
import * as z from 'zod';
import { campaignIdSchema, isoDateTimeSchema, userIdSchema, workspaceIdSchema } from '../contracts/identifiers.ts';
import { keys, lists } from './keys.ts';
import type { Table } from './table.ts';

const deletionSchema = z.object({
  workspaceId: workspaceIdSchema,
  /** Absent when the whole account was deleted. */
  campaignId: campaignIdSchema.optional(),
  /** Who created the campaign, or whose account it was. */
  userId: userIdSchema,
  deletedAt: isoDateTimeSchema,
});
export type Deletion = z.infer<typeof deletionSchema>;

export type Deletions = ReturnType<typeof createDeletions>;

export function createDeletions(table: Table, clock: () => Date) {
  return {
    /** To be written before anything is deleted: a deletion that is cut short is finished by the sweep. Safe to repeat. */
    async note(deletion: Omit<Deletion, 'deletedAt'>): Promise<void> {
      await table.put(keys.deletion(deletion), { ...deletion, deletedAt: clock().toISOString() });
    },

    /** Access pattern 30: all that were noted. Strongly consistent: a sweep that runs seldom should miss none. */
    list: (): Promise<Deletion[]> => table.queryAll({ ...lists.deletions(), consistent: true }, deletionSchema),

    /** Takes a deletion off that is complete, unless it was noted again since it was read. */
    complete: (deletion: Deletion): Promise<boolean> =>
      table.delete(keys.deletion(deletion), {
        expression: 'deletedAt = :deletedAt',
        values: { ':deletedAt': deletion.deletedAt },
      }),
  };
}
