/** The visual in the realistic style: a lit still life of plain bodies, with clean Inter type. It shows no product, so never a wrong one. Gives SVG; knows no renderer. */
import { type CopyArrangement, copyBottom, placeCopy } from '../copy-block.ts';
import { firstReadable, mix, readable, shade, toOklch } from '../drawing/colour.ts';
import { createPaint } from '../drawing/paint.ts';
import { seededRandom } from '../drawing/seeded-random.ts';
import { pictureFrame, subjectBelow } from '../picture-frame.ts';
import type { VisualSpecification } from '../visual-specification.ts';
import { studioScene } from './studio-scene.ts';

export function drawScene(specification: VisualSpecification): string {
  const { widthPixels: width, heightPixels: height, palette, brandName } = specification;
  const random = seededRandom(`scene ${specification.seed} ${brandName}`);
  const paint = createPaint();
  const empty = pictureFrame(width, height);
  const arrangement: CopyArrangement = {
    headlineFace: 'sansHeavy',
    centred: empty.format !== 'wide',
    vertical: empty.format === 'wide' ? 'middle' : 'top',
    largestHeadline: 8.6,
  };
  const frame = subjectBelow(empty, copyBottom(specification, empty.words, empty.unit, arrangement));
  const scene = studioScene(frame, { palette, paint, random });
  const isDark = toOklch(scene.ground).lightness < 0.5;
  const ink = readable(isDark ? shade(palette.primary, 0.97, 0.2) : shade(palette.primary, 0.24, 0.6), scene.ground, 7);
  const button = readable(palette.primary, scene.ground, 3);
  const copy = placeCopy(specification, frame.words, frame.unit, {
    ...arrangement,
    headlineColour: ink,
    supportingColour: readable(mix(ink, scene.ground, 0.2), scene.ground, 5.5),
    brandColour: ink,
    buttonColour: button,
    buttonInk: firstReadable(['#ffffff', shade(palette.primary, 0.2, 0.5)], button),
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${paint.definitions()}${scene.picture}${copy.svg}</svg>`;
}
