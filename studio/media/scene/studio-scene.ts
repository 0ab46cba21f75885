/** A photographer's studio: a tinted wall with an alcove, soft window light and leaf shadows, and a still life on a plinth. */
import { mix, shade, toOklch } from '../drawing/colour.ts';
import { type Paint, round } from '../drawing/paint.ts';
import { leafPath } from '../drawing/shapes.ts';
import type { Palette } from '../palette.ts';
import type { PictureFrame } from '../picture-frame.ts';
import { arrangements } from './bodies.ts';
import { cylinder, type SceneContext } from './solids.ts';

export interface LitScene {
  picture: string;
  /** The colour behind the words, for choosing readable ones. */
  ground: string;
}

interface Studio extends SceneContext {
  frame: PictureFrame;
  wall: string;
  floorTop: number;
  /** Where the still life stands, and how many pixels one of its units takes. */
  stand: { x: number; y: number; scale: number };
}

export function studioScene(frame: PictureFrame, context: SceneContext): LitScene {
  const studio = arrange(frame, context);
  const { x, y, scale } = studio.stand;
  const picture = [
    wallAndFloor(studio),
    context.random.next() < 0.6 ? alcove(studio) : halo(studio),
    windowLight(studio),
    leafShadows(studio),
    `<g transform="translate(${round(x)},${round(y)}) scale(${round(scale)})">${plinth(studio)}${context.random.pick(arrangements)(context)}</g>`,
    vignette(frame, context.paint),
  ];
  return { picture: picture.join(''), ground: studio.wall };
}

function arrange(frame: PictureFrame, context: SceneContext): Studio {
  const { height, subject } = frame;
  const { palette, random } = context;
  const hueSource = random.pick([palette.primary, palette.accent, palette.secondary, palette.primary]);
  const wall = wallColour(palette, hueSource);
  const isWide = frame.format === 'wide';
  const y = height * (isWide ? 0.85 : 0.87);
  const scale = Math.min((isWide ? height * 0.7 : y - subject.y) / 410, (subject.width * 0.92) / 560);
  const stand = { x: subject.x + subject.width * 0.5, y, scale };
  return { ...context, frame, wall, floorTop: y - scale * 40, stand };
}

function wallColour(palette: Palette, hueSource: string): string {
  const isDark = toOklch(palette.background).lightness < 0.5;
  return isDark
    ? shade(mix(palette.background, hueSource, 0.18), 0.27)
    : shade(mix(palette.background, hueSource, 0.2), 0.91, 1.05);
}

function wallAndFloor({ frame, paint, wall, floorTop }: Studio): string {
  const { width, height } = frame;
  const lightness = toOklch(wall).lightness;
  const wallFill = paint.linear(
    [
      [0, shade(wall, lightness + 0.035)],
      [0.7, wall],
      [1, shade(wall, lightness - 0.03)],
    ],
    [0.1, 0],
    [0.8, 1],
  );
  const floorFill = paint.linear([
    [0, shade(wall, lightness - 0.075)],
    [0.25, shade(wall, lightness - 0.03)],
    [1, shade(wall, lightness + 0.01)],
  ]);
  const seam = paint.linear([
    [0, '#000', 0],
    [0.5, '#000', 0.1],
    [1, '#000', 0],
  ]);
  return `<rect width="${width}" height="${height}" fill="${wallFill}"/><rect y="${round(floorTop)}" width="${width}" height="${round(height - floorTop)}" fill="${floorFill}"/><rect y="${round(floorTop - height * 0.03)}" width="${width}" height="${round(height * 0.06)}" fill="${seam}"/>`;
}

/** A recessed arch behind the subject. */
function alcove({ frame, paint, wall, floorTop, stand, palette }: Studio): string {
  const half = Math.min(frame.subject.width * 0.36, stand.scale * 290);
  const top = Math.max(frame.subject.y, stand.y - stand.scale * 470);
  const shape = (inset: number) =>
    `M${round(stand.x - half + inset)},${round(floorTop)}V${round(top + half)}A${round(half - inset)},${round(half - inset)} 0 0 1 ${round(stand.x + half - inset)},${round(top + half)}V${round(floorTop)}Z`;
  const lightness = toOklch(wall).lightness;
  const inner = mix(wall, palette.primary, 0.3);
  const fill = paint.linear(
    [
      [0, shade(inner, lightness - 0.16)],
      [0.6, shade(inner, lightness - 0.07)],
      [1, shade(inner, lightness - 0.03)],
    ],
    [0, 0],
    [1, 0.6],
  );
  return `<path d="${shape(0)}" fill="${shade(wall, lightness - 0.11)}"/><path d="${shape(frame.unit * 0.9)}" transform="translate(${round(frame.unit * 0.5)},0)" fill="${fill}"/>`;
}

/** A large painted disc behind the subject. */
function halo({ frame, paint, wall, stand, palette }: Studio): string {
  const colour = mix(wall, palette.secondary, 0.55);
  const y = stand.y - stand.scale * 235;
  const radius = Math.min(frame.subject.width * 0.42, stand.scale * 270, (y - frame.subject.y) / 1.16);
  const fill = paint.linear(
    [
      [0, mix(colour, palette.accent, 0.5)],
      [1, colour],
    ],
    [0, 0],
    [1, 1],
  );
  return `<circle cx="${round(stand.x)}" cy="${round(y)}" r="${round(radius)}" fill="${fill}"/><circle cx="${round(stand.x)}" cy="${round(y)}" r="${round(radius * 1.16)}" fill="none" stroke="${colour}" stroke-width="${round(frame.unit * 0.25)}"/>`;
}

/** Slanted panes of light, as from a window out of the picture. */
function windowLight({ frame, paint, random }: Studio): string {
  const { width, height } = frame;
  const pane = width * 0.13;
  const start = width * random.between(0.3, 0.48);
  const softEdges = paint.linear(
    [
      [0, '#fff', 0],
      [0.22, '#fff', 0.26],
      [0.78, '#fff', 0.26],
      [1, '#fff', 0],
    ],
    [0, 0],
    [1, 0],
  );
  const panes = [0, 1, 2]
    .map(
      (index) =>
        `<rect x="${round(start + index * pane * 1.1)}" width="${round(pane)}" height="${height}" fill="${softEdges}"/>`,
    )
    .join('');
  return `<g transform="skewX(21)">${panes}</g>`;
}

/** The blurred shadow of a palm frond reaching in from the upper right. */
function leafShadows({ frame, paint, random, wall }: Studio): string {
  const { width, unit } = frame;
  const length = unit * 46;
  const fronds = Array.from({ length: 11 }, (_, index) => {
    const along = length * (0.12 + index * 0.085);
    const size = length * (0.5 - index * 0.026);
    const leaf = leafPath(size, size * 0.1);
    return `<g transform="translate(${round(along)},0)"><path d="${leaf}" transform="rotate(${42 + index * 2})"/><path d="${leaf}" transform="rotate(${-42 - index * 2})"/></g>`;
  }).join('');
  const turn = round(138 + random.between(-10, 10));
  const opacity = toOklch(wall).lightness < 0.5 ? 0.3 : 0.17;
  return `<g filter="${paint.blur(unit * 0.5, 0.05)}" opacity="${opacity}" fill="${shade(wall, 0.15)}"><g transform="translate(${round(width * 1.02)},${round(-unit * 4)}) rotate(${turn})">${fronds}</g></g>`;
}

function plinth({ paint, wall, palette, random }: Studio): string {
  const colour = shade(mix(wall, palette.background, 0.5), Math.min(0.95, toOklch(wall).lightness + 0.02));
  const step =
    random.next() < 0.5 ? cylinder(paint, 0, 640, 44, 80, shade(colour, toOklch(colour).lightness - 0.03)) : '';
  const shadow = `<ellipse cx="60" cy="${step ? 84 : 54}" rx="400" ry="52" fill="${paint.radial([
    [0, '#000', 0.34],
    [0.6, '#000', 0.16],
    [1, '#000', 0],
  ])}"/>`;
  return `${shadow}${step}${cylinder(paint, 0, 560, -2, 44, colour)}`;
}

function vignette({ width, height }: PictureFrame, paint: Paint): string {
  return `<rect width="${width}" height="${height}" fill="${paint.radial(
    [
      [0, '#000', 0],
      [0.7, '#000', 0],
      [1, '#000', 0.13],
    ],
    [0.5, 0.5],
    0.75,
  )}"/>`;
}
