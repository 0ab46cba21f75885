// Pages and their cursors. A cursor is the id of the last row a client has, opaque to it; the partition always comes from the
// caller's token, so a forged cursor can name nothing of another tenant.
import type { z } from 'zod';
import type { Page } from '../../shared/data/table.ts';
import { ProblemError } from '../../shared/runtime/problem-error.ts';

export const cursorFrom = (id: string): string => Buffer.from(id).toString('base64url');

/** The id a cursor holds. Throws validation-failed for a text that no page of such ids has handed out. */
export function idIn(cursor: string | undefined, idSchema: z.ZodType<string>): string | undefined {
  if (cursor === undefined) return undefined;
  const id = idSchema.safeParse(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (id.success && cursorFrom(id.data) === cursor) return id.data;
  throw new ProblemError('validation-failed', 'One field is not valid.', [
    { pointer: '#/cursor', detail: 'is not a nextCursor of an earlier page' },
  ]);
}

export interface PageRequest<Row> {
  readonly limit: number;
  /** Id of the last row of the page before. */
  readonly after: string | undefined;
  /** Which rows count; all of them when left out. */
  readonly passes?: ((row: Row) => boolean) | undefined;
  readonly read: (limit: number, after: string | undefined) => Promise<Page<Row>>;
}

/** Rows read at once when not all of them count: few at first, twice as many with each read, and at most about one answer of the table. */
const firstFilteredRead = 100;
const largestFilteredRead = 1000;

/** Reads on until `limit` rows pass. The cursor is missing on the last page; a filtered page may be followed by an empty one. */
export async function readPage<Row extends { readonly id: string }>({
  limit,
  after,
  passes,
  read,
}: PageRequest<Row>): Promise<{ rows: Row[]; nextCursor: string | undefined }> {
  const found: Row[] = [];
  let from = after;
  for (let size = firstFilteredRead; ; size = Math.min(size * 2, largestFilteredRead)) {
    // One more than asked for: whether it exists says whether there is another page.
    const page = await read(passes ? size : limit + 1, from);
    for (const row of page.rows) {
      if (passes && !passes(row)) continue;
      if (found.length === limit) return { rows: found, nextCursor: cursorFrom(found.at(-1)?.id ?? row.id) };
      found.push(row);
    }
    from = page.rows.at(-1)?.id;
    if (page.lastSortKey === undefined || from === undefined) return { rows: found, nextCursor: undefined };
  }
}
