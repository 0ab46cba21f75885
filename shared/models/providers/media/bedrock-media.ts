// Pictures (Stability) and videos (Luma) of Amazon Bedrock, with the credentials of whoever runs this. A video is written into a bucket of one's
// own in the region of the model.
import type { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import type { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { type Billing, type ModelFailure, modelFailure } from '../../errors.ts';
import type { ImageModel, ModelUsage, VideoModel } from '../../model.ts';
import { type ModelCard, videoSecondsOf } from '../../model-card.ts';
import { failureOfAws } from '../failure-of-aws.ts';
import { hideSecrets } from '../hide-secrets.ts';
import { largestMediaBytes, patience } from './access.ts';
import { nearestAspectRatio, seedFor } from './choose-shape.ts';
import { fromBase64, mediaAnswer, silentUsage } from './media-answer.ts';
import { askAfter } from './poll-failure.ts';

export interface BedrockAccess {
  readonly client: () => Promise<BedrockRuntimeClient>;
}

const waiting = (signal: AbortSignal | undefined, seconds: number) => {
  const timeout = AbortSignal.timeout(seconds * 1000);
  return { abortSignal: signal ? AbortSignal.any([signal, timeout]) : timeout };
};

const imageSchema = z.object({
  images: z.array(z.string()).nullish(),
  seeds: z.array(z.number()).nullish(),
  finish_reasons: z.array(z.string().nullable()).nullish(),
});

/** Pictures by `InvokeModel` in the form of Stability's models. */
export const stabilityImages = ({ client }: BedrockAccess, card: ModelCard): ImageModel => ({
  card,
  async generate(request, { signal } = {}) {
    const media = card.media ?? {};
    const { InvokeModelCommand } = await import('@aws-sdk/client-bedrock-runtime');
    const command = new InvokeModelCommand({
      modelId: card.id,
      contentType: 'application/json',
      accept: 'application/json',
      body: JSON.stringify({
        prompt: request.prompt,
        mode: 'text-to-image',
        aspect_ratio: nearestAspectRatio(media, request),
        output_format: 'png',
        seed: seedFor(media, request),
      }),
    });
    const answer = await sent(async () => (await client()).send(command, waiting(signal, patience.picture)));
    const requestId = answer.$metadata.requestId;
    const { images, seeds, finish_reasons } = readImage(answer.body, requestId);
    const reason = finish_reasons?.[0];
    if (reason)
      throw modelFailure(`Stability’s filter let no picture through. It says: ${hideSecrets(reason)}`, 'filtered', {
        billing: 'unknown',
        requestId,
      });
    const [picture = ''] = images ?? [];
    return mediaAnswer({ kind: 'image', bytes: fromBase64(picture), usage: silentUsage, requestId, seed: seeds?.[0] });
  },
});

function readImage(body: Uint8Array, requestId: string | undefined) {
  if (body.byteLength > largestMediaBytes) throw tooLarge('unknown');
  try {
    return imageSchema.parse(JSON.parse(Buffer.from(body).toString('utf8')));
  } catch {
    throw modelFailure('Amazon Bedrock answered with something that cannot be read.', 'bad-answer', {
      billing: silentUsage,
      requestId,
    });
  }
}

export interface LumaAccess extends BedrockAccess {
  readonly bucketClient: () => Promise<S3Client>;
  /** Where videos are put, such as `s3://my-videos/astromedia`, in the region of the model. */
  readonly outputUri: string;
}

const askAgainSeconds = 20;

/** Videos by `StartAsyncInvoke` in the form of Luma's models. The job is named by its ARN. */
export const lumaVideos = (access: LumaAccess, card: ModelCard): VideoModel => ({
  card,
  async submit(request, { signal } = {}) {
    const media = card.media ?? {};
    const { StartAsyncInvokeCommand } = await import('@aws-sdk/client-bedrock-runtime');
    const data = Buffer.from(request.firstFrame).toString('base64');
    const command = new StartAsyncInvokeCommand({
      modelId: card.id,
      modelInput: documentOf({
        prompt: request.prompt,
        aspect_ratio: nearestAspectRatio(media, request),
        duration: `${videoSecondsOf(card, request.durationSeconds)}s`,
        resolution: media.resolutions?.[0],
        loop: false,
        keyframes: media.takesFirstFrame
          ? { frame0: { type: 'image', source: { type: 'base64', media_type: 'image/png', data } } }
          : undefined,
      }),
      outputDataConfig: { s3OutputDataConfig: { s3Uri: access.outputUri } },
    });
    const answer = await sent(async () => (await access.client()).send(command, waiting(signal, patience.submit)));
    if (!answer.invocationArn)
      throw modelFailure('Amazon Bedrock took the video without naming its job.', 'bad-answer', { billing: 'unknown' });
    return { jobId: answer.invocationArn, askAgainSeconds };
  },

  async poll(jobId, { signal } = {}) {
    const { GetAsyncInvokeCommand } = await import('@aws-sdk/client-bedrock-runtime');
    const command = new GetAsyncInvokeCommand({ invocationArn: jobId });
    const job = await askAfter(() =>
      sent(async () => (await access.client()).send(command, waiting(signal, patience.poll))),
    );
    if (job.status === 'InProgress') return { jobId, askAgainSeconds };
    if (job.status !== 'Completed') throw endedWithout(job.failureMessage);
    const usage: ModelUsage = silentUsage;
    const bytes = await fetchVideo(access, job.outputDataConfig?.s3OutputDataConfig?.s3Uri, signal);
    return mediaAnswer({ kind: 'video', bytes, usage, requestId: jobId.split('/').at(-1) });
  },
});

function endedWithout(message = 'no reason given'): ModelFailure {
  const isFiltered = /moderat|safety|content.?(policy|filter)/i.test(message);
  return modelFailure(
    `Amazon Bedrock’s job came to nothing. It says: ${hideSecrets(message)}`,
    isFiltered ? 'filtered' : 'bad-answer',
    { billing: 'unknown' },
  );
}

/** From our own bucket only, whatever the answer names. */
async function fetchVideo({ bucketClient, outputUri }: LumaAccess, uri = '', signal?: AbortSignal) {
  const place = /^s3:\/\/([^/]+)\/(.+)$/.exec(uri);
  if (!place || !`${uri}/`.startsWith(`${outputUri.replace(/\/$/, '')}/`))
    throw modelFailure('Amazon Bedrock’s job is done, but names a place that is not ours.', 'bad-answer', {
      billing: silentUsage,
    });
  const [, Bucket, folder = ''] = place;
  const { GetObjectCommand } = await import('@aws-sdk/client-s3');
  const command = new GetObjectCommand({ Bucket, Key: `${folder.replace(/\/$/, '')}/output.mp4` });
  const object = await askAfter(() =>
    sent(async () => (await bucketClient()).send(command, waiting(signal, patience.download))),
  );
  if ((object.ContentLength ?? 0) > largestMediaBytes) throw tooLarge(silentUsage);
  return (await object.Body?.transformToByteArray()) ?? new Uint8Array();
}

const tooLarge = (billing: Billing) =>
  modelFailure(
    'Amazon Bedrock answered with more than 50 MB: it was thrown away. Choose another model.',
    'bad-answer',
    {
      billing,
    },
  );

async function sent<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    throw failureOfAws(error);
  }
}

/** As JSON carries it: what is undefined falls away. */
const documentOf = (value: object) => JSON.parse(JSON.stringify(value));
