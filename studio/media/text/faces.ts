/** The type faces of the offline studio, read from the font packages once, when first used. Nothing outside knows where fonts lie. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type FontMetrics, readFontMetrics } from './font-metrics.ts';

interface FaceSource {
  family: 'Inter' | 'Playfair Display';
  weight: number;
  file: string;
}

const FACES = {
  sans: { family: 'Inter', weight: 500, file: 'inter/500Medium/Inter_500Medium.ttf' },
  sansSemiBold: { family: 'Inter', weight: 600, file: 'inter/600SemiBold/Inter_600SemiBold.ttf' },
  sansHeavy: { family: 'Inter', weight: 800, file: 'inter/800ExtraBold/Inter_800ExtraBold.ttf' },
  serif: {
    family: 'Playfair Display',
    weight: 700,

    file: 'playfair-display/700Bold/PlayfairDisplay_700Bold.ttf',
  },
  serifHeavy: {
    family: 'Playfair Display',
    weight: 900,

    file: 'playfair-display/900Black/PlayfairDisplay_900Black.ttf',
  },
} as const satisfies Record<string, FaceSource>;

export type FaceName = keyof typeof FACES;

interface LoadedFace {
  bytes: Uint8Array;
  metrics: FontMetrics;
}

const loaded = new Map<FaceName, LoadedFace>();

/** The font files, for the renderer. */
export function fontFiles(): Uint8Array[] {
  return faceNames().map((name) => load(name).bytes);
}

/** The SVG attributes that select the face. */
export function faceAttributes(name: FaceName): string {
  const { family, weight } = FACES[name];
  return `font-family="${family}" font-weight="${weight}"`;
}

/** The width in pixels of one line of text; `spacingEm` is added after every character. */
export function measure(text: string, name: FaceName, sizePixels: number, spacingEm = 0): number {
  return (load(name).metrics.advance(text) + spacingEm * [...text].length) * sizePixels;
}

/** The text without the characters the face has no glyph for (emoji, other scripts), spaces tidied up. */
export function drawable(text: string, name: FaceName): string {
  const { metrics } = load(name);
  const kept = [...text].filter((character) => metrics.has(character.codePointAt(0) ?? 0)).join('');
  return kept.replace(/ {2,}/g, ' ').trim();
}

function faceNames(): FaceName[] {
  return Object.keys(FACES).filter((name): name is FaceName => name in FACES);
}

function load(name: FaceName): LoadedFace {
  const known = loaded.get(name);
  if (known) return known;
  const path = createRequire(import.meta.url).resolve(`@expo-google-fonts/${FACES[name].file}`);
  const bytes = new Uint8Array(readFileSync(path));
  const face = { bytes, metrics: readFontMetrics(bytes) };
  loaded.set(name, face);
  return face;
}
