import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import { type CampaignDetail, isTerminalCampaign } from '../shared/contracts/campaign.ts';
import type { ModelCall } from '../shared/contracts/usage.ts';
import type { ExportFile } from '../shared/export/export-files.ts';
import { ExportDamaged, unzipExport } from '../shared/export/unzip-export.ts';
import { dollars, elapsedText } from './board.ts';
import type { Session } from './session.ts';
import { writeExport } from './write-export.ts';
import { writePdf } from './write-pdf.ts';

export interface ExportSettings {
  readonly out: string;
  /** Where the folder assets/ will be published: for the links of the tables. */
  readonly mediaUrl: string | undefined;
  /** Prints the report, when somebody asked for that. */
  readonly browser: string | undefined;
}

/** Writes the export of a campaign that ended and yields what to tell its owner. Throws ExportDamaged. */
export const exportCampaign = async (
  { client }: Session,
  campaignId: string,
  { out, mediaUrl, browser }: ExportSettings,
): Promise<string> => {
  const at = { params: { campaignId } };
  const [campaign, { calls }, made] = await Promise.all([
    client.call('getCampaign', at),
    client.call('listModelCalls', at),
    client.call('exportCampaign', { ...at, body: mediaUrl === undefined ? {} : { mediaBaseUrl: mediaUrl } }),
  ]);
  const files = unzipExport(await download(made.url, made.sha256));
  const folder = await writeExport(join(out, made.fileName.replace(/\.zip$/, '')), files);
  if (browser) await writePdf(folder, browser);
  return farewell({ campaign, calls, files, printed: browser !== undefined }, shortPath(folder));
};

const download = async (url: string, sha256: string): Promise<Uint8Array> => {
  const answer = await fetch(url);
  if (!answer.ok) throw new ExportDamaged(`The export could not be downloaded: its link answered ${answer.status}.`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (createHash('sha256').update(bytes).digest('hex') === sha256) return bytes;
  throw new ExportDamaged('The export was not downloaded whole. Export it again.');
};

interface Finished {
  readonly campaign: CampaignDetail;
  readonly calls: readonly ModelCall[];
  readonly files: readonly ExportFile[];
  readonly printed: boolean;
}

const openFirst = [
  ['report.html', 'the whole campaign, ready to print'],
  ['assets', 'pictures and videos'],
  ['calendar.ics', 'the posts, for any calendar program'],
  ['posts-spreadsheet.csv', 'the posts, for a spreadsheet'],
  ['schedulers', 'the posts, for Ayrshare, Buffer and Hootsuite'],
] as const;

/** The totals, and the files worth opening first. */
const farewell = ({ campaign, calls, files, printed }: Finished, folder: string): string => {
  const skipped = campaign.phases.filter(({ status }) => status === 'SKIPPED').length;
  const assets = files.filter(({ path }) => path.startsWith('assets/'));
  const elapsed = elapsedText(Date.parse(campaign.finishedAt ?? campaign.updatedAt) - Date.parse(campaign.createdAt));
  const phases = `${campaign.finishedPhaseCount} of ${campaign.phaseCount} phases${skipped > 0 ? ` (${skipped} skipped)` : ''}`;
  return [
    '',
    `${isTerminalCampaign(campaign.status) ? campaign.status : `still ${campaign.status}`}: ${campaign.name}`,
    `  ${phases} · ${elapsed} · AI cost ${dollars(campaign.spentMicroUsd)} · ${calls.length} model calls · ${assets.length} files`,
    '',
    'Open:',
    ...[...(printed ? [['report.pdf', 'the same, on paper'] as const] : []), ...openFirst].map(
      ([name, what]) => `  ${join(folder, name).padEnd(folder.length + 23)}  ${what}`,
    ),
    '',
  ].join('\n');
};

/** Relative inside the folder one is in, absolute elsewhere. */
const shortPath = (path: string): string => {
  const short = relative(process.cwd(), path);
  return short.startsWith('..') ? path : short;
};
