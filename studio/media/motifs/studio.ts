/** Subjects for the remaining trades: training gear, and a composition of pure bodies when the sector is unknown. */
import { round } from '../drawing/paint.ts';
import { cylinder, gleam, groundShadow, lighter, type Motif, productLabel, roundLight, sphere } from './solids.ts';

export const sport: Motif = ({ palette, paint, brandName }) => {
  const iron = lighter(palette.primary, -0.16);
  const bell = `<path d="M-148,-208C-160,-300 20,-300 8,-208L-14,-172H-126Z" fill="none" stroke="${roundLight(paint, iron)}" stroke-width="36" stroke-linejoin="round"/><circle cx="-70" cy="-104" r="106" fill="${paint.radial(
    [
      [0, lighter(iron, 0.24)],
      [0.4, lighter(iron, 0.06)],
      [1, lighter(iron, -0.14)],
    ],
    [0.34, 0.26],
    0.8,
  )}"/><circle cx="-70" cy="-100" r="58" fill="${palette.accent}"/>${productLabel(brandName, -70, -128, 92, 56, '#1c1c22')}`;
  const bottle = `${cylinder(paint, 128, 108, -240, -2, palette.secondary, 8)}${cylinder(paint, 128, 84, -286, -242, '#22242b')}<rect x="110" y="-318" width="36" height="34" rx="10" fill="${roundLight(paint, palette.accent)}"/><path d="M76,-150h104v44h-104Z" fill="${palette.accent}" opacity="0.85"/>${gleam(88, -224, 10, 200, 0.35)}`;
  return `${groundShadow(paint, -70, 220, 0.55)}${bell}${groundShadow(paint, 128, 120, 0.45)}${bottle}${sphere(paint, 40, 6, 30, '#e8e36a')}`;
};

export const abstractBodies: Motif = ({ palette, paint, random }) => {
  const arch = `<path d="M-190,0V-190A106,106 0 0 1 22,-190V0H-32V-186A52,52 0 0 0 -136,-186V0Z" fill="${roundLight(paint, palette.primary)}"/>`;
  const cone = `<path d="M128,-250L206,-4Q128,14 50,-4Z" fill="${roundLight(paint, palette.secondary)}"/>`;
  const ringRadius = 56;
  const ring = `<circle cx="${round(-84 + random.between(-6, 6))}" cy="-${ringRadius + 8}" r="${ringRadius - 8}" fill="none" stroke="${roundLight(paint, palette.accent)}" stroke-width="22"/>`;
  return `${groundShadow(paint, -84, 230, 0.45)}${arch}${groundShadow(paint, 128, 170, 0.45)}${cone}${ring}${sphere(paint, 40, 6, 46, palette.accent)}${sphere(paint, 206, 4, 26, lighter(palette.primary, 0.18))}`;
};
