// Makes a short video for a free prompt, from an image of the workspace or from one that is made first.
import { usd } from '../contracts/micro-usd.ts';
import { objectNameOf } from '../data/asset-object.ts';
import type { GenerationRecord } from '../data/generations.ts';
import { objectNames } from '../data/object-names.ts';
import { worstCaseOf } from '../models/model-card.ts';
import { requestFingerprint } from '../models/request-fingerprint.ts';
import { ProblemError } from '../runtime/problem-error.ts';
import type { AskedModel } from './call-model.ts';
import { candidatesOf, type GenerationParts, generate, type PatientCaller, storeMedia } from './generate.ts';
import { generateImage, type ImageGeneration, imageRequest, withBrand } from './generate-image.ts';
import type { GenerationOptions } from './generation-ledger.ts';
import { askForVideo, mostOfImage, mostOfVideo } from './requests.ts';

export interface VideoGeneration extends GenerationOptions {
  readonly prompt: string;
  readonly style: 'narrative' | 'dynamic';
  readonly imageGenerationId?: string | undefined;
  readonly assetId?: string | undefined;
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly durationSeconds: number;
  readonly brandName?: string | undefined;
}

/** Done, or PENDING when the provider takes its time. Without an image it is two calls: one for the image, one for the video. */
export async function generateVideo(
  parts: GenerationParts,
  caller: PatientCaller,
  generation: VideoGeneration,
): Promise<GenerationRecord> {
  const { prompt, style, widthPixels, heightPixels, durationSeconds, language, brandName } = generation;
  const candidates = await candidatesOf(parts, 'video', generation.model, (card) => mostOfVideo(generation, [card]));
  const given = await givenImage(parts, caller.workspaceId, generation);
  const first = given ? undefined : await firstImage(parts, caller, generation);
  const request = {
    prompt: withBrand(generation),
    source: { purpose: 'generation', language, facts: { prompt, brandName, style }, feedback: [] },
    ...{ widthPixels, heightPixels, durationSeconds, firstFrame: given ?? new Uint8Array() },
  };
  const asked: AskedModel<(typeof candidates)[number], Awaited<ReturnType<(typeof candidates)[number]['submit']>>> = {
    ...askForVideo('video', candidates, request),
    make: async (model) =>
      model.submit(
        { ...request, firstFrame: given ?? (await first?.make()) ?? request.firstFrame },
        { signal: caller.signal },
      ),
  };
  return generate(parts, caller, generation, asked, {
    fingerprintOf: (card) =>
      requestFingerprint('video', card, { ...request, firstFrame: given ?? { drawnBy: first?.fingerprint ?? '' } }),
    keep: async (answer, call) => ({ media: await storeMedia(parts, caller.workspaceId, call, answer, style) }),
    beforehand: first,
    job: { style, durationSeconds },
  });
}

/** The image to begin with: drawn once, whoever asks for it, of twice the video's size, for camera moves to have something to move over. */
async function firstImage(parts: GenerationParts, caller: PatientCaller, generation: VideoGeneration) {
  const { model, ...unnamed } = generation;
  const image: ImageGeneration = {
    ...unnamed,
    ...(canDraw(parts, model) ? { model } : {}),
    style: generation.style === 'narrative' ? 'realistic' : 'artistic',
    widthPixels: imageSide(generation.widthPixels),
    heightPixels: imageSide(generation.heightPixels),
    // Its cost was weighed together with the video's, so it is not weighed again.
    maximumCostUsd: usd(Number.MAX_SAFE_INTEGER),
  };
  const able = await candidatesOf(parts, 'image', image.model, mostOfImage(imageRequest(image)));
  const cards = able.map(({ card }) => card);
  const [card] = cards;
  let drawn: Promise<Uint8Array> | undefined;
  const draw = async () => bytesOf(parts, caller.workspaceId, await generateImage(parts, caller, image));
  return {
    fingerprint: card && requestFingerprint('image', card, imageRequest(image)),
    worstCaseMicroUsd: Math.max(...cards.map((each) => worstCaseOf(each, { images: 1 }))),
    make: () => (drawn ??= draw()),
  };
}

/** A model that was named for the video may be able to draw as well. */
function canDraw({ router }: GenerationParts, model: string | undefined): boolean {
  try {
    return router.candidates('image', model).length > 0;
  } catch {
    return false;
  }
}

const imageSide = (videoPixels: number): number => Math.min(2048, Math.max(240, 2 * videoPixels));

/** The image the client named, or undefined when it named none. Throws validation-failed for one that is not there. */
async function givenImage(
  parts: GenerationParts,
  workspaceId: string,
  { imageGenerationId, assetId }: VideoGeneration,
): Promise<Uint8Array | undefined> {
  if (imageGenerationId !== undefined) {
    const image = await parts.generations.get(workspaceId, imageGenerationId);
    if (image?.kind !== 'image') throw noImage('imageGenerationId');
    return bytesOf(parts, workspaceId, image);
  }
  if (assetId === undefined) return undefined;
  const asset = await parts.assets.get(workspaceId, assetId);
  if (asset?.kind !== 'image' || asset.status === 'uploading') throw noImage('assetId');
  return present(await parts.bucket.get(objectNameOf(workspaceId, asset)), asset.id);
}

const bytesOf = async ({ bucket }: GenerationParts, workspaceId: string, { id, mediaOf, media }: GenerationRecord) =>
  present(media && (await bucket.get(objectNames.generation(workspaceId, mediaOf ?? id, media.fileName))), id);

function present(bytes: Uint8Array | undefined, id: string): Uint8Array {
  if (!bytes) throw new Error(`The bytes of ${id} are missing`);
  return bytes;
}

const noImage = (field: string) =>
  new ProblemError('validation-failed', 'One field is not valid.', [
    { pointer: `#/${field}`, detail: 'names no image of this workspace' },
  ]);
