// Turns the bytes that a provider sent into an answer: type and size are read from the bytes.
import { MediaDamaged, measureMedia } from '../../../media/measure-media.ts';
import { type Billing, modelFailure } from '../../errors.ts';
import type { MediaAnswer, ModelUsage } from '../../model.ts';

export interface ReceivedMedia {
  readonly kind: 'image' | 'video';
  readonly bytes: Uint8Array;
  readonly usage: ModelUsage;
  readonly warnings?: readonly string[];
  readonly servedModel?: string | undefined;
  readonly requestId?: string | undefined;
  readonly seed?: number | undefined;
}

/** Throws ModelFailure when the bytes are no picture or video; it was billed all the same. */
export function mediaAnswer({
  kind,
  bytes,
  usage,
  warnings = [],
  servedModel,
  requestId,
  seed,
}: ReceivedMedia): MediaAnswer {
  const size = measured(bytes, usage);
  if (!size.mediaType.startsWith(`${kind}/`))
    throw modelFailure(`What came is of type ${size.mediaType}, where ${nouns[kind]} was asked for.`, 'bad-answer', {
      billing: usage,
      requestId,
    });
  return {
    bytes,
    ...size,
    usage,
    warnings,
    ...(servedModel ? { servedModel } : {}),
    ...(requestId ? { requestId: requestId.slice(0, 120) } : {}),
    ...(seed === undefined ? {} : { seed }),
  };
}

const nouns = { image: 'a picture', video: 'a video' };

function measured(bytes: Uint8Array, billing: Billing) {
  try {
    return measureMedia(bytes);
  } catch (error) {
    if (!(error instanceof MediaDamaged)) throw error;
    throw modelFailure(`What came cannot be used. ${error.message}`, 'bad-answer', { billing });
  }
}

/** What a call uses whose provider tells nothing: its list price is what counts. */
export const silentUsage: ModelUsage = { inputTokens: 0, outputTokens: 0 };

/** Bytes of base64; empty for what is none. */
export const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));
