import { join, relative } from 'node:path';
import { isTerminalCampaign } from '../../shared/contracts/campaign.ts';
import type { CampaignDossier } from '../../shared/export/campaign-dossier.ts';
import { collectDossier } from '../../shared/export/collect-dossier.ts';
import { exportFiles } from '../../shared/export/export-files.ts';
import { slugOf } from '../../shared/export/file-names.ts';
import { dollars, elapsedText } from './board.ts';
import type { Session } from './session.ts';
import { writeExport } from './write-export.ts';

/** Writes the export of a campaign that ended and yields what to tell its owner. */
export const exportCampaign = async ({ client }: Session, campaignId: string, out: string): Promise<string> => {
  const dossier = await collectDossier({ client }, campaignId);
  const { name, id } = dossier.campaign;
  const folder = await writeExport(join(out, `${slugOf(name)}-${id.slice(-6).toLowerCase()}`), exportFiles(dossier));
  return farewell(dossier, shortPath(folder));
};

const openFirst = [
  ['report.html', 'the whole campaign, ready to print'],
  ['assets', 'pictures and videos'],
  ['calendar.ics', 'the posts, for any calendar program'],
] as const;

/** The totals, and the three files worth opening first. */
export const farewell = ({ campaign, calls, assets }: CampaignDossier, folder: string): string => {
  const skipped = campaign.phases.filter(({ status }) => status === 'SKIPPED').length;
  const elapsed = elapsedText(Date.parse(campaign.finishedAt ?? campaign.updatedAt) - Date.parse(campaign.createdAt));
  const phases = `${campaign.finishedPhaseCount} of ${campaign.phaseCount} phases${skipped > 0 ? ` (${skipped} skipped)` : ''}`;
  return [
    '',
    `${isTerminalCampaign(campaign.status) ? campaign.status : `still ${campaign.status}`}: ${campaign.name}`,
    `  ${phases} · ${elapsed} · AI cost ${dollars(campaign.spentMicroUsd)} · ${calls.length} model calls · ${assets.length} files`,
    '',
    'Open:',
    ...openFirst.map(([name, what]) => `  ${join(folder, name).padEnd(folder.length + 14)}  ${what}`),
    '',
  ].join('\n');
};

/** Relative inside the folder one is in, absolute elsewhere. */
const shortPath = (path: string): string => {
  const short = relative(process.cwd(), path);
  return short.startsWith('..') ? path : short;
};
