// The campaign as data: brief, phases, outputs, decisions and files, for programs that take it from here.
import type { ExportData } from './export-data.ts';
import type { AssetPaths } from './file-names.ts';
import { jsonText } from './json-text.ts';

/** Everything of the dossier but the bytes; each asset says where its file lies. */
export const campaignJson = ({ campaign, phases, assets }: ExportData, paths: AssetPaths): string => {
  const { phases: _headers, ...header } = campaign;
  return jsonText({
    format: 'astromedia-campaign',
    formatVersion: 1,
    campaign: header,
    phases: phases.map(({ phase, output, approvals }) => ({ ...phase, output, approvals })),
    assets: assets.map(({ asset }) => ({
      ...asset,
      path: paths.of(asset.id, asset.fileName),
      formats: asset.formats.map((format) => ({ ...format, path: paths.of(asset.id, format.fileName) })),
    })),
  });
};
