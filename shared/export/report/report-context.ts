// What every section of the report may use: the words, the numbers' format, and where a file lies.
import type { GeneratedAsset } from '../../contracts/asset.ts';
import type { Language } from '../../contracts/brief.ts';
import type { BriefReading } from '../../contracts/brief-reading.ts';
import type { MediaRatio } from '../../contracts/media-formats.ts';
import { type AssetFile, assetFiles, fileInRatio, posterOf } from '../../domain/asset-files.ts';
import { type CampaignDossier, firstOutputOf } from '../campaign-dossier.ts';
import type { AssetPaths } from '../file-names.ts';
import { type ReportTexts, reportTexts } from './report-texts.ts';

export interface ReportFile {
  readonly asset: GeneratedAsset;
  /** Relative to the report. */
  readonly address: string;
  readonly widthPixels: number;
  readonly heightPixels: number;
  /** Of a film's still picture. */
  readonly poster: string | undefined;
  readonly others: readonly (AssetFile & { readonly address: string })[];
}

export interface ReportContext {
  readonly dossier: CampaignDossier;
  readonly language: Language;
  readonly texts: ReportTexts;
  readonly brand: string;
  /** An asset with the address of one of its files; undefined when the export has no such asset. */
  readonly file: (assetId: string | undefined, ratio?: MediaRatio) => ReportFile | undefined;
  /** IANA name of the zone that all times are told in. */
  readonly timeZone: string;
  readonly number: (value: number, options?: Intl.NumberFormatOptions) => string;
  /** A date or time where the campaign's people are. */

  readonly date: (iso: string, options: Intl.DateTimeFormatOptions) => string;
}

/** Gathers what the sections share. `paths` gives each asset's path in the export. */
export const reportContext = (dossier: CampaignDossier, paths: AssetPaths): ReportContext => {
  const { language } = dossier.campaign;
  const timeZone = firstOutputOf(dossier, 'Human')?.briefContext.reading.period.timeZone ?? 'UTC';
  const assets = new Map(dossier.assets.map(({ asset }) => [asset.id, asset]));
  return {
    dossier,
    language,
    texts: reportTexts[language],
    brand: dossier.campaign.briefData.companyInfo.name,
    file: (assetId = '', ratio) => {
      const asset = assets.get(assetId);
      if (!asset) return undefined;
      const shown = ratio ? fileInRatio(asset, ratio) : asset;
      const poster = posterOf(asset, shown);
      const address = ({ fileName }: AssetFile) =>
        paths.of(asset.id, fileName).split('/').map(encodeURIComponent).join('/');
      return {
        asset,
        address: address(shown),
        widthPixels: shown.widthPixels,
        heightPixels: shown.heightPixels,
        poster: poster && address(poster),
        others: assetFiles(asset)
          .filter((other) => other !== shown && other !== poster)
          .map((other) => ({ ...other, address: address(other) })),
      };
    },
    timeZone,
    number: (value, options) => new Intl.NumberFormat(language, options).format(value),
    date: (iso, options) => new Intl.DateTimeFormat(language, { timeZone, ...options }).format(new Date(iso)),
  };
};

/** What was read out of the brief; undefined while nobody has finished that phase. */
export const readingOf = ({ dossier }: ReportContext): BriefReading | undefined =>
  firstOutputOf(dossier, 'Human')?.briefContext.reading;

/** From the first day to the last, in words; the brief's own when nothing more is known. */
export const periodOf = (context: ReportContext): string => {
  const period = readingOf(context)?.period;
  if (!period) return context.dossier.campaign.briefData.campaignGoals.duration;
  const format = new Intl.DateTimeFormat(context.language, { dateStyle: 'long', timeZone: 'UTC' });
  return format.formatRange(new Date(period.startsOn), new Date(period.endsOn));
};
