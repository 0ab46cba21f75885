import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import { memoryBucket, repositoriesOf, storeCampaign } from '../../tests/support/stored-campaign.ts';
import { briefSchema } from '../contracts/brief.ts';
import { objectNames } from '../data/object-names.ts';
import { sampleExportData } from '../export/testing/sample-export-data.ts';
import { sampleBriefData, sampleOutputs } from '../export/testing/sample-outputs.ts';
import { unzipExport } from '../export/unzip-export.ts';
import { AssetDamaged, collectExportData } from './collect-export-data.ts';
import { exportCampaign } from './export-campaign.ts';

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
let data: ReturnType<typeof repositoriesOf>;
let stored: Awaited<ReturnType<typeof storeCampaign>>;
beforeAll(async () => {
  memory = await startMemoryTable();
});
afterAll(() => memory.stop());
beforeEach(async () => {
  data = repositoriesOf(memory.table, memoryBucket());
  stored = await storeCampaign(data);
  await data.campaigns.putContents(
    stored.reference,
    briefSchema.parse({ name: 'Spring', briefData: sampleBriefData }),
    [],
  );
});

const complete = async (phaseId: 'seo' | 'visuals', changes: object = {}) => {
  const { reference, record } = stored.phaseOf(phaseId);
  await data.outputs.put(reference, 1, sampleOutputs[record.agent]);
  await data.phases.change(reference, { from: ['IDLE'], set: { status: 'COMPLETED', outputAttempt: 1, ...changes } });
};
const [sample] = sampleExportData().assets;
/** A picture of an attempt of visuals. */
async function storeImage(attempt: number, bytes = sample?.files[0] ?? new Uint8Array()) {
  if (!sample) throw new Error('The sample dossier has no asset');
  const id = `ast_${stored.reference.campaignId.slice(4)}_visuals_${attempt}_A`;
  const asset = {
    ...sample.asset,
    id,
    campaignId: stored.reference.campaignId,
    attempt,
    fileName: `visuals-${attempt}.png`,
  };
  await data.bucket.put({
    name: objectNames.asset(stored.reference, id, asset.fileName),
    bytes,
    mediaType: 'image/png',
  });
  await data.assets.put(stored.reference.workspaceId, asset);
}
const pathsOf = async (objectName: string) =>
  unzipExport((await data.bucket.get(objectName)) ?? new Uint8Array()).map(({ path }) => path);

describe('collecting a campaign', () => {
  it('takes what is completed, in the version a person approved', async () => {
    await complete('seo');
    const { reference } = stored.phaseOf('seo');
    const version = await data.outputs.putEdited(reference, 1, {
      ...sampleOutputs.SEO,
      seoOpportunities: ['one', 'two'],
    });
    await data.phases.change(reference, { from: ['COMPLETED'], set: { editedVersion: version } });

    const exportData = await collectExportData(data, stored.reference);

    const seo = exportData?.phases.find(({ phase }) => phase.id === 'seo');
    expect(seo?.output).toMatchObject({ seoOpportunities: ['one', 'two'] });
    expect(JSON.stringify(exportData)).not.toContain('Token');
  });

  it('leaves out what still waits for a person, and files of an attempt that was sent back', async () => {
    await complete('visuals', { attempt: 2, outputAttempt: 2 });
    await data.outputs.put(stored.phaseOf('visuals').reference, 2, sampleOutputs.designer);
    await storeImage(1);
    await storeImage(2);
    const { reference } = stored.phaseOf('seo');
    await data.outputs.put(reference, 1, sampleOutputs.SEO);
    await data.phases.change(reference, { from: ['IDLE'], set: { status: 'WAITING_VALIDATION', outputAttempt: 1 } });

    const exportData = await collectExportData(data, stored.reference);

    expect(exportData?.phases.find(({ phase }) => phase.id === 'seo')?.output).toBeUndefined();
    expect(exportData?.assets.map(({ asset }) => asset.fileName)).toEqual(['visuals-2.png']);
  });

  it('refuses bytes that are not those that were stored', async () => {
    await complete('visuals');
    await storeImage(1, new Uint8Array([1, 2, 3]));

    await expect(collectExportData(data, stored.reference)).rejects.toThrow(AssetDamaged);
  });
});

describe('an export', () => {
  it('of a running campaign holds what is there', async () => {
    await complete('seo');

    const { objectName, fileName, byteLength } = await exportCampaign({ ...data, fonts: [] }, stored.reference);

    expect(fileName).toMatch(/^spring-launch-[0-9a-z]{6}\.zip$/);
    expect((await data.bucket.get(objectName))?.byteLength).toBe(byteLength);
    expect(await pathsOf(objectName)).toEqual([
      'report.html',
      'calendar.ics',
      'posts.csv',
      'posts-spreadsheet.csv',
      'schedulers/ayrshare.csv',
      'campaign.json',
      'provenance.json',
      'costs.csv',
      'SHA256SUMS',
    ]);
  });

  it('of the same campaign is the same object, and of a changed one another', async () => {
    await complete('seo');
    const first = await exportCampaign({ ...data, fonts: [] }, stored.reference);
    expect(await exportCampaign({ ...data, fonts: [] }, stored.reference)).toEqual(first);
    await complete('visuals');
    await storeImage(1);
    const second = await exportCampaign({ ...data, fonts: [] }, stored.reference);
    expect(second.sha256).not.toBe(first.sha256);
    expect(await pathsOf(first.objectName)).not.toContain('assets/visuals-1.png');
    expect(await pathsOf(second.objectName)).toContain('assets/visuals-1.png');
  });

  it('waits for something to be finished, and says so', async () => {
    await expect(exportCampaign({ ...data, fonts: [] }, stored.reference)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Export it once its first phase is done.'),
    });
  });

  it('of a campaign that there is not is not found', async () => {
    const nowhere = { ...stored.reference, workspaceId: 'wsp_other' };
    await expect(exportCampaign({ ...data, fonts: [] }, nowhere)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('goes with the campaign when that is deleted', async () => {
    await complete('seo');
    const { objectName } = await exportCampaign({ ...data, fonts: [] }, stored.reference);
    await data.bucket.deleteAll(objectNames.campaign(stored.reference));
    expect(await data.bucket.get(objectName)).toBeUndefined();
  });
});
