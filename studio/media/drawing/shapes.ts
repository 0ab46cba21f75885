/** Generative outlines as SVG path data. Knows no colours. */
import { round } from './paint.ts';
import type { SeededRandom } from './seeded-random.ts';

export interface Point {
  x: number;
  y: number;
}

/** A smooth closed outline around a centre; `wobble` 0 gives a circle, 0.4 a lively amoeba. */
export function blobPath(random: SeededRandom, centre: Point, radius: number, wobble: number): string {
  const count = random.integer(6, 8);
  const turn = random.between(0, Math.PI * 2);
  const points = Array.from({ length: count }, (_, index) => {
    const angle = turn + (index / count) * Math.PI * 2;
    const distance = radius * (1 + random.between(-wobble, wobble));
    return { x: centre.x + Math.cos(angle) * distance, y: centre.y + Math.sin(angle) * distance };
  });
  return `${smoothPath(points, true)}Z`;
}

/** A band from the left edge to the right, filled down to `bottom`. */
export function wavePath(random: SeededRandom, width: number, top: number, swing: number, bottom: number): string {
  const count = 6;
  const points = Array.from({ length: count + 1 }, (_, index) => ({
    x: (width / (count - 2)) * (index - 1),
    y: top + (index % 2 === 0 ? -1 : 1) * swing * random.between(0.35, 1),
  }));
  return `${smoothPath(points, false)}L${round(width * 1.4)},${round(bottom)}L${round(-width * 0.4)},${round(bottom)}Z`;
}

/** Catmull-Rom through the points, written as cubic curves. */
export function smoothPath(points: readonly Point[], closed: boolean): string {
  const at = (index: number): Point => {
    const wrapped = closed ? (index + points.length) % points.length : Math.min(points.length - 1, Math.max(0, index));
    return points[wrapped] ?? { x: 0, y: 0 };
  };
  const segments = closed ? points.length : points.length - 1;
  let path = `M${round(at(0).x)},${round(at(0).y)}`;
  for (let index = 0; index < segments; index += 1) {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    path += `C${round(from.x + (to.x - before.x) / 6)},${round(from.y + (to.y - before.y) / 6)} `;
    path += `${round(to.x - (after.x - from.x) / 6)},${round(to.y - (after.y - from.y) / 6)} ${round(to.x)},${round(to.y)}`;
  }
  return path;
}

/** A pointed leaf from the origin to (length, 0); turn it with a transform. */
export function leafPath(length: number, width: number): string {
  return `M0,0C${round(length * 0.3)},${round(-width)} ${round(length * 0.75)},${round(-width * 0.8)} ${round(length)},0C${round(length * 0.75)},${round(width * 0.8)} ${round(length * 0.3)},${round(width)} 0,0Z`;
}
