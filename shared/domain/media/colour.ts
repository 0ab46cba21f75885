// Colours by perceptual lightness, chroma and hue (OKLCH), and the contrast of WCAG. Knows no brand and no picture. Pure.
import { type Oklch as CuloriOklch, clampChroma, converter, formatHex, interpolate, wcagContrast } from 'culori';

export interface Oklch {
  /** 0 (black) to 1 (white). */
  lightness: number;
  /** 0 (grey) to about 0.3 (vivid). */
  chroma: number;
  /** Degrees. */
  hue: number;
}

/** WCAG 2.2 AA for text of ordinary size. */
export const READABLE_CONTRAST = 4.5;

const oklch = converter('oklch');

/** The nearest displayable `#rrggbb`: chroma is given up before lightness and hue are. */
export function fromOklch({ lightness, chroma, hue }: Oklch): string {
  const colour: CuloriOklch = { mode: 'oklch', l: Math.min(1, Math.max(0, lightness)), c: Math.max(0, chroma), h: hue };
  return formatHex(clampChroma(colour, 'oklch'));
}

export function toOklch(hex: string): Oklch {
  const { l, c, h = 0 } = oklch(hex) ?? { l: 0, c: 0 };
  return { lightness: l, chroma: c, hue: h };
}

export const isDark = (hex: string): boolean => toOklch(hex).lightness < 0.55;

/** The same hue at another lightness (0–1); `chromaFactor` mutes (<1) or strengthens (>1) it. */
export function shade(hex: string, lightness: number, chromaFactor = 1): string {
  const colour = toOklch(hex);
  return fromOklch({ ...colour, lightness, chroma: colour.chroma * chromaFactor });
}

/** The same hue, lighter by an amount of lightness or darker by a negative one. */
export const lighter = (hex: string, amount: number): string =>
  shade(hex, Math.min(0.99, Math.max(0.06, toOklch(hex).lightness + amount)));

/** `share` 0 gives `from`, 1 gives `to`. */
export const mix = (from: string, to: string, share: number): string =>
  formatHex(interpolate([from, to], 'rgb')(share));

/** WCAG contrast ratio, 1 to 21. */
export const contrastRatio = (first: string, second: string): number => wcagContrast(first, second);

/** `colour`, moved away from `against` in lightness until it is readable on it. Always succeeds: black or white is readable on anything. */
export function readable(colour: string, against: string, minimum = READABLE_CONTRAST): string {
  const end = contrastRatio('#000000', against) > contrastRatio('#ffffff', against) ? 0 : 1;
  const { lightness } = toOklch(colour);
  for (let step = 0; step <= 40; step += 1) {
    const candidate = step === 0 ? colour : shade(colour, lightness + (end - lightness) * (step / 40));
    if (contrastRatio(candidate, against) >= minimum) return candidate;
  }
  return end === 0 ? '#000000' : '#ffffff';
}

/** The first of the candidates that is readable on `against`, else black or white. */
export const firstReadable = (candidates: readonly string[], against: string): string =>
  candidates.find((candidate) => contrastRatio(candidate, against) >= READABLE_CONTRAST) ??
  readable(candidates[0] ?? '#ffffff', against);
