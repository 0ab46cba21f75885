// Requests for texts, images and videos as the pipeline takes them, and the most that each can use.
import * as z from 'zod';
import type {
  CallOptions,
  ImageModel,
  ImageRequest,
  MediaAnswer,
  PendingJob,
  TextAnswer,
  TextModel,
  TextRequest,
  VideoModel,
  VideoRequest,
} from '../models/model.ts';
import { type ModelCard, type Quantities, videoSecondsOf } from '../models/registry.ts';
import { requestFingerprint } from '../models/request-fingerprint.ts';
import type { AskedModel } from './call-model.ts';
import type { Reuse } from './ledger.ts';

export const askForText = (
  name: string,
  candidates: readonly TextModel[],
  request: TextRequest,
  options?: CallOptions,
): AskedModel<TextModel, TextAnswer> => ({
  ...{ name, kind: 'text', candidates },
  prompt: `${request.system}\n${request.prompt}`,
  promptVersion: request.promptVersion,
  most: { inputTokens: mostTokensOf(request), outputTokens: request.maximumOutputTokens },
  make: (model) => model.generate(request, options),
});

/** How a text that was written before answers the same request again. */
export const reuseOfText = (request: TextRequest): Reuse<TextAnswer> => ({
  fingerprintOf: (model) => requestFingerprint('text', model, request),
  fromText: (text) => ({ text, ended: 'stop', usage: { inputTokens: 0, outputTokens: 0 }, warnings: [] }),
});

/** A token is a byte at least: no tokenizer makes more of them. */
const mostTokensOf = ({ system, prompt, schema }: TextRequest): number =>
  Buffer.byteLength(system + prompt + JSON.stringify(z.toJSONSchema(schema, { unrepresentable: 'any' })));

export const askForImage = (
  name: string,
  candidates: readonly ImageModel[],
  request: ImageRequest,
  options?: CallOptions,
): AskedModel<ImageModel, MediaAnswer> => ({
  ...{ name, kind: 'image', candidates, prompt: request.prompt, most: { images: 1 } },
  make: (model) => model.generate(request, options),
});

export const askForVideo = (
  name: string,
  candidates: readonly VideoModel[],
  request: VideoRequest,
  options?: CallOptions,
): AskedModel<VideoModel, MediaAnswer | PendingJob> => ({
  ...{ name, kind: 'video', candidates, prompt: request.prompt },
  most: mostOfVideo(
    request,
    candidates.map(({ card }) => card),
  ),
  make: (model) => model.submit(request, options),
});

/** A model makes videos of the lengths that its card lists: the longest that one of them would make. */
export const mostOfVideo = (
  { durationSeconds }: Pick<VideoRequest, 'durationSeconds'>,
  cards: readonly ModelCard[],
): Quantities => ({ videoSeconds: Math.max(...cards.map((card) => videoSecondsOf(card, durationSeconds))) });
