// Makes a short film for a free prompt, from a picture of the workspace or from one that is made first.

import { objectNameOf } from '../../data/asset-object.ts';
import type { GenerationRecord } from '../../data/generations.ts';
import { objectNames } from '../../data/object-names.ts';
import type { DirectFacts } from '../../models/direct-facts.ts';
import type { VideoRequest } from '../../models/model.ts';
import { requestFingerprint } from '../../models/request-fingerprint.ts';
import { ProblemError } from '../../runtime/problem-error.ts';
import { generateImage, type ImageAsk, imageOrderOf, imageRequestOf, withBrand } from './generate-image.ts';
import { type Asker, type DirectParts, modelsFor, type Order, obtain, type Terms } from './obtain.ts';

export interface VideoAsk extends Terms {
  readonly prompt: string;
  readonly style: VideoRequest['style'];
  readonly imageGenerationId?: string | undefined;
  readonly assetId?: string | undefined;
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly durationSeconds: number;
  readonly brandName?: string | undefined;
}

type VideoRequestWithoutVisual = Omit<VideoRequest, 'visual'>;

/** Done, or PENDING when the provider takes its time. Without a picture it is two calls: one for the picture, one for the film. */
export async function generateVideo(parts: DirectParts, asker: Asker, ask: VideoAsk): Promise<GenerationRecord> {
  const models = modelsFor(parts, ask.model);
  const model = models.video;
  const request = requestOf(ask);
  const given = await givenVisual(parts, asker.workspaceId, ask);
  const drawing = given ? undefined : imageOrderOf(models.image, imageRequestOf(firstPicture(ask)));
  const visual = given ?? { drawnBy: drawing?.request ?? '' };
  const order: Order = {
    kind: 'video',
    model,
    prompt: request.prompt,
    request: requestFingerprint('video', model, { ...request, visual }),
    worstCaseMicroUsd: model.worstCaseMicroUsd({ ...request, visual: given ?? new Uint8Array() }),
    beforehandMicroUsd: drawing?.worstCaseMicroUsd ?? 0,
  };
  return obtain(parts, asker, ask, order, async (run) => {
    const begun = { ...request, visual: given ?? (await drawn(parts, asker, ask)) };
    const progress = await run(
      () => model.submit(begun),
      (answer) => (answer.status === 'done' ? answer.result.usage : undefined),
    );
    if (progress.status === 'done') {
      const { result: media } = progress;
      return { media, style: ask.style, usage: media.usage, warnings: media.warnings };
    }
    const job = jobOf(order, request, progress, parts.clock());
    return { usage: { inputTokens: 0, outputTokens: 0, costMicroUsd: 0 }, warnings: [], job };
  });
}

function requestOf(ask: VideoAsk): VideoRequestWithoutVisual {
  const { prompt, style, widthPixels, heightPixels, durationSeconds, language, brandName } = ask;
  const facts: DirectFacts = { prompt, brandName };
  return {
    task: { agent: 'Direct', language, facts, feedback: [] },
    variant: 'A',
    style,
    prompt: withBrand(prompt, brandName, language),
    widthPixels,
    heightPixels,
    durationSeconds,
  };
}

const jobOf = (
  { request, worstCaseMicroUsd }: Order,
  { task, style, widthPixels, heightPixels, durationSeconds }: VideoRequestWithoutVisual,
  { jobId, askAgainSeconds }: { jobId: string; askAgainSeconds: number },
  now: Date,
): NonNullable<GenerationRecord['job']> => ({
  jobId,
  askAgainAt: new Date(now.getTime() + askAgainSeconds * 1000).toISOString(),
  reservedMicroUsd: worstCaseMicroUsd,
  cacheRequest: request,
  language: task.language,
  ...{ style, widthPixels, heightPixels, durationSeconds },
});

/** A picture of twice the film's size, for camera moves to have something to move over. */
const firstPicture = (ask: VideoAsk): ImageAsk => ({
  ...ask,
  style: ask.style === 'narrative' ? 'realistic' : 'artistic',
  widthPixels: pictureSide(ask.widthPixels),
  heightPixels: pictureSide(ask.heightPixels),
});
const pictureSide = (filmPixels: number): number => Math.min(2048, Math.max(240, 2 * filmPixels));

/** Its cost was weighed together with the film's, so it is not weighed again. */
async function drawn(parts: DirectParts, asker: Asker, ask: VideoAsk): Promise<Uint8Array> {
  const picture = await generateImage(parts, asker, {
    ...firstPicture(ask),
    maximumCostUsd: Number.MAX_SAFE_INTEGER / 1e6,
  });
  return bytesOf(parts, asker.workspaceId, picture);
}

/** The picture the client named, or undefined when it named none. Throws validation-failed for one that is not there. */
async function givenVisual(
  parts: DirectParts,
  workspaceId: string,
  { imageGenerationId, assetId }: VideoAsk,
): Promise<Uint8Array | undefined> {
  if (imageGenerationId !== undefined) {
    const picture = await parts.generations.get(workspaceId, imageGenerationId);
    if (picture?.kind !== 'image') throw noPicture('imageGenerationId');
    return bytesOf(parts, workspaceId, picture);
  }
  if (assetId === undefined) return undefined;
  const asset = await parts.assets.get(workspaceId, assetId);
  if (asset?.kind !== 'image' || asset.status === 'uploading') throw noPicture('assetId');
  return present(await parts.bucket.get(objectNameOf(workspaceId, asset)), asset.id);
}

const bytesOf = async ({ bucket }: DirectParts, workspaceId: string, { id, mediaOf, media }: GenerationRecord) =>
  present(media && (await bucket.get(objectNames.generation(workspaceId, mediaOf ?? id, media.fileName))), id);

function present(bytes: Uint8Array | undefined, id: string): Uint8Array {
  if (!bytes) throw new Error(`The bytes of ${id} are missing`);
  return bytes;
}

const noPicture = (field: string) =>
  new ProblemError('validation-failed', 'One field is not valid.', [
    { pointer: `#/${field}`, detail: 'names no picture of this workspace' },
  ]);
