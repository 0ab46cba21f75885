/** A sun with rings above rolling hills. For posters, and for films, where the sun wanders. */
import type { Palette } from '../../../shared/domain/media/brand-palette.ts';
import { mix, shade } from '../../../shared/domain/media/colour.ts';
import type { Pen } from '../drawing/pen.ts';
import type { SeededRandom } from '../drawing/seeded-random.ts';
import { type Box, disc, type Point, part, rectangle, wave } from '../drawing/shapes.ts';

export interface Landscape {
  /** Where the sun stands. */
  home: Point;
  draw(pen: Pen, sun: Point): void;
}

/** `fromNothing`: the hills rise from the lower left corner, away from words that stand there. */
export function landscape(
  random: SeededRandom,
  box: Box,
  palette: Palette,
  ground: string,
  fromNothing: boolean,
): Landscape {
  const radius = Math.min(box.width, box.height) * 0.35;
  const home = {
    x: box.x + box.width * random.between(0.46, 0.64),
    y: box.y + box.height * random.between(0.36, 0.44),
  };
  const hills = [
    [0.5, mix(palette.secondary, ground, 0.35)],
    [0.64, palette.secondary],
    [0.74, palette.primary],
    [0.85, shade(palette.primary, 0.3, 0.9)],
  ] as const;
  const outlines = hills.map(
    ([top, colour]) =>
      [wave(random, part(box, 0, top, 1, 1), fromNothing ? 0.02 : random.between(0.4, 0.7)), colour] as const,
  );
  return {
    home,
    draw: (pen, sun) =>
      pen.within({ clip: rectangle(box) }, () => {
        for (const [index, share] of [1.16, 1.34, 1.54, 1.76].entries())
          pen.stroke(disc(sun.x, sun.y, radius * share), palette.secondary, radius * 0.012, {
            opacity: 0.6 - index * 0.13,
          });
        pen.fill(disc(sun.x, sun.y, radius), palette.accent);
        for (const [outline, colour] of outlines) pen.fill(outline, colour);
      }),
  };
}
