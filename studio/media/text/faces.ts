/** The type faces of the offline studio, read from font packages when first needed. Nothing outside knows where fonts lie. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as harfbuzz from 'harfbuzzjs';
import decompress from 'woff2-encoder/decompress';
import { notoFiles } from './noto-files.ts';

const FACES = {
  sans: { weight: 500, file: 'inter/500Medium/Inter_500Medium.ttf' },
  sansSemiBold: { weight: 600, file: 'inter/600SemiBold/Inter_600SemiBold.ttf' },
  sansHeavy: { weight: 800, file: 'inter/800ExtraBold/Inter_800ExtraBold.ttf' },
  serif: { weight: 700, file: 'playfair-display/700Bold/PlayfairDisplay_700Bold.ttf' },
  serifHeavy: { weight: 900, file: 'playfair-display/900Black/PlayfairDisplay_900Black.ttf' },
} as const;
export type FaceName = keyof typeof FACES;

/** Inter has Greek and Cyrillic letters that Playfair Display lacks. */
const STAND_IN: Record<FaceName, FaceName> = {
  sans: 'sans',
  sansSemiBold: 'sansSemiBold',
  sansHeavy: 'sansHeavy',
  serif: 'sansSemiBold',
  serifHeavy: 'sansHeavy',
};

export interface Face {
  font: harfbuzz.Font;
  unitsPerEm: number;
  /** SVG path data of each glyph drawn so far, in font units with y up. */
  outlines: Map<number, string>;
}

const require = createRequire(import.meta.url);
const latin = new Map<FaceName, Face>();
/** Files of Noto fonts by path, decompressed; one file serves every weight. */
const notoBytes = new Map<string, Uint8Array>();
const notoFaces = new Map<string, Face>();

/** Loads the fonts of scripts that the brand's own faces lack, for as many of the texts as need them. Call it before layout. */
export async function loadFaces(texts: readonly string[]): Promise<void> {
  const missing = [...new Set(texts.join(''))].filter((sign) => !hasGlyph(face('sans'), sign));
  for (const path of new Set(missing.flatMap((sign) => notoFiles(sign, texts.join(''))))) {
    if (notoBytes.has(path)) continue;
    notoBytes.set(path, await decompress(new Uint8Array(readFileSync(require.resolve(path)))));
  }
}

/** The face that draws all of a grapheme: the wanted one, its stand-in, or a loaded Noto font; undefined when none can. */
export function faceFor(grapheme: string, name: FaceName): Face | undefined {
  const signs = [...grapheme].filter((sign) => !/\p{Default_Ignorable_Code_Point}/u.test(sign));
  if (signs.length === 0) return undefined;
  const able = (candidate: Face) => signs.every((sign) => hasGlyph(candidate, sign));
  const [wanted, standIn] = [face(name), face(STAND_IN[name])];
  if (able(wanted)) return wanted;
  if (able(standIn)) return standIn;
  for (const path of notoBytes.keys()) {
    const candidate = notoFace(path, FACES[name].weight);
    if (able(candidate)) return candidate;
  }
  return undefined;
}

export function face(name: FaceName): Face {
  const known = latin.get(name);
  if (known) return known;
  const loaded = open(new Uint8Array(readFileSync(require.resolve(`@expo-google-fonts/${FACES[name].file}`))));
  latin.set(name, loaded);
  return loaded;
}

function notoFace(path: string, weight: number): Face {
  const key = `${path} ${weight}`;
  const known = notoFaces.get(key);
  if (known) return known;
  const loaded = open(notoBytes.get(path) ?? new Uint8Array());
  loaded.font.setVariations([new harfbuzz.Variation('wght', weight)]);
  notoFaces.set(key, loaded);
  return loaded;
}

function open(bytes: Uint8Array): Face {
  const opened = new harfbuzz.Face(new harfbuzz.Blob(bytes.slice().buffer));
  return { font: new harfbuzz.Font(opened), unitsPerEm: opened.upem, outlines: new Map() };
}

function hasGlyph({ font }: Face, sign: string): boolean {
  return (font.glyph(sign.codePointAt(0) ?? 0) ?? 0) !== 0;
}
