/** A quilt of quarter circles, arcs and petals beside the words, on the brand's own ground. */
import { mix, shade, toOklch } from '../drawing/colour.ts';
import { wordsOnDark, wordsOnLight } from './colours-for-words.ts';
import type { Composition, Scene } from './composition.ts';
import { drawTile } from './tile.ts';

export function tiles({ frame, palette, random }: Scene): Composition {
  const { width, height, subject } = frame;
  const isDark = toOklch(palette.background).lightness < 0.5;
  const ground = isDark ? shade(palette.primary, 0.23, 0.5) : palette.background;
  const side = frame.format === 'wide' ? subject.height / 4 : subject.width / (frame.format === 'tall' ? 5 : 6);
  // A sliver over is no row: the tenth lets rounding pass, and the quilt never reaches into the words.
  const columns = Math.floor(subject.width / side + 0.1);
  const rows = Math.floor(subject.height / side + 0.1);
  const left = width - columns * side;
  const top = height - rows * side;
  const colours = [
    palette.primary,
    palette.secondary,
    palette.accent,
    shade(palette.primary, isDark ? 0.4 : 0.3, 0.8),
    mix(palette.accent, ground, 0.55),
  ] as const;
  let quilt = '';
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const fades = frame.format === 'wide' ? column === 0 && random.next() < 0.5 : row === 0 && random.next() < 0.5;
      if (!fades) quilt += drawTile(random, left + column * side, top + row * side, side, colours, ground);
    }
  }
  return {
    picture: `<rect width="${width}" height="${height}" fill="${ground}"/>${quilt}`,
    words: (isDark ? wordsOnDark : wordsOnLight)(palette, ground),
  };
}
