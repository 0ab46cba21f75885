// Texts, pictures and videos outside of a campaign, below HTTP: what is asked of models, what is kept, and what a caller hears.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Behaviour, type FakeIdentity, paidModels } from '../../tests/support/fake-models.ts';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import { sampleAsset } from '../../tests/support/sample-asset.ts';
import { memoryBucket } from '../../tests/support/stored-campaign.ts';
import { objectNameOf } from '../data/asset-object.ts';
import { createAssets } from '../data/assets.ts';
import type { Bucket } from '../data/bucket.ts';
import { createGenerations } from '../data/generations.ts';
import { objectNames } from '../data/object-names.ts';
import { ModelBusy, ModelRefused, ModelUnavailable, modelFailure } from '../models/errors.ts';
import type { ImageRequest, Models, TextRequest, VideoRequest } from '../models/model.ts';
import { candidatesFrom } from './candidates.ts';
import type { GenerationParts } from './generate.ts';
import { generateImage } from './generate-image.ts';
import { generateText } from './generate-text.ts';
import { generateVideo } from './generate-video.ts';
import { readGeneration } from './read-generation.ts';
import { createRouter } from './router/router.ts';
import { wireCallQuota } from './wire-call-quota.ts';

const price = { worstCaseMicroUsd: 1000, costMicroUsd: 300 };
let memory: Awaited<ReturnType<typeof startMemoryTable>>;
beforeAll(async () => {
  memory = await startMemoryTable();
});
afterAll(() => memory.stop());

let people = 0;
let now: Date;
let texts: TextRequest[];
let images: ImageRequest[];
let videos: VideoRequest[];
let polled: string[];
/** What calls it off, as each model was told. */
let signals: unknown[];
let behaviour: Partial<Behaviour>;
let parts: GenerationParts;
let bucket: Bucket;
let stored: Parameters<Bucket['put']>[0][];
let caller: { userId: string; workspaceId: string; signal: AbortSignal };

function noted<Thing>(list: Thing[], thing: Thing): Thing {
  list.push(thing);
  return thing;
}

/** Models that note what they are asked. */
function watched(identity: FakeIdentity = {}, costs = price): Required<Models> {
  const models = paidModels(costs, () => behaviour, identity);
  return {
    text: {
      ...models.text,
      generate(request, options) {
        signals.push(options?.signal);
        return models.text.generate(noted(texts, request));
      },
    },
    image: {
      ...models.image,
      generate(request, options) {
        signals.push(options?.signal);
        return models.image.generate(noted(images, request));
      },
    },
    video: {
      ...models.video,
      submit(request, options) {
        signals.push(options?.signal);
        return models.video.submit(noted(videos, request));
      },
      poll: (jobId) => models.video.poll(noted(polled, jobId)),
    },
  };
}

function offer(...offers: readonly Models[]): void {
  const clock = () => now;
  parts = {
    assets: createAssets(memory.table),
    bucket,
    generations: createGenerations(memory.table, clock),
    quota: wireCallQuota(memory.table, clock).quota,
    router: createRouter({ candidates: candidatesFrom(offers), clock }),
    clock,
  };
}

beforeEach(() => {
  now = new Date('2026-11-15T12:00:00.000Z');
  [texts, images, videos, polled, signals, behaviour] = [[], [], [], [], [], {}];
  stored = [];
  const objects = memoryBucket();
  bucket = { ...objects, put: (object) => objects.put(noted(stored, object)) };
  caller = { userId: `person-${people++}`, workspaceId: `wsp_${people}`, signal: new AbortController().signal };
  offer(watched());
});
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};

const usual = { language: 'en', maximumCostUsd: 1, cache: false } as const;
const write = (changes: Partial<Parameters<typeof generateText>[2]> = {}) =>
  generateText(parts, caller, { ...usual, prompt: 'A line', maximumOutputTokens: 100, ...changes });
const draw = (changes: Partial<Parameters<typeof generateImage>[2]> = {}) =>
  generateImage(parts, caller, {
    ...usual,
    prompt: 'Bread',
    style: 'artistic',
    widthPixels: 640,
    heightPixels: 480,
    ...changes,
  });
const film = (changes: Partial<Parameters<typeof generateVideo>[2]> = {}) =>
  generateVideo(parts, caller, {
    ...usual,
    prompt: 'Bread rises',
    style: 'narrative',
    widthPixels: 640,
    heightPixels: 100,
    durationSeconds: 6,
    ...changes,
  });
const read = (id: string) => readGeneration(parts, caller, id);
const failureOf = (made: Promise<unknown>) =>
  made.then(
    () => ({ none: true }),
    (error: unknown) => error,
  );
const month = async () => (await wireCallQuota(memory.table, () => now).quota.state(caller)).used;

it('whatever is made is called off at its model when whoever asked has gone', async () => {
  behaviour = { text: async () => ({ text: 'Fine.' }) };
  await write();
  await film();
  expect(signals).toEqual([caller.signal, caller.signal, caller.signal]);
});

describe('a text', () => {
  beforeEach(() => {
    behaviour = { text: async () => ({ text: 'Fine.' }) };
  });

  it('is asked for with its prompt, the form of the answer and the role of a writer, in the language', async () => {
    const record = await write();
    expect(record).toMatchObject({
      kind: 'text',
      status: 'DONE',
      outputJson: '{"text":"Fine."}',
      hasSchema: false,
      costMicroUsd: 300,
    });
    expect(texts).toMatchObject([
      {
        system: expect.stringMatching(/marketing writer/),
        prompt: expect.stringMatching(/^A line\n\n.*\{"text": "your answer"\}/),
        source: { purpose: 'generation', language: 'en', facts: { prompt: 'A line', schema: undefined }, feedback: [] },
        maximumOutputTokens: 100,
      },
    ]);
    await write({ language: 'fr' });
    expect(texts[1]).toMatchObject({
      system: expect.stringMatching(/rédacteur/),
      prompt: expect.stringMatching(/"ta réponse"/),
    });
    await write({ system: 'You rhyme.' });
    expect(texts[2]?.system).toBe('You rhyme.');
  });

  it('fills a schema, which the model is told and the answer must fit', async () => {
    behaviour = { text: async () => ({ title: 'Bread' }) };
    const schema = {
      type: 'object',
      properties: { title: { type: 'string' } },
      required: ['title'],
      additionalProperties: false,
    };
    expect(await write({ schema })).toMatchObject({ outputJson: '{"title":"Bread"}', hasSchema: true });
    expect(texts[0]?.prompt).toContain(`fitting this schema, with nothing around it:\n${JSON.stringify(schema)}`);
    expect(texts[0]?.source.facts).toEqual({ prompt: 'A line', schema });
    await write({ schema, language: 'fr' });
    expect(texts[1]?.prompt).toContain('conforme à ce schéma');
  });

  it('is not asked for with a schema that cannot be used, and its place is named', async () => {
    expect(await failureOf(write({ schema: { type: 'nothing' } }))).toMatchObject({
      code: 'validation-failed',
      fieldErrors: [{ pointer: '#/schema/type' }],
    });
    expect([texts, await month()]).toEqual([[], 0]);
  });

  it('that does not fit is asked for once more, and each call is paid', async () => {
    behaviour = { text: async () => (texts.length === 1 ? { words: 3 } : { text: 'Fine.' }) };
    expect(await write()).toMatchObject({ outputJson: '{"text":"Fine."}' });
    expect(texts).toHaveLength(2);
    expect(texts[1]?.prompt).toMatch(/"words": ?3/);
    expect(await month()).toBe(2);
  });

  it('that never fits is refused with what is wrong of it', async () => {
    behaviour = { text: async () => ({ words: 3 }) };
    expect(await failureOf(write())).toMatchObject({
      code: 'model-refused',
      message: expect.stringMatching(/does not fit the schema: .*text/),
    });
    expect(texts.length).toBeGreaterThan(1);
  });

  it('that does not fit, and may not cost another call, is refused with what is wrong of it, not with the limit', async () => {
    behaviour = { text: async () => ({ words: 3 }) };
    expect(await failureOf(write({ maximumCostUsd: 0.0012 }))).toMatchObject({
      code: 'model-refused',
      message: expect.stringContaining('does not fit'),
    });
    expect([texts.length, await month()]).toEqual([1, 1]);
  });

  it('may cost its first call, and no less', async () => {
    expect(await failureOf(write({ maximumCostUsd: 0.000999 }))).toMatchObject({ code: 'cost-limit' });
    expect([texts, await month()]).toEqual([[], 0]);
    expect(await write({ maximumCostUsd: 0.001 })).toMatchObject({ status: 'DONE' });
  });

  it.each<[string, Error, object]>([
    ['a refusal in its own words', new ModelRefused('Not this.'), { code: 'model-refused', message: 'Not this.' }],
    ['that nobody could be reached, without the words of the outage', new ModelUnavailable('host 10.0.0.1'), { code: 'unavailable', message: 'No model could be reached. Try again in a moment.', retryAfterSeconds: 5 }],
    ['when there is a place again', new ModelBusy('All are taken.', 7), { code: 'unavailable', message: 'All are taken.', retryAfterSeconds: 7 }],
    ['anything else as it is', new TypeError('bug'), { name: 'TypeError', message: 'bug' }],
  ])('tells whoever asks %s', async (_what, error, heard) => {
    behaviour = { text: () => Promise.reject(error) };
    expect(await failureOf(write())).toMatchObject(heard);
    expect(await failureOf(draw({ model: 'ghost' }))).toMatchObject({ code: 'model-refused' });
  }); // biome-ignore format: a table

  it('goes to the next model where one is out, and the record names who answered', async () => {
    offer(watched({ id: 'first' }), watched({ id: 'second' }));
    behaviour = {
      text: async () => {
        if (texts.length === 1) throw modelFailure('Out.', 'unavailable');
        return { text: 'Fine.' };
      },
    };
    expect(await write()).toMatchObject({ model: 'second', status: 'DONE' });
    expect(await month()).toBe(2);
  });

  it('that comes too late is of no use: whoever asks hears it at once, and no call follows', async () => {
    const patience = new AbortController();
    caller = { ...caller, signal: patience.signal };
    behaviour = {
      text: () => {
        patience.abort();
        return new Promise(() => {});
      },
    };
    expect(await failureOf(write())).toMatchObject({ code: 'unavailable', retryAfterSeconds: 30 });
    expect(await failureOf(write())).toMatchObject({ code: 'unavailable', retryAfterSeconds: 30 });
    expect(texts).toHaveLength(1);
  });
});

describe('a picture', () => {
  it('is asked for in its size and kept with its fingerprint', async () => {
    const record = await draw();
    expect(images).toMatchObject([
      {
        prompt: 'Bread',
        source: {
          purpose: 'generation',
          language: 'en',
          facts: { prompt: 'Bread', brandName: undefined, style: 'artistic' },
          feedback: [],
        },
        widthPixels: 640,
        heightPixels: 480,
      },
    ]);
    const name = objectNames.generation(caller.workspaceId, record.id, 'image-artistic.png');
    const bytes = (await bucket.get(name)) ?? new Uint8Array();
    expect(record).toMatchObject({
      status: 'DONE',
      media: {
        mediaType: 'image/png',
        fileName: 'image-artistic.png',
        widthPixels: 16,
        heightPixels: 9,
        byteLength: bytes.byteLength,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      },
    });
    expect(stored).toEqual([{ name, bytes, mediaType: 'image/png', lifetime: 'generation' }]);
    expect(Buffer.from(bytes).toString('latin1')).toContain('trainedAlgorithmicMedia');
  });

  it.each([
    ['en', 'Bread\n\nBrand: Levain'],
    ['fr', 'Bread\n\nMarque : Levain'],
  ] as const)('of a brand is asked for with its name, in %s', async (language, prompt) => {
    await draw({ brandName: 'Levain', language });
    expect(images).toMatchObject([{ prompt, source: { facts: { prompt: 'Bread', brandName: 'Levain' } } }]);
  });

  it('that cannot be kept is paid all the same, and has failed', async () => {
    bucket = { ...bucket, put: () => Promise.reject(new Error('no bucket')) };
    offer(watched());
    expect(await failureOf(draw())).toMatchObject({ message: 'no bucket' });
    expect(await month()).toBe(1);
    const { calls, microUsd } = await wireCallQuota(memory.table, () => now).monthlyCalls.get(
      caller.workspaceId,
      '2026-11',
    );
    expect([calls, microUsd > 0]).toEqual([1, true]);
  });

  it('is answered from the cache of the workspace, with the bytes of what was made then', async () => {
    const made = await draw({ cache: true });
    const hit = await draw({ cache: true });
    const again = await draw({ cache: true });
    expect(hit).toMatchObject({
      cached: true,
      costMicroUsd: 0,
      savedMicroUsd: 300,
      mediaOf: made.id,
      media: JSON.parse(JSON.stringify(made.media)),
      costSource: 'cache',
    });
    expect(again.mediaOf).toBe(made.id);
    expect(new Set([made.id, hit.id, again.id]).size).toBe(3);
    expect(hit).not.toHaveProperty('reservedMicroUsd');
    expect([images.length, await month()]).toEqual([1, 1]);
    expect(await draw({ cache: false })).toMatchObject({ cached: false });
    expect(await draw({ cache: true, widthPixels: 641 })).toMatchObject({ cached: false });
  });
});

describe('a video', () => {
  it('begins with a picture of twice its size within what can be drawn, made first and once', async () => {
    const record = await film();
    expect(record).toMatchObject({ kind: 'video', status: 'DONE', media: { fileName: 'video-narrative.mp4', durationSeconds: 6 } });
    expect(images).toMatchObject([{ prompt: 'Bread rises', source: { facts: { style: 'realistic' } }, widthPixels: 1280, heightPixels: 240 }]);
    const [picture] = stored;
    expect(videos).toMatchObject([{ prompt: 'Bread rises', widthPixels: 640, heightPixels: 100, durationSeconds: 6, firstFrame: picture?.bytes, source: { facts: { prompt: 'Bread rises', style: 'narrative' } } }]);
    await film({ style: 'dynamic', widthPixels: 1920, heightPixels: 1080, brandName: 'Levain' });
    expect(images[1]).toMatchObject({ source: { facts: { style: 'artistic' } }, widthPixels: 2048, heightPixels: 2048, prompt: 'Bread rises\n\nBrand: Levain' });
    expect(videos[1]?.prompt).toBe('Bread rises\n\nBrand: Levain');
    expect(await month()).toBe(4);
  });

  it('draws its picture once, though the first model fails', async () => {
    offer(watched({ id: 'first' }), watched({ id: 'second' }));
    behaviour = {
      submit: async () => {
        if (videos.length === 1) throw modelFailure('Out.', 'unavailable');
        return 'done';
      },
    };
    expect(await film()).toMatchObject({ model: 'second' });
    expect([images.length, videos.length]).toEqual([1, 2]);
  });

  it('has its picture drawn by the model that was named for it, where that one draws', async () => {
    offer(watched({ id: 'first' }), watched({ id: 'second' }));
    await film({ model: 'second' });
    expect((await parts.generations.get(caller.workspaceId, stored[0]?.name.split('/').at(-2) ?? ''))?.model).toBe('second');
    const { video } = watched({ id: 'films-only' });
    offer(watched({ id: 'first' }), { video });
    expect(await film({ model: 'films-only' })).toMatchObject({ model: 'films-only' });
    expect(images).toHaveLength(2);
  });

  it('may cost what picture and video cost at their worst, and no less', async () => {
    expect(await failureOf(film({ maximumCostUsd: 0.001999 }))).toMatchObject({ code: 'cost-limit' });
    expect([images, videos, await month()]).toEqual([[], [], 0]);
    expect(await film({ maximumCostUsd: 0.002 })).toMatchObject({ status: 'DONE' });
  });

  it('may cost what the dearest of the models that may draw its picture costs', async () => {
    offer(watched({ id: 'first' }), { image: watched({ id: 'dear' }, { ...price, worstCaseMicroUsd: 5000 }).image });
    expect(await failureOf(film({ maximumCostUsd: 0.005999 }))).toMatchObject({ code: 'cost-limit' });
    expect(await film({ maximumCostUsd: 0.006 })).toMatchObject({ status: 'DONE' });
  });

  it('is answered from the cache where the same model would draw its picture, and nowhere else', async () => {
    const { image } = watched({ id: 'draws' });
    const { image: other } = watched({ id: 'draws-otherwise' });
    const { video } = watched({ id: 'films' });
    offer({ image, video });
    await film({ cache: true });
    expect(await film({ cache: true })).toMatchObject({ cached: true });
    offer({ image: other, video });
    expect(await film({ cache: true })).toMatchObject({ cached: false });
  });

  it('is made anew of another picture that is named', async () => {
    let shade = 0;
    const models = watched();
    const generate = async (...asked: Parameters<typeof models.image.generate>) => ({ ...(await models.image.generate(...asked)), bytes: new Uint8Array([shade++]) });
    offer({ ...models, image: { ...models.image, generate } });
    const [one, two] = [await draw(), await draw()];
    expect(await film({ cache: true, imageGenerationId: one.id })).toMatchObject({ cached: false });
    expect(await film({ cache: true, imageGenerationId: two.id })).toMatchObject({ cached: false });
    expect(await film({ cache: true, imageGenerationId: one.id })).toMatchObject({ cached: true });
  });

  it('begins with an uploaded picture that is named, once it has arrived', async () => {
    const uploaded = sampleAsset({ id: 'ast_mine' });
    const name = objectNameOf(caller.workspaceId, uploaded);
    await bucket.put({ name, bytes: new Uint8Array([5]), mediaType: 'image/png' });
    const keeping = (asset: object) => Object.assign(parts, { assets: { get: async () => asset } });
    keeping({ ...uploaded, status: 'uploading' });
    expect(await failureOf(film({ assetId: uploaded.id }))).toMatchObject({ code: 'validation-failed' });
    keeping({ ...uploaded, kind: 'video' });
    expect(await failureOf(film({ assetId: uploaded.id }))).toMatchObject({ code: 'validation-failed' });
    keeping(uploaded);
    await film({ assetId: uploaded.id });
    expect(videos.map(({ firstFrame }) => firstFrame)).toEqual([new Uint8Array([5])]);
    expect(images).toEqual([]);
  });

  it('begins with a picture of the workspace that is named, also one from the cache, and draws none', async () => {
    await draw({ cache: true });
    const { id } = await draw({ cache: true });
    expect(await film({ imageGenerationId: id, maximumCostUsd: 0.001 })).toMatchObject({ status: 'DONE' });
    expect([images.length, videos[0]?.firstFrame]).toEqual([1, stored[0]?.bytes]);
  });

  it.each([
    ['imageGenerationId', { imageGenerationId: 'gen_01JD0000000000000000000000' }],
    ['assetId', { assetId: 'ast_01JD_visuals_1_A' }],
  ])('is not begun with what is not there: %s', async (field, named) => {
    expect(await failureOf(film(named))).toMatchObject({ code: 'validation-failed', fieldErrors: [{ pointer: `#/${field}` }] });
    expect(videos).toEqual([]);
  });

  it('is not begun with a text for a picture, nor without the bytes of its picture', async () => {
    behaviour = { text: async () => ({ text: 'Fine.' }) };
    const { id } = await write();
    expect(await failureOf(film({ imageGenerationId: id }))).toMatchObject({ code: 'validation-failed' });
    const picture = await draw();
    await bucket.delete(stored[0]?.name ?? '');
    expect(await failureOf(film({ imageGenerationId: picture.id }))).toMatchObject({ message: `The bytes of ${picture.id} are missing` });
  });
}); // biome-ignore format: requests at a glance

describe('a video that takes long', () => {
  beforeEach(() => {
    behaviour = { submit: async () => 'pending', poll: async () => 'pending' };
  });

  it('is pending with its job, and is asked after no sooner than its provider says', async () => {
    const begun = await film({ cache: true });
    expect(begun).toMatchObject({
      status: 'PENDING',
      costMicroUsd: 0,
      job: { jobId: 'job-A', style: 'narrative', durationSeconds: 6, askAgainAt: '2026-11-15T12:00:01.000Z' },
    });
    later(0.999);
    expect((await read(begun.id)).status).toBe('PENDING');
    expect(polled).toEqual([]);
    later(0.001);
    expect(await read(begun.id)).toMatchObject({ status: 'PENDING', job: { askAgainAt: '2026-11-15T12:00:02.000Z' } });
    expect(await read(begun.id)).toMatchObject({ job: { askAgainAt: '2026-11-15T12:00:02.000Z' } });
    expect(polled).toEqual(['job-A']);
    behaviour = { poll: async () => 'done' };
    later(1);
    const done = await read(begun.id);
    expect(done).toMatchObject({
      status: 'DONE',
      costMicroUsd: 300,
      latencyMilliseconds: 2000,
      media: { fileName: 'video-narrative.mp4' },
    });
    expect(done).not.toHaveProperty('job');
    later(1);
    expect(await read(begun.id)).toEqual(done);
    expect(await film({ cache: true })).toMatchObject({ cached: true, mediaOf: begun.id });
  });

  it('whose job is refused has failed with the words of the refusal', async () => {
    const begun = await film();
    behaviour = { poll: () => Promise.reject(new ModelRefused(`Not this. ${'a'.repeat(2000)}`)) };
    later(1);
    const ended = await read(begun.id);
    expect(ended).toMatchObject({ status: 'FAILED', costMicroUsd: 0, reason: expect.stringMatching(/^Not this\./) });
    expect(ended.reason).toHaveLength(1000);
    expect(await read(begun.id)).toMatchObject({ status: 'FAILED' });
    expect(polled).toHaveLength(1);
  });

  it('goes on where its provider cannot be reached, which whoever reads hears', async () => {
    const begun = await film();
    behaviour = { poll: () => Promise.reject(new ModelUnavailable('Out.')) };
    later(1);
    expect(await failureOf(read(begun.id))).toMatchObject({ code: 'unavailable', retryAfterSeconds: 5 });
    behaviour = { poll: async () => 'done' };
    expect(await read(begun.id)).toMatchObject({ status: 'DONE' });
  });

  it('is given up after an hour, at what it may have cost', async () => {
    const begun = await film();
    later(3600);
    expect(await read(begun.id)).toMatchObject({ status: 'PENDING' });
    later(1);
    expect(await read(begun.id)).toMatchObject({
      status: 'FAILED',
      costMicroUsd: 1000,
      reason: 'The provider did not finish it within an hour; what it may have cost stays counted.',
    });
  });

  it('of a model that is gone is asked after every minute, until the hour is over', async () => {
    const begun = await film();
    offer(watched({ id: 'another' }));
    later(1);
    expect(await read(begun.id)).toMatchObject({ status: 'PENDING', job: { askAgainAt: '2026-11-15T12:01:01.000Z' } });
    later(3600);
    expect(await read(begun.id)).toMatchObject({ status: 'FAILED', costMicroUsd: 1000 });
    expect(polled).toEqual([]);
  });

  it('is of nobody else, and what never was is of nobody', async () => {
    const begun = await film();
    expect(await failureOf(readGeneration(parts, { ...caller, workspaceId: 'wsp_other' }, begun.id))).toMatchObject({
      code: 'not-found',
    });
    expect(await failureOf(read('gen_01JD0000000000000000000000'))).toMatchObject({ code: 'not-found' });
  });
});
