/** Where a film shows its words and its shapes, by the shape of its frame, and the layers that both kinds of film are made of. */
import type { Box } from '../drawing/paint.ts';
import { round } from '../drawing/paint.ts';
import { renderRaster } from '../drawing/resvg.ts';
import type { FaceName } from '../text/faces.ts';
import { drawLines, type PlacedLine, placeLines } from '../text/place-text.ts';
import { drawGlyphs, shapeText } from '../text/shape-text.ts';
import { layOutText, type TextBlock } from '../text/text-layout.ts';
import { type Frame, frameOf, type Layer, layerOf } from './yuv-frame.ts';

export interface Stage {
  width: number;
  height: number;
  /** A hundredth of the mean side. */
  unit: number;
  words: Box;
  art: Box;
  /** Where the brand's name stands, as a baseline. */
  label: { x: number; y: number };
  isWide: boolean;
}

export function stageOf(width: number, height: number): Stage {
  const unit = Math.sqrt(width * height) / 100;
  const box = (x: number, y: number, right: number, bottom: number): Box => ({
    x: width * x,
    y: height * y,
    width: width * (right - x),
    height: height * (bottom - y),
  });
  const common = { width, height, unit };
  if (width / height > 1.2)
    return {
      ...common,
      isWide: true,
      words: box(0.065, 0.2, 0.58, 0.86),
      art: box(0.62, 0, 1, 1),
      label: { x: width * 0.065, y: height * 0.125 },
    };
  // Networks cover the top eighth and the bottom fifth of upright films with their own signs.
  const words = height / width > 1.4 ? box(0.085, 0.47, 0.9, 0.8) : box(0.08, 0.52, 0.92, 0.9);
  return {
    ...common,
    isWide: false,
    words,
    art: box(0, 0, 1, (words.y - 11 * unit) / height),
    label: { x: words.x, y: words.y - 4.4 * unit },
  };
}

export const svgOf = (width: number, height: number, content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}">${content}</svg>`;

/** A whole frame drawn once. */
export const plate = async ({ width, height }: Stage, content: string): Promise<Frame> =>
  frameOf(await renderRaster(svgOf(width, height, content)));

/** A drawing in a box of its own, whose upper left corner lies at (x, y) of the frame. */
export async function layerAt(
  x: number,
  y: number,
  width: number,
  height: number,
  content: string,
): Promise<Layer | undefined> {
  const layer = layerOf(await renderRaster(svgOf(Math.ceil(width), Math.ceil(height), content)));
  return layer && { ...layer, x: layer.x + 2 * Math.round(x / 2), y: layer.y + 2 * Math.round(y / 2) };
}

export interface CaptionStyle {
  face: FaceName;
  colour: string;
  largestSize: number;
  lineHeight: number;
  spacingEm: number;
  /** In units, as the largest. */
  smallestSize?: number;
}

/** A whole caption, as large as its box allows. */
export function setCaption(
  text: string,
  box: Box,
  unit: number,
  style: CaptionStyle,
): { block: TextBlock; lines: readonly PlacedLine[] } {
  const block = layOutText({
    text,
    face: style.face,
    maximumWidth: box.width,
    maximumHeight: box.height,
    maximumLines: 7,
    largestSize: style.largestSize * unit,
    smallestSize: (style.smallestSize ?? 2.2) * unit,
    lineHeight: style.lineHeight,
    spacingEm: style.spacingEm,
  });
  return { block, lines: placeLines(block, box.x, box.y, box.width, false) };
}

/** Each line as a layer of its own. */
export async function lineLayers(lines: readonly PlacedLine[], colour: string): Promise<Layer[]> {
  const layers: Layer[] = [];
  for (const line of lines) {
    const [x, y] = [line.x - line.size * 0.2, line.baseline - line.size * 1.25];
    const content = drawLines([{ ...line, x: line.x - x, baseline: line.baseline - y }], colour);
    const layer = await layerAt(x, y, line.width + line.size * 0.4, line.size * 1.75, content);
    if (layer) layers.push(layer);
  }
  return layers;
}

/** Each word as a layer of its own, in reading order; lines read from the right stay whole. */
export async function wordLayers(
  { block, lines }: ReturnType<typeof setCaption>,
  style: CaptionStyle,
): Promise<Layer[]> {
  if (block.fromRight) return lineLayers(lines, style.colour);
  const layers: Layer[] = [];
  for (const line of lines) {
    let before = '';
    for (const word of line.text.split(' ')) {
      const start = before === '' ? 0 : shapeText(`${before} `, style.face, style.spacingEm).width * line.size;
      const shaped = shapeText(word, style.face, style.spacingEm);
      const [x, y] = [line.x + start - line.size * 0.2, line.baseline - line.size * 1.25];
      const content = drawGlyphs(shaped, line.x + start - x, line.baseline - y, line.size, style.colour);
      const layer = await layerAt(x, y, shaped.width * line.size + line.size * 0.4, line.size * 1.75, content);
      if (layer) layers.push(layer);
      before = before === '' ? word : `${before} ${word}`;
    }
  }
  return layers;
}

/** The brand's name above the words, on as many small lines as a long one needs; they grow upwards. */
export function brandLabel(
  name: string,
  { unit, label, words }: Stage,
  colour: string,
): ReturnType<typeof setCaption> & { style: CaptionStyle } {
  const style: CaptionStyle = {
    face: 'sansSemiBold',
    colour,
    largestSize: 2.6,
    smallestSize: 1.5,
    lineHeight: 1.25,
    spacingEm: 0.01,
  };
  const box = { x: label.x, y: 0, width: words.width, height: 5 * unit };
  const { block } = setCaption(name, box, unit, style);
  const lines = placeLines(block, box.x, label.y - block.height, box.width, false);
  return { block, lines, style };
}
