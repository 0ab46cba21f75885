import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFrame, drawLayer, drawPicture, fillBand, fillFrame, reveal, tintFrame } from './frame.ts';

const pixel = (frame: { width: number; pixels: Uint8Array }, x: number, y: number) => [
  ...frame.pixels.subarray((y * frame.width + x) * 4, (y * frame.width + x) * 4 + 4),
];
const channel = fc.integer({ min: 0, max: 255 });

describe('frames', () => {
  it('lays a premultiplied pixel over another within two steps of the exact mixture', () => {
    fc.assert(
      fc.property(
        channel,
        channel,
        channel,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (alpha, colour, under, opacity) => {
          const frame = createFrame(1, 1);
          frame.pixels.set([under, under, under, 255]);
          const premultiplied = Math.round((colour * alpha) / 255);
          const layer = {
            x: 0,
            y: 0,
            width: 1,
            height: 1,
            pixels: new Uint8Array([premultiplied, premultiplied, premultiplied, alpha]),
          };
          drawLayer(frame, layer, opacity);
          const strength = Math.round(opacity * 256) / 256;
          const exact = premultiplied * strength + under * (1 - (alpha / 255) * strength);
          for (const value of pixel(frame, 0, 0).slice(0, 3)) expect(Math.abs(value - exact)).toBeLessThanOrEqual(2.1);
        },
      ),
    );
  });

  it('cuts a layer that reaches beyond the frame on every side', () => {
    const frame = createFrame(4, 4);
    fillFrame(frame, '#000000');
    const layer = { x: -2, y: -2, width: 8, height: 8, pixels: new Uint8Array(8 * 8 * 4).fill(255) };
    drawLayer(frame, layer, 1, 3, -4);
    expect(pixel(frame, 0, 0)[0]).toBe(0);
    expect(pixel(frame, 3, 1)[0]).toBe(255);
    expect(pixel(frame, 3, 2)[0]).toBe(0);
  });

  it('shows a picture of the frame’s own size unchanged, and only its corner when zoomed in', () => {
    const picture = createFrame(8, 8);
    for (let index = 0; index < 64; index += 1) picture.pixels.set([index * 4, 255 - index * 4, index], index * 4);
    const frame = createFrame(8, 8);
    drawPicture(frame, picture, { x: 0, y: 0, size: 1 });
    expect(pixel(frame, 3, 3)).toEqual(pixel(picture, 3, 3));
    drawPicture(frame, picture, { x: 1, y: 1, size: 0.25 });
    expect(pixel(frame, 0, 0)[2]).toBeGreaterThanOrEqual(5 * 8 + 5);
  });

  it('tints, bands and reveals exactly where asked', () => {
    const frame = createFrame(10, 2);
    fillFrame(frame, '#000000');
    fillBand(frame, 0.5, 2, 0, '#ff8000');
    expect([pixel(frame, 4, 0)[0], pixel(frame, 5, 1)[0]]).toEqual([0, 255]);
    tintFrame(frame, '#0000ff', 1);
    expect(pixel(frame, 9, 1)).toEqual([0, 0, 255, 255]);
    const other = createFrame(10, 2);
    reveal(frame, other, 1, 0.5, 0.5);
    expect(pixel(frame, 0, 0)).toEqual([255, 255, 255, 255]);
  });
});
