// The files a client gets, made from a dossier alone: the same dossier gives the same bytes. No disk, no network, no clock.
import { createHash } from 'node:crypto';
import { assetFiles } from '../domain/media/asset-files.ts';
import { postsCalendar } from './calendar-ics.ts';
import { campaignJson } from './campaign-json.ts';
import { costsCsv } from './costs-csv.ts';
import type { ExportData } from './export-data.ts';
import { assetPaths } from './file-names.ts';
import { postTables } from './posts-csv.ts';
import { provenanceJson } from './provenance-json.ts';
import { report } from './report/report.ts';
import type { ReportFont } from './report/report-fonts.ts';

/** A file of the export. The path is relative, uses /, and never leaves the folder it is written to. */
export interface ExportFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

interface ExportOptions {
  /** Where the folder assets/ was published. */
  readonly mediaBaseUrl?: string | undefined;
  readonly fonts?: readonly ReportFont[];
}

/** Every file of the export, report first, checksums of all the others last. */
export const exportFiles = (exportData: ExportData, { mediaBaseUrl, fonts }: ExportOptions = {}): ExportFile[] => {
  const paths = assetPaths(exportData.assets.map(({ asset }) => asset));
  const files = [
    text('report.html', report(exportData, paths, fonts)),
    text('calendar.ics', postsCalendar(exportData)),
    ...postTables(exportData, paths, mediaBaseUrl).map(({ path, content }) => text(path, content)),
    text('campaign.json', campaignJson(exportData, paths)),
    text('provenance.json', provenanceJson(exportData, paths)),
    text('costs.csv', costsCsv(exportData)),
    ...exportData.assets.flatMap(({ asset, files: own }) =>
      assetFiles(asset).flatMap(({ fileName }, index) => {
        const bytes = own[index];
        return bytes ? [{ path: paths.of(asset.id, fileName), bytes }] : [];
      }),
    ),
  ];
  return [...files, text('SHA256SUMS', checksums(files))];
};

const text = (path: string, content: string): ExportFile => ({ path, bytes: new TextEncoder().encode(content) });

/** One line per file in the form that `sha256sum -c` reads. */
const checksums = (files: readonly ExportFile[]): string =>
  files
    .map(({ path, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`)
    .sort((first, second) => (first.slice(66) < second.slice(66) ? -1 : 1))
    .join('');
