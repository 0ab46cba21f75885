// The way every text, picture and film outside of a campaign takes: from the cache, or from a model and then into record and cache.

import { createHash } from 'node:crypto';
import type { AgentId } from '../../contracts/agents.ts';
import type { GeneratedMedia } from '../../contracts/generation.ts';
import { cacheSeconds } from '../../contracts/limits.ts';
import type { ModelCall } from '../../contracts/usage.ts';
import type { Assets } from '../../data/assets.ts';
import type { Bucket } from '../../data/bucket.ts';
import { type GenerationRecord, type Generations, generationExpiry } from '../../data/generations.ts';
import { objectNames } from '../../data/object-names.ts';
import type { MediaResult, ModelUsage } from '../../models/model.ts';
import type { SelectModels } from '../../models/select-models.ts';
import { newGenerationId } from '../../runtime/ids.ts';
import { keptWarnings } from '../call-end.ts';
import {
  createDirectMeter,
  type DirectCaller,
  type DirectMeterParts,
  elapsed,
  problemOf,
  requireWithinLimit,
} from './direct-meter.ts';
import { endGeneration } from './end-generation.ts';

export interface DirectParts extends DirectMeterParts {
  readonly generations: Generations;
  readonly assets: Pick<Assets, 'get'>;
  readonly bucket: Pick<Bucket, 'get' | 'put'>;
  readonly selectModels: SelectModels;
}

export type Asker = DirectCaller;

/** What every request says beside its subject. */
export interface Terms {
  readonly language: 'fr' | 'en';
  readonly agent?: AgentId | undefined;
  readonly model?: string | undefined;
  readonly maximumCostUsd: number;
  readonly cache: boolean;
}

export interface Order {
  readonly kind: ModelCall['kind'];
  readonly model: { readonly provider: string; readonly id: string };
  readonly prompt: string;
  /** Fingerprint of the request: equal ones may share an answer. */
  readonly request: string;
  readonly worstCaseMicroUsd: number;
  /** What is made for this beforehand may cost, such as the first picture of a film. */
  readonly beforehandMicroUsd?: number;
}

/** What a model made, before it has a record. */
export interface Made extends Pick<GenerationRecord, 'outputJson' | 'job'> {
  readonly usage: ModelUsage;
  readonly warnings: readonly string[];
  readonly media?: MediaResult;
  readonly hasSchema?: boolean;
  readonly style?: string;
}

/**
 * Answers from the cache of the workspace, or has it made. Throws cost-limit and quota-exceeded before any call, model-refused and
 * unavailable after one. Two equal requests at the same moment are both made, and the later answer stays in the cache.
 */
export async function obtain(
  parts: DirectParts,
  asker: Asker,
  terms: Terms,
  order: Order,
  make: (run: RunCall) => Promise<Made>,
): Promise<GenerationRecord> {
  const known = terms.cache ? await parts.generations.cached(asker.workspaceId, order.request) : undefined;
  const begun = begin(order, terms, parts.clock());
  if (known) {
    const hit = hitOf(begun, known, parts.clock());
    await endGeneration(parts.generations, asker, hit);
    return hit;
  }
  requireWithinLimit(order.worstCaseMicroUsd + (order.beforehandMicroUsd ?? 0), terms.maximumCostUsd);
  const meter = createDirectMeter(parts, asker, { ...begun, reservedMicroUsd: order.worstCaseMicroUsd });
  try {
    const record = await recordOf(parts, asker.workspaceId, begun, await make(meter.run));
    if (record.status !== 'DONE') {
      await parts.generations.put(asker.workspaceId, record); // a job under way: who hears that it is done ends it
      return record;
    }
    await meter.done(record);
    await remember(parts, asker.workspaceId, record, order.request);
    return record;
  } catch (error) {
    await meter.useless();
    throw error;
  }
}

/** Makes one metered call. */
export type RunCall = <Answer>(
  work: () => Promise<Answer>,
  billedBy: (answer: Answer) => ModelUsage | undefined,
) => Promise<Answer>;

/** The models of a request. Throws model-refused for a model there is none of. */
export function modelsFor({ selectModels }: Pick<DirectParts, 'selectModels'>, model: string | undefined) {
  try {
    return selectModels(model);
  } catch (error) {
    throw problemOf(error);
  }
}

const begin = ({ kind, model, prompt }: Order, { agent }: Terms, startedAt: Date): GenerationRecord => ({
  id: newGenerationId(startedAt),
  kind,
  status: 'PENDING',
  agent,
  provider: model.provider,
  model: model.id,
  inputTokens: 0,
  outputTokens: 0,
  costMicroUsd: 0,
  savedMicroUsd: 0,
  cached: false,
  warnings: [],
  latencyMilliseconds: 0,
  createdAt: startedAt.toISOString(),
  promptSha256: createHash('sha256').update(prompt).digest('hex'),
  aiGenerated: true,
  hasSchema: false,
  expiresAt: generationExpiry(startedAt),
});

/** A record of its own for a hit: its bytes and its end are those of what was made then. */
const hitOf = (begun: GenerationRecord, known: GenerationRecord, now: Date): GenerationRecord => ({
  ...begun,
  status: 'DONE',
  cached: true,
  savedMicroUsd: known.costMicroUsd,
  warnings: known.warnings,
  latencyMilliseconds: elapsed(begun, now),
  outputJson: known.outputJson,
  hasSchema: known.hasSchema,
  media: known.media,
  mediaOf: known.media && (known.mediaOf ?? known.id),
  expiresAt: known.expiresAt,
});

/** What was made, with its bytes stored: first, so that a record that can be read can be opened. */
async function recordOf(
  parts: DirectParts,
  workspaceId: string,
  begun: GenerationRecord,
  { usage, warnings, outputJson, hasSchema = false, job, media, style }: Made,
): Promise<GenerationRecord> {
  return {
    ...begun,
    ...usage,
    status: job ? 'PENDING' : 'DONE',
    warnings: keptWarnings(warnings),
    outputJson,
    hasSchema,
    job,
    media: media && (await storeMedia(parts, workspaceId, begun.id, media, style ?? 'plain')),
    latencyMilliseconds: elapsed(begun, parts.clock()),
  };
}

/** Writes the bytes of a picture or film and describes them. */
export async function storeMedia(
  { bucket }: Pick<DirectParts, 'bucket'>,
  workspaceId: string,
  generationId: string,
  { bytes, mediaType, widthPixels, heightPixels, durationSeconds }: MediaResult,
  style: string,
): Promise<GeneratedMedia> {
  const [kind, format] = mediaType.split('/');
  const fileName = `${kind}-${style}.${format}`;
  const name = objectNames.generation(workspaceId, generationId, fileName);
  await bucket.put({ name, bytes, mediaType, lifetime: 'generation' });
  return {
    mediaType,
    fileName,
    widthPixels,
    heightPixels,
    durationSeconds,
    byteLength: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

export const remember = (
  { generations }: Pick<DirectParts, 'generations'>,
  workspaceId: string,
  { id, kind }: GenerationRecord,
  request: string,
) => generations.remember(workspaceId, request, id, cacheSeconds[kind]);
