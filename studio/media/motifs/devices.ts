/** A laptop with a living dashboard, and a telephone with a balance, a card and coins. */
import { round } from '../drawing/paint.ts';
import { smoothPath } from '../drawing/shapes.ts';
import { cylinder, groundShadow, lighter, type Motif, type MotifContext, slopeLight } from './solids.ts';

export const technology: Motif = (context) => {
  const { palette, paint } = context;
  const screen = `<rect x="-222" y="-300" width="444" height="286" rx="16" fill="#16181f"/><rect x="-210" y="-288" width="420" height="262" rx="6" fill="#fbfcff"/>`;
  const side = `<rect x="-210" y="-288" width="74" height="262" fill="${lighter(palette.primary, -0.12)}"/>${[0, 1, 2, 3, 4].map((row) => `<rect x="-196" y="${-254 + row * 30}" width="${row === 1 ? 46 : 38}" height="8" rx="4" fill="#fff" opacity="${row === 1 ? 0.95 : 0.4}"/>`).join('')}`;
  const cards = [palette.primary, palette.secondary, palette.accent]
    .map((colour, index) => card(-120 + index * 110, colour))
    .join('');
  const bars = Array.from({ length: 7 }, (_, index) => bar(context, index)).join('');
  const base = `<path d="M-262,-14H262L290,4C290,12 284,14 276,14H-276C-284,14 -290,12 -290,4Z" fill="${paint.linear([
    [0, '#e9ebf0'],
    [0.4, '#c3c7d1'],
    [1, '#8e93a1'],
  ])}"/><rect x="-46" y="-14" width="92" height="7" rx="3.5" fill="#9ba0ad"/>`;
  const glare = `<path d="M-210,-288H-40L-150,-26H-210Z" fill="#fff" opacity="0.06"/>`;
  return `<g transform="translate(0,-14) scale(0.92)">${groundShadow(paint, 0, 560, 0.5)}${screen}${side}${cards}${areaChart(context, -120, -206, 200, 164)}${bars}${glare}${base}</g>`;
};

function card(x: number, colour: string): string {
  return `<rect x="${x}" y="-272" width="100" height="52" rx="8" fill="${colour}" opacity="0.14"/><rect x="${x + 10}" y="-261" width="34" height="6" rx="3" fill="#5a6072"/><rect x="${x + 10}" y="-246" width="58" height="13" rx="4" fill="${lighter(colour, -0.05)}"/>`;
}

function bar({ palette, random }: MotifContext, index: number): string {
  const height = random.integer(30, 70) + index * 8;
  return `<rect x="${94 + index * 15}" y="${-44 - height}" width="9" height="${height}" rx="3" fill="${index === 6 ? palette.accent : palette.secondary}" opacity="${index === 6 ? 1 : 0.75}"/>`;
}

function areaChart(
  { palette, paint, random }: MotifContext,
  x: number,
  y: number,
  width: number,
  height: number,
): string {
  const points = Array.from({ length: 7 }, (_, index) => ({
    x: x + (width / 6) * index,
    y: y + height * (0.78 - index * 0.095) + random.between(-0.08, 0.08) * height,
  }));
  const line = smoothPath(points, false);
  const last = points.at(-1) ?? { x, y };
  const grid = [0.25, 0.5, 0.75]
    .map((share) => `<path d="M${x},${round(y + height * share)}h${width}" stroke="#dfe3ec" stroke-width="1.5"/>`)
    .join('');
  return `${grid}<path d="${line}L${x + width},${y + height}L${x},${y + height}Z" fill="${paint.linear([
    [0, palette.primary, 0.4],
    [1, palette.primary, 0],
  ])}"/><path d="${line}" fill="none" stroke="${palette.primary}" stroke-width="4.5" stroke-linecap="round"/><circle cx="${round(last.x)}" cy="${round(last.y)}" r="7" fill="#fff" stroke="${palette.primary}" stroke-width="4"/>`;
}

export const finance: Motif = (context) => {
  const { palette, paint } = context;
  const phone = `<g transform="translate(-40,-6) rotate(-5)"><rect x="-92" y="-370" width="184" height="370" rx="30" fill="#14161d"/><rect x="-83" y="-361" width="166" height="352" rx="23" fill="#fbfcff"/><rect x="-83" y="-361" width="166" height="130" rx="23" fill="${paint.linear(
    [
      [0, palette.primary],
      [1, lighter(palette.primary, -0.12)],
    ],
    [0, 0],
    [1, 1],
  )}"/><rect x="-26" y="-354" width="52" height="11" rx="5.5" fill="#14161d"/><rect x="-64" y="-318" width="50" height="8" rx="4" fill="#fff" opacity="0.65"/><rect x="-64" y="-300" width="104" height="20" rx="6" fill="#fff"/><rect x="-64" y="-266" width="60" height="20" rx="10" fill="${palette.accent}"/>${areaChart(context, -66, -214, 132, 84)}${rows(palette)}</g>`;
  const bankCard = `<g transform="translate(118,-150) rotate(14)"><rect x="-112" y="-66" width="224" height="140" rx="16" fill="#000" opacity="0.28" filter="${paint.blur(9)}" transform="translate(6,14)"/><rect x="-112" y="-70" width="224" height="140" rx="16" fill="${paint.linear(
    [
      [0, palette.accent],
      [1, palette.secondary],
    ],
    [0, 0],
    [1, 1],
  )}"/><path d="M-112,10C-40,-60 40,60 112,-30V54A16,16 0 0 1 96,70H-96A16,16 0 0 1 -112,54Z" fill="#fff" opacity="0.16"/><rect x="-90" y="-34" width="36" height="27" rx="6" fill="#f5e3ae"/><rect x="-90" y="34" width="104" height="9" rx="4.5" fill="#fff" opacity="0.85"/><circle cx="66" cy="40" r="15" fill="#fff" opacity="0.85"/><circle cx="84" cy="40" r="15" fill="#fff" opacity="0.45"/></g>`;
  return `${groundShadow(paint, -30, 230, 0.5)}${phone}${bankCard}${coins(context, 118, 5)}${coins(context, 202, 3)}`;
};

function rows(palette: MotifContext['palette']): string {
  return [0, 1, 2]
    .map(
      (row) =>
        `<circle cx="-54" cy="${-100 + row * 32}" r="11" fill="${[palette.primary, palette.secondary, palette.accent][row]}" opacity="0.85"/><rect x="-36" y="${-107 + row * 32}" width="56" height="6" rx="3" fill="#4b5162"/><rect x="-36" y="${-96 + row * 32}" width="36" height="5" rx="2.5" fill="#aeb4c2"/><rect x="38" y="${-104 + row * 32}" width="28" height="7" rx="3.5" fill="#4b5162"/>`,
    )
    .join('');
}

function coins({ paint }: MotifContext, x: number, count: number): string {
  const stack = Array.from({ length: count }, (_, index) =>
    cylinder(paint, x + (index % 2) * 3, 72, -14 * (index + 1), -14 * index - 1, '#e2b64f'),
  );
  return groundShadow(paint, x, 86, 0.4) + stack.join('');
}

/** A bag with handles and a ribboned box. */
export const retail: Motif = ({ palette, paint }) => {
  const handle = `<path d="M-92,-236C-92,-330 12,-330 12,-236" fill="none" stroke="${lighter(palette.primary, -0.2)}" stroke-width="8" stroke-linecap="round"/>`;
  const bag = `<path d="M-160,-240H80L96,0H-176Z" fill="${slopeLight(paint, palette.primary)}"/><path d="M80,-240L120,-214L134,-8L96,0Z" fill="${lighter(palette.primary, -0.16)}"/>`;
  const sign = `<circle cx="-40" cy="-118" r="46" fill="none" stroke="${palette.onPrimary}" stroke-width="6" opacity="0.9"/><path d="M-58,-118l14,15l24,-29" fill="none" stroke="${palette.onPrimary}" stroke-width="7" stroke-linecap="round" stroke-linejoin="round"/>`;
  const box = `<rect x="104" y="-112" width="130" height="112" rx="5" fill="${slopeLight(paint, palette.accent)}"/><rect x="96" y="-134" width="146" height="32" rx="5" fill="${slopeLight(paint, lighter(palette.accent, 0.03))}"/><rect x="159" y="-134" width="20" height="134" fill="${palette.secondary}"/><path d="M169,-136C130,-190 108,-140 169,-136C230,-140 208,-190 169,-136Z" fill="none" stroke="${palette.secondary}" stroke-width="10"/>`;
  return `${groundShadow(paint, -30, 320, 0.5)}${handle}${bag}<g transform="translate(22,8)">${handle}</g>${sign}${groundShadow(paint, 170, 160, 0.45)}${box}`;
};
