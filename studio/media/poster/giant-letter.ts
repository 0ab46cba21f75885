/** The brand's initial, enormous and cropped, over a disc: typography as the picture. */

import { initialOf } from '../copy-block.ts';
import { mix, shade } from '../drawing/colour.ts';
import { round } from '../drawing/paint.ts';
import { drawLines, placeLines } from '../text/place-text.ts';
import { shapeText } from '../text/shape-text.ts';
import { layOutText } from '../text/text-layout.ts';
import { wordsOnDark } from './colours-for-words.ts';
import type { Composition, Scene } from './composition.ts';
import { satellites } from './satellites.ts';

export function giantLetter({ frame, palette, paint, random, brandName }: Scene): Composition {
  const { width, height, unit, subject } = frame;
  const ground = shade(palette.primary, 0.42, 1);
  const initial = initialOf(brandName).toUpperCase() || 'A';
  // At most as wide as its place: letters of some scripts fill the whole square.
  const room = frame.format === 'wide' ? 1.05 : 0.82;
  const size = Math.min(
    subject.height * (frame.format === 'wide' ? 1.15 : 1.25),
    (subject.width * room) / shapeText(initial, 'serifHeavy').width,
  );
  const block = layOutText({
    text: initial,
    face: 'serifHeavy',
    maximumWidth: size * 2,
    maximumHeight: size * 2,
    maximumLines: 1,
    largestSize: size,
    smallestSize: size * 0.5,
    lineHeight: 1,
  });
  const centre = {
    x: subject.x + subject.width * 0.52,
    y: subject.y + subject.height * (frame.format === 'wide' ? 0.52 : 0.64),
  };
  const letter = drawLines(
    placeLines(block, centre.x - block.width / 2, centre.y - size * 0.46, block.width, false),
    paint.linear(
      [
        [0, palette.accent],
        [1, mix(palette.accent, palette.secondary, 0.75)],
      ],
      [0, 0],
      [0.6, 1],
    ),
  );
  const radius = Math.min(subject.width, subject.height) * 0.5;
  const disc = `<circle cx="${round(centre.x + radius * random.between(0.1, 0.35))}" cy="${round(centre.y - radius * random.between(0.1, 0.3))}" r="${round(radius)}" fill="${paint.linear(
    [
      [0, palette.secondary],
      [1, palette.secondary, 0.15],
    ],
    [0.2, 0],
    [0.8, 1],
  )}"/>`;
  const turn = random.integer(0, 3) * 90;
  const arcs = Array.from(
    { length: 6 },
    (_, index) =>
      `<path d="M${round(-radius * (0.35 + index * 0.13))},0A${round(radius * (0.35 + index * 0.13))},${round(radius * (0.35 + index * 0.13))} 0 0 1 0,${round(-radius * (0.35 + index * 0.13))}" fill="none" stroke="${palette.surface}" stroke-opacity="0.75" stroke-width="${round(unit * 0.35)}"/>`,
  ).join('');
  const picture =
    `<rect width="${width}" height="${height}" fill="${paint.linear(
      [
        [0, ground],
        [1, shade(palette.primary, 0.3, 0.9)],
      ],
      [0, 0],
      [1, 1],
    )}"/>${disc}` +
    `<g opacity="0.3" transform="translate(${round(unit)},${round(unit * 2.4)})" filter="${paint.blur(unit * 1.6, 0.1)}">${drawLines(placeLines(block, centre.x - block.width / 2, centre.y - size * 0.46, block.width, false), '#000')}</g>${letter}` +
    `<g transform="translate(${round(centre.x + radius * 0.55)},${round(centre.y + radius * 0.7)}) rotate(${turn})">${arcs}</g>` +
    satellites(random, centre, radius * 1.1, unit, [palette.surface, palette.secondary, palette.accent]);
  return { picture, words: wordsOnDark(palette, ground) };
}
