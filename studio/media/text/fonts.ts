/** The type of pictures and films: two families and, for other scripts, Noto, each cut by its package into files of which only those a text needs are read. Nothing outside knows where fonts lie. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Typeface } from 'canvaskit-wasm/full';
import { skia } from '../drawing/skia.ts';

export type FaceName = 'sans' | 'serif';

/** Every package varies in weight; the brand's own ones also in optical size. */
const OWN: Record<FaceName, readonly string[]> = {
  sans: ['inter'],
  serif: ['source-serif-4', 'inter'],
};
/** A package by what Unicode calls its script. */
const NOTO = {
  Arabic: 'arabic',
  Hebrew: 'hebrew',
  Devanagari: 'devanagari',
  Bengali: 'bengali',
  Tamil: 'tamil',
  Thai: 'thai',
  Georgian: 'georgian',
  Armenian: 'armenian',
  Hiragana: 'jp',
  Katakana: 'jp',
  Hangul: 'kr',
  Han: 'sc',
} as const;
const SCRIPTS = Object.entries(NOTO).map(
  ([name, font]) => [new RegExp(`\\p{Script_Extensions=${name}}`, 'u'), font] as const,
);

type Subset = readonly [file: string, ranges: readonly (readonly [first: number, last: number])[]];

const require = createRequire(import.meta.url);
const subsetsOf = new Map<string, readonly Subset[]>();
const typefaces = new Map<string, Typeface>();
const provider = skia.TypefaceFontProvider.Make();

/** Every font that was asked for, by the name of its file. */
export const fontProvider = provider;

/** The files that draw a text, loaded, in the order in which Skia is to try them. */
export function fontsFor(text: string, name: FaceName): string[] {
  const signs = new Set(text);
  const files = new Set(['a', ...signs].flatMap((sign) => filesFor(sign, text, name)));
  for (const file of files) {
    if (typefaces.has(file)) continue;
    const bytes = new Uint8Array(readFileSync(require.resolve(`@fontsource-variable/${file}`)));
    const typeface = skia.Typeface.MakeTypefaceFromData(bytes.buffer);
    if (!typeface) throw new Error(`The font ${file} cannot be read.`);
    typefaces.set(file, typeface);
    provider.registerFont(bytes, file);
  }
  return [...files];
}

/** True when one of the files can draw the whole grapheme; signs that are never seen count as drawn. */
export const canDraw = (grapheme: string, files: readonly string[]): boolean => {
  const signs = grapheme.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  return (
    signs !== '' &&
    files.some((file) =>
      typefaces
        .get(file)
        ?.getGlyphIDs(signs)
        .every((glyph) => glyph !== 0),
    )
  );
};

/** Of the own families where they have the sign, else of the Noto package for its script; none for emoji and rare scripts. */
function filesFor(sign: string, text: string, name: FaceName): string[] {
  const point = sign.codePointAt(0) ?? 0;
  const holding = (font: string) =>
    subsets(font).flatMap(([file, ranges]) =>
      ranges.some(([first, last]) => point >= first && point <= last) ? file : [],
    );
  const own = OWN[name].flatMap(holding);
  if (own.length > 0) return own;
  const script = SCRIPTS.find(([pattern]) => pattern.test(sign))?.[1];
  return script ? holding(`noto-sans-${script === 'sc' ? hanOf(text) : script}`) : [];
}

/** Chinese characters look Japanese beside kana and Korean beside hangul. */
function hanOf(text: string): string {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'jp';
  return /\p{Script=Hangul}/u.test(text) ? 'kr' : 'sc';
}

/** `unicode.json` of a package: subset to "U+600-6ff,U+750"; numbered subsets are written in brackets. */
function subsets(font: string): readonly Subset[] {
  const known = subsetsOf.get(font);
  if (known) return known;
  const axis = font.startsWith('noto') ? 'wght' : 'opsz';
  const written: unknown = JSON.parse(
    readFileSync(require.resolve(`@fontsource-variable/${font}/unicode.json`), 'utf8'),
  );
  const read = Object.entries(written ?? {}).map(([subset, ranges]): Subset => {
    const file = `${font}/files/${font}-${subset.replace(/[[\]]/g, '')}-${axis}-normal.woff2`;
    return [file, String(ranges).split(',').map(readRange)];
  });
  subsetsOf.set(font, read);
  return read;
}

function readRange(written: string): readonly [number, number] {
  const [first = '', last = first] = written.replace('U+', '').split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}
