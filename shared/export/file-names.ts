// File names that are safe on every system, whatever a campaign or an asset is called.
import type { GeneratedAsset } from '../contracts/asset.ts';
import { assetFiles } from '../domain/media/asset-files.ts';
import { truncateText } from '../domain/text/truncate-text.ts';

const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** Makes one file name: no folders, no control or reserved characters, no leading dot, at most 120 characters. */
export const exportFileName = (name: string, fallback = 'file'): string => {
  const cleaned = name
    .normalize('NFC')
    .replace(/[\p{C}\\/:*?"<>|]+/gu, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s-]+|[.\s]+$/g, '');
  const named = cleaned === '' ? fallback : cleaned;
  return shorten(reservedOnWindows.test(named) ? `_${named}` : named, 120);
};

/** Keeps the extension of a name that is too long. */
const shorten = (name: string, maximum: number): string => {
  if (name.length <= maximum) return name;
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
  return `${truncateText(name, maximum - extension.length)}${extension}`;
};

/** A short lower-case name of letters, digits and hyphens, for folders and addresses. */
export const slugOf = (text: string, fallback = 'campaign'): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '') || fallback;

/** Where each file of each asset lies in the export. */
export interface AssetPaths {
  readonly of: (assetId: string, fileName: string) => string;
}

/** Gives every file of every asset its path in the export. Two of the same name (compared without case) get the asset's identifier in front. */
export const assetPaths = (assets: readonly GeneratedAsset[]): AssetPaths => {
  const taken = new Set<string>();
  const paths = new Map<string, string>();
  for (const asset of assets) {
    for (const { fileName } of assetFiles(asset)) {
      const plain = exportFileName(fileName, asset.id);
      const name = taken.has(plain.toLowerCase()) ? exportFileName(`${asset.id}-${plain}`) : plain;
      taken.add(name.toLowerCase());
      paths.set(keyOf(asset.id, fileName), `assets/${name}`);
    }
  }
  return {
    of: (assetId, fileName) => {
      const path = paths.get(keyOf(assetId, fileName));
      if (path === undefined) throw new Error(`The export has no file ${fileName} of ${assetId}`);
      return path;
    },
  };
};

const keyOf = (assetId: string, fileName: string): string => `${assetId}/${fileName}`;
