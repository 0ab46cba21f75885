// What every text, image and video outside of a campaign has in common.

import { createHash } from 'node:crypto';
import type { GeneratedMedia } from '../contracts/generation.ts';
import type { ChoiceReason } from '../contracts/reasons.ts';
import type { Assets } from '../data/assets.ts';
import type { Bucket } from '../data/bucket.ts';
import type { GenerationRecord } from '../data/generations.ts';
import { objectNames } from '../data/object-names.ts';
import type { Member } from '../domain/accounts/membership.ts';
import { discloseMedia, type SignMedia } from '../media/disclose-media.ts';
import type { MediaAnswer, ModelUsage, PendingJob } from '../models/model.ts';
import type { Capability, ModelCard } from '../models/model-card.ts';
import { isTrainedProvider } from '../models/offline-studio-card.ts';
import { type AskedModel, callModel } from './call-model.ts';
import type { ModelFor } from './candidates.ts';
import {
  createGenerationLedger,
  type GenerationLedgerParts,
  type GenerationOptions,
  type GenerationSubject,
} from './generation-ledger.ts';
import { problemOf, unlessOver } from './generation-problems.ts';
import type { Need } from './router/eligible-models.ts';
import type { Router } from './router/router.ts';
import { watchLedger } from './router/watch-ledger.ts';

export interface GenerationParts extends GenerationLedgerParts {
  readonly assets: Pick<Assets, 'get'>;
  readonly bucket: Pick<Bucket, 'get' | 'put'>;
  readonly router: Router;
  /** Signs every picture and video, where somebody has said by which certificate. */
  readonly sign?: SignMedia | undefined;
}

/** Who asks, and until when an answer is of use. */
export interface PatientCaller extends Member {
  readonly signal: AbortSignal;
}

/** A generation that may take more than one call: all of them count for one limit. Throws what the models and the ledger throw. */
export function startGeneration<Answer extends { usage: ModelUsage; warnings: readonly string[] }>(
  parts: GenerationParts,
  caller: PatientCaller,
  options: GenerationOptions,
  subject: GenerationSubject<Answer>,
) {
  const { router, clock } = parts;
  const because = (): ChoiceReason => ({ kind: options.model === undefined ? 'first' : 'named' });
  const ledger = watchLedger(createGenerationLedger(parts, caller, options, subject), {
    ...{ circuits: router.circuits, because, clock },
  });
  return <Model extends { readonly card: ModelCard }>(
    asked: AskedModel<Model, Answer | PendingJob>,
  ): Promise<GenerationRecord> =>
    callModel(ledger, { ...asked, make: (model) => unlessOver(asked.make(model), caller.signal) });
}

/** Has it answered from the cache of the workspace or by a model. Throws model-refused and unavailable beside what its ledger throws. */
export async function generate<
  Model extends { readonly card: ModelCard },
  Answer extends { usage: ModelUsage; warnings: readonly string[] },
>(
  parts: GenerationParts,
  caller: PatientCaller,
  options: GenerationOptions,
  asked: AskedModel<Model, Answer | PendingJob>,
  subject: GenerationSubject<Answer>,
): Promise<GenerationRecord> {
  try {
    return await startGeneration(parts, caller, options, subject)(asked);
  } catch (error) {
    throw problemOf(error);
  }
}

/** The models to ask, best first. Throws model-refused and unavailable where none may be asked. */
export async function candidatesOf<Kind extends Capability>(
  { router }: Pick<GenerationParts, 'router'>,
  kind: Kind,
  model: string | undefined,
  most?: Need['most'],
): Promise<readonly ModelFor<Kind>[]> {
  try {
    return (await router.choose(kind, { named: model, most })).models;
  } catch (error) {
    throw problemOf(error);
  }
}

/** Writes the bytes of an image or video, which say themselves where they come from, and describes them. */
export async function storeMedia(
  { bucket, sign }: Pick<GenerationParts, 'bucket' | 'sign'>,
  workspaceId: string,
  { id, provider, model }: Pick<GenerationRecord, 'id' | 'provider' | 'model'>,
  answer: MediaAnswer,
  style: string,
): Promise<GeneratedMedia> {
  const origin = { id, provider, model, isTrained: isTrainedProvider(provider) };
  const { bytes, mediaType, widthPixels, heightPixels, durationSeconds } = await discloseMedia(answer, origin, sign);
  const [kind, format] = mediaType.split('/');
  const fileName = `${kind}-${style}.${format}`;
  const name = objectNames.generation(workspaceId, id, fileName);
  await bucket.put({ name, bytes, mediaType, lifetime: 'generation' });
  return {
    ...{ mediaType, fileName, widthPixels, heightPixels, durationSeconds },
    byteLength: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}
