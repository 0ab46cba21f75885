// The files of one generated asset: its own and those of its formats. Pure.
import type { AssetFormat, AssetMediaType, GeneratedAsset } from '../../contracts/asset.ts';
import type { MediaRatio } from '../../contracts/media-formats.ts';

export interface AssetFile {
  readonly fileName: string;
  readonly mediaType: AssetMediaType;
  readonly byteLength: number;
  readonly sha256: string;
  readonly widthPixels: number;
  readonly heightPixels: number;
}

/** Its own first. */
export const assetFiles = (asset: GeneratedAsset): readonly AssetFile[] => [asset, ...asset.formats];

/** The file for a network that wants a shape: a JPEG where there is one, for not all of them take PNG. The asset's own when the shape is not there. */
export const fileInRatio = (asset: GeneratedAsset, ratio: MediaRatio | undefined): AssetFile =>
  asset.formats.find((format) => format.ratio === ratio && isOfKind(asset, format)) ?? asset;

/** The still picture of a film in the shape of one of its files. */
export const posterOf = (asset: GeneratedAsset, file: Pick<AssetFile, 'widthPixels' | 'heightPixels'>) =>
  asset.kind === 'video'
    ? asset.formats.find(
        (format) =>
          !isOfKind(asset, format) &&
          format.widthPixels === file.widthPixels &&
          format.heightPixels === file.heightPixels,
      )
    : undefined;

const isOfKind = ({ kind }: GeneratedAsset, { mediaType }: AssetFormat): boolean => mediaType.startsWith(`${kind}/`);
