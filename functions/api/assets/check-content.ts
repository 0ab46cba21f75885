// Finds out whether the bytes of an upload are what they were announced to be.
import { createHash } from 'node:crypto';
import type { AssetMediaType } from '../../../shared/contracts/asset.ts';
import type { CheckedContent } from '../../../shared/data/assets.ts';
import { MediaDamaged, measureMedia, sniffMediaType } from '../../../shared/media/measure-media.ts';

/** The bytes are not a file of the announced type. The message says why, to whoever sent them. */
export class ContentRefused extends Error {
  override readonly name = 'ContentRefused';
}

/** Fingerprint and size of the content. Throws ContentRefused. */
export function checkContent(bytes: Uint8Array, announced: AssetMediaType): CheckedContent {
  if (sniffMediaType(bytes) !== announced)
    throw new ContentRefused(`The bytes are not those of a file of type ${announced}.`);
  const { mediaType: _, ...size } = measured(bytes);
  return { sha256: createHash('sha256').update(bytes).digest('hex'), ...size };
}

function measured(bytes: Uint8Array) {
  try {
    return measureMedia(bytes);
  } catch (error) {
    throw error instanceof MediaDamaged ? new ContentRefused(error.message) : error;
  }
}
