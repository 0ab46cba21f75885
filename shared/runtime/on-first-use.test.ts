import { expect, it } from 'vitest';
import { onFirstUse } from './on-first-use.ts';

it('loads a part when one of its methods is first called, once', async () => {
  let loads = 0;
  const part = onFirstUse(async () => {
    loads += 1;
    return { double: async (number: number) => number * 2, fail: () => Promise.reject(new Error('no')) };
  });
  expect(loads).toBe(0);

  expect(await Promise.all([part.double(2), part.double(3)])).toEqual([4, 6]);
  await expect(part.fail()).rejects.toThrow('no');
  expect(loads).toBe(1);
});

it('tries again after it could not be loaded', async () => {
  let tries = 0;
  const part = onFirstUse(async () => {
    tries += 1;
    if (tries === 1) throw new Error('not now');
    return { name: async () => 'part' };
  });

  await expect(part.name()).rejects.toThrow('not now');
  expect(await part.name()).toBe('part');
});

it('may be handed on by a promise before it is loaded', async () => {
  const part = onFirstUse(async () => expect.fail('loaded'));

  expect(await Promise.resolve(part)).toBe(part);
});

it('loads nothing for a method that is known already', async () => {
  const part = onFirstUse(async () => ({ late: async () => 'late' }), { early: async () => 'early' });
  const unloadable = async (): Promise<object> => expect.fail('loaded');
  const unloaded = onFirstUse(unloadable, { early: async () => 'early' });

  expect([await part.early(), await part.late(), await unloaded.early()]).toEqual(['early', 'late', 'early']);
});
