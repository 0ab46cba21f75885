// What every part of the report may use: what outputs are drawn with, the words of the report itself, and where a file lies.
import { createElement as h } from 'react';
import type { GeneratedAsset } from '../../contracts/asset.ts';
import type { BriefReading } from '../../contracts/brief-reading.ts';
import type { MediaRatio } from '../../contracts/media-formats.ts';
import { type AssetFile, fileInRatio, posterOf } from '../../domain/media/asset-files.ts';
import { periodText } from '../../outputs/brief.ts';
import { type MediaRequest, type OutputContext, outputContext } from '../../outputs/output-context.ts';
import { type ExportData, firstOutputOf } from '../export-data.ts';
import type { AssetPaths } from '../file-names.ts';
import { type ReportTexts, reportTexts } from './report-texts.ts';

interface ReportFile {
  readonly asset: GeneratedAsset;
  /** Relative to the report. */
  readonly address: string;
  readonly widthPixels: number;
  readonly heightPixels: number;
  /** Of a film's still picture. */
  readonly poster: string | undefined;
}

export interface ReportContext extends OutputContext {
  readonly exportData: ExportData;
  readonly texts: ReportTexts;
  /** An asset with the address of one of its files; undefined when the export has no such asset. */
  readonly file: (assetId: string | undefined, ratio?: MediaRatio) => ReportFile | undefined;
}

/** Gathers what the parts share. `paths` gives each asset's path in the export. */
export const reportContext = (exportData: ExportData, paths: AssetPaths): ReportContext => {
  const { language, briefData } = exportData.campaign;
  const texts = reportTexts[language];
  const file = fileFinder(exportData, paths);
  const settings = {
    language,
    timeZone: firstOutputOf(exportData, 'Human')?.briefContext.reading.period.timeZone ?? 'UTC',
    brand: briefData.companyInfo.name,
    website: briefData.companyInfo.website,
    budget: briefData.campaignGoals.budget,
    media: ({ assetId, alt, ratio }: MediaRequest) => {
      const found = file(assetId, ratio);
      return found ? shown(found, alt) : h('p', { className: 'absence' }, texts.fileMissing);
    },
    shape: (assetId: string, ratio: MediaRatio) => {
      const found = file(assetId, ratio);
      return found ? h('a', { href: found.address }, ratio) : ratio;
    },
  };
  return { ...outputContext(settings), exportData, texts, file };
};

const fileFinder = (exportData: ExportData, paths: AssetPaths): ReportContext['file'] => {
  const assets = new Map(exportData.assets.map(({ asset }) => [asset.id, asset]));
  return (assetId = '', ratio) => {
    const asset = assets.get(assetId);
    if (!asset) return undefined;
    const chosen = ratio ? fileInRatio(asset, ratio) : asset;
    const poster = posterOf(asset, chosen);
    const address = ({ fileName }: AssetFile) =>
      paths.of(asset.id, fileName).split('/').map(encodeURIComponent).join('/');
    const { widthPixels, heightPixels } = chosen;
    return { asset, address: address(chosen), widthPixels, heightPixels, poster: poster && address(poster) };
  };
};

/** A picture; a film that can be played, and on paper its still picture. */
const shown = ({ asset, address, poster, widthPixels: width, heightPixels: height }: ReportFile, alt: string) =>
  asset.kind === 'video'
    ? [
        h('video', { key: 'film', src: address, poster, controls: true, preload: 'none', playsInline: true, width, height, 'aria-label': alt || undefined }), // biome-ignore format: one tag
        poster && h('img', { key: 'poster', className: 'poster', src: poster, alt: '' }),
      ]
    : h('img', { src: address, alt, width, height });

/** What was read out of the brief; undefined while nobody has finished that phase. */
export const readingOf = ({ exportData }: ReportContext): BriefReading | undefined =>
  firstOutputOf(exportData, 'Human')?.briefContext.reading;

/** From the first day to the last, in words; the brief's own when nothing more is known. */
export const periodOf = (context: ReportContext): string => {
  const period = readingOf(context)?.period;
  if (!period) return context.exportData.campaign.briefData.campaignGoals.duration;
  return periodText(context, period);
};
