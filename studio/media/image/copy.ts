/** Sets a picture's words (brand, headline, supporting line, call to action) inside one box, so that nothing overflows. Knows nothing of what is behind them. */
import { graphemesOf } from '../../../shared/contracts/graphemes.ts';
import type { Pen } from '../drawing/pen.ts';
import { type Box, disc, pill } from '../drawing/shapes.ts';
import type { FaceName } from '../text/fonts.ts';
import { drawPieces, layOutText, readsFromRight, type TextBlock, type TextPiece } from '../text/text-block.ts';
import type { Inks } from './inks.ts';

export interface Words {
  brandName: string;
  headline: string;
  supportingLine: string;
  callToAction: string;
}

export interface CopyStyle extends Inks {
  face: FaceName;
  centred: boolean;
  /** The largest headline in units. */
  largestHeadline: number;
  /** Where the words stand when the box is higher than they are. */
  vertical: 'top' | 'middle';
}

interface Part {
  height: number;
  /** What is drawn of it, from its upper left corner. */
  pieces: readonly { block: TextBlock; x: number; y: number; colour?: string }[];
  draw(pen: Pen, x: number, y: number): void;
  width: number;
}

export interface Copy {
  /** The lower edge of the last part. */
  bottom: number;
  /** Every line with the place of its left end on the baseline. */
  lines: readonly TextPiece[];
  button: Box | undefined;
  draw(pen: Pen): void;
}

const none: Part = { height: 0, width: 0, pieces: [], draw: () => {} };

/** Lays the words out in `box`; `unit` is a hundredth of the picture's mean side and scales every size. */
export function setCopy(words: Words, box: Box, unit: number, style: CopyStyle): Copy {
  const fromRight = !style.centred && readsFromRight(words.headline);
  const gap = 2.6 * unit;
  const brand = brandPart(words.brandName, box, unit, style, fromRight);
  const supporting = textPart(
    layOutText({
      ...{ text: words.supportingLine, face: 'sans', weight: 500, colour: style.supporting, centred: style.centred },
      ...{ maximumWidth: box.width * 0.9, maximumHeight: box.height * 0.3, maximumLines: 4 },
      ...{ largestSize: 3 * unit, smallestSize: 1.9 * unit, lineHeight: 1.38 },
    }),
  );
  const button = buttonPart(words.callToAction, box, unit, style, fromRight);
  const taken = [brand, supporting, button].reduce((sum, { height }) => sum + (height > 0 ? height + gap : 0), gap);
  const isSerif = style.face === 'serif';
  const headline = textPart(
    layOutText({
      ...{ text: words.headline, face: style.face, weight: isSerif ? 800 : 750, colour: style.headline },
      ...{ maximumWidth: box.width, maximumHeight: box.height - taken, maximumLines: 6, centred: style.centred },
      ...{ largestSize: style.largestHeadline * unit, smallestSize: 2.4 * unit },
      ...{ lineHeight: isSerif ? 1.08 : 1.06, spacingEm: isSerif ? -0.012 : -0.022 },
    }),
  );
  const left = ({ width }: Part) => box.x + (box.width - width) * (style.centred ? 0.5 : fromRight ? 1 : 0);
  const stack = [headline, supporting, button].filter(({ height }) => height > 0);
  const top = box.y + (brand.height > 0 ? brand.height + gap : 0);
  const high = stack.reduce((sum, { height }) => sum + height + gap, -gap);
  let y = top + (style.vertical === 'middle' ? Math.max(0, box.y + box.height - top - high) / 2 : 0);
  const placed = [{ part: brand, x: left(brand), y: box.y }];
  for (const part of stack) {
    placed.push({ part, x: left(part), y });
    y += part.height + gap;
  }
  const at = placed.find(({ part }) => part === button && part !== none);
  return {
    bottom: y - gap,
    lines: placed.flatMap(({ part, x, y: partTop }) =>
      part.pieces.flatMap((piece) =>
        piece.block.lines.map((line) => ({
          ...line,
          x: x + piece.x + line.x,
          baseline: partTop + piece.y + line.baseline,
        })),
      ),
    ),
    button: at && { x: at.x, y: at.y, width: button.width, height: button.height },
    draw: (pen) => {
      for (const { part, x, y: partTop } of placed) part.draw(pen, x, partTop);
    },
  };
}

function textPart(block: TextBlock): Part {
  return {
    ...{ height: block.height, width: block.width, pieces: [{ block, x: 0, y: 0 }] },
    draw: (pen, x, y) => drawPieces(pen, block.lines, x, y),
  };
}

function buttonPart(text: string, box: Box, unit: number, style: CopyStyle, fromRight: boolean): Part {
  const [padding, arrow] = [2.9 * unit, 3.4 * unit];
  const label = layOutText({
    ...{ text, face: 'sans', weight: 600, colour: style.onButton, maximumLines: 2, maximumHeight: 8 * unit },
    ...{ maximumWidth: box.width - 2 * padding - arrow, lineHeight: 1.2 },
    ...{ largestSize: 2.7 * unit, smallestSize: 1.6 * unit },
  });
  if (label.lines.length === 0) return none;
  const width = label.width + 2 * padding + arrow;
  const height = Math.max(6.6 * unit, label.height + 3 * unit);
  const place = { x: padding + (fromRight ? arrow : 0), y: (height - label.height) / 2 };
  const tip = fromRight ? { x: padding - 0.3 * unit, way: -1 } : { x: width - padding + 0.3 * unit, way: 1 };
  return {
    ...{ height, width, pieces: [{ block: label, ...place }] },
    draw: (pen, x, y) => {
      pen.fill(pill({ x, y, width, height }), style.button);
      drawPieces(pen, label.lines, x + place.x, y + place.y);
      const [end, middle, back] = [x + tip.x, y + height / 2, -tip.way * unit];
      pen.stroke(
        `M${end + back * 1.8},${middle}H${end}M${end + back * 0.75},${middle - 0.75 * unit}L${end},${middle}l${back * 0.75},${0.75 * unit}`,
        style.onButton,
        0.3 * unit,
      );
    },
  };
}

/** The brand's name beside a round sign with its initial. */
function brandPart(name: string, box: Box, unit: number, style: CopyStyle, fromRight: boolean): Part {
  const [side, gap] = [4.6 * unit, 1.3 * unit];
  const label = layOutText({
    ...{ text: name, face: 'sans', weight: 600, colour: style.headline, maximumLines: 3, maximumHeight: side * 1.1 },
    ...{ maximumWidth: box.width - side - gap, largestSize: 2.5 * unit, smallestSize: 1.2 * unit, lineHeight: 1.2 },
  });
  if (label.lines.length === 0) return none;
  const initial = layOutText({
    ...{ text: initialOf(name), face: style.face, weight: 700, colour: style.onButton, maximumLines: 1 },
    ...{ maximumWidth: side, maximumHeight: side, largestSize: side * 0.56, smallestSize: side * 0.3, lineHeight: 1.1 },
  });
  const width = side + gap + label.width;
  const [signX, nameX] = fromRight ? [label.width + gap, 0] : [0, side + gap];
  const nameY = (side - label.height) / 2;
  return {
    ...{ height: side, width, pieces: [{ block: label, x: nameX, y: nameY }] },
    draw: (pen, x, y) => {
      pen.fill(disc(x + signX + side / 2, y + side / 2, side / 2), style.button);
      drawPieces(pen, initial.lines, x + signX + (side - initial.width) / 2, y + (side - initial.height) / 2);
      drawPieces(pen, label.lines, x + nameX, y + nameY);
    },
  };
}

/** The first letter or number of a name, as one grapheme in upper case. */
export const initialOf = (name: string): string =>
  (graphemesOf(name).find((grapheme) => /[\p{L}\p{N}]/u.test(grapheme)) ?? '').toUpperCase();
