/** The pixel operations a film is composed of, on plain RGBA buffers. Speed matters: each runs for every frame. */
import { parseHex } from '../drawing/colour.ts';
import type { Raster } from '../drawing/resvg.ts';

/** One opaque frame, four bytes per pixel. */
export interface Frame {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/** A drawing cut to its visible part; premultiplied alpha. */
export interface Layer extends Raster {
  x: number;
  y: number;
}

/** Which part of a picture fills the frame: `size` 1 is as much as fits; x and y slide it from 0 (left, top) to 1. */
export interface View {
  x: number;
  y: number;
  size: number;
}

export function createFrame(width: number, height: number): Frame {
  return { width, height, pixels: new Uint8Array(width * height * 4).fill(255) };
}

export function fillFrame(frame: Frame, colour: string): void {
  fillSpan(frame.pixels, 0, frame.width * frame.height, parseHex(colour));
}

/** Draws the viewed part of an opaque picture over the whole frame, bilinearly. */
export function drawPicture(frame: Frame, picture: Raster, view: View): void {
  const { width, height } = frame;
  const fit = Math.min(picture.width / width, picture.height / height) * view.size;
  const columns = samplePoints(width, fit, (picture.width - width * fit) * view.x, picture.width);
  const rows = samplePoints(height, fit, (picture.height - height * fit) * view.y, picture.height);
  const source = wholePixels(picture.pixels);
  const target = wholePixels(frame.pixels);
  for (let y = 0; y < height; y += 1) {
    const above = (rows.starts[y] ?? 0) * picture.width;
    const down = rows.shares[y] ?? 0;
    for (let x = 0; x < width; x += 1) {
      const at = above + (columns.starts[x] ?? 0);
      const across = columns.shares[x] ?? 0;
      const high = mixPixels(source[at] ?? 0, source[at + 1] ?? 0, across);
      const low = mixPixels(source[at + picture.width] ?? 0, source[at + picture.width + 1] ?? 0, across);
      target[y * width + x] = mixPixels(high, low, down) | 0xff000000;
    }
  }
}

/** For each place along one side of the frame: the source pixel before it, and the share (of 256) of the one after. */
function samplePoints(count: number, fit: number, first: number, limit: number) {
  const starts = new Int32Array(count);
  const shares = new Int32Array(count);
  for (let index = 0; index < count; index += 1) {
    const position = Math.min(limit - 1.001, Math.max(0, first + (index + 0.5) * fit - 0.5));
    starts[index] = Math.floor(position);
    shares[index] = Math.floor((position - Math.floor(position)) * 256);
  }
  return { starts, shares };
}

/** Red with blue, and green alone, are mixed as two numbers in one: a third of the work of three channels. Little-endian, as every machine we run on. */
function mixPixels(from: number, to: number, share: number): number {
  const kept = 256 - share;
  const redBlue = (Math.imul(from & 0xff00ff, kept) + Math.imul(to & 0xff00ff, share)) >>> 8;
  const green = (Math.imul(from & 0x00ff00, kept) + Math.imul(to & 0x00ff00, share)) >>> 8;
  return (redBlue & 0xff00ff) | (green & 0x00ff00);
}

function wholePixels(pixels: Uint8Array): Uint32Array {
  return new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.byteLength / 4);
}

/** Draws a layer at its own place, moved by (dx, dy) whole pixels, at `opacity` 0–1. Parts outside the frame are cut. */
export function drawLayer(frame: Frame, layer: Layer, opacity: number, dx = 0, dy = 0): void {
  const strength = shareOf256(opacity);
  if (strength === 0) return;
  const [left, top] = [layer.x + Math.round(dx), layer.y + Math.round(dy)];
  const firstX = Math.max(0, -left);
  const lastX = Math.min(layer.width, frame.width - left);
  const lastY = Math.min(layer.height, frame.height - top);
  const source = wholePixels(layer.pixels);
  const target = wholePixels(frame.pixels);
  for (let y = Math.max(0, -top); y < lastY; y += 1) {
    const from = y * layer.width;
    const to = (y + top) * frame.width + left;
    for (let x = firstX; x < lastX; x += 1) {
      const pixel = source[from + x] ?? 0;
      if (pixel !== 0) target[to + x] = layPixel(pixel, target[to + x] ?? 0, strength);
    }
  }
}

/** A premultiplied pixel, weakened to `strength` of 256, over an opaque one. Rounding down keeps every sum within its eight bits. */
function layPixel(pixel: number, under: number, strength: number): number {
  const alpha = ((pixel >>> 24) * strength) >>> 8;
  const kept = 255 - alpha;
  const redBlue = (Math.imul(pixel & 0xff00ff, strength) >>> 8) & 0xff00ff;
  const green = (Math.imul(pixel & 0x00ff00, strength) >>> 8) & 0x00ff00;
  const underRedBlue = (Math.imul(under & 0xff00ff, kept + 1) >>> 8) & 0xff00ff;
  const underGreen = (Math.imul(under & 0x00ff00, kept + 1) >>> 8) & 0x00ff00;
  return (redBlue + underRedBlue) | (green + underGreen) | 0xff000000;
}

/** Mixes the whole frame with one colour; `share` 1 leaves only the colour. */
export function tintFrame(frame: Frame, colour: string, share: number): void {
  const strength = shareOf256(share);
  if (strength === 0) return;
  const [red, green, blue] = parseHex(colour);
  const tint = red | (green << 8) | (blue << 16);
  const pixels = wholePixels(frame.pixels);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = mixPixels(pixels[at] ?? 0, tint, strength) | 0xff000000;
}

/** Mixes another frame of the same size into this one. */
export function dissolve(frame: Frame, other: Frame, share: number): void {
  const strength = shareOf256(share);
  const pixels = wholePixels(frame.pixels);
  const others = wholePixels(other.pixels);
  for (let at = 0; at < pixels.length; at += 1) {
    pixels[at] = mixPixels(pixels[at] ?? 0, others[at] ?? 0, strength) | 0xff000000;
  }
}

function shareOf256(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 256);
}

/** Fills a slanted band between two horizontal positions (shares of the width, measured at the top; the foot lies `slant` further left). */
export function fillBand(frame: Frame, from: number, to: number, slant: number, colour: string): void {
  const channels = parseHex(colour);
  for (let y = 0; y < frame.height; y += 1) {
    const shift = (slant * y) / frame.height;
    const first = Math.max(0, Math.round((from - shift) * frame.width));
    const last = Math.min(frame.width, Math.round((to - shift) * frame.width));
    if (last > first) fillSpan(frame.pixels, y * frame.width + first, last - first, channels);
  }
}

/** Copies the other frame inside a growing circle: `reach` 0 shows nothing, 1 everything. */
export function reveal(frame: Frame, other: Frame, reach: number, centreX: number, centreY: number): void {
  const { width, height } = frame;
  const farthest = Math.hypot(Math.max(centreX, 1 - centreX) * width, Math.max(centreY, 1 - centreY) * height);
  const radius = farthest * Math.min(1, Math.max(0, reach)) + 1;
  for (let y = 0; y < height; y += 1) {
    const half = Math.sqrt(Math.max(0, radius ** 2 - (y - centreY * height) ** 2));
    const first = Math.max(0, Math.round(centreX * width - half));
    const last = Math.min(width, Math.round(centreX * width + half));
    if (half === 0 || last <= first) continue;
    const start = (y * width + first) * 4;
    frame.pixels.set(other.pixels.subarray(start, (y * width + last) * 4), start);
  }
}

function fillSpan(
  pixels: Uint8Array,
  start: number,
  count: number,
  [red, green, blue]: readonly [number, number, number],
): void {
  for (let at = start * 4; at < (start + count) * 4; at += 4) {
    pixels[at] = red;
    pixels[at + 1] = green;
    pixels[at + 2] = blue;
  }
}
