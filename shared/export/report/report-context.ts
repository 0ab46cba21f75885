// What every section of the report may use: the words, the numbers' format, and where a file lies.
import type { GeneratedAsset } from '../../contracts/asset.ts';
import type { Language } from '../../contracts/brief.ts';
import type { CampaignDossier } from '../campaign-dossier.ts';
import { type ReportTexts, reportTexts } from './report-texts.ts';

export interface ReportContext {
  readonly dossier: CampaignDossier;
  readonly language: Language;
  readonly texts: ReportTexts;
  readonly brand: string;
  /** An asset with its address relative to the report; undefined when the export has no such file. */
  readonly file: (
    assetId: string | undefined,
  ) => { readonly asset: GeneratedAsset; readonly address: string } | undefined;
  readonly number: (value: number, options?: Intl.NumberFormatOptions) => string;
  /** A date or time in UTC. */
  readonly date: (iso: string, options: Intl.DateTimeFormatOptions) => string;
}

/** Gathers what the sections share. `paths` gives each asset's path in the export. */
export const reportContext = (dossier: CampaignDossier, paths: ReadonlyMap<string, string>): ReportContext => {
  const { language } = dossier.campaign;
  const assets = new Map(dossier.assets.map(({ asset }) => [asset.id, asset]));
  return {
    dossier,
    language,
    texts: reportTexts[language],
    brand: dossier.campaign.briefData.companyInfo.name,
    file: (assetId = '') => {
      const [asset, path] = [assets.get(assetId), paths.get(assetId)];
      return asset && path ? { asset, address: path.split('/').map(encodeURIComponent).join('/') } : undefined;
    },
    number: (value, options) => new Intl.NumberFormat(language, options).format(value),
    date: (iso, options) => new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options }).format(new Date(iso)),
  };
};
