// Draws small real PNG files for tests, so that a browser shows them.
import { crc32, deflateSync } from 'node:zlib';

type Colour = readonly [red: number, green: number, blue: number];

/** A PNG whose colour runs from one corner to the other. */
export const gradientPng = (
  widthPixels: number,
  heightPixels: number,
  from: Colour,
  to: Colour,
): Uint8Array<ArrayBuffer> => {
  const rows = Buffer.alloc(heightPixels * (widthPixels * 3 + 1));
  for (let y = 0; y < heightPixels; y++) {
    for (let x = 0; x < widthPixels; x++) {
      const share = (x / widthPixels + y / heightPixels) / 2;
      const at = y * (widthPixels * 3 + 1) + 1 + x * 3;
      from.forEach((value, index) => {
        rows[at + index] = Math.round(value + ((to[index] ?? value) - value) * share);
      });
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthPixels, 0);
  header.writeUInt32BE(heightPixels, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return Uint8Array.from(Buffer.concat([signature, ...chunks]));
};

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  frame.set(body, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
};
