// Pictures and videos through Hugging Face's router, in the form of the host that runs the model. No host tells a cost.
import * as z from 'zod';
import { modelFailure } from '../../errors.ts';
import type { ImageModel, ImageRequest, MediaAnswer, VideoModel } from '../../model.ts';
import { type ModelCard, videoSecondsOf } from '../../model-card.ts';
import { hideSecrets } from '../hide-secrets.ts';
import { type Access, askForBytes, askForJson, patience } from './access.ts';
import { nearestAspectRatio, seedFor } from './choose-shape.ts';
import { fetchFinished } from './fetch-finished.ts';
import { fromBase64, mediaAnswer, silentUsage } from './media-answer.ts';
import { askAfter } from './poll-failure.ts';

interface Asked {
  readonly access: Access;
  readonly card: ModelCard;
  readonly request: ImageRequest;
  readonly seed: number | undefined;
  readonly signal: AbortSignal | undefined;
}

/** Pictures by the host that the card names; by Hugging Face itself where it names none. */
export const huggingFaceImages = (access: Access, card: ModelCard): ImageModel => ({
  card,
  async generate(request, { signal } = {}) {
    const host = card.media?.host ?? 'hf-inference';
    const make = hosts[host];
    if (!make) throw modelFailure(`There is no client for pictures of the host “${host}”.`, 'bad-request');
    const seed = seedFor(card.media ?? {}, request);
    return make({ access, card, request, seed, signal });
  },
});

const hosts: Readonly<Record<string, (asked: Asked) => Promise<MediaAnswer>>> = {
  async 'hf-inference'({ access, card, request, seed, signal }) {
    const { bytes, headers } = await askForBytes(access, {
      method: 'POST',
      path: `/hf-inference/models/${card.media?.hostModel ?? card.id}`,
      body: { inputs: request.prompt, parameters: { ...pixels(request), seed } },
      headers: { accept: 'image/png' },
      signal,
      patienceSeconds: patience.picture,
    });
    const requestId = headers.get('x-request-id') ?? undefined;
    return mediaAnswer({ kind: 'image', bytes, usage: silentUsage, requestId, seed });
  },
  together: (asked) => openAiImage('together', 'base64', asked),
  nscale: (asked) => openAiImage('nscale', 'b64_json', asked),
};

const openAiSchema = z.object({
  id: z.string().nullish(),
  data: z.array(z.object({ b64_json: z.string().nullish() })),
});

async function openAiImage(host: string, form: string, { access, card, request, seed, signal }: Asked) {
  const { data, id } = await askForJson(access, openAiSchema, {
    method: 'POST',
    path: `/${host}/v1/images/generations`,
    body: {
      model: card.media?.hostModel ?? card.id,
      prompt: request.prompt,
      response_format: form,
      ...(host === 'together' ? { width: pixels(request).width, height: pixels(request).height } : {}),
      seed,
    },
    signal,
    patienceSeconds: patience.picture,
  });
  const bytes = fromBase64(data[0]?.b64_json ?? '');
  return mediaAnswer({ kind: 'image', bytes, usage: silentUsage, requestId: id ?? undefined, seed });
}

/** About a million pixels, which is what these models were trained on, in steps of 16. */
function pixels({ widthPixels, heightPixels }: ImageRequest): { readonly width: number; readonly height: number } {
  const scale = Math.sqrt((1024 * 1024) / (widthPixels * heightPixels));
  const step = (side: number) => Math.max(256, Math.round((side * scale) / 16) * 16);
  return { width: step(widthPixels), height: step(heightPixels) };
}

const queuedSchema = z.object({ request_id: z.string().min(1), response_url: z.url() });
const stateSchema = z.object({ status: z.string(), error: z.unknown().optional() });
const resultSchema = z.object({ video: z.object({ url: z.url() }).nullish(), detail: z.unknown().optional() });
const askAgainSeconds = 15;

/** Videos by the queue of fal. The job is named by its path below the router, which says the model as well. */
export const huggingFaceVideos = (access: Access, card: ModelCard): VideoModel => ({
  card,
  async submit(request, { signal } = {}) {
    const media = card.media ?? {};
    const image = `data:image/png;base64,${Buffer.from(request.firstFrame).toString('base64')}`;
    const { response_url } = await askForJson(access, queuedSchema, {
      method: 'POST',
      path: `/fal-ai/${media.hostModel ?? card.id}?_subdomain=queue`,
      body: {
        prompt: request.prompt,
        aspect_ratio: nearestAspectRatio(media, request),
        resolution: media.resolutions?.[0],
        duration: media.videoSeconds ? videoSecondsOf(card, request.durationSeconds) : undefined,
        seed: seedFor(media, request),
        ...(media.takesFirstFrame ? { image_url: image } : {}),
      },
      signal,
      patienceSeconds: patience.submit,
    });
    // The path only: the host is the router, which has the key.
    return { jobId: `fal-ai${new URL(response_url).pathname}`, askAgainSeconds };
  },

  async poll(jobId, { signal } = {}) {
    if (!/^fal-ai(\/[\w.-]+){2,}$/.test(jobId) || jobId.includes('..'))
      throw modelFailure('This is no name of a job of fal.', 'bad-request', { billing: 'unknown' });
    const query = '_subdomain=queue';
    const ask = { signal, patienceSeconds: patience.poll };
    const state = await askAfter(() => askForJson(access, stateSchema, { path: `/${jobId}/status?${query}`, ...ask }));
    if (['IN_QUEUE', 'IN_PROGRESS'].includes(state.status)) return { jobId, askAgainSeconds };
    if (state.status !== 'COMPLETED' || state.error) throw endedWithout(state.error ?? state.status);
    const result = await askAfter(() => askForJson(access, resultSchema, { path: `/${jobId}?${query}`, ...ask }));
    if (!result.video) throw endedWithout(result.detail ?? 'no video came');
    const finished = { place: result.video.url, usage: silentUsage, hosts: ['fal.media'], signal };
    const bytes = await fetchFinished(access, finished);
    return mediaAnswer({ kind: 'video', bytes, usage: silentUsage, requestId: jobId.split('/').at(-1) });
  },
});

function endedWithout(why: unknown) {
  const said = hideSecrets(typeof why === 'string' ? why : JSON.stringify(why));
  const isFiltered = /content_policy|moderat|safety|nsfw/i.test(said);
  return modelFailure(`The job at fal came to nothing. It says: ${said}`, isFiltered ? 'filtered' : 'bad-answer', {
    billing: 'unknown',
  });
}
