import { afterAll, beforeAll, expect, it } from 'vitest';
import { sampleCall } from '../../tests/support/account-books.ts';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import { repositoriesOf, storeCampaign } from '../../tests/support/stored-campaign.ts';
import { createModelCalls } from './model-calls.ts';

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
beforeAll(async () => {
  memory = await startMemoryTable();
});
afterAll(() => memory.stop());

it('a reason that was stored as a sentence is read as what somebody said', async () => {
  const data = repositoriesOf(memory.table);
  const { reference } = (await storeCampaign(data)).phaseOf('video');
  const sentence = 'needs scripts from scriptwriting, which did not come' as never;
  await data.phases.change(reference, { from: ['IDLE'], set: { status: 'SKIPPED', skippedBecause: sentence } });
  expect((await data.phases.get(reference))?.skippedBecause).toEqual({ kind: 'said', words: sentence });

  const calls = createModelCalls(memory.table);
  await calls.put(reference, { ...sampleCall('video.1.text-1'), chosenBecause: 'next in line after others' as never });
  const [call] = await calls.list(reference);
  expect(call?.chosenBecause).toEqual({ kind: 'said', words: 'next in line after others' });
});
