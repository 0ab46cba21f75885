/** The visual in the artistic style: a bold poster of generative shapes around large Playfair Display type. Gives SVG; knows no renderer. */

import { type CopyArrangement, copyBottom, placeCopy } from '../copy-block.ts';
import { createPaint } from '../drawing/paint.ts';
import { seededRandom } from '../drawing/seeded-random.ts';
import { pictureFrame, subjectBelow } from '../picture-frame.ts';
import type { VisualSpecification } from '../visual-specification.ts';
import { giantLetter } from './giant-letter.ts';
import { sunAndWaves } from './sun-and-waves.ts';
import { tiles } from './tiles.ts';

export function drawPoster(specification: VisualSpecification): string {
  const { widthPixels: width, heightPixels: height, palette } = specification;
  const random = seededRandom(`poster ${specification.seed} ${specification.brandName}`);
  const paint = createPaint();
  const empty = pictureFrame(width, height);
  const arrangement: CopyArrangement = {
    headlineFace: 'serifHeavy',
    centred: false,
    vertical: empty.format === 'wide' ? 'middle' : 'top',
    largestHeadline: 10,
  };
  const frame = subjectBelow(empty, copyBottom(specification, empty.words, empty.unit, arrangement));
  const compose = random.pick([tiles, sunAndWaves, giantLetter]);
  const { picture, words } = compose({ frame, palette, paint, random, brandName: specification.brandName });
  const copy = placeCopy(specification, frame.words, frame.unit, { ...arrangement, ...words });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${paint.definitions()}${picture}${copy.svg}</svg>`;
}
