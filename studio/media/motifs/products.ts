/** Bottles, jars and flacons with the brand's own name on them: cosmetics, health and luxury. */
import { round } from '../drawing/paint.ts';
import {
  cylinder,
  gleam,
  groundShadow,
  leaf,
  lighter,
  type Motif,
  productLabel,
  roundLight,
  slopeLight,
  sphere,
  sprig,
} from './solids.ts';

const LEAF_GREEN = '#5f8a55';

export const beauty: Motif = ({ palette, paint, brandName }) => {
  const glass = palette.primary;
  const bottle = `<path d="M-128,-226C-128,-252 -104,-258 -96,-264H-34C-26,-258 -2,-252 -2,-226V-10Q-65,8 -128,-10Z" fill="${roundLight(paint, glass)}"/>${gleam(-114, -218, 12, 190, 0.34)}`;
  const dropper = `<rect x="-92" y="-302" width="54" height="42" rx="6" fill="${roundLight(paint, '#ded3c2')}"/><path d="M-84,-300C-90,-352 -82,-372 -65,-372C-48,-372 -40,-352 -46,-300Z" fill="${roundLight(paint, '#2b2629')}"/>`;
  const label = `<rect x="-128" y="-176" width="126" height="112" fill="${roundLight(paint, '#f6efe4')}"/>${productLabel(brandName, -65, -164, 104, 56, '#33282b')}<rect x="-92" y="-98" width="54" height="3" fill="${palette.accent}"/><rect x="-82" y="-86" width="34" height="3" fill="#33282b" opacity="0.4"/>`;
  const jar = `${groundShadow(paint, 110, 170, 0.42)}${cylinder(paint, 110, 172, -96, -2, lighter(palette.surface, -0.02))}${cylinder(paint, 110, 180, -142, -98, '#d7b98a')}${productLabel(brandName, 110, -80, 120, 44, '#4a3b33')}`;
  return `${sprig(paint, -10, -10, 260, -62, LEAF_GREEN)}${sprig(paint, -120, -6, 190, -128, lighter(LEAF_GREEN, -0.04))}${groundShadow(paint, -65, 150, 0.5)}${bottle}${dropper}${label}${jar}${sphere(paint, 226, 0, 22, '#cdbfae')}`;
};

export const health: Motif = ({ palette, paint, brandName }) => {
  const bottle = `${cylinder(paint, -60, 180, -236, -2, palette.primary)}${cylinder(paint, -60, 168, -300, -238, '#f4f6f8')}${gleam(-138, -220, 13, 200, 0.3)}`;
  const label = `<rect x="-150" y="-196" width="180" height="146" fill="${roundLight(paint, '#fbfdff')}"/><path d="M-74,-182h28v24h24v28h-24v24h-28v-24h-24v-28h24Z" fill="${palette.secondary}"/>${productLabel(brandName, -60, -98, 140, 42, '#20323a')}`;
  const pill = (x: number, y: number, turn: number, colour: string) =>
    `<g transform="translate(${x},${y}) rotate(${turn})"><ellipse cx="4" cy="17" rx="46" ry="7" fill="#000" opacity="0.2"/><path d="M0,-17H-28A17,17 0 0 0 -28,17H0Z" fill="${paint.linear(
      [
        [0, lighter(colour, 0.14)],
        [0.5, colour],
        [1, lighter(colour, -0.12)],
      ],
    )}"/><path d="M0,-17H28A17,17 0 0 1 28,17H0Z" fill="${paint.linear([
      [0, '#ffffff'],
      [0.6, '#eef1f3'],
      [1, '#c3ccd2'],
    ])}"/></g>`;
  const greens =
    leaf(paint, 60, -6, 190, 44, -68, LEAF_GREEN) +
    leaf(paint, 70, -6, 160, 38, -38, lighter(LEAF_GREEN, 0.05)) +
    leaf(paint, 52, -6, 170, 40, -98, lighter(LEAF_GREEN, -0.05));
  return `${greens}${groundShadow(paint, -60, 200, 0.5)}${bottle}${label}${pill(110, -18, -8, palette.accent)}${pill(190, -18, 12, palette.secondary)}${pill(148, -50, 4, palette.primary)}`;
};

export const luxury: Motif = ({ palette, paint, brandName }) => {
  const gold = paint.linear(
    [
      [0, '#8a6a2b'],
      [0.22, '#f6e3a8'],
      [0.45, '#c99f4c'],
      [0.75, '#8f6d2c'],
      [1, '#5c4418'],
    ],
    [0, 0],
    [1, 0],
  );
  const liquid = paint.linear(
    [
      [0, lighter(palette.primary, 0.16), 0.55],
      [1, lighter(palette.primary, -0.12), 0.95],
    ],
    [0.1, 0],
    [0.7, 1],
  );
  const flacon = `<rect x="-130" y="-250" width="260" height="250" rx="26" fill="${liquid}"/><rect x="-130" y="-250" width="260" height="250" rx="26" fill="none" stroke="#fff" stroke-opacity="0.55" stroke-width="5"/><rect x="-104" y="-222" width="208" height="196" rx="14" fill="#fff" opacity="0.1"/>${gleam(-112, -226, 15, 190, 0.55)}${gleam(96, -200, 7, 150, 0.35)}`;
  const cap = `<rect x="-34" y="-274" width="68" height="26" fill="${gold}"/><rect x="-58" y="-356" width="116" height="84" rx="8" fill="${gold}"/><rect x="-58" y="-318" width="116" height="4" fill="#fff" opacity="0.3"/>`;
  const label = `<rect x="-82" y="-176" width="164" height="100" rx="3" fill="#14110d" opacity="0.92"/><rect x="-75" y="-169" width="150" height="86" rx="2" fill="none" stroke="#d8b96c" stroke-width="1.6"/>${productLabel(brandName, 0, -160, 134, 68, '#f0d999')}`;
  return `${groundShadow(paint, 0, 300, 0.6)}${sphere(paint, -186, 0, 44, '#c99f4c')}${flacon}${cap}${label}${sphere(paint, 180, 0, 28, lighter(palette.primary, -0.2))}`;
};

/** Ripe leaves above a clay pot. */
export const ecology: Motif = ({ palette, paint, random }) => {
  const green = palette.primary;
  const leaves = Array.from({ length: 13 }, (_, index) => {
    const angle = -160 + index * 11.7 + random.between(-5, 5);
    const length = 150 + 70 * Math.sin((index / 12) * Math.PI) + random.between(-14, 14);
    return {
      order: Math.abs(index - 6) % 3,
      svg: leaf(paint, 0, -150, round(length), round(length * 0.2), angle, lighter(green, random.between(-0.05, 0.12))),
    };
  });
  const foliage = leaves
    .sort((first, second) => second.order - first.order)
    .map((each) => each.svg)
    .join('');
  const pot = `${cylinder(paint, 0, 196, -140, -2, '#c07a52', 34)}${cylinder(paint, 0, 214, -164, -128, '#c98660')}<ellipse cx="0" cy="-164" rx="94" ry="12" fill="#3a281d"/>`;
  const seedling = `<g transform="translate(168,0)">${groundShadow(paint, 0, 86, 0.4)}${leaf(paint, 0, -64, 84, 22, -66, palette.secondary)}${leaf(paint, 0, -64, 76, 20, -116, lighter(palette.secondary, 0.06))}${cylinder(paint, 0, 84, -66, -1, lighter(palette.surface, -0.04), 10)}</g>`;
  return `${groundShadow(paint, 0, 220, 0.5)}${pot}<g transform="translate(0,-12)">${foliage}</g>${seedling}${sphere(paint, -166, 0, 26, palette.accent)}`;
};

/** A pile of books under a lamp-lit apple and a cup of pencils. */
export const education: Motif = ({ palette, paint, random }) => {
  const spines = [palette.primary, palette.accent, palette.secondary, lighter(palette.primary, -0.12)];
  const books = spines.map((colour, index) => {
    const width = 300 - index * 22;
    const x = -190 + random.between(-12, 16);
    const top = -52 * (index + 1);
    return `<rect x="${round(x)}" y="${top}" width="${width}" height="51" rx="7" fill="${slopeLight(paint, colour)}"/><path d="M${round(x + width)},${top + 7}h-${round(width * 0.08)}v37h${round(width * 0.08)}Z" fill="#f7f1e3"/><rect x="${round(x + 26)}" y="${top}" width="8" height="51" fill="#fff" opacity="0.4"/><rect x="${round(x + 46)}" y="${top + 20}" width="${width * 0.4}" height="8" rx="4" fill="#fff" opacity="0.55"/>`;
  });
  const pencils = [-24, 0, 22]
    .map(
      (x, index) =>
        `<g transform="rotate(${(index - 1) * 8})"><rect x="${x - 8}" y="-236" width="16" height="150" fill="${spines[index]}"/><path d="M${x - 8},-236L${x},-266L${x + 8},-236Z" fill="#f0d3a2"/><path d="M${x - 3},-255L${x},-266L${x + 3},-255Z" fill="#333"/></g>`,
    )
    .join('');
  const cap = `<g transform="translate(-56,-212)"><path d="M-70,-34V-4C-70,14 70,14 70,-4V-34Z" fill="#25232e"/><path d="M0,-92L146,-50L0,-8L-146,-50Z" fill="${paint.linear(
    [
      [0, '#474457'],
      [1, '#1d1b25'],
    ],
  )}"/><path d="M0,-50L104,-34V14" fill="none" stroke="${palette.accent}" stroke-width="5"/><circle cx="104" cy="20" r="10" fill="${palette.accent}"/></g>`;
  return `${groundShadow(paint, -40, 330, 0.5)}${books.join('')}${cap}<g transform="translate(178,0)">${groundShadow(paint, 0, 110, 0.4)}${pencils}${cylinder(paint, 0, 104, -118, -2, lighter(palette.surface, -0.03), 6)}</g>`;
};
