/** What a composition is given and gives back. */
import type { CopyColours } from '../copy-block.ts';
import type { Paint } from '../drawing/paint.ts';
import type { SeededRandom } from '../drawing/seeded-random.ts';
import type { Palette } from '../palette.ts';
import type { PictureFrame } from '../picture-frame.ts';

export interface Scene {
  frame: PictureFrame;
  palette: Palette;
  paint: Paint;
  random: SeededRandom;
  brandName: string;
}

/** The filled frame as SVG, and the colours in which words stay readable on it. */
export interface Composition {
  picture: string;
  words: CopyColours;
}
