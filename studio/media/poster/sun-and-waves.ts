/** A large sun with rings above rolling waves. */
import { mix, shade, toOklch } from '../drawing/colour.ts';
import { round } from '../drawing/paint.ts';
import { wavePath } from '../drawing/shapes.ts';
import { wordsOnDark, wordsOnLight } from './colours-for-words.ts';
import type { Composition, Scene } from './composition.ts';

export function sunAndWaves({ frame, palette, paint, random }: Scene): Composition {
  const { width, height, unit, subject } = frame;
  const isDark = toOklch(palette.background).lightness < 0.5;
  const sky = isDark
    ? shade(palette.primary, 0.24, 0.55)
    : shade(mix(palette.accent, palette.background, 0.7), 0.94, 1);
  const low = isDark ? shade(palette.primary, 0.32, 0.7) : shade(mix(palette.accent, palette.background, 0.5), 0.92);
  const sun = {
    x: subject.x + subject.width * random.between(0.5, 0.66),
    y: subject.y + subject.height * (frame.format === 'wide' ? 0.42 : 0.3),
  };
  const radius = Math.min(subject.width, subject.height) * (frame.format === 'wide' ? 0.36 : 0.38);
  const rings = Array.from(
    { length: 7 },
    (_, index) =>
      `<circle cx="${round(sun.x)}" cy="${round(sun.y)}" r="${round(radius * (1.14 + index * 0.15))}" fill="none" stroke="${palette.secondary}" stroke-opacity="${round(0.6 - index * 0.075)}" stroke-width="${round(unit * 0.25)}"/>`,
  ).join('');
  const disc = `<circle cx="${round(sun.x)}" cy="${round(sun.y)}" r="${round(radius)}" fill="${paint.linear([
    [0, palette.accent],
    [1, palette.secondary],
  ])}"/>`;
  // In a wide picture the sea slopes down to the left, away from the button.
  const isWide = frame.format === 'wide';
  const first = isWide ? 0.83 : 0.76;
  const slope = isWide ? -5 : 0;
  const shades = [
    mix(palette.secondary, sky, 0.35),
    palette.secondary,
    palette.primary,
    shade(palette.primary, 0.34, 0.9),
    shade(palette.primary, 0.24, 0.8),
  ];
  const waves = shades.map((colour, index) => {
    const top = height * (first + ((1 - first) * 1.05 * index) / shades.length);
    return `<path d="${wavePath(random, width, top, height * 0.03, height * 1.2)}" fill="${paint.linear([
      [0, colour],
      [1, shade(colour, Math.max(0.2, toOklch(colour).lightness - 0.1))],
    ])}"/>`;
  });
  const picture = `<rect width="${width}" height="${height}" fill="${paint.linear([
    [0, sky],
    [0.8, low],
  ])}"/>${rings}${disc}<g transform="rotate(${slope} ${width / 2} ${height})">${waves.join('')}</g>`;
  return { picture, words: (isDark ? wordsOnDark : wordsOnLight)(palette, low) };
}
