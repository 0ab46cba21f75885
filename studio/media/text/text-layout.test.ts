import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type FaceName, fontFiles } from './faces.ts';
import { drawLines, placeLines } from './place-text.ts';
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
  const box = new Resvg(svg, { font: { fontBuffers: fontFiles() } }).getBBox();
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
    const drawn = placeLines(block, 0, 0, 500, false).map((line) => drawnRight(drawLines([line], block, '#000')));
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

  it('leaves out emoji and scripts the face cannot draw', () => {
    expect(
      layOutText(request('Pain 🥐 frais'))
        .lines.map((line) => line.text)
        .join(' '),
    ).toBe('Pain frais');
    expect(layOutText(request('面包')).lines).toEqual([]);
  });
});
