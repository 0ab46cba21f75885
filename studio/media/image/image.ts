/** A still picture: a ground, what is drawn on it, and the words. One way for every style. */
import type { Palette } from '../../../shared/domain/media/brand-palette.ts';
import type { Pen } from '../drawing/pen.ts';
import { type SeededRandom, seededRandom } from '../drawing/seeded-random.ts';
import { rectangle } from '../drawing/shapes.ts';
import type { Sheet } from '../drawing/skia.ts';
import type { VisualSpecification } from '../specifications.ts';
import { setCopy } from './copy.ts';
import { type Frame, imageFrame, subjectBelow } from './frame.ts';
import { inksOn } from './inks.ts';

export interface Sight {
  pen: Pen;
  frame: Frame;
  random: SeededRandom;
  palette: Palette;
  ground: string;
  brandName: string;
}

export interface ImageDesign {
  /** The colour behind the words. */
  ground(palette: Palette): string;
  draw(sight: Sight): void;
}

/** Draws one of the pictures, chosen by the seed, with its words. */
export function drawImage(
  { pen, width, height }: Sheet,
  specification: VisualSpecification,
  pictures: readonly [ImageDesign, ...ImageDesign[]],
): void {
  const { palette, brandName, seed, style } = specification;
  const random = seededRandom(`${style} ${seed} ${brandName}`);
  const picture = random.pick(pictures);
  const ground = picture.ground(palette);
  const empty = imageFrame(width, height);
  const isWide = empty.shape === 'wide';
  const isPoster = style === 'artistic';
  const copy = setCopy(specification, empty.words, empty.unit, {
    ...inksOn(ground, palette),
    face: isPoster ? 'serif' : 'sans',
    centred: !isPoster && !isWide,
    largestHeadline: isPoster ? 11 : 9.2,
    vertical: isWide ? 'middle' : 'top',
  });
  pen.fill(rectangle(empty.whole), ground);
  picture.draw({ pen, frame: subjectBelow(empty, copy.bottom), random, palette, ground, brandName });
  copy.draw(pen);
}
