import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { AssetMediaType } from '../../../shared/contracts/asset.ts';
import { brandPalette } from '../../../shared/domain/media/brand-palette.ts';
import { gradientPng } from '../../../shared/export/testing/sample-png.ts';
import { renderVideo } from '../../../studio/media/render.ts';
import { ContentRefused, checkContent } from './check-content.ts';

const png = gradientPng(40, 30, [0, 0, 0], [255, 255, 255]);

/** A JPEG up to its frame header, with an orientation as cameras write it. */
function jpeg(widthPixels: number, heightPixels: number, orientation?: number): Uint8Array {
  const exif = Buffer.concat([
    Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x01', 'latin1'),
    Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation ?? 1, 0, 0, 0, 0, 0, 0]),
  ]);
  const application = Buffer.concat([Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif]);
  const frame = Buffer.from([0xff, 0xc0, 0, 17, 8, 0, 0, 0, 0, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]);
  frame.writeUInt16BE(heightPixels, 5);
  frame.writeUInt16BE(widthPixels, 7);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), application, frame, Buffer.from([0xff, 0xd9])]);
}

function webp(widthPixels: number, heightPixels: number): Uint8Array {
  const bytes = Buffer.alloc(30);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(22, 4);
  bytes.write('WEBPVP8X', 8);
  bytes.writeUIntLE(widthPixels - 1, 24, 3);
  bytes.writeUIntLE(heightPixels - 1, 27, 3);
  return bytes;
}

const box = (name: string, ...contents: Uint8Array[]): Buffer => {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(8 + contents.reduce((sum, { byteLength }) => sum + byteLength, 0));
  header.write(name, 4);
  return Buffer.concat([header, ...contents]);
};
const fileType = box('ftyp', Buffer.from('isom\0\0\0\0isom'));
const track = (widthPixels: number, heightPixels: number) => {
  const header = Buffer.alloc(84);
  header.writeUInt32BE(widthPixels * 0x10000, 76);
  header.writeUInt32BE(heightPixels * 0x10000, 80);
  return box('trak', box('tkhd', header));
};
const movieHeader = (timescale: number, duration: number) => {
  const header = Buffer.alloc(100);
  header.writeUInt32BE(timescale, 12);
  header.writeUInt32BE(duration, 16);
  return box('mvhd', header);
};

describe('a file that is what it says', () => {
  it('is measured and fingerprinted', () => {
    expect(checkContent(png, 'image/png')).toEqual({
      sha256: createHash('sha256').update(png).digest('hex'),
      widthPixels: 40,
      heightPixels: 30,
    });
    expect(checkContent(jpeg(640, 480), 'image/jpeg')).toMatchObject({ widthPixels: 640, heightPixels: 480 });
    expect(checkContent(webp(300, 200), 'image/webp')).toMatchObject({ widthPixels: 300, heightPixels: 200 });
  });

  it('is measured as it is shown when the camera was held upright', () => {
    expect(checkContent(jpeg(640, 480, 6), 'image/jpeg')).toMatchObject({ widthPixels: 480, heightPixels: 640 });
  });

  it('is measured when it is a film that our own studio made', async () => {
    const film = await renderVideo({
      style: 'narrative',
      visualPng: gradientPng(320, 180, [0, 0, 0], [255, 255, 255]),
      brandName: 'Nordata',
      scenes: [{ caption: 'One' }],
      callToAction: 'Go',
      palette: brandPalette({ brandName: 'Nordata', tone: 'professional' }),
      seed: 's',
      widthPixels: 320,
      heightPixels: 180,
      framesPerSecond: 12,
      durationSeconds: 3,
      silent: false,
    });
    const content = checkContent(film.bytes, 'video/mp4');
    expect(content).toMatchObject({ widthPixels: 320, heightPixels: 180 });
    expect(content.durationSeconds).toBeCloseTo(3, 1);
  });

  it('is measured by its picture when it is a film that begins with sound, has its index last, or long boxes', () => {
    const movie = box('moov', movieHeader(1000, 2500), track(0, 0), track(1280, 720));
    const long = Buffer.concat([
      Buffer.from([0, 0, 0, 1]),
      Buffer.from('mdat'),
      Buffer.alloc(7),
      Buffer.from([24]),
      Buffer.alloc(8),
    ]);
    expect(checkContent(Buffer.concat([fileType, long, movie]), 'video/mp4')).toMatchObject({
      widthPixels: 1280,
      heightPixels: 720,
      durationSeconds: 2.5,
    });
  });
});

const text = (content: string) => new TextEncoder().encode(content);
const huge = Buffer.from(png);
huge.writeUInt32BE(100_000, 16);
const flat = Buffer.from(png);
flat.writeUInt32BE(0, 20);
/** As long as a list of boxes can be said to be without being so. */
const overlong = Buffer.concat([fileType, Buffer.from([0xff, 0xff, 0xff, 0xff]), Buffer.from('moov')]);
const endless = Buffer.concat([fileType, Buffer.from([0, 0, 0, 2]), Buffer.from('moov')]);

describe('a file is refused', () => {
  it.each<[string, AssetMediaType, Uint8Array, RegExp]>([
    ['a drawing that can run scripts', 'image/png', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), /not those of/],
    ['a page', 'image/png', text('<!doctype html><script>alert(1)</script>'), /not those of/],
    ['another kind of picture', 'image/jpeg', png, /not those of a file of type image\/jpeg/],
    ['a picture for a film', 'video/mp4', png, /not those of/],
    ['nothing', 'image/png', new Uint8Array(), /not those of/],
    ['a signature and no more', 'image/png', png.subarray(0, 8), /damaged/],
    ['half a header', 'image/png', png.subarray(0, 18), /damaged/],
    ['half a JPEG', 'image/jpeg', jpeg(10, 10).slice(0, 20), /damaged/],
    ['half a WebP', 'image/webp', webp(10, 10).slice(0, 16), /damaged/],
    ['a side beyond what can be shown', 'image/png', huge, /between 1 and 16384/],
    ['no height', 'image/png', flat, /between 1 and 16384/],
    [
      'a film without a picture',
      'video/mp4',
      Buffer.concat([fileType, box('moov', movieHeader(1, 1), track(0, 0))]),
      /no track/,
    ],
    ['a film that is cut off', 'video/mp4', overlong, /no track/],
    ['a box shorter than its header', 'video/mp4', endless, /no track/],
  ])('when it holds %s', (_what, mediaType, bytes, reason) => {
    const check = () => checkContent(bytes, mediaType);
    expect(check).toThrow(ContentRefused);
    expect(check).toThrow(reason);
  });
});
