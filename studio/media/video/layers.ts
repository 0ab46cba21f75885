/** The still drawings of a film (picture, captions, words, end card), rendered once each, then only moved and faded. */

import { placeCopy } from '../copy-block.ts';
import { firstReadable, mix, readable, shade } from '../drawing/colour.ts';
import { createPaint, round } from '../drawing/paint.ts';
import { type Raster, renderRaster } from '../drawing/resvg.ts';
import { seededRandom } from '../drawing/seeded-random.ts';
import { blobPath } from '../drawing/shapes.ts';
import type { Palette } from '../palette.ts';
import { measure } from '../text/faces.ts';
import { drawLines, placeLines } from '../text/place-text.ts';
import { layOutText } from '../text/text-layout.ts';
import type { Layer } from './frame.ts';
import { readPngSize } from './png-check.ts';

export interface Size {
  width: number;
  height: number;
}

export interface CaptionLayers {
  shade: Layer;
  words: Layer | undefined;
}

/** Room for zooming in without blur: the picture is kept at this multiple of the frame. */
const PICTURE_SHARPNESS = 1.6;

/** The visual, scaled so that its shorter reach covers the frame with room to zoom; opaque. Throws when the PNG cannot be decoded. */
export async function pictureRaster(png: Uint8Array, frame: Size): Promise<Raster> {
  const size = readPngSize(png);
  const scale = Math.max(frame.width / size.width, frame.height / size.height) * PICTURE_SHARPNESS;
  const width = Math.round(size.width * scale);
  const height = Math.round(size.height * scale);
  const encoded = Buffer.from(png.buffer, png.byteOffset, png.byteLength).toString('base64');
  const raster = await renderRaster(
    drawing(
      { width, height },
      `<image width="${width}" height="${height}" preserveAspectRatio="none" href="data:image/png;base64,${encoded}"/>`,
    ),
  );
  const isEmpty = raster.pixels.every((byte) => byte === 0);
  if (isEmpty)
    throw new Error('The visual is a PNG that cannot be decoded, or wholly transparent: give another picture.');
  return raster;
}

/** A lower third: the caption on a dark rise of the brand's colour, with an accent rule. */
export async function captionLayers(caption: string, palette: Palette, frame: Size): Promise<CaptionLayers> {
  const unit = Math.sqrt(frame.width * frame.height) / 100;
  const deep = shade(palette.primary, 0.2, 0.8);
  const paint = createPaint();
  const rise = paint.linear([
    [0, deep, 0],
    [0.42, deep, 0.66],
    [1, deep, 0.96],
  ]);
  const left = frame.width * 0.07;
  const block = layOutText({
    text: caption,
    face: 'serif',
    maximumWidth: frame.width * 0.82,
    maximumHeight: frame.height * 0.26,
    maximumLines: 3,
    largestSize: 7 * unit,
    smallestSize: 3 * unit,
    lineHeight: 1.16,
  });
  const top = frame.height * 0.92 - block.height;
  const rule = `<rect x="${round(left)}" y="${round(top - 2.6 * unit)}" width="${round(9 * unit)}" height="${round(0.9 * unit)}" rx="${round(0.45 * unit)}" fill="${readable(palette.accent, deep, 3)}"/>`;
  const words = `${rule}${drawLines(placeLines(block, left, top, frame.width * 0.82, false), block, readable('#ffffff', deep))}`;
  const shadeTop = Math.floor(frame.height * 0.54);
  const ground = `<rect y="${shadeTop}" width="${frame.width}" height="${frame.height - shadeTop}" fill="${rise}"/>`;
  return {
    shade: cropped(await renderRaster(drawing(frame, paint.definitions() + ground))) ?? emptyLayer(),
    words: block.lines.length > 0 ? cropped(await renderRaster(drawing(frame, words))) : undefined,
  };
}

/** The caption set as large as the frame allows, each word as a layer of its own, in reading order. */
export async function wordLayers(caption: string, colour: string, frame: Size): Promise<readonly Layer[]> {
  const spacingEm = -0.03;
  const unit = Math.sqrt(frame.width * frame.height) / 100;
  const width = frame.width * 0.84;
  const block = layOutText({
    text: caption,
    face: 'sansHeavy',
    maximumWidth: width,
    maximumHeight: frame.height * 0.72,
    maximumLines: 5,
    largestSize: 17 * unit,
    smallestSize: 4 * unit,
    lineHeight: 1.1,
    spacingEm,
  });
  if (block.lines.length === 0) return [];
  const lines = placeLines(block, frame.width * 0.08, (frame.height - block.height) / 2, width, false);
  const raster = await renderRaster(drawing(frame, drawLines(lines, block, colour)));
  return lines.flatMap((line) => {
    let pen = line.x;
    return line.text.split(' ').flatMap((word) => {
      const advance = measure(`${word} `, block.face, block.size, spacingEm);
      const cell = {
        x: pen - block.size * 0.06,
        y: line.baseline - block.size * 0.84,
        width: advance,
        height: block.lineHeightPixels,
      };
      pen += advance;
      return cropped(raster, cell) ?? [];
    });
  });
}

/** The last picture: brand and call to action on the brand's colour. */
export async function endCardRaster(
  specification: { brandName: string; callToAction: string; palette: Palette; seed: string },
  frame: Size,
): Promise<Raster> {
  const { palette } = specification;
  const random = seededRandom(`end ${specification.seed}`);
  const paint = createPaint();
  const unit = Math.sqrt(frame.width * frame.height) / 100;
  const ground = shade(palette.primary, 0.34, 0.95);
  const blob = (x: number, y: number, radius: number, colour: string, opacity: number) =>
    `<path d="${blobPath(random, { x: frame.width * x, y: frame.height * y }, radius * unit, 0.2)}" fill="${colour}" opacity="${opacity}"/>`;
  const back = `<rect width="${frame.width}" height="${frame.height}" fill="${paint.linear(
    [
      [0, shade(palette.primary, 0.42)],
      [1, shade(palette.primary, 0.25, 0.85)],
    ],
    [0, 0],
    [1, 1],
  )}"/>`;
  const blobs =
    blob(0, 1, 19, palette.secondary, 0.55) +
    blob(1, 0, 17, palette.accent, 0.9) +
    blob(0.94, 1, 13, mix(palette.primary, '#ffffff', 0.2), 0.35);
  const button = readable(palette.accent, ground, 3);
  const box = { x: frame.width * 0.14, y: frame.height * 0.2, width: frame.width * 0.72, height: frame.height * 0.6 };
  const words = {
    brandName: '',
    headline: specification.brandName,
    supportingLine: '',
    callToAction: specification.callToAction,
  };
  const copy = placeCopy(words, box, unit * 1.5, {
    headlineFace: 'serifHeavy',
    headlineColour: readable('#ffffff', ground),
    supportingColour: '#ffffff',
    brandColour: '#ffffff',
    buttonColour: button,
    buttonInk: firstReadable([shade(palette.primary, 0.2, 0.8), '#ffffff'], button),
    centred: true,
    vertical: 'middle',
    largestHeadline: 10,
  });
  return renderRaster(drawing(frame, `${paint.definitions()}${back}${blobs}${copy.svg}`));
}

/** Large quiet rings that drift behind the words of a type card. */
export async function ringLayer(colour: string, frame: Size): Promise<Layer> {
  const radius = Math.min(frame.width * 0.25, frame.height * 0.45);
  const rings = [1, 0.74, 0.48, 0.22].map(
    (share) =>
      `<circle cx="${round(frame.width * 0.72)}" cy="${round(frame.height * 0.5)}" r="${round(radius * share)}" fill="none" stroke="${colour}" stroke-width="${round(radius * 0.11)}"/>`,
  );
  return cropped(await renderRaster(drawing(frame, rings.join('')))) ?? emptyLayer();
}

function drawing({ width, height }: Size, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`;
}

function emptyLayer(): Layer {
  return { x: 0, y: 0, width: 0, height: 0, pixels: new Uint8Array() };
}

/** The part of the drawing inside `cell` (all of it by default), cut to what is visible; undefined when nothing is. */
function cropped(raster: Raster, cell = { x: 0, y: 0, width: raster.width, height: raster.height }): Layer | undefined {
  const left = Math.max(0, Math.floor(cell.x));
  const right = Math.min(raster.width, Math.ceil(cell.x + cell.width));
  const top = Math.max(0, Math.floor(cell.y));
  const bottom = Math.min(raster.height, Math.ceil(cell.y + cell.height));
  let [minX, maxX, minY, maxY] = [right, -1, bottom, -1];
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      if (raster.pixels[(y * raster.width + x) * 4 + 3] === 0) continue;
      minX = Math.min(minX, x);
      maxX = Math.max(maxX, x);
      minY = Math.min(minY, y);
      maxY = y;
    }
  }
  if (maxX < 0) return undefined;
  const [width, height] = [maxX - minX + 1, maxY - minY + 1];
  const pixels = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    const start = ((minY + y) * raster.width + minX) * 4;
    pixels.set(raster.pixels.subarray(start, start + width * 4), y * width * 4);
  }
  return { x: minX, y: minY, width, height, pixels };
}
