import { createHash } from 'node:crypto';
import { ALL_FORMATS, BufferSource, Input } from 'mediabunny';
import { beforeAll, describe, expect, it } from 'vitest';
import { brandPalette } from './palette.ts';
import { renderVideo, type VideoSpecification } from './render-video.ts';
import { renderVisual } from './render-visual.ts';

const palette = brandPalette({ brandName: 'Nordata', sector: 'SaaS', tone: 'professional' });
let visualPng: Uint8Array;

beforeAll(async () => {
  const words = { brandName: 'Nordata', headline: 'Close the month', supportingLine: '', callToAction: 'Book a demo' };
  visualPng = await renderVisual({
    ...words,
    style: 'realistic',
    fileType: 'png',
    sector: 'SaaS',
    palette,
    seed: 's',
    widthPixels: 600,
    heightPixels: 314,
  });
});

const specification = (changes: Partial<VideoSpecification> = {}): VideoSpecification => ({
  style: 'narrative',
  visualPng,
  brandName: 'Nordata',
  scenes: [{ caption: 'Nine days <script>&"\u0007' }, { caption: 'Une matinée, c’est tout !' }],
  callToAction: 'Book a demo',
  palette,
  seed: 's',
  widthPixels: 320,
  heightPixels: 180,
  framesPerSecond: 12,
  durationSeconds: 3,
  ...changes,
});

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The boxes between two offsets, in order. */
function boxes(bytes: Uint8Array, start = 0, end = bytes.length): { type: string; start: number; end: number }[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = [];
  for (let offset = start; offset < end; offset += view.getUint32(offset)) {
    found.push({
      type: String.fromCharCode(...bytes.subarray(offset + 4, offset + 8)),
      start: offset,
      end: offset + view.getUint32(offset),
    });
  }
  return found;
}

describe('renderVideo', () => {
  it.each(['narrative', 'dynamic'] as const)(
    'makes a %s H.264 film of the asked size, length and rate',
    async (style) => {
      const mp4 = await renderVideo(specification({ style }));
      const input = new Input({ source: new BufferSource(mp4), formats: ALL_FORMATS });
      const track = await input.getPrimaryVideoTrack();
      expect(track?.codec).toBe('avc');
      expect([track?.codedWidth, track?.codedHeight]).toEqual([320, 180]);
      expect(await input.computeDuration()).toBeCloseTo(3, 1);
      expect((await track?.computePacketStats())?.packetCount).toBe(36);
    },
  );

  it('puts the index before the media and no clock time into it', async () => {
    const mp4 = await renderVideo(specification());
    const order = boxes(mp4).map((box) => box.type);
    expect(order.indexOf('moov')).toBeLessThan(order.indexOf('mdat'));
    const movie = boxes(mp4).find((box) => box.type === 'moov');
    const header = boxes(mp4, (movie?.start ?? 0) + 8, movie?.end).find((box) => box.type === 'mvhd');
    const times = mp4.subarray((header?.start ?? 0) + 12, (header?.start ?? 0) + 20);
    expect([...times]).toEqual(Array(8).fill(0));
  });

  it.each(['narrative', 'dynamic'] as const)(
    'gives the same %s specification the same bytes, even side by side',
    async (style) => {
      const [first, again, other] = await Promise.all([
        renderVideo(specification({ style })),
        renderVideo(specification({ style })),
        renderVideo(specification({ style, seed: 'another one' })),
      ]);
      expect(digest(again)).toBe(digest(first));
      expect(digest(other)).not.toBe(digest(first));
    },
  );

  it('makes a film without any scene', async () => {
    const films = await Promise.all(
      (['narrative', 'dynamic'] as const).map((style) =>
        renderVideo(specification({ style, scenes: [], durationSeconds: 2 })),
      ),
    );
    expect(films.every((film) => film.length > 1000)).toBe(true);
  });

  it('leaves the process without the encoder’s global handlers', async () => {
    const before = process.listenerCount('unhandledRejection');
    await renderVideo(specification({ durationSeconds: 2 }));
    expect(process.listenerCount('unhandledRejection')).toBe(before);
  });

  it('refuses odd sizes and says why', async () => {
    await expect(renderVideo(specification({ widthPixels: 321 }))).rejects.toThrow(/widthPixels: use an even number/);
  });

  it.each([
    ['no PNG at all', () => new TextEncoder().encode('GIF89a and more'), /PNG signature/],
    ['a PNG that is cut off', () => visualPng.slice(0, 3000), /cut off/],
    ['a damaged PNG', () => visualPng.slice().fill(7, 200, 260), /damaged/],
  ])('refuses %s', async (_, bytes, message) => {
    await expect(renderVideo(specification({ visualPng: bytes() }))).rejects.toThrow(message);
  });
});
