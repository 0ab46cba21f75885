// New identifiers. ULIDs: sortable by time, so a list by id is a list by age.
import { createHash, randomBytes } from 'node:crypto';
import { ulid } from 'ulid';

/** A request by its Idempotency-Key. What it creates is named after it, so that a repetition after a crash finds what was created. */
export interface NamedRequest {
  /** Of this client, operation and key, and of no other. */
  readonly name: string;
  /** When the first try began. */
  readonly firstTriedAt: Date;
  /** Whether an earlier try may have been cut off half-way. */
  readonly isRepetition: boolean;
}

/** Those of named requests are the same for every try. */
export const newWebhookId = (now: Date, request?: NamedRequest): string => `whk_${ulidFor(now, request)}`;
export const newCampaignId = (now: Date, request?: NamedRequest): string => `cmp_${ulidFor(now, request)}`;
export const newUploadId = (now: Date, request?: NamedRequest): string => `upl_${ulidFor(now, request)}`;
export const newGenerationId = (now: Date): string => `gen_${ulidAt(now)}`;
export const newApiKeyId = (now: Date): string => `key_${ulidAt(now)}`;

const ulidFor = (now: Date, request: NamedRequest | undefined): string =>
  request
    ? ulid(request.firstTriedAt.getTime(), drawnFrom(createHash('sha256').update(request.name).digest()))
    : ulidAt(now);

/** The library would ask for the randomness of each of sixteen letters on its own. */
const ulidAt = (now: Date): string => ulid(now.getTime(), drawnFrom(randomBytes(16)));

/** Numbers from 0 to below 1, of one byte each: a ULID uses sixteen. */
function drawnFrom(bytes: Buffer): () => number {
  let drawn = 0;
  return () => bytes.readUInt8(drawn++ % bytes.length) / 256;
}
