/** Moves an MP4's index to the front, so that playback starts before the file is whole, and removes the clock from it. */
import { BufferSource, BufferTarget, Conversion, Input, MP4, Mp4OutputFormat, Output } from 'mediabunny';

/** The same film with `moov` before `mdat` and its creation times set to zero: equal films are equal bytes. */
export async function fastStart(mp4: Uint8Array): Promise<Uint8Array> {
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target });
  const input = new Input({ source: new BufferSource(mp4), formats: [MP4] });
  const conversion = await Conversion.init({ input, output, showWarnings: false });
  if (!conversion.isValid) throw new Error('The encoded film cannot be remuxed: its track was refused.');
  await conversion.execute();
  if (!target.buffer) throw new Error('The remuxed film is empty.');
  const bytes = new Uint8Array(target.buffer);
  clearTimes(bytes, 0, bytes.length);
  return bytes;
}

const CONTAINERS = new Set(['moov', 'trak', 'mdia']);
const TIMED = new Set(['mvhd', 'tkhd', 'mdhd']);

/** Zeroes creation and modification time in every header box between two offsets. */
function clearTimes(bytes: Uint8Array, start: number, end: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let offset = start; offset + 8 <= end; ) {
    const size = view.getUint32(offset);
    const type = String.fromCharCode(...bytes.subarray(offset + 4, offset + 8));
    if (size < 8) return;
    if (CONTAINERS.has(type)) clearTimes(bytes, offset + 8, offset + size);
    if (TIMED.has(type)) {
      const timeBytes = view.getUint8(offset + 8) === 1 ? 16 : 8;
      bytes.fill(0, offset + 12, offset + 12 + timeBytes);
    }
    offset += size;
  }
}
