// Whole partitions, emptied: for the end of an account. Knows keys and nothing of what the items mean.
import * as z from 'zod';
import type { Table } from './table.ts';

const keySchema = z.object({ pk: z.string(), sk: z.string() });
/** A few batches of deletions: about a second of work, after which the clock is looked at. */
const pageSize = 100;

export type Partitions = ReturnType<typeof createPartitions>;

export function createPartitions(table: Table) {
  return {
    /** Access patterns 19 and 20. Deletes every item of a partition; `betweenPages` may throw to stop. Safe to repeat. */
    async empty(pk: string, betweenPages: () => void): Promise<void> {
      for (;;) {
        betweenPages();
        const { rows, lastSortKey } = await table.queryPage(
          { pk, prefix: '', limit: pageSize, consistent: true, only: ['pk', 'sk'] },
          keySchema,
        );
        await table.deleteMany(rows);
        if (lastSortKey === undefined) return;
      }
    },
  };
}
