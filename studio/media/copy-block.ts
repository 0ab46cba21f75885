/** Sets a visual's words (brand, headline, supporting line, call to action) inside one box, so that nothing overflows. Knows no picture behind them. */
import { graphemesOf } from '../../shared/contracts/graphemes.ts';
import { type Box, round } from './drawing/paint.ts';
import type { FaceName } from './text/faces.ts';
import { drawLines, type PlacedLine, placeLines } from './text/place-text.ts';
import { readsFromRight } from './text/shape-text.ts';
import { layOutText, type TextBlock } from './text/text-layout.ts';

interface Copy {
  brandName: string;
  headline: string;
  supportingLine: string;
  callToAction: string;
}

export interface CopyColours {
  headlineColour: string;
  supportingColour: string;
  brandColour: string;
  buttonColour: string;
  buttonInk: string;
}

export interface CopyArrangement {
  headlineFace: FaceName;
  centred: boolean;
  /** Where the words stand when the box is higher than they are. */
  vertical: 'top' | 'middle';
  /** The largest headline in units; see {@link placeCopy}. */
  largestHeadline: number;
}

type CopyStyle = CopyColours & CopyArrangement;

interface PlacedCopy {
  svg: string;
  lines: readonly PlacedLine[];
  button: Box | undefined;
  /** The lower edge of the last part. */
  bottom: number;
}

interface Part {
  height: number;
  draw(top: number): { svg: string; lines: readonly PlacedLine[]; button?: Box };
}

/** The height at which the words will end: known before any colour is. */
export function copyBottom(copy: Copy, box: Box, unit: number, arrangement: CopyArrangement): number {
  const none = '#000000';
  const colours = {
    headlineColour: none,
    supportingColour: none,
    brandColour: none,
    buttonColour: none,
    buttonInk: none,
  };
  return placeCopy(copy, box, unit, { ...colours, ...arrangement }).bottom;
}

/** Places the words in `box`; `unit` is a hundredth of the picture's mean side and scales every size. */
export function placeCopy(copy: Copy, box: Box, unit: number, style: CopyStyle): PlacedCopy {
  const fromRight = !style.centred && readsFromRight(copy.headline);
  const brand = brandPart(copy.brandName, box, unit, style, fromRight);
  const supporting = supportingPart(copy.supportingLine, box, unit, style);
  const button = buttonPart(copy.callToAction, box, unit, style, fromRight);
  const gap = 2.6 * unit;
  const taken = [brand, supporting, button].reduce((sum, part) => sum + (part.height > 0 ? part.height + gap : 0), 0);
  const headline = headlinePart(copy.headline, { ...box, height: box.height - taken - gap }, unit, style);
  const stack = [headline, supporting, button].filter((part) => part.height > 0);
  const stackHeight = stack.reduce((sum, part) => sum + part.height + gap, -gap);
  const drawn = [brand.draw(box.y)];
  let top = stackTop(box, brand.height === 0 ? 0 : brand.height + gap, stackHeight, style.vertical);
  for (const part of stack) {
    drawn.push(part.draw(top));
    top += part.height + gap;
  }
  return {
    svg: drawn.map((part) => part.svg).join(''),
    lines: drawn.flatMap((part) => part.lines),
    button: drawn.find((part) => part.button)?.button,
    bottom: top - gap,
  };
}

function stackTop(box: Box, brandHeight: number, stackHeight: number, vertical: CopyStyle['vertical']): number {
  const free = box.height - brandHeight - stackHeight;
  return box.y + brandHeight + free * (vertical === 'middle' ? 0.5 : 0);
}

function textPart(block: TextBlock, box: Box, centred: boolean, colour: string): Part {
  return {
    height: block.height,
    draw: (top) => {
      const lines = placeLines(block, box.x, top, box.width, centred);
      return { svg: drawLines(lines, colour), lines };
    },
  };
}

function headlinePart(text: string, box: Box, unit: number, style: CopyStyle): Part {
  const isSerif = style.headlineFace.startsWith('serif');
  const block = layOutText({
    text,
    face: style.headlineFace,
    maximumWidth: box.width,
    maximumHeight: box.height,
    maximumLines: 6,
    largestSize: style.largestHeadline * unit,
    smallestSize: 2.4 * unit,
    lineHeight: isSerif ? 1.08 : 1.06,
    spacingEm: isSerif ? -0.008 : -0.028,
  });
  return textPart(block, box, style.centred, style.headlineColour);
}

function supportingPart(text: string, box: Box, unit: number, style: CopyStyle): Part {
  const block = layOutText({
    text,
    face: 'sans',
    maximumWidth: box.width * (style.centred ? 0.92 : 0.9),
    maximumHeight: box.height * 0.3,
    maximumLines: 4,
    largestSize: 2.7 * unit,
    smallestSize: 1.9 * unit,
    lineHeight: 1.4,
  });
  const inset = style.centred ? box.width * 0.04 : 0;
  return textPart(
    block,
    { ...box, x: box.x + inset, width: box.width - 2 * inset },
    style.centred,
    style.supportingColour,
  );
}

function buttonPart(text: string, box: Box, unit: number, style: CopyStyle, fromRight: boolean): Part {
  const padding = 2.8 * unit;
  const arrowWidth = 3.4 * unit;
  const label = layOutText({
    text,
    face: 'sansSemiBold',
    maximumWidth: box.width - 2 * padding - arrowWidth,
    maximumHeight: 4 * unit,
    maximumLines: 1,
    largestSize: 2.5 * unit,
    smallestSize: 1.8 * unit,
    lineHeight: 1.2,
  });
  if (label.lines.length === 0) return { height: 0, draw: () => ({ svg: '', lines: [] }) };
  const height = 6.4 * unit;
  const width = label.width + 2 * padding + arrowWidth;
  const x = box.x + (box.width - width) * (style.centred ? 0.5 : fromRight ? 1 : 0);
  return {
    height,
    draw: (top) => {
      const lines = placeLines(
        label,
        x + padding + (fromRight ? arrowWidth : 0),
        top + (height - label.height) / 2,
        label.width,
        false,
      );
      const pill = `<rect x="${round(x)}" y="${round(top)}" width="${round(width)}" height="${round(height)}" rx="${round(height / 2)}" fill="${style.buttonColour}"/>`;
      const arrowX = fromRight ? x + padding + 0.6 * unit : x + width - padding - 1.7 * unit;
      const arrow = arrowSvg(arrowX, top + height / 2, fromRight ? -unit : unit, style.buttonInk);
      return {
        svg: pill + drawLines(lines, style.buttonInk) + arrow,
        lines,
        button: { x, y: top, width, height },
      };
    },
  };
}

function arrowSvg(x: number, y: number, unit: number, colour: string): string {
  const reach = 0.85 * unit;
  return `<path d="M${round(x - reach)},${round(y)}H${round(x + reach)}M${round(x + reach * 0.15)},${round(y - reach * 0.8)}L${round(x + reach)},${round(y)}L${round(x + reach * 0.15)},${round(y + reach * 0.8)}" fill="none" stroke="${colour}" stroke-width="${round(Math.abs(unit) * 0.3)}" stroke-linecap="round" stroke-linejoin="round"/>`;
}

/** The brand's name beside a round sign with its initial. */
function brandPart(name: string, box: Box, unit: number, style: CopyStyle, fromRight: boolean): Part {
  const side = 4.6 * unit;
  const gap = 1.3 * unit;
  const label = layOutText({
    text: name,
    face: 'sansSemiBold',
    maximumWidth: box.width - side - gap,
    maximumHeight: side * 1.1,
    maximumLines: 3,
    largestSize: 2.5 * unit,
    smallestSize: 1.2 * unit,
    lineHeight: 1.2,
    spacingEm: 0.01,
  });
  if (label.lines.length === 0) return { height: 0, draw: () => ({ svg: '', lines: [] }) };
  const free = box.width - side - gap - label.width;
  const x = box.x + free * (style.centred ? 0.5 : fromRight ? 1 : 0);
  const [signX, nameX] = fromRight ? [x + label.width + gap, x] : [x, x + side + gap];
  return {
    height: side,
    draw: (top) => {
      const lines = placeLines(label, nameX, top + (side - label.height) / 2, label.width, false);
      const sign = monogram(name, { x: signX, y: top, width: side, height: side }, style);
      return { svg: sign + drawLines(lines, style.brandColour), lines };
    },
  };
}

function monogram(name: string, box: Box, style: CopyStyle): string {
  const initial = layOutText({
    text: initialOf(name).toUpperCase(),
    face: 'serif',
    maximumWidth: box.width,
    maximumHeight: box.height,
    maximumLines: 1,
    largestSize: box.width * 0.58,
    smallestSize: box.width * 0.3,
    lineHeight: 1.1,
  });
  const top = box.y + (box.height - initial.height) / 2 - initial.size * 0.03;
  const circle = `<circle cx="${round(box.x + box.width / 2)}" cy="${round(box.y + box.height / 2)}" r="${round(box.width / 2)}" fill="${style.buttonColour}"/>`;
  return circle + drawLines(placeLines(initial, box.x, top, box.width, true), style.buttonInk);
}

/** The first letter or number of a name, as one grapheme. */
export const initialOf = (name: string): string =>
  graphemesOf(name).find((grapheme) => /[\p{L}\p{N}]/u.test(grapheme)) ?? '';
