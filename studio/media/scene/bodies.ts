/** Arrangements of plain bodies on the plinth: about 400 units wide and up to 400 high, standing on y = 0 around x = 0. */
import { round } from '../drawing/paint.ts';
import { cylinder, groundShadow, lighter, roundLight, type SceneContext, sphere } from './solids.ts';

export type Bodies = (context: SceneContext) => string;

const archAndCone: Bodies = ({ palette, paint, random }) => {
  const arch = archBody(-84, 212, 296, 54, roundLight(paint, palette.primary));
  const cone = `<path d="M128,-250L206,-4Q128,14 50,-4Z" fill="${roundLight(paint, palette.secondary)}"/>`;
  return (
    `${groundShadow(paint, -84, 230, 0.45)}${arch}${groundShadow(paint, 128, 170, 0.45)}${cone}` +
    `${ring(-84 + random.between(-6, 6), 56, roundLight(paint, palette.accent))}${sphere(paint, 40, 6, 46, palette.accent)}${sphere(paint, 206, 4, 26, lighter(palette.primary, 0.18))}`
  );
};

const spheresOnSteps: Bodies = ({ palette, paint, random }) => {
  const step = (x: number, width: number, top: number, colour: string) => cylinder(paint, x, width, top, 0, colour);
  const lift = random.between(-8, 8);
  return (
    `${groundShadow(paint, -110, 200, 0.4)}${step(-110, 180, -150, palette.primary)}${sphere(paint, -110, -146, 74 + lift / 2, palette.accent)}` +
    `${groundShadow(paint, 96, 220, 0.45)}${step(96, 200, -64, palette.secondary)}${archBody(96, 120, 150, 34, roundLight(paint, lighter(palette.secondary, 0.12)), -60)}` +
    `${sphere(paint, 8, 10, 36, lighter(palette.primary, 0.2))}${sphere(paint, 226, 8, 30, palette.accent)}`
  );
};

const balance: Bodies = ({ palette, paint, random }) => {
  const tilt = random.between(-5, 5);
  const board = `<rect x="-190" y="-186" width="380" height="34" rx="17" fill="${roundLight(paint, lighter(palette.primary, 0.04))}" transform="rotate(${round(tilt)} 0 -168)"/>`;
  return (
    `${groundShadow(paint, 0, 240, 0.45)}${cylinder(paint, 0, 150, -150, 0, palette.secondary)}${board}` +
    `<g transform="rotate(${round(tilt)} 0 -168)">${plainSphere(paint, -118, -186, 66, palette.accent)}${plainSphere(paint, 66, -186, 44, lighter(palette.secondary, 0.14))}` +
    `<rect x="116" y="-262" width="76" height="76" rx="8" fill="${roundLight(paint, palette.primary)}"/></g>` +
    `${sphere(paint, -190, 8, 34, lighter(palette.primary, 0.22))}${ring(186, 40, roundLight(paint, palette.accent))}`
  );
};

export const arrangements: readonly [Bodies, ...Bodies[]] = [archAndCone, spheresOnSteps, balance];

function archBody(x: number, width: number, height: number, thickness: number, fill: string, foot = 0): string {
  const [outer, inner] = [width / 2, width / 2 - thickness];
  const [left, shoulder] = [x - outer, foot - height + outer];
  return `<path d="M${left},${foot}V${shoulder}A${outer},${outer} 0 0 1 ${x + outer},${shoulder}V${foot}H${x + inner}V${shoulder}A${inner},${inner} 0 0 0 ${x - inner},${shoulder}V${foot}Z" fill="${fill}"/>`;
}

function ring(x: number, radius: number, stroke: string): string {
  return `<circle cx="${round(x)}" cy="${-radius - 4}" r="${radius - 8}" fill="none" stroke="${stroke}" stroke-width="22"/>`;
}

/** A sphere that lies on something else than the ground. */
function plainSphere(paint: SceneContext['paint'], x: number, y: number, radius: number, colour: string): string {
  return sphere(paint, x, y, radius, colour).replace(/^<ellipse[^>]*>/, '');
}
