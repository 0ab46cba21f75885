import { describe, expect, it } from 'vitest';
import type { AssetFormat, GeneratedAsset } from '../../contracts/asset.ts';
import { assetFiles, fileInRatio, posterOf } from './asset-files.ts';

describe('the files of an asset', () => {
  const format = (ratio: string, mediaType: string, widthPixels = 10, heightPixels = 10) =>
    ({ ratio, mediaType, widthPixels, heightPixels, fileName: `${ratio}.${mediaType}` }) as AssetFormat;
  const assetOf = (kind: 'image' | 'video', formats: AssetFormat[]) =>
    ({ kind, mediaType: `${kind}/own`, widthPixels: 99, heightPixels: 99, formats }) as unknown as GeneratedAsset;
  const [square, wide] = [format('1:1', 'image/jpeg'), format('16:9', 'image/jpeg', 16, 9)];
  const picture = assetOf('image', [square, wide]);

  it('are its own and those of its formats', () => {
    expect(assetFiles(picture)).toEqual([picture, square, wide]);
  });

  it('are chosen by shape, and its own where the shape is not there', () => {
    expect(fileInRatio(picture, '16:9')).toBe(wide);
    expect(fileInRatio(picture, '9:16')).toBe(picture);
    expect(fileInRatio(picture, undefined)).toBe(picture);
  });

  it('of a film are films, and their posters are pictures of the same size', () => {
    const [film, poster, other] = [
      format('16:9', 'video/mp4', 16, 9),
      format('16:9', 'image/png', 16, 9),
      format('1:1', 'image/png', 16, 10),
    ];
    const asset = assetOf('video', [other, poster, film]);
    expect(fileInRatio(asset, '16:9')).toBe(film);
    expect(posterOf(asset, film)).toBe(poster);
    expect(posterOf(asset, { widthPixels: 9, heightPixels: 9 })).toBeUndefined();
    expect(posterOf(asset, { widthPixels: 15, heightPixels: 9 })).toBeUndefined();
    expect(posterOf(picture, wide)).toBeUndefined();
  });
});
