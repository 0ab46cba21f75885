// The least of an MP4 that a reader takes for a film: its type, its header and one track that can be seen. It shows nothing.
export interface SampleVideo {
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly durationSeconds: number;
}

export const sampleMp4 = ({ widthPixels, heightPixels, durationSeconds }: SampleVideo): Uint8Array =>
  new Uint8Array(
    Buffer.concat([
      box('ftyp', Buffer.from('isom\0\0\0\0isom')),
      box('moov', movieHeader(1000, durationSeconds * 1000), box('trak', trackHeader(widthPixels, heightPixels))),
      box('mdat', Buffer.alloc(64, 7)),
    ]),
  );

function box(name: string, ...contents: Uint8Array[]): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(8 + contents.reduce((sum, { byteLength }) => sum + byteLength, 0));
  header.write(name, 4);
  return Buffer.concat([header, ...contents]);
}

function movieHeader(timescale: number, duration: number): Buffer {
  const header = Buffer.alloc(100);
  header.writeUInt32BE(timescale, 12);
  header.writeUInt32BE(duration, 16);
  return box('mvhd', header);
}

function trackHeader(widthPixels: number, heightPixels: number): Buffer {
  const header = Buffer.alloc(84);
  header.writeUInt32BE(widthPixels * 0x10000, 76);
  header.writeUInt32BE(heightPixels * 0x10000, 80);
  return box('tkhd', header);
}
