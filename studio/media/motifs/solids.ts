/** Simple lit bodies from which the still lifes are built. Light comes from the upper left; the ground is y = 0 and up is negative. */
import { shade, toOklch } from '../drawing/colour.ts';
import { type Paint, round } from '../drawing/paint.ts';
import type { SeededRandom } from '../drawing/seeded-random.ts';
import { leafPath } from '../drawing/shapes.ts';
import type { Palette } from '../palette.ts';
import { drawLines, placeLines } from '../text/place-text.ts';
import { layOutText } from '../text/text-layout.ts';

export interface MotifContext {
  palette: Palette;
  paint: Paint;
  random: SeededRandom;
  brandName: string;
}

/** Draws a subject about 400 units wide and up to 400 high, standing on y = 0 around x = 0. */
export type Motif = (context: MotifContext) => string;

/** How flat a circle on the ground looks from the camera. */
const FLATNESS = 0.15;

export function lighter(colour: string, amount: number): string {
  return shade(colour, Math.min(0.99, Math.max(0.06, toOklch(colour).lightness + amount)));
}

/** A fill that rounds a body: dark edge, bright flank, dark far edge. */
export function roundLight(paint: Paint, colour: string): string {
  return paint.linear(
    [
      [0, lighter(colour, -0.1)],
      [0.2, lighter(colour, 0.1)],
      [0.42, lighter(colour, 0.03)],
      [0.75, lighter(colour, -0.07)],
      [1, lighter(colour, -0.17)],
    ],
    [0, 0],
    [1, 0],
  );
}

export function slopeLight(paint: Paint, colour: string): string {
  return paint.linear(
    [
      [0, lighter(colour, 0.08)],
      [1, lighter(colour, -0.09)],
    ],
    [0, 0],
    [0.7, 1],
  );
}

export function cylinder(
  paint: Paint,
  x: number,
  width: number,
  top: number,
  bottom: number,
  colour: string,
  taper = 0,
): string {
  const half = width / 2;
  const foot = half - taper;
  const depth = half * FLATNESS;
  const body = `M${round(x - half)},${top}L${round(x - foot)},${bottom}A${round(foot)},${round(foot * FLATNESS)} 0 0 0 ${round(x + foot)},${bottom}L${round(x + half)},${top}Z`;
  const lid = `<ellipse cx="${x}" cy="${top}" rx="${half}" ry="${round(depth)}" fill="${paint.linear([
    [0, lighter(colour, 0.06)],
    [1, lighter(colour, 0.13)],
  ])}"/>`;
  return `<path d="${body}" fill="${roundLight(paint, colour)}"/>${lid}`;
}

export function sphere(paint: Paint, x: number, y: number, radius: number, colour: string): string {
  const fill = paint.radial(
    [
      [0, lighter(colour, 0.2)],
      [0.35, lighter(colour, 0.05)],
      [0.8, lighter(colour, -0.1)],
      [1, lighter(colour, -0.18)],
    ],
    [0.34, 0.28],
    0.78,
  );
  return `${groundShadow(paint, x, radius * 1.7, 0.4)}<circle cx="${x}" cy="${y - radius}" r="${radius}" fill="${fill}"/>`;
}

/** The soft dark patch that makes a body stand on the ground. */
export function groundShadow(paint: Paint, x: number, width: number, opacity = 0.4): string {
  const soft = paint.radial([
    [0, '#000', opacity],
    [0.5, '#000', opacity * 0.55],
    [1, '#000', 0],
  ]);
  return `<ellipse cx="${round(x + width * 0.1)}" cy="2" rx="${round(width * 0.68)}" ry="${round(width * FLATNESS * 0.62)}" fill="${soft}"/>`;
}

export function leaf(
  paint: Paint,
  x: number,
  y: number,
  length: number,
  width: number,
  degrees: number,
  colour: string,
): string {
  const fill = paint.linear(
    [
      [0, lighter(colour, -0.1)],
      [0.5, lighter(colour, 0.06)],
      [0.52, lighter(colour, -0.03)],
      [1, lighter(colour, 0.02)],
    ],
    [0, 0],
    [0, 1],
  );
  return `<g transform="translate(${round(x)},${round(y)}) rotate(${round(degrees)})"><path d="${leafPath(length, width)}" fill="${fill}"/><path d="M0,0H${round(length * 0.92)}" stroke="${lighter(colour, 0.16)}" stroke-opacity="0.6" stroke-width="1.4"/></g>`;
}

/** A stem with leaves in pairs, from (x, y) in the given direction. */
export function sprig(paint: Paint, x: number, y: number, length: number, degrees: number, colour: string): string {
  const pairs = 5;
  const leaves = Array.from({ length: pairs }, (_, index) => {
    const along = length * (0.25 + (0.7 * index) / (pairs - 1));
    const size = length * (0.36 - index * 0.035);
    return (
      leaf(paint, along, 0, size, size * 0.32, -42, colour) +
      leaf(paint, along, 0, size, size * 0.32, 42, lighter(colour, -0.05))
    );
  });
  return `<g transform="translate(${x},${y}) rotate(${degrees})"><path d="M0,0H${length}" stroke="${lighter(colour, -0.08)}" stroke-width="3"/>${leaves.join('')}${leaf(paint, length, 0, length * 0.24, length * 0.07, 0, colour)}</g>`;
}

/** The brand's name on a product, as large as the label allows. */
export function productLabel(
  name: string,
  x: number,
  y: number,
  width: number,
  height: number,
  colour: string,
): string {
  const block = layOutText({
    text: name,
    face: 'serif',
    maximumWidth: width,
    maximumHeight: height,
    maximumLines: 2,
    largestSize: height * 0.5,
    smallestSize: 6,
    lineHeight: 1.15,
  });
  return drawLines(placeLines(block, x - width / 2, y + (height - block.height) / 2, width, true), block, colour);
}

/** A vertical streak of reflected window light. */
export function gleam(x: number, y: number, width: number, height: number, opacity = 0.4): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${width / 2}" fill="#fff" opacity="${opacity}"/>`;
}
