// Videos of Amazon Bedrock, made by Luma's models: written into a bucket of one's own in the region of the model.
import type { S3Client } from '@aws-sdk/client-s3';
import { type ModelFailure, modelFailure } from '../../errors.ts';
import type { VideoModel } from '../../model.ts';
import { type ModelCard, videoSecondsOf } from '../../model-card.ts';
import { hideSecrets } from '../hide-secrets.ts';
import { largestMediaBytes, patience } from './access.ts';
import { type BedrockAccess, sent, tooLarge, waiting } from './bedrock-calls.ts';
import { nearestAspectRatio } from './choose-shape.ts';
import { mediaAnswer, silentUsage } from './media-answer.ts';
import { askAfter } from './poll-failure.ts';

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
    const bytes = await fetchVideo(access, job.outputDataConfig?.s3OutputDataConfig?.s3Uri, signal);
    return mediaAnswer({ kind: 'video', bytes, usage: silentUsage, requestId: jobId.split('/').at(-1) });
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

/** As JSON carries it: what is undefined falls away. */
const documentOf = (value: object) => JSON.parse(JSON.stringify(value));
