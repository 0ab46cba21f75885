import { describe, expect, it } from 'vitest';
import { gatherReads } from './gather-reads.ts';
import type { Key } from './keys.ts';

const key = (sk: string): Key => ({ pk: 'tenant', sk });

/** Reads of a table that has every item but `missing`, and no capacity left in a batch for `busy`. */
function reads({ missing = '', busy = '', fault }: { missing?: string; busy?: string; fault?: Error } = {}) {
  const requests: (readonly [string[], boolean])[] = [];
  const itemOf = ({ pk, sk }: Key) => (sk === missing ? undefined : { pk, sk, said: `I am ${sk}` });
  const read = gatherReads({
    async one(asked, consistent) {
      requests.push([[asked.sk], consistent]);
      if (fault) throw fault;
      return itemOf(asked);
    },
    async many(keys, consistent) {
      requests.push([keys.map(({ sk }) => sk), consistent]);
      if (fault) throw fault;
      const served = keys.filter(({ sk }) => sk !== busy);
      const items = served.flatMap((each) => itemOf(each) ?? []).toReversed();
      return { items, unprocessed: keys.filter(({ sk }) => sk === busy) };
    },
  });
  return { requests, read: async (sk: string, consistent = true) => (await read(key(sk), consistent))?.['said'] };
}

describe('reads of single items', () => {
  it('that are asked for in the same moment are one request, and each gets its own', async () => {
    const { requests, read } = reads({ missing: 'b' });
    expect(await Promise.all(['a', 'b', 'c'].map((sk) => read(sk)))).toEqual(['I am a', undefined, 'I am c']);
    expect(requests).toEqual([[['a', 'b', 'c'], true]]);
  });

  it('one after the other are requests of their own, which see what was written in between', async () => {
    const { requests, read } = reads();
    await read('a');
    await read('a');
    expect(requests).toEqual([
      [['a'], true],
      [['a'], true],
    ]);
  });

  it('of one item at once are one', async () => {
    const { requests, read } = reads();
    expect(await Promise.all([read('a'), read('a')])).toEqual(['I am a', 'I am a']);
    expect(requests).toEqual([[['a'], true]]);
  });

  it('that must be strong go apart from those that need not', async () => {
    const { requests, read } = reads();
    await Promise.all([read('a'), read('b', false), read('c'), read('d', false)]);
    expect(requests).toEqual([
      [['a', 'c'], true],
      [['b', 'd'], false],
    ]);
  });

  it('are a hundred to a request at most', async () => {
    const { requests, read } = reads();
    const names = Array.from({ length: 201 }, (_, number) => String(number));
    expect(await Promise.all(names.map((sk) => read(sk)))).toEqual(names.map((sk) => `I am ${sk}`));
    expect(requests.map(([keys]) => keys.length)).toEqual([100, 100, 1]);
  });

  it('for which a batch had no capacity are asked for alone', async () => {
    const { requests, read } = reads({ busy: 'b' });
    expect(await Promise.all([read('a'), read('b')])).toEqual(['I am a', 'I am b']);
    expect(requests).toEqual([
      [['a', 'b'], true],
      [['b'], true],
    ]);
  });

  it('fail together, and are asked for anew afterwards', async () => {
    const { requests, read } = reads({ fault: new Error('The table is not there') });
    const ends = await Promise.allSettled([read('a'), read('b')]);
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(read('a')).rejects.toThrow('The table is not there');
    expect(requests).toHaveLength(2);
  });
});
