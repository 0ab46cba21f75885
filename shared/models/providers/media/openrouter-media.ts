// OpenRouter's pictures and videos. A client of our own: the kept one drops the price of a picture and blocks while a video is made.
import * as z from 'zod';
import { type Billing, modelFailure } from '../../errors.ts';
import type { ImageModel, VideoModel } from '../../model.ts';
import { type ModelCard, videoSecondsOf } from '../../model-card.ts';
import { hideSecrets } from '../hide-secrets.ts';
import { usageOfOpenAi } from '../usage-of-open-ai.ts';
import { type Access, askForJson, patience } from './access.ts';
import { nearestAspectRatio, seedFor } from './choose-shape.ts';
import { fetchFinished } from './fetch-finished.ts';
import { fromBase64, mediaAnswer, silentUsage } from './media-answer.ts';
import { askAfter } from './poll-failure.ts';

const imageSchema = z.object({
  id: z.string().optional(),
  model: z.string().optional(),
  data: z.array(z.object({ b64_json: z.string().optional() })),
  usage: z.unknown().optional(),
});

/** Pictures by `POST /images`. */
export const openRouterImages = (access: Access, card: ModelCard): ImageModel => ({
  card,
  async generate(request, { signal } = {}) {
    const media = card.media ?? {};
    const seed = seedFor(media, request);
    const { data, usage, id, model } = await askForJson(access, imageSchema, {
      method: 'POST',
      path: '/images',
      body: {
        model: card.id,
        prompt: request.prompt,
        n: 1,
        aspect_ratio: nearestAspectRatio(media, request),
        resolution: media.resolutions?.[0],
        seed,
        output_format: media.fileTypes?.includes('png') ? 'png' : undefined,
      },
      signal,
      patienceSeconds: patience.picture,
    });
    const known = usageOfOpenAi(usage) ?? silentUsage;
    const [picture] = data;
    if (!picture?.b64_json)
      throw modelFailure('OpenRouter sent no picture.', 'bad-answer', { billing: known, requestId: id });
    const bytes = fromBase64(picture.b64_json);
    return mediaAnswer({ kind: 'image', bytes, usage: known, servedModel: model, requestId: id, seed });
  },
});

const submittedSchema = z.object({ id: z.string().min(1) });
const jobSchema = z.object({
  status: z.enum(['pending', 'in_progress', 'completed', 'failed', 'cancelled', 'expired']),
  generation_id: z.string().nullish(),
  model: z.string().nullish(),
  usage: z.unknown().optional(),
  error: z.union([z.string(), z.object({ message: z.string().nullish(), code: z.unknown().optional() })]).nullish(),
});
type Job = z.infer<typeof jobSchema>;

/** OpenRouter wants ten seconds between two questions. */
const askAgainSeconds = 15;

/** Videos by `POST /videos`, asked after by `GET /videos/{id}`. */
export const openRouterVideos = (access: Access, card: ModelCard): VideoModel => ({
  card,
  async submit(request, { signal } = {}) {
    const media = card.media ?? {};
    const { id } = await askForJson(access, submittedSchema, {
      method: 'POST',
      path: '/videos',
      body: {
        model: card.id,
        prompt: request.prompt,
        duration: videoSecondsOf(card, request.durationSeconds),
        aspect_ratio: nearestAspectRatio(media, request),
        resolution: media.resolutions?.[0],
        seed: seedFor(media, request),
        ...(request.silent ? { generate_audio: false } : {}),
        ...(media.takesFirstFrame ? { frame_images: [firstFrame(request.firstFrame)] } : {}),
      },
      signal,
      patienceSeconds: patience.submit,
    });
    return { jobId: id, askAgainSeconds };
  },

  async poll(jobId, { signal } = {}) {
    // Never an address of the answer: the key would go along.
    const path = `/videos/${encodeURIComponent(jobId)}`;
    const ask = { path, signal, patienceSeconds: patience.poll };
    const job = await askAfter(() => askForJson(access, jobSchema, ask));
    if (job.status === 'pending' || job.status === 'in_progress') return { jobId, askAgainSeconds };
    if (job.status !== 'completed') throw endedWithout(job);
    const usage = usageOfOpenAi(job.usage) ?? silentUsage;
    const bytes = await fetchFinished(access, { place: `${path}/content?index=0`, usage, signal });
    const names = { servedModel: job.model ?? undefined, requestId: job.generation_id ?? jobId };
    return mediaAnswer({ kind: 'video', bytes, usage, ...names });
  },
});

const firstFrame = (png: Uint8Array) => ({
  type: 'image_url',
  image_url: { url: `data:image/png;base64,${Buffer.from(png).toString('base64')}` },
  frame_type: 'first_frame',
});

/** A job that came to nothing. What it cost is what the answer says; where it says nothing, nobody knows. */
function endedWithout({ status, error, usage }: Job) {
  const billing: Billing = usageOfOpenAi(usage) ?? 'unknown';
  const said = typeof error === 'string' ? error : (error?.message ?? '');
  const isFiltered = /moderat|safety|content.?policy|filter/i.test(said);
  return modelFailure(
    `OpenRouter’s job ended as “${status}”.${said ? ` It says: ${hideSecrets(said)}` : ''}`,
    isFiltered ? 'filtered' : 'bad-answer',
    { billing },
  );
}
