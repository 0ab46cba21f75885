/** Turns laid-out text into SVG at a place. Every character is escaped here and nowhere else. */
import { round } from '../drawing/paint.ts';
import { escapeXml } from './clean-text.ts';
import { faceAttributes } from './faces.ts';
import type { TextBlock } from './text-layout.ts';

export interface PlacedLine {
  text: string;
  /** The left edge in pixels, whatever the alignment. */
  x: number;
  baseline: number;
  width: number;
  size: number;
}

/** Ascenders and capital accents reach this share of the line above the baseline. */
const BASELINE_SHARE = 0.8;

/** The block's lines from `top` down, each starting at `left` or centred in `boxWidth`. */
export function placeLines(
  block: TextBlock,
  left: number,
  top: number,
  boxWidth: number,
  centred: boolean,
): readonly PlacedLine[] {
  return block.lines.map((line, index) => ({
    text: line.text,
    x: centred ? left + (boxWidth - line.width) / 2 : left,
    baseline: top + block.lineHeightPixels * (index + BASELINE_SHARE),
    width: line.width,
    size: block.size,
  }));
}

export function drawLines(lines: readonly PlacedLine[], block: TextBlock, colour: string): string {
  const spacing = block.spacingEm === 0 ? '' : ` letter-spacing="${round(block.spacingEm * block.size)}"`;
  return lines
    .map(
      (line) =>
        `<text x="${round(line.x)}" y="${round(line.baseline)}" font-size="${round(line.size)}" ${faceAttributes(block.face)}${spacing} fill="${colour}" xml:space="preserve">${escapeXml(line.text)}</text>`,
    )
    .join('');
}
