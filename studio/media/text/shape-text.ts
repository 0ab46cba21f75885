/** Turns a line of text into placed glyphs: bidirectional order, joined and stacked letters, kerning. Sizes are in em; knows no drawing. */
import bidiModule, { type Bidi } from 'bidi-js';
import * as harfbuzz from 'harfbuzzjs';
import { graphemesOf } from '../../../shared/contracts/graphemes.ts';
import { round } from '../drawing/paint.ts';
import { type Face, type FaceName, faceFor } from './faces.ts';

interface PlacedGlyph {
  face: Face;
  glyph: number;
  /** Em from the left end of the line, and above the baseline. */
  x: number;
  y: number;
}

export interface ShapedText {
  glyphs: readonly PlacedGlyph[];
  /** Em. */
  width: number;
}

interface Run {
  text: string;
  face: Face;
  level: number;
}

/** The types of the package say where its factory would be without Node: here the module is the factory. */
const bidi = (bidiModule as unknown as () => Bidi)();
const shaped = new Map<string, ShapedText>();
/** Layout tries the same words at many sizes; a campaign's words are a few thousand at most. */
const MOST_KEPT = 5000;

/** The text without the graphemes that no loaded face can draw (emoji, signs of other scripts), spaces tidied up. */
export function drawable(text: string, name: FaceName): string {
  const kept = graphemesOf(text).filter((grapheme) => faceFor(grapheme, name) !== undefined);
  return kept.join('').replace(/ {2,}/g, ' ').trim();
}

/** True for text that is read from the right. */
export function readsFromRight(text: string): boolean {
  return bidi.getEmbeddingLevels(text).paragraphs[0]?.level === 1;
}

/** `spacingEm` is added after every grapheme. */
export function shapeText(text: string, name: FaceName, spacingEm = 0): ShapedText {
  const key = `${name} ${spacingEm} ${text}`;
  const known = shaped.get(key);
  if (known) return known;
  if (shaped.size > MOST_KEPT) shaped.clear();
  const result = shapeRuns(visualRuns(text, name), spacingEm);
  shaped.set(key, result);
  return result;
}

/** SVG of the shaped text with its left end on the baseline at (x, y): outlines only, so no letter of it can be read as markup. */
export function drawGlyphs({ glyphs }: ShapedText, x: number, y: number, size: number, colour: string): string {
  const paths = glyphs.map(({ face, glyph, x: left, y: up }) => {
    const outline = outlineOf(face, glyph);
    if (outline === '') return '';
    const scale = size / face.unitsPerEm;
    return `<path d="${outline}" transform="matrix(${precise(scale)} 0 0 ${precise(-scale)} ${round(x + left * size)} ${round(y - up * size)})"/>`;
  });
  return `<g fill="${colour}">${paths.join('')}</g>`;
}

function outlineOf(face: Face, glyph: number): string {
  const known = face.outlines.get(glyph);
  if (known !== undefined) return known;
  const outline = face.font.glyphToPath(glyph);
  face.outlines.set(glyph, outline);
  return outline;
}

/** Stretches of one face and one direction, in the order in which they stand on the line. */
function visualRuns(text: string, name: FaceName): Run[] {
  const levels = bidi.getEmbeddingLevels(text).levels;
  const runs: Run[] = [];
  let index = 0;
  for (const grapheme of graphemesOf(text)) {
    const face = faceFor(grapheme, name);
    const level = levels[index] ?? 0;
    index += grapheme.length;
    const last = runs.at(-1);
    if (!face) continue;
    // A space may belong to a run of any face.
    if (last && last.level === level && (last.face === face || grapheme === ' ')) last.text += grapheme;
    else runs.push({ text: grapheme, face, level });
  }
  return reordered(runs);
}

/** Rule L2 of the Unicode bidirectional algorithm, by runs: from the highest level down, turn every sequence of at least that level. */
function reordered(runs: Run[]): Run[] {
  let order = runs;
  for (let level = Math.max(0, ...runs.map((run) => run.level)); level > 0; level -= 1) {
    const next: Run[] = [];
    for (let start = 0; start < order.length; ) {
      let end = start;
      while (end < order.length && (order[end]?.level ?? 0) >= level) end += 1;
      if (end > start) next.push(...order.slice(start, end).reverse());
      else next.push(...order.slice(start, ++end));
      start = end;
    }
    order = next;
  }
  return order;
}

function shapeRuns(runs: readonly Run[], spacingEm: number): ShapedText {
  const glyphs: PlacedGlyph[] = [];
  let pen = 0;
  for (const { text, face, level } of runs) {
    const buffer = new harfbuzz.Buffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    buffer.setDirection(level % 2 === 1 ? harfbuzz.Direction.RTL : harfbuzz.Direction.LTR);
    harfbuzz.shape(face.font, buffer);
    const em = face.unitsPerEm;
    const spacing = level % 2 === 1 ? 0 : spacingEm; // letters of Arabic are joined
    let cluster = -1;
    for (const glyph of buffer.getGlyphInfosAndPositions()) {
      if (cluster !== -1 && glyph.cluster !== cluster) pen += spacing;
      cluster = glyph.cluster;
      glyphs.push({ face, glyph: glyph.codepoint, x: pen + (glyph.xOffset ?? 0) / em, y: (glyph.yOffset ?? 0) / em });
      pen += (glyph.xAdvance ?? 0) / em;
    }
    pen += spacingEm;
  }
  return { glyphs, width: Math.max(0, pen - spacingEm) };
}

/** Enough digits that a glyph of 2,000 units stays exact to a hundredth of a pixel. */
function precise(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
