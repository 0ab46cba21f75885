// As much of ISO/IEC 14496-12 as says how large and how long a video is: boxes in boxes, each with its length and its name.

export interface Mp4Facts {
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly durationSeconds: number;
}

/** Size of the first track that can be seen; undefined when there is none. Throws RangeError for a truncated file. */
export function readMp4(bytes: Uint8Array): Mp4Facts | undefined {
  const movie = boxIn(bytes, 'moov');
  const header = movie && boxIn(movie, 'mvhd');
  if (!movie || !header) return undefined;
  for (const track of boxesIn(movie, 'trak')) {
    const size = sizeOf(boxIn(track, 'tkhd'));
    if (size) return { ...size, durationSeconds: durationOf(header) };
  }
  return undefined;
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The contents of every box of the name, at this level. */
function* boxesIn(bytes: Uint8Array, name: string): Generator<Uint8Array> {
  const view = viewOf(bytes);
  let at = 0;
  while (at + 8 <= bytes.byteLength) {
    const [length, header] = lengthAt(view, at);
    if (length < header || at + length > bytes.byteLength) throw new RangeError('A box is longer than what holds it');
    if (Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1') === name)
      yield bytes.subarray(at + header, at + length);
    at += length;
  }
}

const boxIn = (bytes: Uint8Array, name: string): Uint8Array | undefined =>
  boxesIn(bytes, name).next().value ?? undefined;

/** 1 says that the length follows in 64 bits, 0 that the box is the last. */
function lengthAt(view: DataView, at: number): [length: number, header: number] {
  const length = view.getUint32(at);
  if (length === 1) return [Number(view.getBigUint64(at + 8)), 16];
  return [length === 0 ? view.byteLength - at : length, 8];
}

/** Width and height end the track's header, in 16.16 fixed point. Both are 0 for sound. */
function sizeOf(trackHeader: Uint8Array | undefined) {
  if (!trackHeader || trackHeader.byteLength < 8) return undefined;
  const view = viewOf(trackHeader);
  const widthPixels = Math.round(view.getUint32(view.byteLength - 8) / 0x10000);
  const heightPixels = Math.round(view.getUint32(view.byteLength - 4) / 0x10000);
  return widthPixels > 0 && heightPixels > 0 ? { widthPixels, heightPixels } : undefined;
}

/** Version 1 of the header has longer times than version 0. */
function durationOf(movieHeader: Uint8Array): number {
  const view = viewOf(movieHeader);
  const isLong = view.getUint8(0) === 1;
  const timescale = view.getUint32(isLong ? 20 : 12);
  const duration = isLong ? Number(view.getBigUint64(24)) : view.getUint32(16);
  return timescale > 0 ? duration / timescale : 0;
}
