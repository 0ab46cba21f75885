// The tools of one attempt over a campaign in memory: what is stored of pictures and films, what is said of them, and what is not paid for twice.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sampleCall } from '../../tests/support/account-books.ts';
import { freeModels, paidModels, sampleText, sampleVideo, sampleVisual } from '../../tests/support/fake-models.ts';
import { oneRun, type Work } from '../../tests/support/one-run.ts';
import { sampleAsset } from '../../tests/support/sample-asset.ts';
import type { GeneratedAsset } from '../contracts/asset.ts';
import { objectNames } from '../data/object-names.ts';
import type { PhaseRecord } from '../data/phase-records.ts';
import { assetIdOf } from '../domain/media/asset-id.ts';
import type { AnswerCache, WantedAnswer } from '../generation/answer-cache.ts';
import type { MediaAnswer, Models } from '../models/model.ts';

const price = { worstCaseMicroUsd: 900, costMicroUsd: 400 };
const draw: Work = async (_input, tools) => void (await tools.image(sampleVisual('A')));

/** Models whose answers have more than the usual. */
function making(more: Partial<MediaAnswer>): Models {
  const models = freeModels();
  const made: MediaAnswer = {
    ...{ bytes: new Uint8Array([1, 2, 3]), mediaType: 'image/png', widthPixels: 16, heightPixels: 9 },
    ...{ usage: { inputTokens: 0, outputTokens: 0 }, warnings: [] },
    ...more,
  };
  return {
    ...models,
    image: { ...models.image, generate: async () => made },
    video: { ...models.video, submit: async () => made },
  };
}
const shapes = {
  formats: [
    { ratio: '4:5', mediaType: 'image/jpeg', bytes: new Uint8Array([4, 5]), widthPixels: 4, heightPixels: 5 },
    { ratio: '1:1', mediaType: 'image/png', bytes: new Uint8Array([6]), widthPixels: 1, heightPixels: 1 },
  ],
} as const;
const onlyAsset = ({ assets }: ReturnType<typeof oneRun>): GeneratedAsset | undefined => [...assets.values()][0];
/** Runs an agent that uses the tools once, and answers with what it was given. */
async function using<Given>(
  use: (tools: Parameters<Work>[1]) => Promise<Given>,
  options: Parameters<typeof oneRun>[0],
) {
  const given: Given[] = [];
  const one = oneRun({ ...options, work: async (_input, tools) => void given.push(await use(tools)) });
  const outcome = await one.run();
  return { ...one, outcome, given: given[0] };
}

describe('a picture', () => {
  it('is stored before it is listed, and said once it can be opened', async () => {
    const one = oneRun({ work: draw });
    await one.run();
    const did = one.only('file', 'list', 'say').map(([what, detail]) => (what === 'say' ? detail : what));
    expect(did).toEqual(['phase:status', 'file', 'list', 'asset:created']);
    expect(one.stage.published.at(-1)).toEqual({
      events: [{ type: 'asset:created', data: { asset: onlyAsset(one) } }],
    });
  });

  it('is described with where it comes from, and its file is named after it', async () => {
    const models = [making({ seed: 7 })];
    const one = oneRun({ models, work: draw, phase: { attempt: 2 } });
    await one.run();
    expect(onlyAsset(one)).toMatchObject({
      ...{ origin: 'AGENT', phaseId: 'phase', attempt: 2, variant: 'A', style: 'artistic', kind: 'image' },
      ...{ fileName: 'phase-2-a-artistic.png', widthPixels: 16, heightPixels: 9, status: 'draft', seed: 7 },
      ...{ aiGenerated: true, provider: 'fake-provider', model: 'fake-1', createdAt: '2026-11-26T10:00:00.000Z' },
    });
    expect(onlyAsset(one)).not.toHaveProperty('durationSeconds');
  });

  it('is stored in every shape that was made of it, each measured and named after its shape', async () => {
    const models = [making(shapes)];
    const one = await using((tools) => tools.image(sampleVisual('B')), { models });
    const [own, tall, square] = [...one.objects.values()];
    expect([own, tall, square].map((file) => [file?.name.split('/').at(-1), file?.mediaType])).toEqual([
      ['phase-1-b-realistic.png', 'image/png'],
      ['phase-1-b-realistic-4x5.jpg', 'image/jpeg'],
      ['phase-1-b-realistic-1x1.png', 'image/png'],
    ]);
    // What is measured is what is stored, with its origin in it.
    const measured = [own, tall, square].map((file) => ({
      byteLength: file?.bytes.byteLength,
      sha256: createHash('sha256')
        .update(file?.bytes ?? '')
        .digest('hex'),
    }));
    expect(Buffer.from(tall?.bytes ?? '').toString('latin1')).toContain('trainedAlgorithmicMedia');
    expect(onlyAsset(one)).toMatchObject({
      ...measured[0],
      formats: [
        { ratio: '4:5', widthPixels: 4, heightPixels: 5, ...measured[1] },
        { ratio: '1:1', widthPixels: 1, heightPixels: 1, ...measured[2] },
      ],
    });
    expect(one.given).toMatchObject({ assetId: onlyAsset(one)?.id, ratios: ['4:5', '1:1'] });
  });

  it('is signed in every shape where somebody signs', async () => {
    const one = oneRun({ models: [making(shapes)], work: draw });
    const signed: unknown[] = [];
    Object.assign(one.parts, {
      async sign(bytes: Uint8Array, mediaType: string, origin: object) {
        signed.push([mediaType, origin]);
        return new Uint8Array([...bytes, 9]);
      },
    });
    await one.run();
    const origin = { id: onlyAsset(one)?.id, provider: 'fake-provider', model: 'fake-1', isTrained: true };
    expect(signed).toEqual(['image/png', 'image/jpeg', 'image/png'].map((mediaType) => [mediaType, origin]));
    expect([...one.objects.values()].map(({ bytes }) => bytes.at(-1))).toEqual([9, 9, 9]);
    expect(onlyAsset(one)?.byteLength).toBe([...one.objects.values()][0]?.bytes.byteLength);
  });

  it('that an earlier run of the attempt has stored is not made again', async () => {
    const one = oneRun({ models: [paidModels(price)], work: draw, phase: { needsApproval: true } });
    await one.run();
    if (one.stage.phase) one.stage.phase = { ...one.stage.phase, status: 'RUNNING', outputAttempt: undefined };
    await one.run();
    expect(one.only('reserve')).toHaveLength(1);
    expect(one.only('say').filter(([, type]) => type === 'asset:created')).toHaveLength(1);
  });

  it.each<[string, Partial<PhaseRecord> | undefined]>([
    ['failed', { status: 'FAILED' }],
    ['is tried again', { attempt: 2 }],
    ['is gone', undefined],
  ])('is neither stored nor said where its phase %s while it was made', async (_what, change) => {
    const models = freeModels();
    const one = oneRun({
      models: [
        {
          ...models,
          image: {
            ...models.image,
            async generate(...asked) {
              one.stage.phase = change && one.stage.phase && { ...one.stage.phase, ...change };
              return models.image.generate(...asked);
            },
          },
        },
      ],
      work: draw,
    });
    expect(await one.run()).toEqual({ outcome: 'DONE' });
    expect(one.only('file', 'list', 'output')).toEqual([]);
    expect(one.stage.published.map(({ events }) => events[0]?.type)).toEqual(['phase:status']);
  });

  it.each<[string, Partial<PhaseRecord> | undefined]>([
    ['failed', { status: 'FAILED' }],
    ['is gone', undefined],
  ])('is taken back, in every shape, where its phase %s while it was stored', async (_what, change) => {
    const one = oneRun({ models: [making(shapes)], work: draw });
    one.before['list'] = () => {
      one.stage.phase = change && one.stage.phase && { ...one.stage.phase, ...change };
    };
    expect(await one.run()).toEqual({ outcome: 'DONE' });
    expect([one.objects.size, one.assets.size]).toEqual([0, 0]);
    expect(one.only('unlist', 'unfile').map(([what]) => what).slice(0, 4)).toEqual(['unlist', 'unfile', 'unfile', 'unfile']);
    expect(one.stage.published.map(({ events }) => events[0]?.type)).toEqual(['phase:status']);
  }); // biome-ignore format: a table

  it.each(['COMPLETED', 'WAITING_VALIDATION'] as const)('stays where another run of its step has come to %s', async (status) => {
    const one = oneRun({ work: draw });
    one.before['list'] = () => {
      if (one.stage.phase) one.stage.phase = { ...one.stage.phase, status };
    };
    await one.run();
    expect([one.objects.size, one.assets.size]).toEqual([1, 1]);
  }); // biome-ignore format: a row

  it('is read by whoever is given its id, and by no other', async () => {
    const one = await using(
      async (tools) => {
        const { assetId } = await tools.image(sampleVisual('A'));
        return [await tools.readAsset(assetId), await tools.readAsset('ast_none').catch(({ message }) => message)];
      },
      { models: [making({})] },
    );
    expect(one.given).toEqual([[...one.objects.values()][0]?.bytes, 'Asset ast_none is missing']);
  });
});

describe('a picture that another phase had drawn', () => {
  const from = { workspaceId: 'wsp_one', campaignId: 'cmp_other' };
  it('is copied where the same was asked for and it is still kept', async () => {
    const one = oneRun({ models: [paidModels(price)], work: draw });
    const call = sampleCall('visuals.3.image-B', { phaseId: 'visuals', attempt: 3 });
    const id = assetIdOf(from.campaignId, 'visuals', 3, 'B');
    const kept = sampleAsset({ id, campaignId: from.campaignId, phaseId: 'visuals', attempt: 3, fileName: 'kept.png' });
    one.assets.set(id, kept);
    const name = objectNames.asset(from, id, 'kept.png');
    one.objects.set(name, { name, bytes: new Uint8Array([7, 7, 7]), mediaType: 'image/png' });
    const wanted: WantedAnswer[] = [];
    const seek: AnswerCache['seek'] = async (asked, recall) => {
      wanted.push(asked);
      const answer = await recall({ reference: from, call });
      return answer === undefined ? { claim: undefined } : { answer };
    };
    Object.assign(one.parts, { cache: { seek, release: async () => true } });
    expect(await one.run()).toEqual({ outcome: 'FINISHED' });

    expect(wanted).toMatchObject([
      { kind: 'image', call: 'phase.1.image-A', request: expect.stringMatching(/^\w{20,}/) },
    ]);
    expect(one.only('reserve')).toEqual([]);
    const copied = [...one.assets.values()].find(({ campaignId }) => campaignId !== from.campaignId);
    expect(copied).toMatchObject({ phaseId: 'phase', variant: 'A', kind: 'image', model: 'fake-1' });
    expect([...one.objects.keys()]).toContain(
      objectNames.asset(one.reference, copied?.id ?? '', copied?.fileName ?? ''),
    );
  });
});

describe('a film', () => {
  it('is kept as one, with how long it is and its still pictures beside it', async () => {
    const film = {
      mediaType: 'video/mp4',
      durationSeconds: 6,
      formats: [
        { ...shapes.formats[0], mediaType: 'video/mp4' },
        { ...shapes.formats[0], mediaType: 'image/jpeg' },
      ],
    } as const;
    const one = await using((tools) => tools.video(sampleVideo('A')), { models: [making(film)] });
    expect(onlyAsset(one)).toMatchObject({ kind: 'video', durationSeconds: 6, fileName: 'phase-1-a-narrative.mp4' });
    expect(one.given).toMatchObject({ ratios: ['4:5'] }); // a still picture is no shape of the film
  });

  it('that an earlier run of the attempt has stored is not ordered again', async () => {
    const film: Work = async (_input, tools) => void (await tools.video(sampleVideo('A')));
    const one = oneRun({ models: [paidModels(price)], work: film, phase: { needsApproval: true } });
    await one.run();
    if (one.stage.phase) one.stage.phase = { ...one.stage.phase, status: 'RUNNING', outputAttempt: undefined };
    await one.run();
    expect(one.only('reserve')).toHaveLength(1);
  });

  const waiting = (askAgainSeconds: number, soonestAskSeconds?: number): Models => {
    const models = paidModels({ worstCaseMicroUsd: 0, costMicroUsd: 0 });
    const card = { ...models.video.card, ...(soonestAskSeconds ? { soonestAskSeconds } : {}) };
    const job = async () => ({ jobId: 'job', askAgainSeconds });
    return { ...models, video: { card, submit: job, poll: job } };
  };
  it.each([
    ['15 seconds apart at least', waiting(1), 15],
    ['as seldom as its provider says', waiting(40), 40],
    ['as soon as its model allows', waiting(1, 3), 3],
  ])('under way is asked after %s', async (_how, models, askAgainSeconds) => {
    const one = await using((tools) => tools.video(sampleVideo('A')), { models: [models] });
    expect(one.given).toEqual({ askAgainSeconds });
    expect(one.only('file')).toEqual([]);
  });

  it('is asked after at the model that has its job, whoever is the first by now', async () => {
    const asked: string[] = [];
    const models = ['one', 'two'].map((id) =>
      paidModels(
        price,
        () => ({
          submit: async () => 'pending' as const,
          poll: async () => {
            asked.push(id);
            return 'done' as const;
          },
        }),
        { id },
      ),
    );
    const job = { jobId: 'job-A', model: 'two', call: 'phase.1.video-A' };
    const phase = { status: 'RUNNING', videoJobs: { 'video-A': job } } as const;
    const one = await using((tools) => tools.video(sampleVideo('A')), { models, phase });
    expect(asked).toEqual(['two']);
    expect(onlyAsset(one)?.model).toBe('two');
    expect(one.only('reserve', 'job')).toEqual([]);
  });
});

it('a text is counted like everything else', async () => {
  const one = await using((tools) => tools.text(sampleText), { agent: 'SEO', models: [paidModels(price)] });
  expect(one.given).toEqual({ answer: 'fine' });
  expect(one.only('reserve', 'record')).toEqual([
    ['reserve', 'phase.1.text-1', 900],
    ['record', 'phase.1.text-1', 'RESERVED'],
    ['record', 'phase.1.text-1', 'SETTLED'],
  ]);
});
