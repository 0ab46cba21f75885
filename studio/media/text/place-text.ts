/** Turns laid-out text into SVG at a place. Letters become outlines: nothing of a text can be read as markup. */
import { drawGlyphs } from './shape-text.ts';
import type { TextBlock, TextLine } from './text-layout.ts';

export interface PlacedLine extends TextLine {
  /** The left edge in pixels, whatever the alignment. */
  x: number;
  baseline: number;
  size: number;
}

/** Ascenders and capital accents reach this share of the line above the baseline. */
const BASELINE_SHARE = 0.8;

/** The block's lines from `top` down, each starting at `left` (ending at the right side of the box for scripts read from there) or centred in `boxWidth`. */
export function placeLines(
  block: TextBlock,
  left: number,
  top: number,
  boxWidth: number,
  centred: boolean,
): readonly PlacedLine[] {
  const indent = (width: number) => (centred ? (boxWidth - width) / 2 : block.fromRight ? boxWidth - width : 0);
  return block.lines.map((line, index) => ({
    ...line,
    x: left + indent(line.width),
    baseline: top + block.lineHeightPixels * (index + BASELINE_SHARE),
    size: block.size,
  }));
}

export function drawLines(lines: readonly PlacedLine[], colour: string): string {
  return lines.map(({ shaped, x, baseline, size }) => drawGlyphs(shaped, x, baseline, size, colour)).join('');
}
