/** The last picture of a film: brand and call to action on the brand's colour, in layers that arrive one after another. */
import { firstReadable, mix, readable, shade } from '../drawing/colour.ts';
import { createPaint, round } from '../drawing/paint.ts';
import { seededRandom } from '../drawing/seeded-random.ts';
import { blobPath } from '../drawing/shapes.ts';
import type { FaceName } from '../text/faces.ts';
import { drawLines, placeLines } from '../text/place-text.ts';
import { layOutText } from '../text/text-layout.ts';
import { layerAt, lineLayers, plate, type Stage } from './stage.ts';
import type { VideoSpecification } from './video-specification.ts';
import type { Frame, Layer } from './yuv-frame.ts';

export interface EndCard {
  ground: Frame;
  name: readonly Layer[];
  button: Layer | undefined;
}

export async function endCard(specification: VideoSpecification, stage: Stage, face: FaceName): Promise<EndCard> {
  const { palette, brandName, callToAction, seed } = specification;
  const { width, height, unit } = stage;
  const ground = shade(palette.primary, 0.36, 0.95);
  const name = layOutText({
    text: brandName,
    face,
    maximumWidth: width * 0.76,
    maximumHeight: height * 0.36,
    maximumLines: 5,
    largestSize: (stage.isWide ? 13 : 12) * unit,
    smallestSize: 3 * unit,
    lineHeight: 1.1,
    spacingEm: -0.015,
  });
  const gap = 5 * unit;
  const buttonHeight = 8.4 * unit;
  const top = (height - name.height - gap - buttonHeight) / 2;
  const lines = placeLines(name, width * 0.12, top, width * 0.76, true);
  return {
    ground: await plate(stage, groundSvg(seed, stage, palette, ground)),
    name: await lineLayers(lines, readable('#ffffff', ground)),
    button: await button(
      callToAction,
      stage,
      top + name.height + gap,
      buttonHeight,
      readable(palette.accent, ground, 3),
    ),
  };
}

function groundSvg(
  seed: string,
  { width, height, unit }: Stage,
  palette: VideoSpecification['palette'],
  ground: string,
): string {
  const random = seededRandom(`end ${seed}`);
  const paint = createPaint();
  const blob = (x: number, y: number, radius: number, colour: string, opacity: number) =>
    `<path d="${blobPath(random, { x: width * x, y: height * y }, radius * unit, 0.2)}" fill="${colour}" opacity="${opacity}"/>`;
  const back = paint.linear([[0, shade(ground, 0.42)], [1, shade(ground, 0.29, 0.9)]], [0, 0], [1, 1]); // biome-ignore format: stops
  const blobs =
    blob(0, 1, 21, palette.secondary, 0.5) +
    blob(1, 0, 19, palette.accent, 0.9) +
    blob(0.96, 1, 12, mix(palette.primary, '#ffffff', 0.2), 0.3);
  return `${paint.definitions()}<rect width="${width}" height="${height}" fill="${back}"/>${blobs}`;
}

async function button(
  text: string,
  { width, unit }: Stage,
  top: number,
  height: number,
  colour: string,
): Promise<Layer | undefined> {
  const padding = 4 * unit;
  const label = layOutText({
    text,
    face: 'sansSemiBold',
    maximumWidth: width * 0.8 - 2 * padding,
    maximumHeight: height * 0.8,
    maximumLines: 2,
    largestSize: 3.6 * unit,
    smallestSize: 1.9 * unit,
    lineHeight: 1.16,
  });
  if (label.lines.length === 0) return undefined;
  const pill = label.width + 2 * padding;
  const ink = firstReadable(['#1a1420', '#ffffff'], colour);
  const content =
    `<rect width="${round(pill)}" height="${round(height)}" rx="${round(height / 2)}" fill="${colour}"/>` +
    drawLines(placeLines(label, padding, (height - label.height) / 2, label.width, true), ink);
  return layerAt((width - pill) / 2, top, pill, height, content);
}
