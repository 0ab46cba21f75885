/** Simple lit bodies from which the still life is built. Light comes from the upper left; the ground is y = 0 and up is negative. */
import { shade, toOklch } from '../drawing/colour.ts';
import { type Paint, round } from '../drawing/paint.ts';
import type { SeededRandom } from '../drawing/seeded-random.ts';
import type { Palette } from '../palette.ts';

export interface SceneContext {
  palette: Palette;
  paint: Paint;
  random: SeededRandom;
}

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
