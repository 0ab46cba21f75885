/** Chooses a brand's colours from its brief: the same brief always gives the same palette, and its text colours are always readable. */
import { firstReadable, fromOklch, type Oklch, READABLE_CONTRAST, readable, toOklch } from './drawing/colour.ts';
import { hashText } from './drawing/seeded-random.ts';
import { wordsOf } from './text/clean-text.ts';

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

/** Lightness, chroma, hue of the primary; degrees to the secondary hue; lightness, chroma, hue of the accent. Pairs that hold together in print. */
const MOODS: readonly [Mood, ...Mood[]] = [
  mood([0.52, 0.15, 40], 32, [0.83, 0.14, 85]),
  mood([0.47, 0.18, 268], -48, [0.82, 0.14, 75]),
  mood([0.48, 0.1, 205], -38, [0.8, 0.13, 40]),
  mood([0.44, 0.11, 152], -34, [0.86, 0.15, 100]),
  mood([0.47, 0.15, 8], 48, [0.85, 0.1, 62]),
  mood([0.42, 0.13, 256], -88, [0.84, 0.14, 150]),
  mood([0.47, 0.17, 300], -50, [0.85, 0.14, 90]),
  mood([0.55, 0.19, 30], 34, [0.87, 0.16, 95]),
  mood([0.5, 0.12, 232], -36, [0.82, 0.14, 62]),
  mood([0.42, 0.07, 185], 150, [0.8, 0.13, 60]),
];

interface Mood {
  primary: Oklch;
  /** Degrees from the primary hue. */
  secondaryTurn: number;
  accent: Oklch;
}
type Triple = readonly [lightness: number, chroma: number, hue: number];

function mood(primary: Triple, secondaryTurn: number, accent: Triple): Mood {
  const colour = ([lightness, chroma, hue]: Triple): Oklch => ({ lightness, chroma, hue });
  return { primary: colour(primary), secondaryTurn, accent: colour(accent) };
}

interface Tone {
  keywords: string;
  chromaFactor: number;
  lightnessShift: number;
  dark?: boolean;
}
/** Beginnings of words, French and English, accents removed; the first tone that is named counts. */
const TONES: readonly Tone[] = [
  { keywords: 'nuit night sombre dark myster', chromaFactor: 1, lightnessShift: 0.12, dark: true },
  {
    keywords: 'lux premium elegan raffin sophisti prestig exclusi',
    chromaFactor: 0.8,
    lightnessShift: 0.16,
    dark: true,
  },
  { keywords: 'solen grave digni recueil', chromaFactor: 0.5, lightnessShift: -0.06 },
  {
    keywords: 'fun ludi playful joy festi audaci bold dynami energ vibran jeune young malici',
    chromaFactor: 1.25,
    lightnessShift: 0.03,
  },
  {
    keywords: 'calm doux douc soft serein gentle zen natur apais chaleur warm',
    chromaFactor: 0.85,
    lightnessShift: 0.02,
  },
  {
    keywords: 'profess serieu serious expert corporate institution trust confian sobre',
    chromaFactor: 0.88,
    lightnessShift: -0.04,
  },
];

const COLOUR_NAMES = [
  ['#c62f2f', 'rouge red'],
  ['#2456c9', 'bleu blue'],
  ['#17305f', 'marine navy'],
  ['#2f7d4f', 'vert green'],
  ['#f2c230', 'jaune yellow'],
  ['#ee7b2d', 'orange'],
  ['#6b3fc0', 'violet purple'],
  ['#e3739b', 'rose pink'],
  ['#7a4a2b', 'brun marron brown'],
  ['#d9c3a0', 'beige'],
  ['#c9a24b', 'or gold'],
  ['#1c1c20', 'noir black'],
  ['#f6f4f0', 'blanc white'],
  ['#7b8190', 'gris grey gray'],
  ['#21a6a0', 'turquoise'],
  ['#1d7f84', 'teal'],
] as const;
const NAMED_COLOURS = new Map(
  COLOUR_NAMES.flatMap(([hex, names]) => names.split(' ').map((name) => [name, hex] as const)),
);

/** The brand's palette. Colours that the words name (`#rgb`, `#rrggbb`, or "bleu marine" and the like in French and English) take the places of primary, secondary and accent in turn. */
export function brandPalette({ brandName, tone, words = '' }: BrandWords): Palette {
  const hash = hashText(brandName);
  const base = MOODS[hash % MOODS.length] ?? MOODS[0];
  const spoken = wordsOf(tone);
  const told = TONES.find(({ keywords }) =>
    keywords.split(' ').some((key) => spoken.some((word) => word.startsWith(key))),
  );
  const [first, second, third] = coloursIn(`${tone} ${words}`);
  const turnDegrees = ((hash >>> 8) % 17) - 8;
  const suggested: Oklch = {
    lightness: base.primary.lightness + (told?.lightnessShift ?? 0),
    chroma: base.primary.chroma * (told?.chromaFactor ?? 1),
    hue: base.primary.hue + turnDegrees,
  };
  const primary = first ? toOklch(first) : suggested;
  return completed({
    primary: first ?? fromOklch(primary),
    secondary: second ?? fromOklch(secondaryOf(primary, base.secondaryTurn)),
    accent: third ?? fromOklch(first ? accentOf(primary, base.accent) : base.accent),
    dark: told?.dark === true,
    hue: primary.hue,
    neutral: first !== undefined && primary.chroma < 0.02,
  });
}

interface BrandWords {
  brandName: string;
  tone: string;
  /** More words of the brief in which colours may be named, such as the brand's values. */
  words?: string;
}

/** A light accent at least 60 degrees away from a colour that somebody chose. */
function accentOf(primary: Oklch, accent: Oklch): Oklch {
  const apart = Math.abs(((accent.hue - primary.hue + 540) % 360) - 180);
  return apart >= 60 || primary.chroma < 0.02 ? accent : { ...accent, hue: primary.hue + 150 };
}

function secondaryOf(primary: Oklch, turnDegrees: number): Oklch {
  const lightness = primary.lightness < 0.6 ? primary.lightness + 0.14 : primary.lightness - 0.16;
  return { lightness, chroma: primary.chroma * 0.9, hue: primary.hue + turnDegrees };
}

function completed(choice: {
  primary: string;
  secondary: string;
  accent: string;
  dark: boolean;
  hue: number;
  neutral: boolean;
}): Palette {
  const { primary, secondary, accent, dark, hue } = choice;
  const tint = (lightness: number, chroma: number) =>
    fromOklch({ lightness, chroma: choice.neutral ? 0.004 : chroma, hue });
  const background = dark ? tint(0.19, 0.02) : tint(0.975, 0.014);
  const surface = dark ? tint(0.26, 0.025) : tint(0.935, 0.028);
  const ink = readable(dark ? tint(0.95, 0.015) : tint(0.24, 0.04), background, READABLE_CONTRAST);
  const onPrimary = firstReadable(['#ffffff', dark ? background : ink, '#000000'], primary);
  return { primary, secondary, accent, background, surface, ink, onPrimary };
}

/** Colours that a text names, in order, at most three. */
function coloursIn(text: string): readonly string[] {
  const lower = text.toLowerCase();
  const speaksOfColours = /coul|colou?r|palette|teinte|charte/.test(lower);
  const found = [...lower.matchAll(/#[0-9a-f]{6}\b|#[0-9a-f]{3}\b|\p{L}+/gu)].flatMap(([sign]) => {
    if (sign.startsWith('#'))
      return [sign.length === 7 ? sign : `#${[...sign.slice(1)].map((digit) => digit + digit).join('')}`];
    const named = ['', 's', 'e', 'es'].flatMap((end) =>
      sign.endsWith(end) ? (NAMED_COLOURS.get(sign.slice(0, sign.length - end.length)) ?? []) : [],
    );
    return named.slice(0, 1);
  });
  const distinct = [...new Set(found)];
  // One colour word alone may mean wine, energy or a street: two of them, or a word for colour, mean colours.
  return speaksOfColours || distinct.length > 1 || lower.includes('#') ? distinct.slice(0, 3) : [];
}
