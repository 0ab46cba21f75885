/** Checks that bytes are a whole, undamaged PNG of a sane size, before anything is spent on decoding them. */
import { crc32 } from 'node:zlib';
import { ModelRefused } from '../../../shared/models/errors.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** 8192² RGBA is 256 MiB: already all the memory a small Lambda has. */
const MAXIMUM_SIDE_PIXELS = 8192;

/** The picture's size in pixels. Throws ModelRefused that says what is wrong with the file: pictures of other providers may be JPEG or WebP. */
export function readPngSize(png: Uint8Array): { width: number; height: number } {
  if (!SIGNATURE.every((byte, index) => png[index] === byte)) throw broken('it does not begin with the PNG signature');
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  let size: { width: number; height: number } | undefined;
  for (let offset = SIGNATURE.length; offset + 12 <= png.length; ) {
    const length = view.getUint32(offset);
    const type = String.fromCharCode(...png.subarray(offset + 4, offset + 8));
    const end = offset + 8 + length;
    if (end + 4 > png.length) throw broken('it is cut off');
    if (crc32(png.subarray(offset + 4, end)) !== view.getUint32(end)) throw broken(`its ${type} chunk is damaged`);
    if (type === 'IHDR') size = { width: view.getUint32(offset + 8), height: view.getUint32(offset + 12) };
    if (type === 'IEND') return checkedSize(size);
    offset = end + 4;
  }
  throw broken('it is cut off');
}

function checkedSize(size: { width: number; height: number } | undefined): { width: number; height: number } {
  if (!size || size.width === 0 || size.height === 0) throw broken('it has no size');
  if (Math.max(size.width, size.height) > MAXIMUM_SIDE_PIXELS)
    throw broken(`it is larger than ${MAXIMUM_SIDE_PIXELS} pixels`);
  return size;
}

const broken = (reason: string): ModelRefused =>
  new ModelRefused(`The visual is not a usable PNG: ${reason}. Give the bytes of a complete PNG file.`);
