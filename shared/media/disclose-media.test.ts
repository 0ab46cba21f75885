// What a file says about its origin, read by readers that are not ours: exifr for pictures, ExifTool for all of them where it is installed.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exifr from 'exifr';
import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from 'mediabunny';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderVideo, renderVisual } from '../../studio/media/render.ts';
import type { AssetMediaType } from '../contracts/asset.ts';
import { brandPalette } from '../domain/media/brand-palette.ts';
import { discloseMedia } from './disclose-media.ts';
import { embedXmp } from './embed-xmp.ts';
import { type MediaOrigin, xmpPacket } from './iptc-xmp-packet.ts';
import { measureMedia } from './measure-media.ts';

const origin: MediaOrigin = {
  isTrained: true,
  provider: 'a-provider',
  model: 'a/b & <c> "d"',
  id: 'ast_1_visuals_1_A',
};
const words = {
  ...{ brandName: 'Nordata', callToAction: 'Go', seed: 's' },
  palette: brandPalette({ brandName: 'Nordata', tone: 'professional' }),
};
const drawn = {
  ...words,
  headline: 'One',
  supportingLine: 'Two',
  style: 'artistic',
  widthPixels: 320,
  heightPixels: 240,
} as const;
/** The smallest lossy WebP: one grey block. */
const webp = Buffer.from('UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAgA0JaQAA3AA/vuUAAA=', 'base64');

const files = new Map<AssetMediaType, Uint8Array>([['image/webp', webp]]);
beforeAll(async () => {
  files.set('image/png', await renderVisual({ ...drawn, fileType: 'png' }));
  files.set('image/jpeg', await renderVisual({ ...drawn, fileType: 'jpeg' }));
  const visualPng = files.get('image/png') as Uint8Array;
  const { bytes } = await renderVideo({
    ...{ ...words, style: 'narrative', visualPng, scenes: [{ caption: 'One' }], durationSeconds: 2 },
    ...{ widthPixels: 320, heightPixels: 180, framesPerSecond: 12, silent: false },
  });
  files.set('video/mp4', bytes);
}, 60_000);
const types: AssetMediaType[] = ['image/png', 'image/jpeg', 'image/webp', 'video/mp4'];
const fileOf = (mediaType: AssetMediaType) => {
  const bytes = files.get(mediaType);
  if (!bytes) throw new Error(`No ${mediaType}`);
  return { bytes, mediaType };
};
const disclosed = async (mediaType: AssetMediaType, of = origin) => (await discloseMedia(fileOf(mediaType), of)).bytes;
const count = (bytes: Uint8Array, text: string) => Buffer.from(bytes).toString('latin1').split(text).length - 1;

describe('a generated file', () => {
  it.each(['image/png', 'image/jpeg'] as const)(
    'of type %s tells exifr that a trained model made it, and which',
    async (mediaType) => {
      const told = await exifr.parse(Buffer.from(await disclosed(mediaType)), { xmp: true, mergeOutput: true });
      expect(told).toMatchObject({
        DigitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
      });
      expect(String(told.CreatorTool)).toMatch(/^AstroMedia \(a-provider a\/b/);
    },
  );

  it.each(types)('of type %s says of a program that nothing was trained', async (mediaType) => {
    const bytes = await disclosed(mediaType, { ...origin, isTrained: false });
    expect(count(bytes, 'digitalsourcetype/algorithmicMedia')).toBe(1);
    expect(count(bytes, 'AISystemUsed="')).toBe(0);
  });

  it.each(types)('of type %s is the same picture or film as before', async (mediaType) => {
    const bytes = await disclosed(mediaType);
    expect(measureMedia(bytes)).toEqual(measureMedia(fileOf(mediaType).bytes));
    expect(bytes.byteLength).toBeGreaterThan(fileOf(mediaType).bytes.byteLength - 1000);
  });

  it.each(types)('of type %s says it once, however often it is said, and the same each time', async (mediaType) => {
    const once = await disclosed(mediaType);
    const { bytes: twice } = await discloseMedia({ bytes: once, mediaType }, { ...origin, model: 'another' });
    expect([count(twice, 'a-provider a/b'), count(twice, 'AISystemUsed="a-provider another"')]).toEqual([0, 1]);
    expect(await disclosed(mediaType)).toEqual(once);
  });

  it('of MP4 plays on: every packet is where the index says', async () => {
    const [before, after] = await Promise.all(
      [fileOf('video/mp4').bytes, await disclosed('video/mp4')].map(async (bytes) => {
        const track = await new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS }).getPrimaryVideoTrack();
        if (!track) throw new Error('no track');
        const packets: Uint8Array[] = [];
        for await (const { data } of new EncodedPacketSink(track).packets()) packets.push(data);
        return packets;
      }),
    );
    expect(after).toEqual(before);
  });

  it('of MP4 whose last box ran to its end is given the length of that box', () => {
    const [fileType, rest] = [
      Buffer.from('00000008667479 70'.replace(' ', ''), 'hex'),
      Buffer.from('000000006d646174ff', 'hex'),
    ];
    const bytes = embedXmp(Buffer.concat([fileType, rest]), 'video/mp4', xmpPacket(origin));
    expect(Buffer.from(bytes.subarray(8, 17)).toString('hex')).toBe('000000096d646174ff');
  });

  it('that is signed is signed last, over the words that it carries', async () => {
    let signed: Uint8Array | undefined;
    const sign = async (bytes: Uint8Array) => {
      signed = bytes;
      return Uint8Array.from([...bytes, 9]);
    };
    const file = await discloseMedia(fileOf('image/png'), origin, sign);
    expect(signed).toEqual(await disclosed('image/png'));
    expect(file.bytes.at(-1)).toBe(9);
  });
});

const version = (() => {
  try {
    return execFileSync('exiftool', ['-ver'], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
})();

describe.skipIf(version === undefined)('ExifTool, where it is installed (Debian: libimage-exiftool-perl),', () => {
  it.each(types)('reads the origin of %s and finds nothing wrong with the file', async (mediaType) => {
    const directory = mkdtempSync(join(tmpdir(), 'disclosed-'));
    const path = join(directory, `file.${mediaType.split('/')[1]}`);
    writeFileSync(path, await disclosed(mediaType));
    const [told] = JSON.parse(
      execFileSync('exiftool', ['-j', '-n', '-validate', '-warning', '-XMP:all', path], { encoding: 'utf8' }),
    );
    rmSync(directory, { recursive: true });
    expect(told).toMatchObject({
      DigitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
      AISystemUsed: 'a-provider a/b & <c> "d"',
    });
    expect(told.Warning).toBeUndefined();
  });
});
