import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createSheet, release } from '../drawing/skia.ts';
import { JOINER } from './clean-text.ts';
import type { FaceName } from './fonts.ts';
import { drawPieces, layOutText, type TextRequest, wordsOf } from './text-block.ts';

const request = (text: string, face: FaceName = 'sans'): TextRequest => ({
  text,
  face,
  weight: 800,
  colour: '#000000',
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

afterEach(release);

/** The columns in which something is drawn. */
function drawnColumns(draw: TextRequest): number[] {
  const sheet = createSheet(700, 400);
  drawPieces(sheet.pen, layOutText(draw).lines, 100, 40);
  const pixels = sheet.pixels();
  return Array.from({ length: 700 }, (_, x) => x).filter((x) =>
    Array.from({ length: 400 }, (_, y) => pixels[(y * 700 + x) * 4 + 3]).some((alpha) => (alpha ?? 0) > 8),
  );
}

const textOf = (draw: TextRequest): string =>
  layOutText(draw)
    .lines.map((line) => line.text.replaceAll(JOINER, ''))
    .join(' ');

describe('layOutText', () => {
  it.each(HEADLINES.flatMap((text) => [['sans', text] as const, ['serif', text] as const]))(
    'never draws %s "%s" beyond its box',
    (face, text) => {
      const columns = drawnColumns(request(text, face));
      expect(columns[0]).toBeGreaterThanOrEqual(93); // the hat of Î reaches over its stem
      expect(columns.at(-1)).toBeGreaterThan(100);
      expect(columns.at(-1)).toBeLessThanOrEqual(603);
    },
  );

  it('keeps every measured line and the whole block inside, for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 120, unit: 'grapheme' }),
        fc.integer({ min: 60, max: 700 }),
        (text, maximumWidth) => {
          const block = layOutText({ ...request(text), maximumWidth });
          release();
          expect(block.width).toBeLessThanOrEqual(maximumWidth + 0.5);
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
    expect(block.lines.at(-1)?.text).toMatch(/(beaucoup|trop|de|mots)…$/);
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

  it.each([
    'Atelier Morel-Vaucher',
    'Rendez-vous à la Croix-Rousse dès aujourd’hui',
    'Rentrée 2026/2027 : maison-lumiere vous attend',
  ])('breaks "%s" between words only', (text) => {
    expect(textOf({ ...request(text), maximumWidth: 300, largestSize: 64 })).toBe(text.replace(' : ', '\u00a0: '));
  });

  it('leaves out what no font draws, and draws other scripts', () => {
    expect(textOf(request('Pain 🥐 frais'))).toBe('Pain frais');
    expect(textOf(request('\u{10330}\u{10331}'))).toBe(''); // Gothic: no package draws it
    expect(textOf(request('面包 🥐'))).toBe('面包');
  });

  it('sets a name of eighty letters whole', () => {
    const name = 'Société coopérative d’intérêt collectif des maraîchers biologiques de Loire-Sud';
    expect(textOf({ ...request(name), maximumWidth: 400 })).toBe(name);
  });

  it('splits a word that is too wide between graphemes only', () => {
    const { lines } = layOutText({
      ...request('éé'.repeat(60).normalize('NFD')),
      ...{ maximumWidth: 120, maximumHeight: 2000, maximumLines: 60 },
    });
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line.text).toMatch(/^é+$/u);
  });

  it('joins Arabic letters and reads them from the right', () => {
    const block = layOutText({ ...request('خبز طازج كل صباح'), maximumWidth: 200 });
    expect(block.fromRight).toBe(true);
    expect(block.lines.length).toBeGreaterThan(1);
    for (const line of block.lines) expect(line.x + line.width).toBeCloseTo(block.width, 3);
    // Joined, three letters are narrower than one by one.
    const widthOf = (text: string) => layOutText({ ...request(text), smallestSize: 89 }).width;
    expect(widthOf('خبز')).toBeLessThan(widthOf('خ') + widthOf('ب') + widthOf('ز'));
  });

  it('knows where each word of a line stands, and keeps a line read from the right whole', () => {
    const style = request('Le pain frais');
    const [line] = layOutText(style).lines;
    if (!line) throw new Error('a line is needed');
    const words = wordsOf(line, style);
    expect(words.map((word) => word.text)).toEqual(['Le', 'pain', 'frais']);
    expect(words[0]?.x).toBeCloseTo(line.x, 3);
    const end = (words.at(-1)?.x ?? 0) + (words.at(-1)?.width ?? 0);
    expect(Math.abs(end - line.x - line.width)).toBeLessThan(line.size * 0.05);
    const arabic = request('خبز طازج');
    const [whole] = layOutText(arabic).lines;
    expect(whole && wordsOf(whole, arabic)).toHaveLength(1);
  });
});
