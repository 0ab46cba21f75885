import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import { NewerItem, requireKnownVersion, versionOf } from './item-versions.ts';
import { kindOf } from './keys.ts';
import { CorruptItem } from './table.ts';

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
beforeAll(async () => {
  memory = await startMemoryTable();
});
afterAll(() => memory.stop());

const schema = z.strictObject({ name: z.string(), v: z.int(), pk: z.string(), sk: z.string() });
const keyOf = (sk: string) => ({ pk: 'W#wsp_test', sk });
const read = (sk: string) => memory.table.get(keyOf(sk), schema);

describe('an item says which version of its shape it is in', () => {
  it('when it is put, alone or with others', async () => {
    await memory.table.put(keyOf('ONE'), { name: 'one' });
    await memory.table.putMany([{ ...keyOf('TWO'), name: 'two' }]);
    await memory.table.putAllNew([{ ...keyOf('THREE'), name: 'three' }]);
    for (const sk of ['ONE', 'TWO', 'THREE']) expect(await read(sk)).toMatchObject({ v: 1 });
  });

  it('when a change begins it, alone or with others, and no change takes it away', async () => {
    const change = { expression: 'SET #name = :name', names: { '#name': 'name' }, values: { ':name': 'begun' } };
    await memory.table.upsert(keyOf('FOUR'), change, schema);
    await memory.table.together([{ update: keyOf('FIVE'), change }]);
    await memory.table.update(keyOf('FIVE'), change, schema);
    for (const sk of ['FOUR', 'FIVE']) expect(await read(sk)).toMatchObject({ name: 'begun', v: 1 });
  });

  it('and a change that may begin one but cannot say it is refused', () => {
    expect(() => memory.table.upsert(keyOf('SIX'), { expression: 'ADD calls :one' }, schema)).toThrow(
      'begins with SET',
    );
  });
});

describe('reading', () => {
  const named = z.strictObject({ name: z.string(), inner: z.strictObject({ known: z.int() }) });

  it('leaves out what a newer version has added, at any depth', async () => {
    await memory.table.put(keyOf('GROWN'), { name: 'grown', more: 1, inner: { known: 2, more: 3 } });
    expect(await memory.table.get(keyOf('GROWN'), named)).toEqual({ name: 'grown', inner: { known: 2 } });
  });

  it('refuses an item of a newer version, alone and in lists, and says what to do', async () => {
    await memory.table.put(keyOf('NEW#1'), { name: 'new' });
    const newer = { expression: 'SET v = :two', values: { ':two': 2 } };
    const says = 'Item W#wsp_test / NEW#1 is of version 2, and this program knows 1. Run the newer version';
    await expect(memory.table.update(keyOf('NEW#1'), newer, schema)).rejects.toThrow(says);
    await expect(read('NEW#1')).rejects.toThrow(NewerItem);
    const list = memory.table.queryAll(
      { pk: 'W#wsp_test', prefix: 'NEW#', only: ['name'] },
      z.object({ name: z.string() }),
    );
    await expect(list).rejects.toThrow(NewerItem);
  });

  it('takes an item from before there were versions for one of the first, and names one of another shape', async () => {
    expect(() => requireKnownVersion({ ...keyOf('OLD'), name: 'old' })).not.toThrow();
    await memory.table.put(keyOf('ODD'), { name: 5 });
    await expect(read('ODD')).rejects.toThrow(CorruptItem);
    await expect(read('ODD')).rejects.toThrow('W#wsp_test / ODD does not have the expected shape: name');
  });
});

it.each([
  ['W#wsp_1', 'CAMPAIGN#cmp_1', 'CAMPAIGN'],
  ['U#ann', 'PROFILE', 'PROFILE'],
  ['W#wsp_1#ASSETS', 'upl_1', 'ASSETS'],
  ['W#wsp_1#GENERATIONS', 'gen_1', 'GENERATIONS'],
  ['OUTBOX', 'wsp_1#cmp_1', 'OUTBOX'],
  ['CONNECTION#a', 'CONNECTION', 'CONNECTION'],
])('the item %s / %s is of the kind %s', (pk, sk, kind) => {
  expect([kindOf({ pk, sk }), versionOf({ pk, sk })]).toEqual([kind, 1]);
});
