/** Three small discs that orbit a subject on the side away from the words. */
import { round } from '../drawing/paint.ts';
import type { SeededRandom } from '../drawing/seeded-random.ts';
import type { Point } from '../drawing/shapes.ts';

export function satellites(
  random: SeededRandom,
  centre: Point,
  radius: number,
  unit: number,
  colours: readonly [string, string, string],
): string {
  const start = random.between(-0.6, 0.1);
  return colours
    .map((colour, index) => {
      const angle = start + index * 0.95;
      const size = unit * random.between(1, 2.8);
      const x = centre.x + Math.cos(angle) * radius * 1.16;
      const y = centre.y + Math.sin(angle) * radius * 1.08;
      return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(size)}" fill="${colour}"/>`;
    })
    .join('');
}
