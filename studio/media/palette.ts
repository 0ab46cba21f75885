/** Chooses a brand's colours from its brief: the same brief always gives the same palette, and its text colours are always readable. */
import { firstReadable, fromOklch, type Oklch, READABLE_CONTRAST, readable, toOklch } from './drawing/colour.ts';
import { hashText } from './drawing/seeded-random.ts';
import { type SectorKind, sectorKind } from './sector-kind.ts';
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

interface Temperament {
  primary: Oklch;
  /** Degrees from the primary hue. */
  secondaryTurn: number;
  accent: Oklch;
  dark?: boolean;
}

const temperament = (
  [lightness, chroma, hue]: readonly [number, number, number],
  secondaryTurn: number,
  [accentLightness, accentChroma, accentHue]: readonly [number, number, number],
  dark = false,
): Temperament => ({
  primary: { lightness, chroma, hue },
  secondaryTurn,
  accent: { lightness: accentLightness, chroma: accentChroma, hue: accentHue },
  dark,
});

/** Lightness, chroma, hue: what people expect of the trade, before the brand's name turns it a little. */
const SECTORS: Record<SectorKind, Temperament> = {
  food: temperament([0.52, 0.14, 42], 32, [0.8, 0.15, 82]),
  technology: temperament([0.48, 0.2, 272], -48, [0.78, 0.15, 192]),
  health: temperament([0.52, 0.11, 205], -38, [0.78, 0.13, 30]),
  ecology: temperament([0.46, 0.12, 148], -34, [0.84, 0.16, 98]),
  beauty: temperament([0.5, 0.11, 355], 48, [0.84, 0.09, 62]),
  luxury: temperament([0.74, 0.1, 84], -30, [0.86, 0.07, 92], true),
  finance: temperament([0.42, 0.14, 258], -88, [0.82, 0.16, 162]),
  education: temperament([0.5, 0.18, 292], -40, [0.85, 0.15, 92]),
  sport: temperament([0.56, 0.21, 28], 34, [0.88, 0.19, 118]),
  travel: temperament([0.54, 0.13, 228], -36, [0.8, 0.15, 62]),
  property: temperament([0.45, 0.08, 190], 150, [0.79, 0.12, 66]),
  retail: temperament([0.53, 0.2, 8], 44, [0.82, 0.13, 220]),
  other: temperament([0.52, 0.17, 300], 50, [0.82, 0.14, 75]),
};

const TONES: readonly { keywords: readonly string[]; chromaFactor: number; lightnessShift: number; dark?: boolean }[] =
  [
    {
      keywords: ['lux', 'premium', 'elegan', 'raffin', 'sophisti', 'prestig', 'exclusi'],
      chromaFactor: 0.75,
      lightnessShift: -0.05,
    },
    {
      keywords: [
        'fun',
        'ludi',
        'playful',
        'joy',
        'festi',
        'audaci',
        'bold',
        'dynami',
        'energ',
        'vibran',
        'jeune',
        'young',
      ],
      chromaFactor: 1.2,
      lightnessShift: 0.03,
    },
    {
      keywords: ['calm', 'doux', 'douc', 'soft', 'serein', 'gentle', 'zen', 'natur', 'apais', 'chaleur', 'warm'],
      chromaFactor: 0.8,
      lightnessShift: 0.02,
    },
    {
      keywords: ['profess', 'serieu', 'serious', 'expert', 'corporate', 'institution', 'trust', 'confian', 'sobre'],
      chromaFactor: 0.88,
      lightnessShift: -0.03,
    },
    { keywords: ['myster', 'sombre', 'dark', 'nuit', 'night'], chromaFactor: 1, lightnessShift: 0.12, dark: true },
  ];

const NAMED_COLOURS: Record<string, string> = {
  rouge: '#c62f2f',
  red: '#c62f2f',
  bleu: '#2456c9',
  blue: '#2456c9',
  marine: '#17305f',
  navy: '#17305f',
  vert: '#2f7d4f',
  green: '#2f7d4f',
  jaune: '#f2c230',
  yellow: '#f2c230',
  orange: '#ee7b2d',
  violet: '#6b3fc0',
  purple: '#6b3fc0',
  rose: '#e3739b',
  pink: '#e3739b',
  brun: '#7a4a2b',
  marron: '#7a4a2b',
  brown: '#7a4a2b',
  beige: '#d9c3a0',
  or: '#c9a24b',
  gold: '#c9a24b',
  noir: '#1c1c20',
  black: '#1c1c20',
  blanc: '#f6f4f0',
  white: '#f6f4f0',
  gris: '#7b8190',
  grey: '#7b8190',
  gray: '#7b8190',
  turquoise: '#21a6a0',
  teal: '#1d7f84',
};

/** The brand's palette. `brandColours` (`#rgb`, `#rrggbb` or a plain French or English colour name; others are passed over) take the places of primary, secondary and accent in turn. */
export function brandPalette(input: {
  brandName: string;
  sector: string;
  tone: string;
  brandColours?: readonly string[];
}): Palette {
  const base = SECTORS[sectorKind(input.sector)];
  const tone = TONES.find(({ keywords }) =>
    wordsOf(input.tone).some((word) => keywords.some((key) => word.startsWith(key))),
  );
  const turnDegrees = (hashText(input.brandName) % 29) - 14;
  const [first, second, third] = (input.brandColours ?? []).flatMap(readColour);
  const suggested: Oklch = {
    lightness: base.primary.lightness + (tone?.lightnessShift ?? 0),
    chroma: base.primary.chroma * (tone?.chromaFactor ?? 1),
    hue: base.primary.hue + turnDegrees,
  };
  const primary = first ? toOklch(first) : suggested;
  const accent = { ...base.accent, hue: base.accent.hue + turnDegrees };
  return completed({
    primary: fromOklch(primary),
    secondary: second ?? fromOklch(secondaryOf(primary, base.secondaryTurn)),
    accent: third ?? fromOklch(accent),
    dark: base.dark === true || tone?.dark === true,
    hue: first ? primary.hue : base.primary.hue + turnDegrees,
    neutral: first !== undefined && primary.chroma < 0.02,
  });
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

function readColour(written: string): readonly string[] {
  const text = written.trim().toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(text)) return [text];
  if (/^#[0-9a-f]{3}$/.test(text)) return [`#${[...text.slice(1)].map((digit) => digit + digit).join('')}`];
  const named = wordsOf(text).map((word) => NAMED_COLOURS[word] ?? NAMED_COLOURS[word.replace(/e?s?$/, '')]);
  return named.filter((colour) => colour !== undefined).slice(0, 1);
}
