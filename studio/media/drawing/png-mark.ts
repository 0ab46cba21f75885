/** Writes into a PNG who drew it, in the words of the IPTC: a program, and no trained model. The studio knows its own pictures by it. */
import { crc32 } from 'node:zlib';

const SIGNATURE_BYTES = 8;
const KEYWORD = 'XML:com.adobe.xmp';
const SOURCE_TYPE = 'http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia';
const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" Iptc4xmpExt:DigitalSourceType="${SOURCE_TYPE}"/></rdf:RDF></x:xmpmeta>`;
/** Keyword, end, no compression, no language, no translation, text. */
const CHUNK = chunk('iTXt', Buffer.concat([Buffer.from(`${KEYWORD}\0\0\0\0\0`), Buffer.from(XMP)]));

/** The same picture with the mark behind its header. */
export function markPng(png: Uint8Array): Uint8Array {
  const header = SIGNATURE_BYTES + 25;
  return new Uint8Array(Buffer.concat([png.subarray(0, header), CHUNK, png.subarray(header)]));
}

/** Whoever stores the picture writes more about it into the same chunk; signatures may lie in front of it. */
export const isDrawnHere = (png: Uint8Array): boolean =>
  Buffer.from(png.buffer, png.byteOffset, Math.min(png.byteLength, 65_536)).includes(`"${SOURCE_TYPE}"`);

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
