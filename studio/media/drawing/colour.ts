/** Colour arithmetic for the offline studio: hex, OKLCH (perceptual lightness, chroma, hue) and WCAG contrast. Knows no brand and no picture. */

export interface Oklch {
  /** 0 (black) to 1 (white). */
  lightness: number;
  /** 0 (grey) to about 0.3 (vivid). */
  chroma: number;
  /** Degrees. */
  hue: number;
}

type Triple = readonly [number, number, number];

/** WCAG 2.2 AA for text of ordinary size. */
export const READABLE_CONTRAST = 4.5;

/** The three channels of `#rrggbb`, 0–255. Throws when the text is not such a colour. */
export function parseHex(hex: string): Triple {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new Error(`"${hex}" is not a colour: write it as #rrggbb.`);
  const channel = (start: number) => Number.parseInt(hex.slice(start, start + 2), 16);
  return [channel(1), channel(3), channel(5)];
}

/** The nearest displayable `#rrggbb`: chroma is given up before lightness and hue are. */
export function fromOklch({ lightness, chroma, hue }: Oklch): string {
  const light = clamp(lightness, 0, 1);
  for (let kept = Math.max(0, chroma); kept > 0; kept -= 0.004) {
    const linear = linearFromOklch(light, kept, hue);
    if (linear.every((channel) => channel >= -0.0005 && channel <= 1.0005)) return formatLinear(linear);
  }
  return formatLinear(linearFromOklch(light, 0, hue));
}

export function toOklch(hex: string): Oklch {
  const [red, green, blue] = linearChannels(hex);
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short;
  const b = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short;
  const hue = (Math.atan2(b, a) * 180) / Math.PI;
  return {
    lightness: 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    chroma: Math.hypot(a, b),
    hue: (hue + 360) % 360,
  };
}

/** The same hue at another lightness (0–1); `chromaFactor` mutes (<1) or strengthens (>1) it. */
export function shade(hex: string, lightness: number, chromaFactor = 1): string {
  const colour = toOklch(hex);
  return fromOklch({ ...colour, lightness, chroma: colour.chroma * chromaFactor });
}

/** `share` 0 gives `from`, 1 gives `to`. */
export function mix(from: string, to: string, share: number): string {
  const first = parseHex(from);
  const second = parseHex(to);
  const blend = (index: 0 | 1 | 2) => first[index] + (second[index] - first[index]) * share;
  return formatHex([blend(0), blend(1), blend(2)]);
}

/** WCAG contrast ratio, 1 to 21. */
export function contrastRatio(first: string, second: string): number {
  const [darker, lighter] = [luminance(first), luminance(second)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** `colour`, moved away from `against` in lightness until it is readable on it. Always succeeds: black or white is readable on anything. */
export function readable(colour: string, against: string, minimum = READABLE_CONTRAST): string {
  if (contrastRatio(colour, against) >= minimum) return colour;
  const goesDark = contrastRatio('#000000', against) > contrastRatio('#ffffff', against);
  const { lightness } = toOklch(colour);
  for (let step = 1; step <= 40; step += 1) {
    const target = goesDark ? 0 : 1;
    const candidate = shade(colour, lightness + (target - lightness) * (step / 40));
    if (contrastRatio(candidate, against) >= minimum) return candidate;
  }
  return goesDark ? '#000000' : '#ffffff';
}

/** The first of the candidates that is readable on `against`, else black or white. */
export function firstReadable(candidates: readonly string[], against: string): string {
  const found = candidates.find((candidate) => contrastRatio(candidate, against) >= READABLE_CONTRAST);
  return found ?? readable(candidates[0] ?? '#ffffff', against);
}

function linearFromOklch(lightness: number, chroma: number, hue: number): Triple {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

function linearChannels(hex: string): Triple {
  const [red, green, blue] = parseHex(hex);
  return [toLinear(red), toLinear(green), toLinear(blue)];
}

function toLinear(channel: number): number {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function fromLinear(value: number): number {
  const bounded = clamp(value, 0, 1);
  return 255 * (bounded <= 0.0031308 ? bounded * 12.92 : 1.055 * bounded ** (1 / 2.4) - 0.055);
}

function luminance(hex: string): number {
  const [red, green, blue] = linearChannels(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function formatLinear([red, green, blue]: Triple): string {
  return formatHex([fromLinear(red), fromLinear(green), fromLinear(blue)]);
}

function formatHex(channels: Triple): string {
  return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

function clamp(value: number, minimum: number, maximum: number): number {
  return Math.min(maximum, Math.max(minimum, value));
}
