import { describe, expect, it } from 'vitest';
import { slugSchema } from '../../shared/contracts/identifiers.ts';
import { cursorFrom, idIn, readPage } from './cursor.ts';

const rows = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id, index) => ({ id, isEven: index % 2 === 0 }));
type Row = (typeof rows)[number];

/** Reads from the rows above, no more than `mostPerRead` at once, as a table whose pages are full does. */
const reader =
  (mostPerRead = 100, reads: number[] = []) =>
  async (limit: number, after: string | undefined) => {
    reads.push(limit);
    const start = after === undefined ? 0 : rows.findIndex(({ id }) => id === after) + 1;
    const page = rows.slice(start, start + Math.min(limit, mostPerRead));
    const last = page.at(-1)?.id;
    return start + page.length < rows.length && last !== undefined ? { rows: page, lastSortKey: last } : { rows: page };
  };

async function allPages(limit: number, mostPerRead?: number, passes?: (row: Row) => boolean): Promise<string[]> {
  const pages: string[] = [];
  let after: string | undefined;
  do {
    const page = await readPage<Row>({ limit, after, passes, read: reader(mostPerRead) });
    pages.push(page.rows.map(({ id }) => id).join(''));
    after = idIn(page.nextCursor, slugSchema);
  } while (after !== undefined);
  return pages;
}
const isEven = (row: Row) => row.isEven;

describe('pages', () => {
  it.each<[number, string[]]>([
    [1, ['a', 'b', 'c', 'd', 'e', 'f', 'g']],
    [3, ['abc', 'def', 'g']],
    [6, ['abcdef', 'g']],
    [7, ['abcdefg']],
    [8, ['abcdefg']],
  ])('of %i hold every row once, and the last has no cursor', async (limit, pages) => {
    expect(await allPages(limit)).toEqual(pages);
    expect(await allPages(limit, 2)).toEqual(pages);
  });

  it.each([100, 3, 1])('of rows that pass are filled although the table gives %i at a time', async (mostPerRead) => {
    expect(await allPages(2, mostPerRead, isEven)).toEqual(['ac', 'eg']);
    expect(await allPages(3, mostPerRead, isEven)).toEqual(['ace', 'g']);
    expect(await allPages(3, mostPerRead, () => false)).toEqual(['']);
  });

  it('read no more rows than needed to know whether another page follows', async () => {
    const reads: number[] = [];
    await readPage<Row>({ limit: 3, after: undefined, read: reader(100, reads) });
    expect(reads).toEqual([4]);
  });

  it('of rows that seldom pass are looked for in larger steps after the first: few reads, however long the list', async () => {
    const reads: number[] = [];
    await readPage<Row>({ limit: 3, after: undefined, passes: () => false, read: reader(3, reads) });
    expect(reads).toEqual([100, 200, 400]);
  });
});

describe('a cursor', () => {
  it('gives back the id it was made from', () => {
    expect(idIn(cursorFrom('phase-1'), slugSchema)).toBe('phase-1');
    expect(idIn(undefined, slugSchema)).toBeUndefined();
  });

  it.each([
    '',
    'phase-1',
    cursorFrom('Not a slug'),
    `${cursorFrom('phase-1')}=`,
    cursorFrom('phase-1').slice(0, -1),
    '%',
  ])('%j is refused', (cursor) => {
    expect(() => idIn(cursor, slugSchema)).toThrow('One field is not valid.');
  });
});
