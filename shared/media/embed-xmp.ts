// Puts an XMP packet where readers of each file type look for it. The pixels are not touched. Content Credentials that were there are taken out:
// they vouch for the bytes as they were.
import { crc32 } from 'node:zlib';
import type { AssetMediaType } from '../contracts/asset.ts';

/** The same picture or video with the packet in it, in place of one that it had. Throws RangeError for a file that is cut off. */
export const embedXmp = (bytes: Uint8Array, mediaType: AssetMediaType, packet: string): Uint8Array =>
  writers[mediaType](bytes, Buffer.from(packet));

const writers: Readonly<Record<AssetMediaType, (bytes: Uint8Array, packet: Buffer) => Uint8Array>> = {
  'image/png': inPng,
  'image/jpeg': inJpeg,
  'image/webp': inWebp,
  'video/mp4': inMp4,
};

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const nameAt = (bytes: Uint8Array, at: number): string => Buffer.from(bytes.subarray(at, at + 4)).toString('latin1');

/** ISO/IEC 15948 with Adobe's keyword: an iTXt chunk behind the header. */
function inPng(bytes: Uint8Array, packet: Buffer): Uint8Array {
  const view = viewOf(bytes);
  const keyword = Buffer.from('XML:com.adobe.xmp\0');
  const chunks: Uint8Array[] = [];
  for (let at = 8; at < bytes.byteLength; ) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.byteLength) break; // what follows the last whole chunk stays as it is
    const isXmp = nameAt(bytes, at + 4) === 'iTXt' && keyword.equals(bytes.subarray(at + 8, at + 8 + keyword.length));
    if (!isXmp && nameAt(bytes, at + 4) !== 'caBX') chunks.push(bytes.subarray(at, end));
    at = end;
  }
  const [header = new Uint8Array(), ...others] = chunks;
  // The keyword's end, then no compression, no language, no translation.
  const text = pngChunk('iTXt', Buffer.concat([keyword, Buffer.from('\0\0\0\0'), packet]));
  return joined(bytes.subarray(0, 8), header, text, ...others);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  return Buffer.concat([uint32(data.length), body, uint32(crc32(body))]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

const jpegXmp = Buffer.from('http://ns.adobe.com/xap/1.0/\0');

/** An APP1 segment behind JFIF and Exif, which readers want first. */
function inJpeg(bytes: Uint8Array, packet: Buffer): Uint8Array {
  const view = viewOf(bytes);
  const isXmpAt = (at: number) =>
    bytes[at + 1] === 0xe1 && jpegXmp.equals(bytes.subarray(at + 4, at + 4 + jpegXmp.length));
  const kept: Uint8Array[] = [];
  const leading: Uint8Array[] = [];
  let at = 2;
  for (; bytes[at] === 0xff && isApplication(bytes[at + 1]); ) {
    const end = at + 2 + view.getUint16(at + 2);
    if (!isXmpAt(at) && bytes[at + 1] !== 0xeb)
      (bytes[at + 1] === 0xe0 || bytes[at + 1] === 0xe1 ? leading : kept).push(bytes.subarray(at, end));
    at = end;
  }
  const body = Buffer.concat([jpegXmp, packet]);
  const head = Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 255]);
  return joined(bytes.subarray(0, 2), ...leading, head, body, ...kept, bytes.subarray(at));
}

const isApplication = (marker: number | undefined): boolean =>
  marker !== undefined && ((marker >= 0xe0 && marker <= 0xef) || marker === 0xfe);

/** RIFF: an `XMP ` chunk at the end and its flag in the extended header, which is put in where there is none. */
function inWebp(bytes: Uint8Array, packet: Buffer): Uint8Array {
  const view = viewOf(bytes);
  const chunks: { readonly name: string; readonly bytes: Uint8Array }[] = [];
  for (let at = 12; at + 8 <= bytes.byteLength; ) {
    const length = view.getUint32(at + 4, true);
    const end = Math.min(bytes.byteLength, at + 8 + length + (length % 2));
    chunks.push({ name: nameAt(bytes, at), bytes: bytes.subarray(at, end) });
    at = end;
  }
  const others = chunks.filter(({ name }) => name !== 'XMP ' && name !== 'VP8X').map(({ bytes: chunk }) => chunk);
  const extended = Uint8Array.from(chunks.find(({ name }) => name === 'VP8X')?.bytes ?? extendedHeader(chunks));
  extended[8] = (extended[8] ?? 0) | 0x04;
  const body = Buffer.concat([extended, ...others, riffChunk('XMP ', packet)]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length + 4);
  return joined(Buffer.from('RIFF'), length, Buffer.from('WEBP'), body);
}

function riffChunk(name: string, data: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.byteLength);
  return Buffer.concat([Buffer.from(name), length, data, Buffer.alloc(data.byteLength % 2)]);
}

/** Of a simple file, whose size is in its only chunk: lossy in a key frame, lossless in 14 bits each. */
function extendedHeader(chunks: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Uint8Array {
  const [first] = chunks;
  if (!first) throw new RangeError('The WebP file holds no picture');
  const view = viewOf(first.bytes);
  const isLossless = first.name === 'VP8L';
  const bits = isLossless ? view.getUint32(9, true) : 0;
  const [width, height] = isLossless
    ? [(bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1]
    : [view.getUint16(14, true) & 0x3fff, view.getUint16(16, true) & 0x3fff];
  const data = Buffer.alloc(10);
  if (isLossless && bits & (1 << 28)) data[0] = 0x10;
  data.writeUIntLE(width - 1, 4, 3);
  data.writeUIntLE(height - 1, 7, 3);
  return riffChunk('VP8X', data);
}

/** ISO/IEC 14496-12 with Adobe's id: a `uuid` box at the end, so that no offset into the media moves. */
function inMp4(bytes: Uint8Array, packet: Buffer): Uint8Array {
  const kept: Uint8Array[] = [];
  for (let at = 0; at + 8 <= bytes.byteLength; ) {
    const whole = boxAt(bytes, at);
    const isReplaced = nameAt(whole, 4) === 'uuid' && replaced.some((id) => id.equals(whole.subarray(8, 24)));
    // One in front of the media was there when the offsets were written: free space of the same length takes its place.
    if (!isReplaced) kept.push(whole);
    else if (at + whole.byteLength < bytes.byteLength) kept.push(freeBox(whole.byteLength));
    at += whole.byteLength;
  }
  return joined(...kept, uint32(24 + packet.length), Buffer.from('uuid'), mp4Xmp, packet);
}

const mp4Xmp = Buffer.from('be7acfcb97a942e89c71999491e3afac', 'hex');
const mp4Credentials = Buffer.from('d8fec3d61b0e483c92975828877ec481', 'hex');
const replaced = [mp4Xmp, mp4Credentials];

const freeBox = (length: number): Buffer =>
  Buffer.concat([uint32(length), Buffer.from('free'), Buffer.alloc(length - 8)]);

/** A length of 1 says that it follows in 64 bits, 0 that the box is the last: it is written down, for then it is the last no more. */
function boxAt(bytes: Uint8Array, at: number): Uint8Array {
  const view = viewOf(bytes);
  const told = view.getUint32(at);
  const length = told === 1 ? Number(view.getBigUint64(at + 8)) : told || bytes.byteLength - at;
  if (length < 8 || at + length > bytes.byteLength) throw new RangeError('A box is longer than what holds it');
  const box = bytes.subarray(at, at + length);
  return told === 0 ? joined(uint32(length), box.subarray(4)) : box;
}
