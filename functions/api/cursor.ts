// Cursors: where a page ended, opaque to clients. They name a sort key only; the partition always comes from the caller's token.
import { ProblemError } from '../../shared/runtime/problem-error.ts';

export const cursorFrom = (sortKey: string | undefined): string | undefined =>
  sortKey === undefined ? undefined : Buffer.from(sortKey).toString('base64url');

/** Throws validation-failed for a text that no page has handed out. */
export function sortKeyOf(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const sortKey = Buffer.from(cursor, 'base64url').toString('utf8');
  if (cursorFrom(sortKey) === cursor && /^[\w#:.-]+$/.test(sortKey)) return sortKey;
  throw new ProblemError('validation-failed', 'One field is not valid.', [
    { pointer: '#/cursor', detail: 'is not a nextCursor of an earlier page' },
  ]);
}
