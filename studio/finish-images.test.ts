import { describe, expect, it } from 'vitest';
import { imageSizes } from '../shared/contracts/media-formats.ts';
import { gradientPng } from '../shared/export/testing/sample-png.ts';
import { measureMedia } from '../shared/media/measure-media.ts';
import { ModelRefused } from '../shared/models/errors.ts';
import type { ImageRequest, MediaAnswer, Models } from '../shared/models/model.ts';
import { withFinishedImages } from './finish-images.ts';
import { renderVisual } from './media/render.ts';
import { offlineStudio, visualDrawing } from './offline-studio.ts';

const request: ImageRequest = {
  prompt: 'A picture without words.',
  source: {
    ...{ purpose: 'designer', language: 'fr', feedback: [] },
    facts: {
      ...{ brandName: 'Maison Lumière', headline: 'Des bougies d’hiver', supportingLine: 'Cire d’olive.' },
      ...{ callToAction: 'Découvrir', sector: 'artisanat', tone: 'friendly', channels: ['instagram'] },
      ...{ variant: 'A', style: 'realistic' },
    },
  },
  ...imageSizes['1.91:1'],
  formats: [{ ratio: '4:5', ...imageSizes['4:5'] }],
};
const photo = gradientPng(320, 180, [200, 40, 40], [40, 40, 200]);

const modelsThatMake = (make: () => Promise<Partial<MediaAnswer>>): Models => ({
  image: {
    card: {
      ...{ provider: 'a-provider', id: 'a-model', isTrained: true, secondsPerCall: { image: 1 } },
      price: { since: '2026-11-26' },
    },
    generate: async () => ({
      ...{ bytes: photo, mediaType: 'image/png', widthPixels: 320, heightPixels: 180, seed: 7 },
      ...{ usage: { inputTokens: 0, outputTokens: 0 }, warnings: ['as it was'] },
      ...(await make()),
    }),
  },
});
const generate = async (make: () => Promise<Partial<MediaAnswer>> = async () => ({})) => {
  const { image } = withFinishedImages(modelsThatMake(make));
  if (!image) throw new Error('no image');
  return image.generate(request);
};

describe('a picture of a model', () => {
  it('stays the first file as it is, and is set beside the brand’s words in every shape that is wanted', async () => {
    const answer = await generate();
    expect(answer).toMatchObject({
      bytes: photo,
      widthPixels: 320,
      heightPixels: 180,
      seed: 7,
      warnings: ['as it was'],
    });
    const [portrait] = answer.formats ?? [];
    expect(portrait).toMatchObject({ ratio: '4:5', mediaType: 'image/jpeg', ...imageSizes['4:5'] });
    expect(measureMedia(portrait?.bytes ?? photo)).toEqual({ mediaType: 'image/jpeg', ...imageSizes['4:5'] });
    // The same words with a picture of the studio's own: only what stands beside them differs.
    const own = await renderVisual({ ...visualDrawing(request.source), ...imageSizes['4:5'], fileType: 'jpeg' });
    expect(portrait?.bytes).not.toEqual(own);
    expect((await generate()).formats?.[0]?.bytes).toEqual(portrait?.bytes);
  });

  it('that came as JPEG becomes PNG of the same size, for films begin with PNG', async () => {
    const jpeg = await renderVisual({
      ...visualDrawing(request.source),
      ...{ widthPixels: 400, heightPixels: 300, fileType: 'jpeg', photo },
    });
    const answer = await generate(async () => ({
      bytes: jpeg,
      mediaType: 'image/jpeg',
      widthPixels: 400,
      heightPixels: 300,
    }));
    expect(measureMedia(answer.bytes)).toEqual({ mediaType: 'image/png', widthPixels: 400, heightPixels: 300 });
  });

  it('is kept as it came when it cannot be finished: it is paid for', async () => {
    const broken = Buffer.from('no picture that can be decoded');
    const answer = await generate(async () => ({ bytes: broken }));
    expect(answer.bytes).toBe(broken);
    expect(answer.warnings).toEqual([
      'as it was',
      expect.stringMatching(/^The other shapes could not be made of it: /),
    ]);
    const huge = await generate(async () => ({ widthPixels: 16_000, heightPixels: 16_000 }));
    expect(huge.warnings[1]).toContain('more than 40 million pixels');
  });

  it('that was not made fails as it failed', async () => {
    const failing = async (): Promise<never> => {
      throw new ModelRefused('no');
    };
    await expect(generate(failing)).rejects.toThrow('no');
  });
});

it('leaves programs alone: they draw their shapes themselves', () => {
  expect(withFinishedImages(offlineStudio)).toBe(offlineStudio);
});
