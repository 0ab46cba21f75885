// A picture or film that was made before, as the answer that it was: whole, or not at all.
import { describe, expect, it } from 'vitest';
import { sampleAsset } from '../../tests/support/sample-asset.ts';
import type { GeneratedAsset } from '../contracts/asset.ts';
import { objectNames } from '../data/object-names.ts';
import { assetIdOf } from '../domain/media/asset-id.ts';
import { reuseMedia } from './reuse-media.ts';

const reference = { workspaceId: 'wsp_one', campaignId: 'cmp_one' };
const id = assetIdOf(reference.campaignId, 'visuals', 2, 'B');
const shape = { widthPixels: 4, heightPixels: 5, byteLength: 1, sha256: '1'.repeat(64) };
const formats: GeneratedAsset['formats'] = [
  { ratio: '4:5', mediaType: 'image/jpeg', fileName: 'tall.jpg', ...shape },
  { ratio: '1:1', mediaType: 'image/png', fileName: 'square.png', ...shape },
];

/** Recalls what the call made of which this is kept. */
async function recall(asset: GeneratedAsset | undefined, files: readonly string[], call = 'visuals.2.image-B') {
  const bytes = new Map(files.map((file, index) => [objectNames.asset(reference, id, file), new Uint8Array([index])]));
  const assets = {
    getGenerated: async (workspaceId: string, asked: string) =>
      workspaceId === reference.workspaceId && asked === id ? asset : undefined,
  };
  const bucket = { get: async (name: string) => bytes.get(name) };
  return reuseMedia({ assets, bucket }, reference, { id: call, phaseId: 'visuals', attempt: 2 });
}
const kept = (changes: Partial<GeneratedAsset> = {}) => sampleAsset({ id, fileName: 'own.png', ...changes });

describe('what a call has made', () => {
  it('is there with every shape, measured as it was, and costs nothing', async () => {
    expect(await recall(kept({ formats, seed: 7 }), ['own.png', 'tall.jpg', 'square.png'])).toEqual({
      ...{ bytes: new Uint8Array([0]), mediaType: 'image/png', widthPixels: 16, heightPixels: 9, seed: 7 },
      formats: [
        { ...formats[0], bytes: new Uint8Array([1]) },
        { ...formats[1], bytes: new Uint8Array([2]) },
      ],
      ...{ durationSeconds: undefined, usage: { inputTokens: 0, outputTokens: 0 }, warnings: [] },
    });
  });

  it('is a film as long as it was, and has no seed where none was told', async () => {
    const film = await recall(
      kept({ kind: 'video', mediaType: 'video/mp4', fileName: 'own.mp4', durationSeconds: 6 }),
      ['own.mp4'],
      'visuals.2.video-B.3',
    );
    expect(film).toMatchObject({ mediaType: 'video/mp4', durationSeconds: 6, formats: [] });
    expect(film).not.toHaveProperty('seed');
  });

  it.each<[string, GeneratedAsset | undefined, readonly string[], string?]>([
    ['was never stored', undefined, []],
    ['was refused by a person', kept({ status: 'rejected' }), ['own.png']],
    ['has lost its file', kept(), []],
    ['has lost a shape', kept({ formats }), ['own.png', 'square.png']],
    ['is of no variant', kept(), ['own.png'], 'visuals.2.text-1'],
    ['is of another variant', kept(), ['own.png'], 'visuals.2.image-A'],
  ])('is not there where it %s', async (_what, asset, files, call) => {
    expect(await recall(asset, files, call)).toBeUndefined();
  });

  it.each(['draft', 'approved', 'archived'] as const)('may be used again while it is %s', async (status) => {
    expect(await recall(kept({ status }), ['own.png'])).toBeDefined();
  });
});
