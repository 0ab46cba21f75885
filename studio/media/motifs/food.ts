/** A scored country loaf on a board, beside a steaming cup. */
import { groundShadow, lighter, type Motif, roundLight, sprig } from './solids.ts';

const CRUST = '#a9662b';

export const food: Motif = ({ palette, paint, random }) => {
  const loaf = `<path d="M-205,-22C-218,-150 -120,-212 -42,-212C48,-212 112,-146 104,-22C60,-10 -160,-10 -205,-22Z" fill="${paint.radial(
    [
      [0, '#edc184'],
      [0.4, '#c88a46'],
      [0.78, CRUST],
      [1, '#6f3d18'],
    ],
    [0.4, 0.22],
    0.85,
  )}"/>`;
  const scores = [-112, -52, 8, 62]
    .map((x, index) => scoreMark(x, -176 + Math.abs(index - 1.4) * 20, 0.95 - Math.abs(index - 1.5) * 0.13))
    .join('');
  const flour = Array.from(
    { length: 46 },
    () =>
      `<circle cx="${random.integer(-175, 78)}" cy="${random.integer(-180, -60)}" r="${random.integer(8, 26) / 10}" fill="#fff6e4" opacity="${random.integer(15, 55) / 100}"/>`,
  ).join('');
  const board = `${groundShadow(paint, 0, 470, 0.5)}<rect x="-240" y="-24" width="480" height="26" rx="12" fill="${paint.linear(
    [
      [0, '#d6a46c'],
      [0.3, '#b98250'],
      [1, '#8a5a31'],
    ],
  )}"/>`;
  const wheat = sprig(paint, -228, -30, 150, -98, '#c9a24a');
  return `${wheat}${board}${loaf}${scores}${flour}<g transform="translate(168,-22)">${cup()}</g>`;

  function cup(): string {
    const body = 'M-62,-128H62C62,-52 44,-8 0,-8C-44,-8 -62,-52 -62,-128Z';
    const handle = `<path d="M54,-104C106,-112 100,-40 38,-42" fill="none" stroke="${lighter(palette.primary, -0.06)}" stroke-width="13" stroke-linecap="round"/>`;
    const saucer = `<ellipse cx="0" cy="-4" rx="88" ry="12" fill="${roundLight(paint, lighter(palette.surface, -0.02))}"/><ellipse cx="0" cy="-7" rx="60" ry="7" fill="#000" opacity="0.14"/>`;
    const coffee = `<ellipse cx="0" cy="-128" rx="62" ry="11" fill="${lighter(palette.primary, 0.14)}"/><ellipse cx="0" cy="-126" rx="54" ry="8.4" fill="#3b2012"/><ellipse cx="-12" cy="-127" rx="26" ry="3.4" fill="#9b6236" opacity="0.75"/>`;
    const steam = ['M-14,-146C-34,-176 10,-196 -10,-236', 'M14,-146C-2,-180 34,-198 16,-246']
      .map(
        (path) =>
          `<path d="${path}" fill="none" stroke="#fff" stroke-width="10" stroke-linecap="round" opacity="0.5" filter="${paint.blur(5)}"/>`,
      )
      .join('');
    return `${saucer}${handle}<path d="${body}" fill="${roundLight(paint, palette.primary)}"/>${coffee}${steam}`;
  }
};

/** The pale opened cut a baker's blade leaves in the crust. */
function scoreMark(x: number, y: number, scale: number): string {
  return `<g transform="translate(${x},${y}) scale(${scale})"><path d="M0,0C28,30 30,84 2,128C-16,90 -18,36 0,0Z" fill="#7b451c" opacity="0.75"/><path d="M2,8C22,36 22,84 4,118C-6,86 -8,38 2,8Z" fill="#f3d9a8"/></g>`;
}
