/** Colour for the offline studio, with culori: perceptual lightness, chroma and hue (OKLCH), and WCAG contrast. Knows no brand and no picture. */
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
const rgb = converter('rgb');

/** The three channels of `#rrggbb`, 0–255. Throws when the text is not such a colour. */
export function parseHex(hex: string): readonly [number, number, number] {
  const colour = /^#[0-9a-f]{6}$/i.test(hex) ? rgb(hex) : undefined;
  if (!colour) throw new Error(`"${hex}" is not a colour: write it as #rrggbb.`);
  return [Math.round(colour.r * 255), Math.round(colour.g * 255), Math.round(colour.b * 255)];
}

/** The nearest displayable `#rrggbb`: chroma is given up before lightness and hue are. */
export function fromOklch({ lightness, chroma, hue }: Oklch): string {
  const colour: CuloriOklch = { mode: 'oklch', l: Math.min(1, Math.max(0, lightness)), c: Math.max(0, chroma), h: hue };
  return formatHex(clampChroma(colour, 'oklch'));
}

export function toOklch(hex: string): Oklch {
  const { l, c, h = 0 } = oklch(hex) ?? { l: 0, c: 0 };
  return { lightness: l, chroma: c, hue: h };
}

/** The same hue at another lightness (0–1); `chromaFactor` mutes (<1) or strengthens (>1) it. */
export function shade(hex: string, lightness: number, chromaFactor = 1): string {
  const colour = toOklch(hex);
  return fromOklch({ ...colour, lightness, chroma: colour.chroma * chromaFactor });
}

/** `share` 0 gives `from`, 1 gives `to`. */
export function mix(from: string, to: string, share: number): string {
  return formatHex(interpolate([from, to], 'rgb')(share));
}

/** WCAG contrast ratio, 1 to 21. */
export const contrastRatio = (first: string, second: string): number => wcagContrast(first, second);

/** `colour`, moved away from `against` in lightness until it is readable on it. Always succeeds: black or white is readable on anything. */
export function readable(colour: string, against: string, minimum = READABLE_CONTRAST): string {
  if (contrastRatio(colour, against) >= minimum) return colour;
  const goesDark = contrastRatio('#000000', against) > contrastRatio('#ffffff', against);
  const { lightness } = toOklch(colour);
  for (let step = 1; step <= 40; step += 1) {
    const candidate = shade(colour, lightness + ((goesDark ? 0 : 1) - lightness) * (step / 40));
    if (contrastRatio(candidate, against) >= minimum) return candidate;
  }
  return goesDark ? '#000000' : '#ffffff';
}

/** The first of the candidates that is readable on `against`, else black or white. */
export function firstReadable(candidates: readonly string[], against: string): string {
  const found = candidates.find((candidate) => contrastRatio(candidate, against) >= READABLE_CONTRAST);
  return found ?? readable(candidates[0] ?? '#ffffff', against);
}
