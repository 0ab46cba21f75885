// Packs what a campaign has finished into one ZIP in the bucket.

import { createHash } from 'node:crypto';
import type { CampaignReference } from '../contracts/identifiers.ts';
import type { Bucket } from '../data/bucket.ts';
import { objectNames } from '../data/object-names.ts';
import { slugOf } from '../export/file-names.ts';
import type { ReportFont } from '../export/report/report-fonts.ts';
import { zipExport } from '../export/zip-export.ts';
import { noSuchCampaign, ProblemError } from '../runtime/problem-error.ts';
import { collectExportData, type ExportDataParts } from './collect-export-data.ts';

export interface StoredExport {
  readonly objectName: string;
  readonly fileName: string;
  readonly byteLength: number;
  readonly sha256: string;
}

/**
 * Makes the export of a campaign as it is now. The object is named after its content: the same campaign is stored once, and a link
 * that was handed out leads to the same bytes as long as it works. It is deleted after `exportDays`; asking again makes it again. Throws not-found, and conflict while nothing is finished.
 */
export async function exportCampaign(
  parts: ExportDataParts & {
    readonly bucket: Pick<Bucket, 'get' | 'put' | 'delete'>;
    readonly fonts: readonly ReportFont[];
  },
  reference: CampaignReference,
  mediaBaseUrl?: string | undefined,
): Promise<StoredExport> {
  const [exportData, { exportFiles }] = await Promise.all([
    collectExportData(parts, reference),
    import('../export/export-files.ts'), // what draws the report, 450 KB, is read while the table answers
  ]);
  if (!exportData) throw noSuchCampaign();
  const { campaign } = exportData;
  if (!campaign.phases.some(({ agent, status }) => agent !== 'Human' && status === 'COMPLETED'))
    throw new ProblemError(
      'conflict',
      'No phase of this campaign is finished yet, so there is nothing to export. Export it once its first phase is done.',
    );
  const bytes = zipExport(exportFiles(exportData, { mediaBaseUrl, fonts: parts.fonts }), campaign.createdAt);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const objectName = objectNames.export(reference, sha256);
  await parts.bucket.put({ name: objectName, bytes, mediaType: 'application/zip', lifetime: 'export' });
  if (!(await parts.campaigns.get(reference))) {
    await parts.bucket.delete(objectName); // it was deleted while it was packed
    throw noSuchCampaign();
  }
  const fileName = `${slugOf(campaign.name)}-${campaign.id.slice(-6).toLowerCase()}.zip`;
  return { objectName, fileName, byteLength: bytes.byteLength, sha256 };
}
