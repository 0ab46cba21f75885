/** The last picture of a film: brand and call to action on the brand's colour, arriving one after another. */
import { firstReadable, mix, readable, shade } from '../../../shared/domain/media/colour.ts';
import type { DrawFrame } from '../drawing/pen.ts';
import { disc, pill, rectangle } from '../drawing/shapes.ts';
import type { Frame } from '../image/frame.ts';
import type { VideoSpecification } from '../specifications.ts';
import type { FaceName } from '../text/fonts.ts';
import { drawPieces, layOutText } from '../text/text-block.ts';
import { rise } from './arrivals.ts';
import { easeOut, overshoot, progress } from './timing.ts';

/** Drawn by the seconds since it began. */
export function endCard(
  { palette, brandName, callToAction }: VideoSpecification,
  frame: Frame,
  face: FaceName,
): DrawFrame {
  const { width, height, unit, whole } = frame;
  const ground = shade(palette.primary, 0.36, 0.95);
  const colour = readable(palette.accent, ground, 3);
  const name = layOutText({
    ...{ text: brandName, face, weight: 800, colour: readable('#ffffff', ground), centred: true, maximumLines: 5 },
    ...{ maximumWidth: width * 0.76, maximumHeight: height * 0.36, lineHeight: 1.1, spacingEm: -0.015 },
    ...{ largestSize: 12.5 * unit, smallestSize: 3 * unit },
  });
  const label = layOutText({
    ...{ text: callToAction, face: 'sans', weight: 600, colour: firstReadable(['#1a1420', '#ffffff'], colour) },
    ...{ maximumWidth: width * 0.8 - 8 * unit, maximumHeight: 10 * unit, maximumLines: 2, centred: true },
    ...{ largestSize: 4 * unit, smallestSize: 1.9 * unit, lineHeight: 1.16 },
  });
  const [gap, buttonHeight] = [5 * unit, Math.max(8.8 * unit, label.height + 4 * unit)];
  const top = (height - name.height - gap - buttonHeight) / 2;
  const lines = name.lines.map((line) => ({
    ...line,
    x: (width - name.width) / 2 + line.x,
    baseline: top + line.baseline,
  }));
  const buttonWidth = label.width + 8 * unit;
  const button = { x: (width - buttonWidth) / 2, y: top + name.height + gap, width: buttonWidth, height: buttonHeight };
  return (pen, now) => {
    pen.fill(rectangle(whole), ground);
    pen.fill(disc(0, height, 22 * unit), mix(ground, palette.secondary, 0.5));
    pen.fill(disc(width, 0, 19 * unit), colour);
    pen.fill(disc(width, height, 12 * unit), mix(ground, palette.primary, 0.6));
    for (const [index, line] of lines.entries()) rise(pen, line, easeOut(progress(now, 0.1 + index * 0.1, 0.6)));
    const share = progress(now, 0.4, 0.45);
    if (share === 0 || label.lines.length === 0) return;
    pen.within({ y: (1 - overshoot(share)) * 9 * unit, opacity: Math.min(1, share * 2) }, () => {
      pen.fill(pill(button), colour);
      drawPieces(pen, label.lines, button.x + 4 * unit, button.y + (buttonHeight - label.height) / 2);
    });
  };
}
