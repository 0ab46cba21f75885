// How long things are kept, and where the large ones lie.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import { memoryBucket } from '../../tests/support/stored-campaign.ts';
import { createConnections } from './connections.ts';
import { keys } from './keys.ts';
import { createInlineOutputs, createOutputs } from './outputs.ts';
import { createUsers } from './users.ts';

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
beforeAll(async () => {
  memory = await startMemoryTable();
});
afterAll(() => memory.stop());

const now = new Date('2026-11-26T12:00:00.900Z');
const seconds = Math.floor(now.getTime() / 1000);
const expirySchema = z.object({ expiresAt: z.int() });

it('the mark of a closed account stays for a day', async () => {
  await createUsers(memory.table).close('ann', now);
  expect(await memory.table.get(keys.user('ann'), expirySchema)).toEqual({ expiresAt: seconds + 86_400 });
  expect(await createUsers(memory.table).isOpen('ann')).toBe(false);
  expect(await createUsers(memory.table).get('ann')).toBeUndefined();
});

it('a socket is remembered for as long as API Gateway keeps it open: two hours', async () => {
  const connections = createConnections(memory.table, () => now);
  await connections.add('one', { userId: 'bob', workspaceId: 'wsp_bob' });
  for (const key of [keys.connection('one'), keys.connectionOf('bob', 'one')])
    expect(await memory.table.get(key, expirySchema)).toEqual({ expiresAt: seconds + 7200 });
  expect(await connections.listOf('bob')).toEqual(['one']);
  await connections.delete('one', { userId: 'bob' });
  expect([await connections.get('one'), await connections.listOf('bob')]).toEqual([undefined, []]);
});

describe('an output', () => {
  const phase = { workspaceId: 'wsp_a', campaignId: 'cmp_1', phaseId: 'seo' };
  /** Of so many bytes as JSON. */
  const outputOf = (bytes: number) => ({ text: 'x'.repeat(bytes - '{"text":""}'.length) });
  const itemSchema = z.object({
    json: z.string().optional(),
    brotli: z.instanceof(Uint8Array).optional(),
    objectName: z.string().optional(),
  });

  it.each([
    [15, 'json'],
    [65_536, 'brotli'],
    [65_537, 'objectName'],
  ] as const)('of %i bytes lies where its %s says, and is read from there', async (bytes, field) => {
    const outputs = createOutputs(memory.table, memoryBucket());
    const value = outputOf(bytes);
    await outputs.put(phase, 1, value);
    const item = await memory.table.get(keys.output(phase, 1), itemSchema);
    expect(Object.keys(item ?? {})).toEqual([field]);
    expect(await outputs.get(phase, 1)).toEqual(value);
    await outputs.delete(phase, 1);
    expect(await outputs.get(phase, 1)).toBeUndefined();
  });

  it('that an earlier version stored as text is read', async () => {
    await memory.table.put(keys.output(phase, 2), { json: '{"text":"as it was"}', v: 1 });
    const outputs = createOutputs(memory.table, memoryBucket());
    expect(await outputs.get(phase, 2)).toEqual({ text: 'as it was' });
    expect(await createInlineOutputs(memory.table).get(phase, 2)).toEqual({ text: 'as it was' });
  });
});
