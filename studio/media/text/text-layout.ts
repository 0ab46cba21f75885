/** Breaks text into lines that never leave their box: measured as it will be drawn, balanced, shortened with "…" between words only when nothing else fits. Draws nothing. */
import { graphemesOf } from '../../../shared/contracts/graphemes.ts';
import { cleanText } from './clean-text.ts';
import type { FaceName } from './faces.ts';
import { drawable, readsFromRight, type ShapedText, shapeText } from './shape-text.ts';

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

export interface TextLine {
  text: string;
  shaped: ShapedText;
  /** Pixels. */
  width: number;
}

export interface TextBlock {
  lines: readonly TextLine[];
  face: FaceName;
  size: number;
  lineHeightPixels: number;
  /** The widest line, in pixels. */
  width: number;
  height: number;
  fromRight: boolean;
}

/** What may stand alone on a line, and whether a space came before it. */
interface Piece {
  text: string;
  spaced: boolean;
}

const SIZE_STEP = 0.96;
/** Scripts written without spaces: a line may end between any two of their words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const words = new Intl.Segmenter('en', { granularity: 'word' });

/** The block at the largest size that fits; every line is at most `maximumWidth` wide and the block at most `maximumHeight` high. Text without a drawable character gives no lines. */
export function layOutText(request: TextRequest): TextBlock {
  const text = drawable(cleanText(request.text), request.face);
  if (text === '') return blockOf([], request, request.smallestSize);
  const pieces = piecesOf(text);
  for (let size = request.largestSize; size > request.smallestSize; size *= SIZE_STEP) {
    const lines = wrap(pieces, request, size, request.maximumWidth);
    if (lines && lines.length <= linesThatFit(request, size))
      return blockOf(balanced(pieces, lines, request, size), request, size);
  }
  return blockOf(shortened(pieces, request), request, request.smallestSize);
}

function piecesOf(text: string): Piece[] {
  return text.split(' ').flatMap((word) => {
    if (!UNSPACED.test(word)) return [{ text: word, spaced: true }];
    const parts: string[] = [];
    for (const { segment, isWordLike } of words.segment(word)) {
      // Closing signs and the short particles of Japanese stay with the word before them.
      if (parts.length > 0 && (!isWordLike || /^\p{Script=Hiragana}{1,2}$/u.test(segment)))
        parts[parts.length - 1] += segment;
      else parts.push(segment);
    }
    return parts.map((part, index) => ({ text: part, spaced: index === 0 }));
  });
}

function linesThatFit(request: TextRequest, size: number): number {
  return Math.min(request.maximumLines, Math.floor(request.maximumHeight / (request.lineHeight * size)));
}

function widthOf(text: string, { face, spacingEm }: TextRequest, size: number): number {
  return shapeText(text, face, spacingEm).width * size;
}

/** Greedy lines, or undefined when a single piece is wider than the box. */
function wrap(
  pieces: readonly Piece[],
  request: TextRequest,
  size: number,
  maximumWidth: number,
): string[] | undefined {
  const lines: string[] = [];
  let line = '';
  for (const { text, spaced } of pieces) {
    const longer = line === '' ? text : `${line}${spaced ? ' ' : ''}${text}`;
    if (widthOf(longer, request, size) <= maximumWidth) {
      line = longer;
      continue;
    }
    if (line === '' || widthOf(text, request, size) > maximumWidth) return undefined;
    lines.push(line);
    line = text;
  }
  return [...lines, line];
}

/** The narrowest column that keeps the number of lines: no lonely last word. */
function balanced(pieces: readonly Piece[], lines: string[], request: TextRequest, size: number): string[] {
  let tooNarrow = request.maximumWidth / 3;
  let wideEnough = request.maximumWidth;
  let best = lines;
  for (let round = 0; round < 8; round += 1) {
    const middle = (tooNarrow + wideEnough) / 2;
    const candidate = wrap(pieces, request, size, middle);
    if (candidate && candidate.length <= lines.length) {
      best = candidate;
      wideEnough = middle;
    } else {
      tooNarrow = middle;
    }
  }
  return best;
}

/** At the smallest size: words wider than the box are split between graphemes, and what is left over ends in "…" after a whole word. */
function shortened(pieces: readonly Piece[], request: TextRequest): string[] {
  const size = request.smallestSize;
  const split = pieces.flatMap((piece) => splitPiece(piece, request, size));
  const allowed = linesThatFit(request, size);
  const lines = wrap(split, request, size, request.maximumWidth) ?? [];
  if (lines.length <= allowed || allowed === 0) return lines.slice(0, allowed);
  return [...lines.slice(0, allowed - 1), withEllipsis(lines[allowed - 1] ?? '', request, size)];
}

function splitPiece({ text, spaced }: Piece, request: TextRequest, size: number): Piece[] {
  const fits = (part: string) => widthOf(part, request, size) <= request.maximumWidth;
  if (fits(text)) return [{ text, spaced }];
  const parts = [''];
  for (const grapheme of graphemesOf(text)) {
    const part = parts.at(-1) ?? '';
    if (part === '' || fits(`${part}${grapheme}-`)) parts[parts.length - 1] = part + grapheme;
    else parts.splice(-1, 1, `${part}-`, grapheme);
  }
  return parts.filter(fits).map((part, index) => ({ text: part, spaced: index > 0 || spaced }));
}

function withEllipsis(line: string, request: TextRequest, size: number): string {
  const kept = line.split(' ');
  while (kept.length > 0) {
    const candidate = `${kept.join(' ').replace(/[\s,;:.–-]+$/u, '')}…`;
    if (widthOf(candidate, request, size) <= request.maximumWidth) return candidate;
    kept.pop();
  }
  return '…';
}

function blockOf(lines: readonly string[], request: TextRequest, size: number): TextBlock {
  const shaped = lines
    .filter((text) => text !== '')
    .map((text) => {
      const glyphs = shapeText(text, request.face, request.spacingEm);
      return { text, shaped: glyphs, width: glyphs.width * size };
    });
  const lineHeightPixels = request.lineHeight * size;
  return {
    lines: shaped,
    face: request.face,
    size,
    lineHeightPixels,
    width: Math.max(0, ...shaped.map((line) => line.width)),
    height: shaped.length * lineHeightPixels,
    fromRight: readsFromRight(lines.join(' ')),
  };
}
