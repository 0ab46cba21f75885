/** Outlines as SVG path data, and the boxes they stand in. Knows no colours. */
import type { SeededRandom } from './seeded-random.ts';

export interface Point {
  x: number;
  y: number;
}
export interface Box extends Point {
  width: number;
  height: number;
}

/** The part of a box between two corners given as shares of its sides. */
export const part = ({ x, y, width, height }: Box, left: number, top: number, right: number, bottom: number): Box => ({
  x: x + width * left,
  y: y + height * top,
  width: width * (right - left),
  height: height * (bottom - top),
});

export const rectangle = ({ x, y, width, height }: Box): string => `M${x},${y}h${width}v${height}h${-width}Z`;

export const ellipse = (x: number, y: number, radiusX: number, radiusY: number): string =>
  `M${x - radiusX},${y}a${radiusX},${radiusY} 0 1 0 ${2 * radiusX},0a${radiusX},${radiusY} 0 1 0 ${-2 * radiusX},0Z`;

export const disc = (x: number, y: number, radius: number): string => ellipse(x, y, radius, radius);

/** A rectangle with round ends. */
export const pill = ({ x, y, width, height }: Box): string => {
  const radius = Math.min(width, height) / 2;
  const corner = (dx: number, dy: number) => `a${radius},${radius} 0 0 1 ${dx},${dy}`;
  return `M${x + radius},${y}h${width - 2 * radius}${corner(radius, radius)}v${height - 2 * radius}${corner(-radius, radius)}h${2 * radius - width}${corner(-radius, -radius)}v${2 * radius - height}${corner(radius, -radius)}Z`;
};

/** An arch standing on `foot`, as wide as twice its radius. */
export const arch = (x: number, foot: number, radius: number, height: number): string =>
  `M${x - radius},${foot}V${foot - height + radius}a${radius},${radius} 0 0 1 ${2 * radius},0V${foot}Z`;

/** An arch that one could walk through. */
export const gateway = (x: number, foot: number, outer: number, inner: number, height: number): string =>
  `M${x - outer},${foot}V${foot - height + outer}a${outer},${outer} 0 0 1 ${2 * outer},0V${foot}h${inner - outer}V${foot - height + outer}a${inner},${inner} 0 0 0 ${-2 * inner},0V${foot}Z`;

/** A pointed leaf from the origin to (length, 0). */
export const leaf = (length: number, width: number): string =>
  `M0,0C${length * 0.3},${-width} ${length * 0.75},${-width * 0.8} ${length},0C${length * 0.75},${width * 0.8} ${length * 0.3},${width} 0,0Z`;

/** A hill or wave across a box, filled down to below it; `rise` 0–1 is where its left end lies. */
export function wave(random: SeededRandom, { x, y, width, height }: Box, rise: number): string {
  const [first, second] = [random.between(0, 0.5), random.between(0, 0.45)];
  const end = y + height * random.between(0.05, 0.35);
  return `M${x},${y + height * (1 - rise)}C${x + width * 0.3},${y + height * (1 - rise - first * 0.4)} ${x + width * 0.45},${y + height * (0.75 - second)} ${x + width * 0.7},${y + height * 0.3}S${x + width * 0.9},${y} ${x + width},${end}V${y + height * 3}H${x}Z`;
}
