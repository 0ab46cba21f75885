// Names a model request by everything that decides its answer: the key of the cache. It knows the port only, so whoever calls
// models can ask the cache, agents as well.
import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { ImageRequest, TextRequest, VideoRequest } from './model.ts';
import type { Capability } from './model-card.ts';

interface ModelName {
  readonly provider: string;
  readonly id: string;
}

/** A video whose first image is not made yet: the request for the image stands for its bytes. */
export type PlannedVideo = Omit<VideoRequest, 'firstFrame'> & {
  readonly firstFrame: Uint8Array | { readonly drawnBy: string };
};

/** SHA-256 in hex. Two requests with the same one may be given the same answer; the order of keys does not matter. */
export const requestFingerprint = (
  kind: Capability,
  { provider, id }: ModelName,
  request: TextRequest | ImageRequest | PlannedVideo,
): string => fingerprint({ kind, provider, id, request });

/** SHA-256 in hex of anything that can be told as JSON; the order of keys does not matter. */
export const fingerprint = (value: unknown): string => sha256(JSON.stringify(value, named));

/** As it travels into the hash: schemas by their shape, bytes by their own hash, keys in order. */
function named(_key: string, value: unknown): unknown {
  if (value instanceof z.ZodType) return z.toJSONSchema(value, { unrepresentable: 'any' });
  if (value instanceof Uint8Array) return { bytes: sha256(value) };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
