/** A film's frame in the encoder's own planes (I420, BT.709, limited range), and the few operations that films are composed of. Each runs for every frame: only what they touch is paid for. */
import { parseHex } from '../drawing/colour.ts';
import type { Raster } from '../drawing/resvg.ts';

/** Sides are even: colour is stored for squares of two by two pixels. */
export interface Frame {
  width: number;
  height: number;
  /** Luma, then the two planes of colour at half the size. */
  bytes: Uint8Array;
}

/** A drawing cut to its visible part, at an even place; straight alpha in two sizes. */
export interface Layer {
  x: number;
  y: number;
  width: number;
  height: number;
  luma: Uint8Array;
  blue: Uint8Array;
  red: Uint8Array;
  alpha: Uint8Array;
  halfAlpha: Uint8Array;
  spans: Spans;
  halfSpans: Spans;
}

/** For each row: where it begins and ends to be visible, and its longest opaque stretch, which is copied instead of blended. */
type Spans = Int32Array;

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

type Yuv = readonly [luma: number, blue: number, red: number];

export function createFrame(width: number, height: number): Frame {
  return { width, height, bytes: new Uint8Array((width * height * 3) / 2) };
}

export const copyFrame = (from: Frame, to: Frame): void => to.bytes.set(from.bytes);

/** Fills a rectangle, cut to the frame; its edges move in steps of two pixels. */
export function fillRectangle(frame: Frame, colour: string, area: Rectangle): void {
  const [luma, blue, red] = yuvOf(...parseHex(colour));
  const { left, top, right, bottom } = evenEdges(frame, area);
  if (right <= left) return;
  const { width, height, bytes } = frame;
  for (let y = top; y < bottom; y += 1) bytes.fill(luma, y * width + left, y * width + right);
  const half = width / 2;
  const [blueStart, redStart] = [width * height, (width * height * 5) / 4];
  for (let y = top / 2; y < bottom / 2; y += 1) {
    const from = y * half;
    bytes.fill(blue, blueStart + from + left / 2, blueStart + from + right / 2);
    bytes.fill(red, redStart + from + left / 2, redStart + from + right / 2);
  }
}

/** Copies a rectangle of another frame of the same size. */
export function copyRectangle(from: Frame, to: Frame, area: Rectangle): void {
  const { left, top, right, bottom } = evenEdges(to, area);
  if (right <= left) return;
  const { width, height } = to;
  const rows = (start: number, stride: number, first: number, last: number, a: number, b: number) => {
    for (let y = first; y < last; y += 1) {
      const row = start + y * stride;
      to.bytes.set(from.bytes.subarray(row + a, row + b), row + a);
    }
  };
  rows(0, width, top, bottom, left, right);
  for (const start of [width * height, (width * height * 5) / 4])
    rows(start, width / 2, top / 2, bottom / 2, left / 2, right / 2);
}

/** Draws a layer shifted by whole pixels, `opacity` 0–1, only inside `clip`. */
export function drawLayer(frame: Frame, layer: Layer, opacity = 1, shiftX = 0, shiftY = 0, clip?: Rectangle): void {
  const strength = Math.round(opacity * 256);
  if (strength <= 0) return;
  const [x, y] = [layer.x + Math.round(shiftX), layer.y + Math.round(shiftY)];
  const edges = evenEdges(frame, clip ?? { x: 0, y: 0, width: frame.width, height: frame.height });
  const { width, height, bytes } = frame;
  blend(bytes, 0, width, layer.luma, layer.alpha, layer.spans, layer.width, layer.height, x, y, edges, strength);
  const halfEdges = { left: edges.left / 2, top: edges.top / 2, right: edges.right / 2, bottom: edges.bottom / 2 };
  const [halfX, halfY, halfWidth] = [x >> 1, y >> 1, layer.width / 2];
  for (const [start, plane] of [
    [width * height, layer.blue],
    [(width * height * 5) / 4, layer.red],
  ] as const)
    blend(
      bytes,
      start,
      width / 2,
      plane,
      layer.halfAlpha,
      layer.halfSpans,
      halfWidth,
      layer.height / 2,
      halfX,
      halfY,
      halfEdges,
      strength,
    );
}

interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

function blend(
  target: Uint8Array,
  start: number,
  stride: number,
  source: Uint8Array,
  alpha: Uint8Array,
  spans: Spans,
  width: number,
  height: number,
  x: number,
  y: number,
  edges: Edges,
  strength: number,
): void {
  const [firstX, lastX] = [Math.max(0, edges.left - x), Math.min(width, edges.right - x)];
  const [firstY, lastY] = [Math.max(0, edges.top - y), Math.min(height, edges.bottom - y)];
  for (let row = firstY; row < lastY; row += 1) {
    const begin = Math.max(firstX, spans[row * 4] ?? 0);
    const end = Math.min(lastX, spans[row * 4 + 1] ?? 0);
    const solidBegin = strength === 256 ? Math.max(begin, spans[row * 4 + 2] ?? 0) : end;
    const solidEnd = Math.max(solidBegin, Math.min(end, spans[row * 4 + 3] ?? 0));
    const [sourceRow, targetRow] = [row * width, start + (y + row) * stride + x];
    mixRow(target, targetRow, source, alpha, sourceRow, begin, Math.min(end, solidBegin), strength);
    if (solidEnd > solidBegin) {
      target.set(source.subarray(sourceRow + solidBegin, sourceRow + solidEnd), targetRow + solidBegin);
      mixRow(target, targetRow, source, alpha, sourceRow, solidEnd, end, strength);
    } else mixRow(target, targetRow, source, alpha, sourceRow, Math.min(end, solidBegin), end, strength);
  }
}

function mixRow(
  target: Uint8Array,
  targetRow: number,
  source: Uint8Array,
  alpha: Uint8Array,
  sourceRow: number,
  begin: number,
  end: number,
  strength: number,
): void {
  for (let column = begin; column < end; column += 1) {
    const cover = alpha[sourceRow + column] ?? 0;
    if (cover === 0) continue;
    const below = target[targetRow + column] ?? 0;
    // 255 · 256 stands for one.
    const change = ((source[sourceRow + column] ?? 0) - below) * cover * strength;
    target[targetRow + column] = below + Math.round(change / 65_280);
  }
}

function spansOf(alpha: Uint8Array, width: number, height: number): Spans {
  const spans = new Int32Array(height * 4);
  for (let row = 0; row < height; row += 1) {
    let [begin, end, bestBegin, bestEnd, solid] = [width, 0, 0, 0, 0];
    for (let column = 0; column <= width; column += 1) {
      const cover = column < width ? (alpha[row * width + column] ?? 0) : 0;
      if (cover > 0) {
        begin = Math.min(begin, column);
        end = column + 1;
      }
      if (cover === 255) continue;
      if (column - solid > bestEnd - bestBegin) [bestBegin, bestEnd] = [solid, column];
      solid = column + 1;
    }
    spans.set([begin, end, bestBegin, bestEnd], row * 4);
  }
  return spans;
}

function evenEdges({ width, height }: Frame, area: Rectangle): Edges {
  const even = (value: number, most: number) => Math.min(most, Math.max(0, 2 * Math.round(value / 2)));
  const [left, top] = [even(area.x, width), even(area.y, height)];
  return { left, top, right: even(area.x + area.width, width), bottom: even(area.y + area.height, height) };
}

/** A whole frame from an opaque picture of its size. */
export function frameOf(raster: Raster): Frame {
  const frame = createFrame(raster.width, raster.height);
  const layer = layerOf(raster);
  if (layer) drawLayer(frame, layer);
  return frame;
}

/** The visible part of a drawing (premultiplied RGBA); undefined when there is none. */
export function layerOf(raster: Raster): Layer | undefined {
  const area = visiblePart(raster);
  if (!area) return undefined;
  const { x, y, width, height } = area;
  const size = width * height;
  const layer: Layer = {
    ...area,
    luma: new Uint8Array(size),
    alpha: new Uint8Array(size),
    blue: new Uint8Array(size / 4),
    red: new Uint8Array(size / 4),
    halfAlpha: new Uint8Array(size / 4),
    spans: new Int32Array(),
    halfSpans: new Int32Array(),
  };
  for (let row = 0; row < height; row += 2) {
    for (let column = 0; column < width; column += 2) {
      let [blueSum, redSum, alphaSum] = [0, 0, 0];
      for (let corner = 0; corner < 4; corner += 1) {
        const [cx, cy] = [column + (corner & 1), row + (corner >> 1)];
        const at = ((y + cy) * raster.width + x + cx) * 4;
        const inside = x + cx < raster.width && y + cy < raster.height;
        const alpha = inside ? (raster.pixels[at + 3] ?? 0) : 0;
        if (alpha === 0) continue;
        const channel = (offset: number) => ((raster.pixels[at + offset] ?? 0) * 255) / alpha;
        const [luma, blue, red] = yuvOf(channel(0), channel(1), channel(2));
        layer.luma[cy * width + cx] = luma;
        layer.alpha[cy * width + cx] = alpha;
        blueSum += blue * alpha;
        redSum += red * alpha;
        alphaSum += alpha;
      }
      if (alphaSum === 0) continue;
      const half = (row / 2) * (width / 2) + column / 2;
      layer.blue[half] = blueSum / alphaSum;
      layer.red[half] = redSum / alphaSum;
      layer.halfAlpha[half] = alphaSum / 4;
    }
  }
  layer.spans = spansOf(layer.alpha, width, height);
  layer.halfSpans = spansOf(layer.halfAlpha, width / 2, height / 2);
  return layer;
}

/** Even on all sides, so that colour and light stay together. */
function visiblePart({ width, height, pixels }: Raster): Rectangle | undefined {
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (pixels[(y * width + x) * 4 + 3] === 0) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (top === height) top = y;
      bottom = y;
    }
  }
  if (right < 0) return undefined;
  const [x, y] = [left - (left % 2), top - (top % 2)];
  return { x, y, width: 2 * Math.ceil((right + 1 - x) / 2), height: 2 * Math.ceil((bottom + 1 - y) / 2) };
}

/** Opaque RGBA for a still picture. */
export function rasterOf({ width, height, bytes }: Frame): Raster {
  const pixels = new Uint8Array(width * height * 4);
  const [blueStart, redStart] = [width * height, (width * height * 5) / 4];
  for (let at = 0; at < width * height; at += 1) {
    const half = ((at / width) >> 1) * (width / 2) + ((at % width) >> 1);
    const luma = 1.164384 * ((bytes[at] ?? 0) - 16);
    const [blue, red] = [(bytes[blueStart + half] ?? 0) - 128, (bytes[redStart + half] ?? 0) - 128];
    const channels = [luma + 1.792741 * red, luma - 0.213249 * blue - 0.532909 * red, luma + 2.112402 * blue, 255];
    for (let channel = 0; channel < 4; channel += 1)
      pixels[at * 4 + channel] = Math.min(255, Math.max(0, Math.round(channels[channel] ?? 0)));
  }
  return { width, height, pixels };
}

/** BT.709, limited range: what players assume of films in HD. */
function yuvOf(red: number, green: number, blue: number): Yuv {
  return [
    Math.round(16 + 0.182586 * red + 0.614231 * green + 0.062007 * blue),
    Math.round(128 - 0.100644 * red - 0.338572 * green + 0.439216 * blue),
    Math.round(128 + 0.439216 * red - 0.398942 * green - 0.040274 * blue),
  ];
}
