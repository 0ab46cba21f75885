// Every media client against a server that speaks its provider's protocol on loopback: what is sent, what an answer becomes, what a failure means
// and costs.
import { S3Client } from '@aws-sdk/client-s3';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answers, fails } from '../../../../tests/support/fake-provider/behaviour.ts';
import { type FakeProvider, startFakeProvider } from '../../../../tests/support/fake-provider/fake-provider.ts';
import { fakeMediaProvider } from '../../../../tests/support/fake-provider/media-protocols.ts';
import type { ProviderName } from '../../../contracts/providers.ts';
import { gradientPng } from '../../../export/testing/sample-png.ts';
import { type FailureReason, ModelFailure, ModelUnavailable } from '../../errors.ts';
import type { ImageModel, ImageRequest, VideoModel } from '../../model.ts';
import type { MediaOffer, ModelCard } from '../../model-card.ts';
import { createBedrockClient } from '../bedrock-client.ts';
import type { Access } from './access.ts';
import { stabilityImages } from './bedrock-images.ts';
import { lumaVideos } from './bedrock-videos.ts';
import { geminiImages, veoVideos } from './google-media.ts';
import { huggingFaceImages, huggingFaceVideos } from './hugging-face-media.ts';
import { openRouterImages, openRouterVideos } from './openrouter-media.ts';

const world = fakeMediaProvider();
const usual = { ...world.media };
const credentialVariables = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'example' };
let fake: FakeProvider;
beforeAll(async () => {
  for (const [name, value] of Object.entries(credentialVariables)) process.env[name] ??= value;
  fake = await startFakeProvider({ protocols: world.protocols });
  return () => fake.stop();
});
beforeEach(() => {
  fake.reset();
  fake.behave = () => answers();
  Object.assign(world.media, usual);
  world.media.orders.splice(0);
});

const key = 'sk-or-v1-0123456789abcdef0123456789abcdef';
const cardOf = (provider: string, id: string, media: MediaOffer): ModelCard => ({
  ...{ provider, id, isTrained: true, media },
  secondsPerCall: { image: 10, video: 60 },
  price: { since: '2026-11-26', perImage: 50_000, perVideoSecond: 100_000 },
});
const accessTo = (provider: ProviderName, path: string, headers: Record<string, string>): Access => ({
  ...{ provider, baseUrl: `${fake.origin}${path}` },
  headers: () => headers,
});
const bearer = { authorization: `Bearer ${key}` };
const offer: MediaOffer = {
  aspectRatios: ['1:1', '16:9', '9:16', '4:5'],
  resolutions: ['720p'],
  fileTypes: ['png'],
  videoSeconds: [4, 6, 8],
  takesSeed: true,
  takesFirstFrame: true,
};

const inOregon = () => ({ region: 'us-west-2', endpoint: fake.origin, maxAttempts: 1 });
const bedrock = { client: () => createBedrockClient('us-west-2', { endpoint: fake.origin }) };

const images: Record<string, () => ImageModel> = {
  OpenRouter: () =>
    openRouterImages(accessTo('openrouter', '/api/v1', bearer), cardOf('openrouter', 'a/b-image', offer)),
  Gemini: () =>
    geminiImages(accessTo('gemini', '/v1beta', { 'x-goog-api-key': key }), cardOf('gemini', 'gemini-9-image', offer)),
  'hf-inference': () =>
    huggingFaceImages(accessTo('hugging-face', '', bearer), cardOf('hugging-face', 'x/FLUX', offer)),
  Stability: () => stabilityImages(bedrock, cardOf('bedrock', 'stability.image-v9:1', offer)),
  together: () =>
    huggingFaceImages(
      accessTo('hugging-face', '', bearer),
      cardOf('hugging-face', 'x/FLUX', { ...offer, host: 'together', hostModel: 'x/FLUX-serverless' }),
    ),
  nscale: () =>
    huggingFaceImages(
      accessTo('hugging-face', '', bearer),
      cardOf('hugging-face', 'x/FLUX', { ...offer, host: 'nscale' }),
    ),
};
const videos: Record<string, () => VideoModel> = {
  OpenRouter: () =>
    openRouterVideos(accessTo('openrouter', '/api/v1', bearer), cardOf('openrouter', 'a/b-video', offer)),
  Veo: () => veoVideos(accessTo('gemini', '/v1beta', { 'x-goog-api-key': key }), cardOf('gemini', 'veo-9', offer)),
  Luma: () =>
    lumaVideos(
      {
        ...bedrock,
        bucketClient: async () => new S3Client({ ...inOregon(), forcePathStyle: true }),
        outputUri: 's3://our-videos/astromedia',
      },
      cardOf('bedrock', 'luma.ray-v9:0', offer),
    ),
  fal: () =>
    huggingFaceVideos(
      accessTo('hugging-face', '', bearer),
      cardOf('hugging-face', 'x/Wan', { ...offer, host: 'fal-ai', hostModel: 'fal-ai/wan/v9/text-to-video' }),
    ),
};
const made = <Model>(clients: Record<string, () => Model>, name: string): Model => {
  const make = clients[name];
  if (!make) throw new Error(`No client ${name}`);
  return make();
};

const imageRequest: ImageRequest = {
  prompt: 'A quiet shop window at dusk.',
  source: { purpose: 'designer', language: 'en', facts: {}, feedback: [] },
  widthPixels: 1200,
  heightPixels: 628,
};
const videoRequest = {
  ...imageRequest,
  firstFrame: gradientPng(32, 18, [0, 0, 0], [255, 255, 255]),
  durationSeconds: 7,
};

async function failureOf(work: Promise<unknown>): Promise<ModelFailure> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ModelFailure)) throw new Error(`This is no failure of a model: ${String(error)}`);
  return error;
}
const bodyOf = (index: number): Record<string, unknown> => fake.requests[index]?.body ?? {};

describe('a picture', () => {
  it.each(Object.keys(images))('of %s is what its bytes are, and is made by one request', async (name) => {
    const answer = await made(images, name).generate(imageRequest);

    expect(answer).toMatchObject({ mediaType: 'image/png', widthPixels: 96, heightPixels: 54, bytes: usual.picture });
    expect(answer.seed).toEqual(expect.any(Number));
    expect(fake.requests).toHaveLength(1);
  });

  it.each(Object.keys(images))('of %s is of the type of its bytes, whatever its label says', async (name) => {
    world.media.imageType = 'image/webp';
    expect((await made(images, name).generate(imageRequest)).mediaType).toBe('image/png');
  });

  it.each(Object.keys(images))('of %s that is none is a bad answer, and is billed', async (name) => {
    world.media.picture = Buffer.from('no picture at all');
    const failure = await failureOf(made(images, name).generate(imageRequest));
    expect(failure.reason).toBe('bad-answer');
    expect(failure.billing).toMatchObject({ inputTokens: expect.any(Number) });
  });

  it.each(Object.keys(images))('of %s that is cut off is none', async (name) => {
    world.media.picture = usual.picture.subarray(0, 60);
    expect((await failureOf(made(images, name).generate(imageRequest))).message).toContain('damaged or cut off');
  });

  it('of OpenRouter costs what the answer says', async () => {
    expect((await made(images, 'OpenRouter').generate(imageRequest)).usage).toMatchObject({ costMicroUsd: 40_000 });
    expect(fake.billMicroUsd).toBe(40_000);
    world.media.picture = Buffer.from('none');
    expect((await failureOf(made(images, 'OpenRouter').generate(imageRequest))).billing).toMatchObject({
      costMicroUsd: 40_000,
    });
  });

  it('is asked for as the card lists, and with nothing that it does not list', async () => {
    const client = made(images, 'OpenRouter');
    await client.generate(imageRequest);
    await openRouterImages(accessTo('openrouter', '/api/v1', bearer), cardOf('openrouter', 'bare', {})).generate(
      imageRequest,
    );

    expect(bodyOf(0)).toMatchObject({ aspect_ratio: '16:9', resolution: '720p', output_format: 'png' });
    expect(bodyOf(1)).toEqual({ model: 'bare', prompt: imageRequest.prompt, n: 1 });
    expect(fake.requests[0]?.headers['authorization']).toBe(`Bearer ${key}`);
  });

  it('of Stability that its filter keeps back is filtered, and nobody can say at what cost', async () => {
    fake.next(answers({ ended: 'filter' }));
    expect(await failureOf(made(images, 'Stability').generate(imageRequest))).toMatchObject({
      ...{ reason: 'filtered', billing: 'unknown' },
      message: 'Stability’s filter let no picture through. It says: Filter reason: prompt',
    });
  });

  it('is begun with the same number for the same prompt', async () => {
    const client = made(images, 'OpenRouter');
    for (const prompt of ['one', 'one', 'two']) await client.generate({ ...imageRequest, prompt });
    const [first, second, third] = [0, 1, 2].map((index) => bodyOf(index)['seed']);
    expect(first).toBe(second);
    expect(third).not.toBe(first);
  });

  it('of Gemini may come as a data URL in the text, and a draft is none', async () => {
    const url = `data:image/png;base64,${Buffer.from(usual.picture).toString('base64')}`;
    const body = { candidates: [{ content: { parts: [{ text: `Here: ![](${url})` }] } }] };
    fake.next({ does: 'say', body: JSON.stringify(body) });
    expect((await made(images, 'Gemini').generate(imageRequest)).widthPixels).toBe(96);
  });

  it.each([
    ['filter', 'filtered', { inputTokens: 100, outputTokens: 50 }],
    ['refusal', 'filtered', 'none'],
  ] as const)('of Gemini that ended by %s is filtered, billed as it says', async (ended, reason, billing) => {
    fake.next(answers({ ended }));
    expect(await failureOf(made(images, 'Gemini').generate(imageRequest))).toMatchObject({ reason, billing });
  });

  it.each([
    [400, 'unsupported', 'none'],
    [401, 'unauthorized', 'none'],
    [402, 'no-credit', 'none'],
    [404, 'model-gone', 'none'],
    [408, 'timed-out', 'unknown'],
    [429, 'rate-limited', 'none'],
    [500, 'unavailable', 'none'],
    [529, 'unavailable', 'none'],
  ] as const satisfies readonly (readonly [number, FailureReason, string])[])(
    'that is answered with %i is %s, billed: %s',
    async (status, reason, billing) => {
      fake.behave = () => fails(status, { headers: { 'retry-after': '7' } });
      for (const name of Object.keys(images))
        expect([name, await failureOf(made(images, name).generate(imageRequest))]).toMatchObject([
          name,
          { reason, billing, retryAfterSeconds: 7 },
        ]);
    },
  );

  it.each(Object.keys(images))('of %s with 50 MB is cut off with a sentence', async (name) => {
    fake.next({ does: 'flood', megabytes: 60 });
    const failure = await failureOf(made(images, name).generate(imageRequest));
    expect([failure.reason, failure.billing]).toEqual(['bad-answer', 'unknown']);
    expect(failure.message).toContain('more than 50 MB');
  });

  it.each(Object.keys(images))('of %s is not waited for when nobody has use for it', async (name) => {
    fake.next({ does: 'hang' });
    const nobody = new AbortController();
    const failing = failureOf(made(images, name).generate(imageRequest, { signal: nobody.signal }));
    await fake.until(1);
    nobody.abort();
    expect(await failing).toMatchObject({ reason: 'timed-out', billing: 'unknown' });
  });

  it.each(Object.keys(images))('of %s takes no key elsewhere', async (name) => {
    fake.next({ does: 'redirect', to: `${fake.origin}/stolen` });
    expect((await failureOf(made(images, name).generate(imageRequest))).reason).toBe('bad-answer');
    expect(fake.requests).toHaveLength(1);
  });
});

describe('a video', () => {
  const ordered = async (name: string) => {
    const answer = await made(videos, name).submit(videoRequest);
    if (!('jobId' in answer)) throw new Error('It was made at once');
    return answer;
  };

  it.each(Object.keys(videos))('of %s is a job, asked after by its id alone until it is there', async (name) => {
    const { jobId, askAgainSeconds } = await ordered(name);
    expect(askAgainSeconds).toBeGreaterThanOrEqual(15);
    // By another client: the process that ordered it may be gone.
    expect(await made(videos, name).poll(jobId)).toEqual({ jobId, askAgainSeconds });
    expect(await made(videos, name).poll(jobId)).toMatchObject({
      ...{ mediaType: 'video/mp4', widthPixels: 1280, heightPixels: 720, durationSeconds: 6 },
      bytes: usual.film,
    });
    expect(world.media.orders).toHaveLength(1);
  });

  it.each(Object.keys(videos))('of %s lasts as long as the card lists, and begins with the picture', async (name) => {
    await ordered(name);
    const sent = JSON.stringify(bodyOf(0));
    expect(sent).toMatch(/"duration(Seconds)?":"?6s?/);
    expect(sent).toContain(Buffer.from(videoRequest.firstFrame).toString('base64'));
  });

  it('of OpenRouter costs what the job says; others say nothing', async () => {
    world.media.pendingPolls = 0;
    const usages = [];
    for (const name of Object.keys(videos)) {
      const answer = await made(videos, name).poll((await ordered(name)).jobId);
      usages.push('usage' in answer ? answer.usage : undefined);
    }
    expect(usages).toMatchObject([
      { costMicroUsd: 480_000 },
      { inputTokens: 0 },
      { inputTokens: 0 },
      { inputTokens: 0 },
    ]);
  });

  it.each(
    Object.keys(videos).flatMap((name) => (['failed', 'filtered'] as const).map((ends) => [name, ends] as const)),
  )('of %s that is %s has ended, and costs what is said, or what it could', async (name, ends) => {
    Object.assign(world.media, { ends, pendingPolls: 0 });
    const failure = await failureOf(made(videos, name).poll((await ordered(name)).jobId));
    expect(failure).not.toBeInstanceOf(ModelUnavailable);
    expect(failure.reason).toBe(ends === 'filtered' ? 'filtered' : 'bad-answer');
    expect(failure.billing).toEqual(
      name === 'OpenRouter' ? expect.objectContaining({ costMicroUsd: 480_000 }) : 'unknown',
    );
  });

  it.each(['expired', 'cancelled', 'failed'] as const)(
    'of OpenRouter that is %s without a word about money is lost',
    async (ends) => {
      Object.assign(world.media, { ends, pendingPolls: 0, videoMicroUsd: undefined });
      const failure = await failureOf(made(videos, 'OpenRouter').poll((await ordered('OpenRouter')).jobId));
      expect([failure.name, failure.billing]).toEqual(['ModelRefused', 'unknown']);
      expect(failure.message).toContain(ends);
    },
  );

  it.each(Object.keys(videos))(
    'of %s that nobody knows any more has ended, and nobody can say at what cost',
    async (name) => {
      world.media.ends = 'forgotten';
      const failure = await failureOf(made(videos, name).poll((await ordered(name)).jobId));
      expect([failure.name, failure.reason, failure.billing]).toEqual(['ModelRefused', 'model-gone', 'unknown']);
    },
  );

  it.each(
    Object.keys(videos).flatMap((name) => [401, 402, 403, 429, 500, 503].map((status) => [name, status] as const)),
  )('of %s goes on when a question after it is answered with %i', async (name, status) => {
    const { jobId } = await ordered(name);
    fake.next(fails(status));
    expect(await failureOf(made(videos, name).poll(jobId))).toBeInstanceOf(ModelUnavailable);
    world.media.pendingPolls = 0;
    expect(await made(videos, name).poll(jobId)).toMatchObject({ mediaType: 'video/mp4' });
  });

  it.each(Object.keys(videos))('of %s that is none is a bad answer, and is billed', async (name) => {
    Object.assign(world.media, { pendingPolls: 0, film: usual.picture });
    const failure = await failureOf(made(videos, name).poll((await ordered(name)).jobId));
    expect([failure.name, failure.reason]).toEqual(['ModelRefused', 'bad-answer']);
    expect(failure.billing).toMatchObject(name === 'OpenRouter' ? { costMicroUsd: 480_000 } : { inputTokens: 0 });
  });

  it('of Veo is fetched without the key where Google keeps its files, and nowhere else', async () => {
    world.media.pendingPolls = 0;
    world.media.fileRedirect = `${fake.origin}/v1beta/files/moved:download`;
    const { jobId } = await ordered('Veo');
    fake.behave = ({ path }) =>
      path.endsWith('/files/moved:download') ? { does: 'say', body: '{}', mediaType: 'application/json' } : answers();
    await failureOf(made(videos, 'Veo').poll(jobId));
    expect(fake.requests.at(-1)?.headers['x-goog-api-key']).toBeUndefined();
    fake.behave = () => answers();

    world.media.fileRedirect = 'http://elsewhere.invalid/film';
    const failure = await failureOf(made(videos, 'Veo').poll(jobId));
    expect(failure.message).toContain('elsewhere.invalid, which is no place of this provider');
  });

  it('of Luma is fetched from our own bucket, whatever place the answer names', async () => {
    world.media.pendingPolls = 0;
    const other = lumaVideos(
      { ...bedrock, bucketClient: async () => new S3Client(inOregon()), outputUri: 's3://our-videos/other' },
      cardOf('bedrock', 'luma.ray-v9:0', offer),
    );
    const failure = await failureOf(other.poll((await ordered('Luma')).jobId));
    expect(failure.message).toContain('names a place that is not ours');
    expect(fake.requests).toHaveLength(2);
  });

  it('shows its key nowhere: not in an id, an error or an answer', async () => {
    const shown: string[] = [];
    for (const name of Object.keys(videos)) {
      const { jobId } = await ordered(name);
      fake.next(fails(403, { message: `Key ${key} may not read this operation` }));
      shown.push(jobId, (await failureOf(made(videos, name).poll(jobId))).message);
      world.media.pendingPolls = 0;
      shown.push(JSON.stringify({ ...(await made(videos, name).poll(jobId)), bytes: undefined }));
    }
    expect(shown.join('\n')).not.toContain(key.slice(8));
  });
});
