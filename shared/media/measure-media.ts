// What the bytes of a picture or video are, and how large: believes the bytes, never the name or the type that came with them.
import { JPG } from 'image-size/types/jpg';
import { PNG } from 'image-size/types/png';
import { WEBP } from 'image-size/types/webp';
import type { AssetMediaType } from '../contracts/asset.ts';
import { readMp4 } from './read-mp4.ts';

/** The bytes are no whole file of a type that can be used. The message says why, to whoever sent them. */
export class MediaDamaged extends Error {
  override readonly name = 'MediaDamaged';
}

export interface MeasuredMedia {
  readonly mediaType: AssetMediaType;
  readonly widthPixels: number;
  readonly heightPixels: number;
  /** Of a video whose length is written in it. */
  readonly durationSeconds?: number;
}

const signatures = {
  'image/png': [0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  'image/jpeg': [0, [0xff, 0xd8, 0xff]],
  'image/webp': [8, [...Buffer.from('WEBP')]],
  'video/mp4': [4, [...Buffer.from('ftyp')]],
} as const satisfies Record<AssetMediaType, readonly [offset: number, bytes: readonly number[]]>;

/** What reads the size of a picture; the library guesses among 20 formats when asked in general, SVG among them. */
const pictures = { 'image/png': PNG, 'image/jpeg': JPG, 'image/webp': WEBP };

const lastChunkOfPng = Buffer.from('0000000049454e44ae426082', 'hex');
const endOfJpeg = Buffer.from('ffd9', 'hex');
/** Whether a picture reaches its end: the library takes missing bytes for zeros. */
const isWhole: Record<keyof typeof pictures, (bytes: Buffer) => boolean> = {
  'image/png': (bytes) => bytes.includes(lastChunkOfPng),
  'image/jpeg': (bytes) => bytes.includes(endOfJpeg),
  'image/webp': (bytes) => bytes.readUInt32LE(4) + 8 <= bytes.byteLength,
};

/** Beyond this, a picture of a few kilobytes can fill a browser's memory when it is shown. */
const largestSidePixels = 16_384;

/** The type that the bytes begin like. */
export const sniffMediaType = (bytes: Uint8Array): AssetMediaType | undefined =>
  (Object.keys(signatures) as AssetMediaType[]).find((mediaType) => {
    const [offset, expected] = signatures[mediaType];
    return expected.every((byte, index) => bytes[offset + index] === byte);
  });

/** Type and size of a whole picture or video. Throws MediaDamaged. */
export function measureMedia(bytes: Uint8Array): MeasuredMedia {
  const mediaType = sniffMediaType(bytes);
  if (!mediaType) throw new MediaDamaged('The bytes are those of no PNG, JPEG, WebP or MP4 file.');
  const size = mediaType === 'video/mp4' ? measureVideo(bytes) : measureImage(bytes, mediaType);
  return { mediaType, ...size };
}

function measureImage(bytes: Uint8Array, mediaType: keyof typeof pictures) {
  const size = attempt(() => {
    const format = pictures[mediaType];
    const whole = isWhole[mediaType](Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return whole && format.validate(bytes) ? format.calculate(bytes) : undefined;
  });
  if (!size) throw new MediaDamaged(`The file begins like ${mediaType} but is damaged or cut off.`);
  // A camera held upright stores the picture lying down.
  const isTurned = (size.orientation ?? 1) >= 5;
  const [widthPixels, heightPixels] = isTurned ? [size.height, size.width] : [size.width, size.height];
  return withinLimits({ widthPixels, heightPixels });
}

function measureVideo(bytes: Uint8Array) {
  const video = attempt(() => readMp4(bytes));
  if (!video) throw new MediaDamaged('The file begins like video/mp4 but holds no track that can be seen.');
  return { ...withinLimits(video), ...(video.durationSeconds > 0 ? { durationSeconds: video.durationSeconds } : {}) };
}

function withinLimits({ widthPixels, heightPixels }: { widthPixels: number; heightPixels: number }) {
  const isFine = [widthPixels, heightPixels].every(
    (side) => Number.isInteger(side) && side >= 1 && side <= largestSidePixels,
  );
  if (!isFine) throw new MediaDamaged(`Width and height must be between 1 and ${largestSidePixels} pixels.`);
  return { widthPixels, heightPixels };
}

/** What the work answers; undefined when it stumbles over the bytes, as readers of truncated files do. */
function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}
