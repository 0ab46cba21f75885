// A brand's colours, from its brief: for its pictures, its films and its dossier. The same brief always gives the same ones, and words in
// them can always be read. Pure.
import { firstReadable, fromOklch, type Oklch, readable, toOklch } from './colour.ts';

/** All `#rrggbb`. `ink` on `background` and `onPrimary` on `primary` reach WCAG AA (4.5 : 1). */
export interface Palette {
  primary: string;
  secondary: string;
  accent: string;
  background: string;
  surface: string;
  ink: string;
  onPrimary: string;
}

type Triple = readonly [lightness: number, chroma: number, hue: number];

/** The primary; degrees from its hue to that of the secondary; the accent. Colours that hold together in print. */
const MOODS: readonly [Mood, ...Mood[]] = [
  [[0.52, 0.15, 40], 32, [0.83, 0.14, 85]],
  [[0.47, 0.18, 268], -48, [0.82, 0.14, 75]],
  [[0.48, 0.1, 205], -38, [0.8, 0.13, 40]],
  [[0.44, 0.11, 152], -34, [0.86, 0.15, 100]],
  [[0.47, 0.15, 8], 48, [0.85, 0.1, 62]],
  [[0.42, 0.13, 256], -88, [0.84, 0.14, 150]],
  [[0.47, 0.17, 300], -50, [0.85, 0.14, 90]],
  [[0.55, 0.19, 30], 34, [0.87, 0.16, 95]],
  [[0.5, 0.12, 232], -36, [0.82, 0.14, 62]],
  [[0.42, 0.07, 185], 150, [0.8, 0.13, 60]],
];
type Mood = readonly [primary: Triple, secondaryTurn: number, accent: Triple];

/** Beginnings of words, French and English, accents removed; the first tone that is named counts. */
const TONES: readonly Tone[] = [
  { words: 'nuit night sombre dark myster', chroma: 1, lightness: 0.12, dark: true },
  { words: 'lux premium elegan raffin sophisti prestig exclusi', chroma: 0.8, lightness: 0.16, dark: true },
  { words: 'solen grave dign recueil', chroma: 0.5, lightness: -0.06 },
  { words: 'fun ludi playful joy festi audaci bold dynami energ vibran jeune young malici', chroma: 1.25, lightness: 0.03 },
  { words: 'calm doux douc soft serein gentle zen natur apais chaleur warm', chroma: 0.85, lightness: 0.02 },
  { words: 'profess serieu serious expert corporate institution trust confian sobre', chroma: 0.88, lightness: -0.04 },
]; // biome-ignore format: a table
interface Tone {
  words: string;
  /** A factor of the primary's chroma, and what is added to its lightness. */
  chroma: number;
  lightness: number;
  dark?: boolean;
}

const COLOUR_NAMES = new Map(
  Object.entries({
    '#c62f2f': 'rouge red',
    '#2456c9': 'bleu blue',
    '#17305f': 'marine navy',
    '#2f7d4f': 'vert green',
    '#f2c230': 'jaune yellow',
    '#ee7b2d': 'orange',
    '#6b3fc0': 'violet violette purple',
    '#e3739b': 'rose pink',
    '#7a4a2b': 'brun marron brown',
    '#d9c3a0': 'beige',
    '#c9a24b': 'or gold',
    '#1c1c20': 'noir black',
    '#f6f4f0': 'blanc blanche white',
    '#7b8190': 'gris grey gray',
    '#21a6a0': 'turquoise',
    '#1d7f84': 'teal',
  }).flatMap(([hex, names]) => names.split(' ').map((name) => [name, hex] as const)),
);

interface BrandWords {
  brandName: string;
  tone: string;
  /** More words of the brief in which colours may be named, such as the brand's values. */
  words?: string | undefined;
}

/** The brand's palette. Colours that the words name (`#rgb`, `#rrggbb`, or "bleu marine" and the like in French and English) take the places of primary, secondary and accent in turn. */
export function brandPalette({ brandName, tone, words = '' }: BrandWords): Palette {
  const hash = hashText(brandName);
  const [base, secondaryTurn, accentBase] = MOODS[hash % MOODS.length] ?? MOODS[0];
  const told = toneIn(tone);
  const [first, second, third] = coloursIn(`${tone} ${words}`);
  const suggested: Oklch = {
    lightness: base[0] + (told?.lightness ?? 0),
    chroma: base[1] * (told?.chroma ?? 1),
    hue: base[2] + ((hash >>> 8) % 17) - 8,
  };
  const primary = first ? toOklch(first) : suggested;
  const isNeutral = first !== undefined && primary.chroma < 0.02;
  const isNight = told?.dark === true;
  const tint = (lightness: number, chroma: number) =>
    fromOklch({ lightness, chroma: isNeutral ? 0.004 : chroma, hue: primary.hue });
  const background = isNight ? tint(0.19, 0.02) : tint(0.975, 0.014);
  const ink = readable(isNight ? tint(0.95, 0.015) : tint(0.24, 0.04), background);
  const primaryHex = first ?? fromOklch(primary);
  return {
    primary: primaryHex,
    secondary: second ?? fromOklch(secondaryOf(primary, secondaryTurn)),
    accent: third ?? fromOklch(accentOf(first ? primary : undefined, accentBase)),
    background,
    surface: isNight ? tint(0.26, 0.025) : tint(0.935, 0.028),
    ink,
    onPrimary: firstReadable(['#ffffff', isNight ? background : ink, '#000000'], primaryHex),
  };
}

function toneIn(text: string): Tone | undefined {
  const spoken = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z]+/);
  return TONES.find(({ words }) => words.split(' ').some((key) => spoken.some((word) => word.startsWith(key))));
}

/** A light accent, at least 60 degrees away from a primary that somebody chose. */
function accentOf(chosen: Oklch | undefined, [lightness, chroma, hue]: Triple): Oklch {
  const accent = { lightness, chroma, hue };
  if (!chosen || chosen.chroma < 0.02) return accent;
  const apart = Math.abs(((hue - chosen.hue + 540) % 360) - 180);
  return apart >= 60 ? accent : { ...accent, hue: chosen.hue + 150 };
}

function secondaryOf(primary: Oklch, turnDegrees: number): Oklch {
  const lightness = primary.lightness < 0.6 ? primary.lightness + 0.14 : primary.lightness - 0.16;
  return { lightness, chroma: primary.chroma * 0.9, hue: primary.hue + turnDegrees };
}

/** Colours that a text names, in order, at most three. */
function coloursIn(text: string): readonly string[] {
  const lower = text.toLowerCase();
  const found = [...lower.matchAll(/#[0-9a-f]{6}\b|#[0-9a-f]{3}\b|\p{L}+/gu)].flatMap(([sign]) => {
    if (sign.startsWith('#')) return sign.length === 7 ? sign : sign.replace(/[0-9a-f]/g, '$&$&');
    // As written, without the plural's s (rouges), without the feminine's e as well (vertes).
    const forms = [sign, sign.replace(/s$/, ''), sign.replace(/es?$/, '')];
    return forms.map((form) => COLOUR_NAMES.get(form)).find((hex) => hex !== undefined) ?? [];
  });
  const distinct = [...new Set(found)];
  // One colour word alone may mean wine, energy or a street: two of them, or a word for colour, mean colours.
  const meansColours = distinct.length > 1 || lower.includes('#') || /coul|colou?r|palette|teinte|charte/.test(lower);
  return meansColours ? distinct.slice(0, 3) : [];
}

/** FNV-1a: 32 bits of a text. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}
