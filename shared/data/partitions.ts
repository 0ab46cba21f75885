// Whole partitions, emptied: for the end of an account. Knows keys and nothing of what the items mean.
import * as z from 'zod';
import { keys, partitions } from './keys.ts';
import type { Table } from './table.ts';

const keySchema = z.object({ pk: z.string(), sk: z.string() });
/** A few batches of deletions: about a second of work, after which the clock is looked at. */
const pageSize = 100;

export type Partitions = ReturnType<typeof createPartitions>;

export function createPartitions(table: Table) {
  async function empty(all: readonly string[], betweenPages: () => void, kept: readonly string[] = []): Promise<void> {
    for (const pk of all)
      for (let isEmpty = false; !isEmpty; ) {
        betweenPages();
        const page = { pk, prefix: '', limit: pageSize, consistent: true, only: ['pk', 'sk'] };
        const { rows, lastSortKey } = await table.queryPage(page, keySchema);
        await table.deleteMany(rows.filter(({ sk }) => !kept.includes(sk)));
        isEmpty = lastSortKey === undefined;
      }
  }
  return {
    /**
     * Access pattern 19. Deletes every item of a person's partitions but the mark that the account is closed; `betweenPages` may throw to stop.
     * Safe to repeat.
     */
    emptyOfUser: (userId: string, betweenPages: () => void) =>
      empty(partitions.ofUser(userId), betweenPages, [keys.user(userId).sk]),

    /** Access pattern 20. The same for a workspace. */
    emptyOfWorkspace: (workspaceId: string, betweenPages: () => void) =>
      empty(partitions.ofWorkspace(workspaceId), betweenPages),
  };
}
