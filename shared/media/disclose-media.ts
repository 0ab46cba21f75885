// Writes into a generated file that it is one, as law and platforms want to read it. The only place that changes the bytes of a file before it is
// stored: what is measured and fingerprinted comes after it.
import type { AssetMediaType } from '../contracts/asset.ts';
import { embedXmp } from './embed-xmp.ts';
import { type MediaOrigin, xmpPacket } from './iptc-xmp-packet.ts';

/** Signs a finished file: any later change breaks the signature. */
export type SignMedia = (bytes: Uint8Array, mediaType: AssetMediaType, origin: MediaOrigin) => Promise<Uint8Array>;

interface GeneratedFile {
  readonly bytes: Uint8Array;
  readonly mediaType: AssetMediaType;
}

/** The same file with its origin in it, and signed where somebody signs. */
export async function discloseMedia<File extends GeneratedFile>(
  file: File,
  origin: MediaOrigin,
  sign?: SignMedia,
): Promise<File> {
  const bytes = embedXmp(file.bytes, file.mediaType, xmpPacket(origin));
  return { ...file, bytes: sign ? await sign(bytes, file.mediaType, origin) : bytes };
}
