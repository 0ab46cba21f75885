/** A layered landscape at golden hour: hills in the haze, water, and either a balloon (travel) or a house among trees (property). */
import { mix, shade } from '../drawing/colour.ts';
import { round } from '../drawing/paint.ts';
import { wavePath } from '../drawing/shapes.ts';
import { lighter, type MotifContext, slopeLight } from '../motifs/solids.ts';
import type { PictureFrame } from '../picture-frame.ts';
import type { RealisticScene } from './studio-scene.ts';

const RIDGES = 5;

export function landscapeScene(
  frame: PictureFrame,
  context: MotifContext,
  kind: 'travel' | 'property',
): RealisticScene {
  const { width, height, unit, subject } = frame;
  const { palette, paint } = context;
  const sky = shade(mix(palette.background, palette.primary, 0.16), 0.93);
  const glow = shade(palette.accent, 0.9, 0.8);
  const horizon = frame.format === 'wide' ? 0.75 : 0.72;
  const sun = {
    x: subject.x + subject.width * context.random.between(0.3, 0.7),
    y: height * (horizon - (frame.format === 'wide' ? 0.24 : 0.1)),
  };
  const picture = [
    `<rect width="${width}" height="${height}" fill="${paint.linear([
      [0, sky],
      [0.45, mix(sky, glow, 0.4)],
      [0.75, glow],
    ])}"/>`,
    `<circle cx="${round(sun.x)}" cy="${round(sun.y)}" r="${round(unit * 34)}" fill="${paint.radial([
      [0, '#fff', 0.95],
      [0.12, '#fff6dc', 0.85],
      [0.4, glow, 0.4],
      [1, glow, 0],
    ])}"/>`,
    `<circle cx="${round(sun.x)}" cy="${round(sun.y)}" r="${round(unit * 5)}" fill="#fffdf4"/>`,
    ridges(frame, context, horizon, glow),
    kind === 'travel' ? balloons(frame, context) : house(frame, context),
    foreground(frame, context),
  ];
  return { picture: picture.join(''), ground: sky };
}

/** Each nearer ridge is darker, sharper and less hazy than the one behind it. */
function ridges(
  { width, height }: PictureFrame,
  { palette, paint, random }: MotifContext,
  horizon: number,
  haze: string,
): string {
  return Array.from({ length: RIDGES }, (_, index) => {
    const near = index / (RIDGES - 1);
    const colour = mix(mix(haze, palette.secondary, 0.35), shade(palette.primary, 0.34, 0.85), near);
    const top = height * (horizon + 0.038 * index * (1 + near * 0.35));
    const path = wavePath(random, width, top, height * (0.034 - near * 0.01), height);
    return `<path d="${path}" fill="${paint.linear([
      [0, colour],
      [0.5, mix(colour, haze, 0.45 * (1 - near))],
      [1, colour],
    ])}"/>`;
  }).join('');
}

function balloons({ subject, unit, height, format }: PictureFrame, context: MotifContext): string {
  const y = format === 'wide' ? height * 0.38 : subject.y + subject.height * 0.26;
  return (
    balloon(context, subject.x + subject.width * 0.5, y, unit * 0.08) +
    balloon(context, subject.x + subject.width * 0.83, y - unit * 9, unit * 0.034) +
    balloon(context, subject.x + subject.width * 0.2, y + unit * 8, unit * 0.022)
  );
}

/** About 220 units wide and 320 high around its envelope's centre. */
function balloon({ palette, paint }: MotifContext, x: number, y: number, scale: number): string {
  const envelope =
    'M0,-130C96,-130 122,-50 104,6C88,56 40,96 24,118H-24C-40,96 -88,56 -104,6C-122,-50 -96,-130 0,-130Z';
  const gores = [-74, -26, 26, 74]
    .map(
      (bend, index) =>
        `<path d="M0,-130C${bend},-100 ${bend * 1.3},20 ${bend * 0.26},118H${bend * 0.26 - (bend > 0 ? 12 : -12)}C${bend * 0.7},20 ${bend * 0.55},-100 0,-130Z" fill="${index % 2 === 0 ? palette.accent : palette.surface}" opacity="0.9"/>`,
    )
    .join('');
  const shadeOver = paint.linear(
    [
      [0, '#fff', 0.3],
      [0.35, '#fff', 0],
      [1, '#000', 0.38],
    ],
    [0, 0.2],
    [1, 0.5],
  );
  const basket = `<path d="M-22,118L-15,160M22,118L15,160" stroke="#4d3a2a" stroke-width="2.5"/><rect x="-18" y="160" width="36" height="28" rx="5" fill="${paint.linear(
    [
      [0, '#b98852'],
      [1, '#6d4925'],
    ],
  )}"/>`;
  return `<g transform="translate(${round(x)},${round(y)}) scale(${Math.round(scale * 1000) / 1000})">${basket}<path d="${envelope}" fill="${palette.primary}"/><g clip-path="${paint.clip(`<path d="${envelope}"/>`)}">${gores}</g><path d="${envelope}" fill="${shadeOver}"/></g>`;
}

/** A modern house of two volumes with lit windows, and trees. */
function house({ subject, unit, height, format }: PictureFrame, { palette, paint }: MotifContext): string {
  const scale = format === 'wide' ? unit * 0.11 : unit * 0.13;
  const y = height * (format === 'wide' ? 0.86 : 0.88);
  const lit = paint.linear([
    [0, '#fff3cf'],
    [1, '#ffcf7d'],
  ]);
  const window = (x: number, top: number, width: number, tall: number) =>
    `<rect x="${x}" y="${top}" width="${width}" height="${tall}" fill="${lit}"/><path d="M${x + width / 2},${top}v${tall}" stroke="#3b3330" stroke-width="3"/>`;
  const upper = `<rect x="-40" y="-250" width="230" height="120" fill="${slopeLight(paint, '#f4efe7')}"/><rect x="-54" y="-264" width="258" height="16" fill="${lighter(palette.primary, -0.12)}"/>${window(-18, -226, 84, 72)}${window(96, -226, 66, 72)}`;
  const lower = `<rect x="-190" y="-132" width="360" height="132" fill="${slopeLight(paint, '#d9cbb8')}"/><rect x="-204" y="-146" width="388" height="16" fill="${lighter(palette.primary, -0.16)}"/>${window(-164, -106, 140, 106)}<rect x="16" y="-104" width="54" height="104" fill="${palette.accent}"/>${window(94, -106, 56, 60)}`;
  const tree = (x: number, size: number) =>
    `<rect x="${x - 5}" y="${-size * 0.5}" width="10" height="${size * 0.5}" fill="#4a3728"/><ellipse cx="${x}" cy="${-size * 0.78}" rx="${size * 0.3}" ry="${size * 0.46}" fill="${paint.linear(
      [
        [0, lighter(palette.primary, 0.08)],
        [1, shade(palette.primary, 0.3)],
      ],
      [0, 0],
      [0.8, 1],
    )}"/>`;
  return `<g transform="translate(${round(subject.x + subject.width * 0.48)},${round(y)}) scale(${round(scale)})">${tree(-236, 190)}${tree(238, 250)}${lower}${upper}${tree(-262, 120)}</g>`;
}

function foreground({ width, height }: PictureFrame, { palette, paint, random }: MotifContext): string {
  const dark = shade(palette.primary, 0.26, 0.8);
  return `<path d="${wavePath(random, width, height * 0.93, height * 0.02, height)}" fill="${paint.linear([
    [0, lighter(dark, 0.07)],
    [1, dark],
  ])}"/>`;
}
