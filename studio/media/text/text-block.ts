/** Breaks text into lines that never leave their box: set by Skia as it will be drawn, balanced, shortened with "…" between words only when nothing else fits. */
import type { Paragraph } from 'canvaskit-wasm/full';
import { graphemesOf } from '../../../shared/contracts/graphemes.ts';
import type { Pen } from '../drawing/pen.ts';
import { keep, skia } from '../drawing/skia.ts';
import { cleanText, JOINER } from './clean-text.ts';
import { canDraw, type FaceName, fontProvider, fontsFor } from './fonts.ts';

export interface TextStyle {
  face: FaceName;
  /** 100 to 900. */
  weight: number;
  colour: string;
  /** Pixels; the largest size that fits is taken. */
  largestSize: number;
  smallestSize: number;
  /** Line distance as a multiple of the size. */
  lineHeight: number;
  spacingEm?: number;
}

export interface TextRequest extends TextStyle {
  text: string;
  maximumWidth: number;
  maximumHeight: number;
  maximumLines: number;
  centred?: boolean;
}

/** Part of a block that is drawn as one, in pixels from the block's upper left corner. */
export interface TextPiece {
  text: string;
  x: number;
  baseline: number;
  width: number;
  size: number;
  paragraph: Paragraph;
}

export interface TextBlock {
  lines: readonly TextPiece[];
  size: number;
  /** Of the widest line. */
  width: number;
  height: number;
  fromRight: boolean;
}

const SIZE_STEP = 0.96;
const SMALLER_TO_BALANCE = 0.75;
/** Text is set once at this size; other sizes are the same setting in a wider or narrower column. */
const TRIAL_SIZE = 100;
/** Scripts written without spaces: a line may end between any two of their words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
/** Ascenders and capital accents reach this share of the line above the baseline. */
const BASELINE_SHARE = 0.8;

const fonts = skia.FontCollection.Make();
fonts.setDefaultFontManager(fontProvider);

/** True for text that is read from the right. */
export const readsFromRight = (text: string): boolean =>
  /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text);

/** The block at the largest size that fits; every line is at most `maximumWidth` wide and the block at most `maximumHeight` high. Text without a drawable character gives no lines. */
export function layOutText(request: TextRequest): TextBlock {
  const text = drawable(cleanText(request.text), request.face);
  if (text === '') return blockOf([], request, request.smallestSize);
  let fitting: TextBlock | undefined;
  for (let size = request.largestSize; size > request.smallestSize; size *= SIZE_STEP) {
    // A somewhat smaller setting is preferred to one that leaves a word alone on the last line.
    if (fitting && size < fitting.size * SMALLER_TO_BALANCE) break;
    const lines = linesAt(text, request, size);
    const block = lines && blockOf(lines, request, size);
    if (block && !leavesWordAlone(block)) return block;
    fitting ??= block;
  }
  return fitting ?? blockOf(shortened(text, request), request, request.smallestSize);
}

function leavesWordAlone({ lines, width }: TextBlock): boolean {
  const last = lines.at(-1);
  return lines.length > 1 && last !== undefined && !last.text.includes(' ') && last.width < width * 0.6;
}

/** The words of a line, each to be drawn by itself; a line read from the right stays whole. */
export function wordsOf(line: TextPiece, style: TextStyle): TextPiece[] {
  if (readsFromRight(line.text)) return [line];
  return [...line.text.matchAll(/[^ ]+/g)].map(({ 0: text, index }) => {
    const word = pieceOf(text, style, line.size, line.baseline);
    const x = line.x + leftOf(line.paragraph, index, text.length) - leftOf(word.paragraph, 0, text.length);
    return { ...word, x };
  });
}

/** The left edge of some characters of a line. */
function leftOf(paragraph: Paragraph, start: number, length: number): number {
  const { Max } = skia.RectHeightStyle;
  const [first] = paragraph.getRectsForRange(start, start + length, Max, skia.RectWidthStyle.Tight);
  return first?.rect[0] ?? 0;
}

export function drawPieces(pen: Pen, pieces: readonly TextPiece[], left = 0, top = 0): void {
  for (const { paragraph, x, baseline } of pieces)
    pen.text(paragraph, left + x, top + baseline - paragraph.getAlphabeticBaseline());
}

/** The text without the graphemes that no font can draw (emoji, rare scripts), spaces tidied up. */
function drawable(text: string, face: FaceName): string {
  const files = fontsFor(text, face);
  const drawn = graphemesOf(text).filter((grapheme) => grapheme === JOINER || canDraw(grapheme, files));
  return drawn.join('').replace(/ {2,}/g, ' ').trim();
}

function set(text: string, { face, weight, colour, spacingEm = 0 }: TextStyle, size: number): Paragraph {
  const fromRight = readsFromRight(text);
  const { RTL, LTR } = skia.TextDirection;
  const builder = skia.ParagraphBuilder.MakeFromFontCollection(
    new skia.ParagraphStyle({
      textDirection: fromRight ? RTL : LTR,
      textAlign: skia.TextAlign.Left,
      disableHinting: true,
      applyRoundingHack: false,
      textStyle: {
        color: skia.parseColorString(colour),
        fontFamilies: fontsFor(text, face),
        fontSize: size,
        fontVariations: [
          { axis: 'wght', value: weight },
          { axis: 'opsz', value: 60 },
        ],
        letterSpacing: fromRight ? 0 : spacingEm * size, // letters of Arabic are joined
      },
    }),
    fonts,
  );
  builder.addText(text);
  const paragraph = keep(builder.build(), 'a paragraph');
  builder.delete();
  return paragraph;
}

/** Balanced lines, or undefined when they are too many or a word is wider than the box. */
function linesAt(text: string, request: TextRequest, size: number): string[] | undefined {
  const paragraph = trial(text, request);
  const wholeLines = (width: number): string[] | undefined => {
    const lines = linesOf(text, paragraph, width);
    const breaksWord = !UNSPACED.test(text) && lines.join(' ') !== text;
    return breaksWord || paragraph.getLongestLine() > width ? undefined : lines;
  };
  const widest = (request.maximumWidth / size) * TRIAL_SIZE;
  const most = Math.min(request.maximumLines, Math.floor(request.maximumHeight / (request.lineHeight * size)));
  let best = wholeLines(widest);
  const count = best?.length ?? 0;
  if (count > most) return undefined;
  let [tooNarrow, wideEnough] = [widest / 3, widest];
  for (let round = 0; best && round < 8; round += 1) {
    const middle = (tooNarrow + wideEnough) / 2;
    const lines = wholeLines(middle);
    if (lines && lines.length <= count) [best, wideEnough] = [lines, middle];
    else tooNarrow = middle;
  }
  return best;
}

function linesOf(text: string, paragraph: Paragraph, width: number): string[] {
  paragraph.layout(width);
  return paragraph.getLineMetrics().map((line) => text.slice(line.startIndex, line.endExcludingWhitespaces).trim());
}

const trials = new WeakMap<TextRequest, { text: string; paragraph: Paragraph }>();

/** The text set at the trial size, once for all sizes that are tried. */
function trial(text: string, request: TextRequest): Paragraph {
  const known = trials.get(request);
  if (known?.text === text) return known.paragraph;
  const paragraph = set(text, request, TRIAL_SIZE);
  trials.set(request, { text, paragraph });
  return paragraph;
}

/** At the smallest size: words that are too wide are broken anywhere, and what is left over ends in "…" after a whole word. */
function shortened(text: string, request: TextRequest): string[] {
  const { smallestSize: size, maximumWidth, maximumHeight, maximumLines, lineHeight } = request;
  const width = (maximumWidth / size) * TRIAL_SIZE;
  const most = Math.min(maximumLines, Math.floor(maximumHeight / (lineHeight * size)));
  const words = text.split(' ');
  for (let kept = words.length; kept > 0; kept -= 1) {
    const words_ = words.slice(0, kept).join(' ');
    const candidate = kept === words.length ? words_ : `${words_.replace(/[\s,;:.–-]+$/u, '')}…`;
    const lines = linesOf(candidate, set(candidate, request, TRIAL_SIZE), width);
    if (lines.length <= most) return lines;
    if (kept === 1) return lines.slice(0, most);
  }
  return [];
}

function blockOf(lines: readonly string[], request: TextRequest, size: number): TextBlock {
  const step = request.lineHeight * size;
  const pieces = lines
    .filter((line) => line !== '')
    .map((line, index) => pieceOf(line, request, size, step * (index + BASELINE_SHARE)));
  const fromRight = readsFromRight(lines.join(' '));
  const width = Math.max(0, ...pieces.map((piece) => piece.width));
  const indent = (own: number) => (width - own) * (request.centred ? 0.5 : fromRight ? 1 : 0);
  return {
    lines: pieces.map((piece) => ({ ...piece, x: indent(piece.width) })),
    ...{ size, width, fromRight },
    height: pieces.length * step,
  };
}

function pieceOf(text: string, style: TextStyle, size: number, baseline: number): TextPiece {
  const paragraph = set(text, style, size);
  paragraph.layout(1e6);
  const width = paragraph.getLongestLine();
  paragraph.layout(Math.ceil(width) + 1);
  return { text, x: 0, baseline, width, size, paragraph };
}
