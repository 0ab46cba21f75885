// Requests for texts, images and videos as the pipeline takes them, and the most that each can use.

import type {
  CallOptions,
  ImageModel,
  ImageRequest,
  MediaAnswer,
  PendingJob,
  TextModel,
  VideoModel,
  VideoRequest,
} from '../models/model.ts';
import { type ModelCard, type Quantities, videoSecondsOf } from '../models/model-card.ts';
import { requestFingerprint } from '../models/request-fingerprint.ts';
import { sentSchema } from '../models/sent-schema.ts';
import type { ShapedRequest } from './answers/ask-until-valid.ts';
import type { CallKind } from './answers/plan-next-call.ts';
import { type ReadText, readText } from './answers/read-text.ts';

import type { AskedModel } from './call-model.ts';

import type { Reuse } from './ledger.ts';

/** `kind` says which question of several this is, for the record. */
export const askForText = <Output>(
  name: string,
  candidates: readonly TextModel[],
  request: ShapedRequest<Output>,
  { kind = 'fresh', ...options }: CallOptions & { readonly kind?: CallKind } = {},
): AskedModel<TextModel, ReadText<Output>> => ({
  ...{ name, kind: 'text', candidates },
  prompt: `${request.system}\n${request.prompt}`,
  promptVersion: request.promptVersion,
  most: mostOfText(request),
  make: async (model) => {
    const { mayName, ...asked } = request;
    const answer = await model.generate(asked, options);
    // A program names what its rules say.
    return readText(answer, model.card.isTrained ? { ...asked, mayName } : asked, kind);
  },
});

/** How a text that was written before answers the same request again: read anew, and taken where it still fits. */
export const reuseOfText = <Output>(request: ShapedRequest<Output>, kind: CallKind): Reuse<ReadText<Output>> => ({
  fingerprintOf: (model) => {
    const { mayName: _asked, ...asked } = request;
    return requestFingerprint('text', model, asked);
  },
  fromText: (text) => {
    const known = { text, ended: 'stop', usage: { inputTokens: 0, outputTokens: 0 }, warnings: [] } as const;
    const read = readText(known, request, kind);
    return read.reading.isValid ? read : undefined;
  },
});

export const mostOfText = (request: ShapedRequest<unknown>): Quantities => ({
  inputTokens: mostTokensOf(request),
  outputTokens: request.maximumOutputTokens,
});

/** Some makers bill the words of the prompt beside the picture. */
export const mostOfImage = ({ prompt }: Pick<ImageRequest, 'prompt'>): Quantities => ({
  images: 1,
  inputTokens: Buffer.byteLength(prompt),
});

/** A token is a byte at least: no tokenizer makes more of them. */
const mostTokensOf = ({ system, prompt, schema, source }: ShapedRequest<unknown>): number =>
  Buffer.byteLength(system + prompt + sentSchema(schema, 'prompt', source.language).words);

export const askForImage = (
  name: string,
  candidates: readonly ImageModel[],
  request: ImageRequest,
  options?: CallOptions,
): AskedModel<ImageModel, MediaAnswer> => ({
  ...{ name, kind: 'image', candidates, most: mostOfImage(request) },
  ...{ prompt: request.prompt, promptVersion: request.promptVersion },
  make: (model) => model.generate(request, options),
});

export const askForVideo = (
  name: string,
  candidates: readonly VideoModel[],
  request: VideoRequest,
  options?: CallOptions,
): AskedModel<VideoModel, MediaAnswer | PendingJob> => ({
  ...{ name, kind: 'video', candidates },
  ...{ prompt: request.prompt, promptVersion: request.promptVersion },
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
