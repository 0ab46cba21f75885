// Google's pictures (Gemini) and videos (Veo), with a key of AI Studio.
import * as z from 'zod';
import { type Billing, modelFailure } from '../../errors.ts';
import type { ImageModel, ModelUsage, VideoModel } from '../../model.ts';
import { type ModelCard, videoSecondsOf } from '../../model-card.ts';
import { failureOfStatus } from '../failure-of-status.ts';
import { hideSecrets } from '../hide-secrets.ts';
import { type Access, askForJson, patience } from './access.ts';
import { nearestAspectRatio, seedFor } from './choose-shape.ts';
import { fetchFinished } from './fetch-finished.ts';
import { fromBase64, mediaAnswer, silentUsage } from './media-answer.ts';
import { askAfter } from './poll-failure.ts';

const count = z.number().nullish();
const partSchema = z.object({
  inlineData: z.object({ data: z.string() }).nullish(),
  text: z.string().nullish(),
  thought: z.boolean().nullish(),
});
const contentSchema = z.object({
  candidates: z
    .array(
      z.object({
        content: z.object({ parts: z.array(partSchema).nullish() }).nullish(),
        finishReason: z.string().nullish(),
        finishMessage: z.string().nullish(),
      }),
    )
    .nullish(),
  promptFeedback: z.object({ blockReason: z.string().nullish() }).nullish(),
  usageMetadata: z
    .object({
      promptTokenCount: count,
      candidatesTokenCount: count,
      thoughtsTokenCount: count,
      cachedContentTokenCount: count,
    })
    .nullish(),
  modelVersion: z.string().nullish(),
  responseId: z.string().nullish(),
});
type Content = z.infer<typeof contentSchema>;

/** Pictures by `generateContent`. */
export const geminiImages = (access: Access, card: ModelCard): ImageModel => ({
  card,
  async generate(request, { signal } = {}) {
    const media = card.media ?? {};
    const seed = seedFor(media, request);
    const answer = await askForJson(access, contentSchema, {
      method: 'POST',
      path: `/models/${card.id}:generateContent`,
      body: {
        contents: [{ role: 'user', parts: [{ text: request.prompt }] }],
        generationConfig: {
          responseModalities: ['IMAGE'],
          imageConfig: { aspectRatio: nearestAspectRatio(media, request), imageSize: media.resolutions?.[0] },
          seed,
        },
      },
      signal,
      patienceSeconds: patience.picture,
    });
    const usage = usageOf(answer);
    const requestId = answer.responseId ?? undefined;
    const image = imageIn(answer);
    if (!image) throw noImage(answer, usage, requestId);
    const servedModel = answer.modelVersion ?? undefined;
    return mediaAnswer({ kind: 'image', bytes: fromBase64(image), usage, servedModel, requestId, seed });
  },
});

/** As base64. Older relays write it into the text, as a data URL. Drafts that the model thought of are none. */
function imageIn({ candidates }: Content): string | undefined {
  const parts = (candidates?.[0]?.content?.parts ?? []).filter(({ thought }) => !thought);
  const inline = parts.find(({ inlineData }) => inlineData)?.inlineData?.data;
  return (
    inline ?? parts.map(({ text }) => /data:image\/[\w.+-]+;base64,([\w+/=-]+)/.exec(text ?? '')?.[1]).find(Boolean)
  );
}

/** What Gemini thinks comes on top of what it answers. */
function usageOf({ usageMetadata }: Content): ModelUsage {
  if (!usageMetadata) return silentUsage;
  const { promptTokenCount, candidatesTokenCount, thoughtsTokenCount, cachedContentTokenCount } = usageMetadata;
  return {
    inputTokens: promptTokenCount ?? 0,
    outputTokens: (candidatesTokenCount ?? 0) + (thoughtsTokenCount ?? 0),
    ...(thoughtsTokenCount == null ? {} : { reasoningTokens: thoughtsTokenCount }),
    ...(cachedContentTokenCount == null ? {} : { cachedInputTokens: cachedContentTokenCount }),
  };
}

const refusals = /SAFETY|PROHIBITED|BLOCKLIST|SPII|RECITATION|BLOCKED/;

/** What was thought is billed even if nothing came of it; a prompt that was turned away is not. */
function noImage({ candidates, promptFeedback }: Content, usage: ModelUsage, requestId: string | undefined) {
  const why = promptFeedback?.blockReason ?? candidates?.[0]?.finishReason ?? 'no reason given';
  const said = candidates?.[0]?.finishMessage ?? candidates?.[0]?.content?.parts?.find(({ text }) => text)?.text;
  const isFiltered = refusals.test(why);
  return modelFailure(
    `${isFiltered ? 'Google’s filter let no picture through' : 'Google sent no picture'} (${hideSecrets(why)}).${said ? ` It says: ${hideSecrets(said)}` : ''}`,
    isFiltered ? 'filtered' : 'bad-answer',
    { billing: promptFeedback?.blockReason ? 'none' : usage, requestId },
  );
}

const operationSchema = z.object({ name: z.string().regex(/^[\w./-]+$/) });
const videoSchema = z.object({ uri: z.string().nullish(), bytesBase64Encoded: z.string().nullish() });
const filteredFields = { raiMediaFilteredCount: count, raiMediaFilteredReasons: z.array(z.string()).nullish() };
const stateSchema = z.object({
  done: z.boolean().nullish(),
  error: z
    .object({ code: z.number().nullish(), message: z.string().nullish(), status: z.string().nullish() })
    .nullish(),
  response: z
    .object({
      generateVideoResponse: z
        .object({ generatedSamples: z.array(z.object({ video: videoSchema })).nullish(), ...filteredFields })
        .nullish(),
    })
    .nullish(),
});
type State = z.infer<typeof stateSchema>;

const askAgainSeconds = 15;
/** Where the Files API sends those who fetch. */
const filesOfGoogle = ['googleapis.com', 'googleusercontent.com'];

/** Videos by `predictLongRunning`, asked after by the name of the operation. */
export const veoVideos = (access: Access, card: ModelCard): VideoModel => ({
  card,
  async submit(request, { signal } = {}) {
    const media = card.media ?? {};
    const image = { bytesBase64Encoded: Buffer.from(request.firstFrame).toString('base64'), mimeType: 'image/png' };
    const { name } = await askForJson(access, operationSchema, {
      method: 'POST',
      path: `/models/${card.id}:predictLongRunning`,
      body: {
        instances: [{ prompt: request.prompt, ...(media.takesFirstFrame ? { image } : {}) }],
        parameters: {
          aspectRatio: nearestAspectRatio(media, request),
          resolution: media.resolutions?.[0],
          durationSeconds: videoSecondsOf(card, request.durationSeconds),
          sampleCount: 1,
          seed: seedFor(media, request),
        },
      },
      signal,
      patienceSeconds: patience.submit,
    });
    return { jobId: name, askAgainSeconds };
  },

  async poll(jobId, { signal } = {}) {
    const state = await askAfter(() =>
      askForJson(access, stateSchema, { path: `/${jobId}`, signal, patienceSeconds: patience.poll }),
    );
    if (!state.done) return { jobId, askAgainSeconds };
    const video = videoOf(access, state);
    const bytes =
      'bytes' in video
        ? video.bytes
        : await fetchFinished(access, { place: video.place, usage: silentUsage, hosts: filesOfGoogle, signal });
    return mediaAnswer({ kind: 'video', bytes, usage: silentUsage, requestId: jobId.split('/').at(-1) });
  },
});

/**
 * The bytes, or where below our own address they are. What the answer says about the address is believed as far as the file's name: its host
 * would be shown the key, and the key that may stand in it is none of anybody's.
 */
function videoOf({ provider, baseUrl }: Access, { error, response }: State): { bytes: Uint8Array } | { place: string } {
  if (error) throw endedWithout(provider, error);
  const videos = response?.generateVideoResponse?.generatedSamples?.map(({ video }) => video) ?? [];
  const [video] = videos;
  if (video?.bytesBase64Encoded) return { bytes: fromBase64(video.bytesBase64Encoded) };
  const file = video?.uri && URL.canParse(video.uri) ? new URL(video.uri) : undefined;
  const name = file && /\/(files\/[\w-]+:download)$/.exec(file.pathname)?.[1];
  if (name && file.origin === new URL(baseUrl).origin) return { place: `/${name}?alt=media` };
  const { raiMediaFilteredCount, raiMediaFilteredReasons } = response?.generateVideoResponse ?? {};
  if (raiMediaFilteredCount || raiMediaFilteredReasons?.length)
    throw modelFailure(
      `Google’s filter let no video through.${raiMediaFilteredReasons?.[0] ? ` It says: ${hideSecrets(raiMediaFilteredReasons[0])}` : ''}`,
      'filtered',
      { billing: 'unknown' },
    );
  throw modelFailure('Google’s job is done, but it names no video that could be fetched.', 'bad-answer', {
    billing: 'unknown',
  });
}

function endedWithout(provider: Access['provider'], error: NonNullable<State['error']>) {
  const billing: Billing = 'unknown';
  const { message } = failureOfStatus(provider, { status: 200, body: JSON.stringify({ error }) });
  const isFiltered = /safety|policy|prohibited|violat/i.test(error.message ?? '');
  return modelFailure(`Google’s job came to nothing. ${message}`, isFiltered ? 'filtered' : 'bad-answer', { billing });
}
