import { expect, it, onTestFinished } from 'vitest';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import { sampleExportData } from '../export/testing/sample-export-data.ts';
import { createAssets } from './assets.ts';
import { keys } from './keys.ts';

it('reads what was stored before files had an origin as made by an agent', async () => {
  const { table, stop } = await startMemoryTable();
  onTestFinished(stop);
  const [made] = sampleExportData().assets;
  if (!made) throw new Error('the sample has no file');
  const { origin: _origin, ...stored } = made.asset;
  await table.put(keys.asset('wsp_test', stored.id), stored);

  const assets = createAssets(table);

  expect(await assets.get('wsp_test', stored.id)).toEqual(made.asset);
  expect(await assets.getGenerated('wsp_test', stored.id)).toEqual(made.asset);
  expect((await assets.list('wsp_test', stored.campaignId, 10)).rows).toEqual([made.asset]);
});
