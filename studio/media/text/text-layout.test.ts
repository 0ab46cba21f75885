import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type FaceName, loadFaces } from './faces.ts';
import { drawLines, placeLines } from './place-text.ts';
import { shapeText } from './shape-text.ts';
import { layOutText, type TextRequest } from './text-layout.ts';

const request = (text: string, face: FaceName = 'sansHeavy'): TextRequest => ({
  text,
  face,
  maximumWidth: 500,
  maximumHeight: 320,
  maximumLines: 5,
  largestSize: 90,
  smallestSize: 20,
  lineHeight: 1.08,
  spacingEm: -0.02,
});

const HEADLINES = [
  'Oh',
  'L’été à Île-de-Ré : où ça ?',
  'Anticonstitutionnellement',
  'Le pain qui réveille la Croix-Rousse, tous les jours',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  'AVATAR Wayward Type To Yield Kerning Fi ffl',
];

beforeAll(async () => {
  await initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
});

/** The right edge of what is really drawn, in pixels. */
function drawnRight(svgText: string): number {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="800">${svgText}</svg>`;
  const box = new Resvg(svg).getBBox();
  return box ? box.x + box.width : 0;
}

describe('layOutText', () => {
  it.each(
    HEADLINES.flatMap(
      (text) =>
        [
          ['sansHeavy', text],
          ['serifHeavy', text],
        ] as const,
    ),
  )('never draws %s "%s" beyond its box', (face, text) => {
    const block = layOutText(request(text, face));
    const drawn = placeLines(block, 0, 0, 500, false).map((line) => drawnRight(drawLines([line], '#000')));
    expect(Math.max(...drawn)).toBeGreaterThan(0);
    expect(Math.max(...drawn)).toBeLessThanOrEqual(500);
  });

  it('keeps every measured line and the whole block inside, for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 120, unit: 'grapheme' }),
        fc.integer({ min: 60, max: 700 }),
        (text, maximumWidth) => {
          const block = layOutText({ ...request(text), maximumWidth });
          expect(block.width).toBeLessThanOrEqual(maximumWidth);
          expect(block.height).toBeLessThanOrEqual(320);
          expect(block.lines.length).toBeLessThanOrEqual(5);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('sets short text larger than long text', () => {
    expect(layOutText(request('Oh')).size).toBeGreaterThan(layOutText(request(HEADLINES[3] ?? '')).size);
  });

  it('ends in an ellipsis what cannot fit at the smallest size', () => {
    const block = layOutText({ ...request('beaucoup trop de mots '.repeat(40)), maximumLines: 2 });
    expect(block.lines.at(-1)?.text).toMatch(/…$/);
  });

  it('balances lines, so that no word is left alone', () => {
    const { lines } = layOutText({
      ...request('Grow something better for all of us'),
      maximumLines: 2,
      largestSize: 44,
    });
    const widths = lines.map((line) => line.width);
    expect(lines).toHaveLength(2);
    expect(Math.min(...widths) / Math.max(...widths)).toBeGreaterThan(0.6);
  });

  it('leaves out emoji, and draws other scripts once their fonts are there', async () => {
    const words = (text: string) =>
      layOutText(request(text))
        .lines.map((line) => line.text)
        .join(' ');
    expect(words('Pain 🥐 frais')).toBe('Pain frais');
    expect(words('\u{10330}\u{10331}')).toBe(''); // Gothic: no package draws it
    await loadFaces(['面包']);
    expect(words('面包 🥐')).toBe('面包');
  });

  it('sets a name of eighty letters whole', () => {
    const name = 'Société coopérative d’intérêt collectif des maraîchers biologiques de Loire-Sud';
    const { lines } = layOutText({ ...request(name), maximumWidth: 400 });
    expect(lines.map((line) => line.text).join(' ')).toBe(name);
  });

  it('splits a word that is too wide between graphemes only', () => {
    const { lines } = layOutText({
      ...request('éé'.repeat(60).normalize('NFD')),
      maximumWidth: 120,
      maximumHeight: 2000,
      maximumLines: 60,
    });
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line.text.replace('-', '')).toMatch(/^é+$/u);
  });

  it('joins Arabic letters and reads them from the right', async () => {
    const [word, letters] = ['خبز', 'خ ب ز'];
    await loadFaces([word, 'מאה']);
    const block = layOutText(request(word));
    expect(block.fromRight).toBe(true);
    expect(placeLines(block, 0, 0, 500, false)[0]?.x).toBeGreaterThan(0);
    const glyphs = (text: string) => shapeText(text, 'sans').glyphs.map(({ glyph }) => glyph);
    const alone = glyphs(letters);
    expect(glyphs(word).filter((glyph) => !alone.includes(glyph))).not.toEqual([]); // joined forms
    expect(glyphs('abc מאה').slice(-3)).toEqual(glyphs('מאה'));
  });
});
