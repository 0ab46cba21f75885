import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import { memoryBucket } from '../../tests/support/stored-campaign.ts';
import { createInlineOutputs, createOutputs } from './outputs.ts';

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
beforeAll(async () => {
  memory = await startMemoryTable();
});
afterAll(() => memory.stop());

const reference = { workspaceId: 'wsp_outputs', campaignId: 'cmp_outputs', phaseId: 'copy' };

describe('what an agent made', () => {
  it.each([
    ['short', 100, true],
    ['of 64 KB and more', 66_000, false],
  ])('that is %s comes back whole, and says whether events show it', async (_what, length, isShown) => {
    const outputs = createOutputs(memory.table, memoryBucket());
    const value = { text: 'word '.repeat(length / 5), length };

    expect(await outputs.put(reference, length, value)).toBe(isShown);
    expect(await outputs.get(reference, length)).toEqual(value);
    expect(await createInlineOutputs(memory.table).get(reference, length)).toEqual(isShown ? value : undefined);
  });
});
