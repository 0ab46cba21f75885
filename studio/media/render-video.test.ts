import { createHash } from 'node:crypto';
import { JPG } from 'image-size/types/jpg';
import { ALL_FORMATS, BufferSource, Input } from 'mediabunny';
import { beforeAll, describe, expect, it } from 'vitest';
import { brandPalette } from '../../shared/domain/media/brand-palette.ts';
import { gradientPng } from '../../shared/export/testing/sample-png.ts';
import { renderVideo, renderVisual, type VideoSpecification, type VisualSpecification } from './render.ts';
import { soundBed } from './video/background-music.ts';

const palette = brandPalette({ brandName: 'Nordata', tone: 'professional' });
let visualPng: Uint8Array;

const visual: VisualSpecification = {
  brandName: 'Nordata',
  headline: 'Close the month',
  supportingLine: '',
  callToAction: 'Book a demo',
  style: 'realistic',
  fileType: 'png',
  palette,
  seed: 's',
  widthPixels: 600,
  heightPixels: 314,
};
beforeAll(async () => {
  visualPng = await renderVisual(visual);
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
  silent: false,
  ...changes,
});

/** A film of each style that several tests look at, made once. */
const filmed = new Map<string, ReturnType<typeof renderVideo>>();
function filmOf(style: VideoSpecification['style']): ReturnType<typeof renderVideo> {
  const film = filmed.get(style) ?? renderVideo(specification({ style }));
  filmed.set(style, film);
  return film;
}

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
      const { bytes: mp4 } = await filmOf(style);
      const input = new Input({ source: new BufferSource(mp4), formats: ALL_FORMATS });
      const track = await input.getPrimaryVideoTrack();
      expect(track?.codec).toBe('avc');
      expect([track?.codedWidth, track?.codedHeight]).toEqual([320, 180]);
      expect(await input.computeDuration()).toBeCloseTo(3, 1);
      expect((await track?.computePacketStats())?.packetCount).toBe(36);
    },
  );

  it.each(['narrative', 'dynamic'] as const)(
    'lays a quiet stereo bed of its own length under a %s film',
    async (style) => {
      const { bytes } = await filmOf(style);
      const track = await new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS }).getPrimaryAudioTrack();
      expect(track).toMatchObject({ codec: 'aac', numberOfChannels: 2, sampleRate: 48_000 });
      expect(await track?.computeDuration()).toBeCloseTo(3, 0);
      const bed = soundBed('s', style, 3);
      const loudest = (samples: Float32Array) => samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      expect(loudest(bed.left)).toBeGreaterThan(0.2);
      expect(loudest(bed.left)).toBeLessThanOrEqual(0.5);
      expect(Math.abs(bed.left.at(-1) ?? 1)).toBeLessThan(0.001);
      const other = soundBed('t', style, 3).left;
      expect(loudest(other.map((value, index) => value - (bed.left[index] ?? 0)))).toBeGreaterThan(0.05);
    },
  );

  it('has no sound when it is asked to be silent', async () => {
    const { bytes } = await renderVideo(specification({ silent: true }));
    const input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS });
    expect(await input.getPrimaryAudioTrack()).toBeNull();
  });

  it('comes with a still of its own size as JPEG', async () => {
    const { poster } = await filmOf('narrative');
    expect(JPG.calculate(poster ?? new Uint8Array())).toMatchObject({ width: 320, height: 180 });
  });

  it('shows a picture that somebody gave, and never one of the studio’s own behind its words', async () => {
    const given = gradientPng(320, 180, [200, 30, 30], [30, 30, 200]);
    const [own, other, shown] = await Promise.all([
      filmOf('narrative'),
      renderVideo(specification({ visualPng: await renderVisual({ ...visual, seed: 'another picture' }) })),
      renderVideo(specification({ visualPng: given })),
    ]);
    expect(digest(other.bytes)).toBe(digest(own.bytes));
    expect(digest(shown.bytes)).not.toBe(digest(own.bytes));
  });

  it('puts the index before the media and no clock time into it', async () => {
    const { bytes: mp4 } = await filmOf('narrative');
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
        filmOf(style),
        renderVideo(specification({ style })),
        renderVideo(specification({ style, seed: 'another one' })),
      ]);
      expect(digest(again.bytes)).toBe(digest(first.bytes));
      expect(digest(other.bytes)).not.toBe(digest(first.bytes));
      expect(again.poster).toEqual(first.poster);
    },
  );

  it('makes a film without any scene', async () => {
    const films = await Promise.all(
      (['narrative', 'dynamic'] as const).map((style) =>
        renderVideo(specification({ style, scenes: [], durationSeconds: 2 })),
      ),
    );
    expect(films.every(({ bytes }) => bytes.length > 1000)).toBe(true);
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
