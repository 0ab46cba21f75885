/** Collects the gradients, blurs and clips of one SVG drawing and hands out references to them. Knows no picture. */

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Offset 0–1, colour, opacity 0–1 (1 when left out). */
type Stop = readonly [offset: number, colour: string, opacity?: number];

export interface Paint {
  /** A fill across the shape's own box, from one relative corner point to another. */
  linear(stops: readonly Stop[], from?: readonly [number, number], to?: readonly [number, number]): string;
  /** A fill around a relative point of the shape's own box. */
  radial(stops: readonly Stop[], centre?: readonly [number, number], radius?: number): string;
  /** A `filter` value; the deviation is in the units of the drawing. It reaches `margin` (a share of the shape's side, 0.3 by default) beyond the shape: every pixel of that region costs time. */
  blur(deviation: number, margin?: number): string;
  /** A `clip-path` value cut out by the given shapes. */
  clip(shapes: string): string;
  definitions(): string;
}

export function createPaint(): Paint {
  const parts: string[] = [];
  const define = (make: (id: string) => string): string => {
    const id = `d${parts.length}`;
    parts.push(make(id));
    return `url(#${id})`;
  };
  return {
    linear: (stops, from = [0, 0], to = [0, 1]) =>
      define(
        (id) =>
          `<linearGradient id="${id}" x1="${from[0]}" y1="${from[1]}" x2="${to[0]}" y2="${to[1]}">${stopList(stops)}</linearGradient>`,
      ),
    radial: (stops, centre = [0.5, 0.5], radius = 0.5) =>
      define(
        (id) =>
          `<radialGradient id="${id}" cx="${centre[0]}" cy="${centre[1]}" r="${radius}">${stopList(stops)}</radialGradient>`,
      ),
    blur: (deviation, margin = 0.3) =>
      define(
        (id) =>
          `<filter id="${id}" x="${-margin}" y="${-margin}" width="${1 + 2 * margin}" height="${1 + 2 * margin}"><feGaussianBlur stdDeviation="${round(deviation)}"/></filter>`,
      ),
    clip: (shapes) => define((id) => `<clipPath id="${id}">${shapes}</clipPath>`),
    definitions: () => `<defs>${parts.join('')}</defs>`,
  };
}

/** Two decimals: small files, and no difference between machines in the last digits of a sine. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function stopList(stops: readonly Stop[]): string {
  return stops
    .map(
      ([offset, colour, opacity = 1]) => `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`,
    )
    .join('');
}
