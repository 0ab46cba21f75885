/** Breaks text into lines that never leave their box: measured with the real font, balanced, shortened with "…" only when nothing else fits. Draws nothing. */
import { graphemesOf } from '../../../shared/contracts/graphemes.ts';
import { cleanText } from './clean-text.ts';
import { drawable, type FaceName, measure } from './faces.ts';

export interface TextRequest {
  text: string;
  face: FaceName;
  maximumWidth: number;
  maximumHeight: number;
  maximumLines: number;
  /** Pixels; the largest size that fits is taken. */
  largestSize: number;
  smallestSize: number;
  /** Line distance as a multiple of the size. */
  lineHeight: number;
  spacingEm?: number;
}

export interface TextBlock {
  lines: readonly { text: string; width: number }[];
  face: FaceName;
  size: number;
  lineHeightPixels: number;
  spacingEm: number;
  /** The widest line, in pixels. */
  width: number;
  height: number;
}

/** Kerning and hinting may differ from the plain sum of advances by less than this. */
const MEASURING_RESERVE = 1.01;
const SIZE_STEP = 0.96;

/** The block at the largest size that fits; every line is at most `maximumWidth` wide and the block at most `maximumHeight` high. Text without a drawable character gives no lines. */
export function layOutText(request: TextRequest): TextBlock {
  const text = drawable(cleanText(request.text), request.face);
  if (text === '') return blockOf([], request, request.smallestSize);
  for (let size = request.largestSize; size > request.smallestSize; size *= SIZE_STEP) {
    const lines = wrap(text, request, size, request.maximumWidth);
    if (lines && lines.length <= linesThatFit(request, size))
      return blockOf(balanced(text, lines, request, size), request, size);
  }
  return blockOf(shortened(text, request), request, request.smallestSize);
}

function linesThatFit(request: TextRequest, size: number): number {
  return Math.min(request.maximumLines, Math.floor(request.maximumHeight / (request.lineHeight * size)));
}

function widthOf(text: string, request: TextRequest, size: number): number {
  return measure(text, request.face, size, request.spacingEm ?? 0) * MEASURING_RESERVE;
}

/** Greedy lines, or undefined when a single word is wider than the box. */
function wrap(text: string, request: TextRequest, size: number, maximumWidth: number): string[] | undefined {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer, request, size) <= maximumWidth) {
      line = longer;
      continue;
    }
    if (line === '' || widthOf(word, request, size) > maximumWidth) return undefined;
    lines.push(line);
    line = word;
  }
  return [...lines, line];
}

/** The narrowest column that keeps the number of lines: no lonely last word. */
function balanced(text: string, lines: string[], request: TextRequest, size: number): string[] {
  let tooNarrow = request.maximumWidth / 3;
  let wideEnough = request.maximumWidth;
  let best = lines;
  for (let round = 0; round < 8; round += 1) {
    const middle = (tooNarrow + wideEnough) / 2;
    const candidate = wrap(text, request, size, middle);
    if (candidate && candidate.length <= lines.length) {
      best = candidate;
      wideEnough = middle;
    } else {
      tooNarrow = middle;
    }
  }
  return best;
}

/** At the smallest size: words wider than the box are split, and what is left over ends in "…". */
function shortened(text: string, request: TextRequest): string[] {
  const size = request.smallestSize;
  const pieces = text.split(' ').flatMap((word) => splitWord(word, request, size));
  const lines = wrap(pieces.join(' '), request, size, request.maximumWidth) ?? [];
  const allowed = linesThatFit(request, size);
  if (lines.length <= allowed) return lines;
  if (allowed === 0) return [];
  const last = trimmed(lines[allowed - 1] ?? '', request, size);
  return [...lines.slice(0, allowed - 1), last];
}

function splitWord(word: string, request: TextRequest, size: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of graphemesOf(word)) {
    if (piece !== '' && widthOf(`${piece}${character}-`, request, size) > request.maximumWidth) {
      pieces.push(`${piece}-`);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece].filter((each) => widthOf(each, request, size) <= request.maximumWidth);
}

function trimmed(line: string, request: TextRequest, size: number): string {
  const characters = graphemesOf(line);
  while (characters.length > 0) {
    const candidate = `${characters.join('').replace(/[\s,;:.–-]+$/u, '')}…`;
    if (widthOf(candidate, request, size) <= request.maximumWidth) return candidate;
    characters.pop();
  }
  return '';
}

function blockOf(lines: readonly string[], request: TextRequest, size: number): TextBlock {
  const placed = lines.filter((text) => text !== '').map((text) => ({ text, width: widthOf(text, request, size) }));
  const lineHeightPixels = request.lineHeight * size;
  return {
    lines: placed,
    face: request.face,
    size,
    lineHeightPixels,
    spacingEm: request.spacingEm ?? 0,
    width: Math.max(0, ...placed.map((line) => line.width)),
    height: placed.length * lineHeightPixels,
  };
}
