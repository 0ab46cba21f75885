/** One tile of the geometric quilt: quarter circles, petals, arcs, stripes and discs. */
import { round } from '../drawing/paint.ts';
import type { SeededRandom } from '../drawing/seeded-random.ts';

type Colours = readonly [string, ...string[]];

const MOTIFS: readonly [Motif, ...Motif[]] = [quarter, petal, disc, arcs, halves, stripes, quarter, petal];

type Motif = (side: number, front: string, back: string) => string;

/** A square at (x, y), turned by a random quarter; `ground` may serve as its back, so that the quilt breathes. */
export function drawTile(
  random: SeededRandom,
  x: number,
  y: number,
  side: number,
  colours: Colours,
  ground: string,
): string {
  const front = random.pick(colours);
  const others = colours.filter((colour) => colour !== front);
  const back = random.next() < 0.4 ? ground : random.pick([others[0] ?? ground, ...others.slice(1)]);
  const motif = random.pick(MOTIFS);
  const half = round(side / 2);
  const turn = random.integer(0, 3) * 90;
  return `<g transform="translate(${round(x)},${round(y)}) rotate(${turn} ${half} ${half})"><rect width="${round(side + 0.6)}" height="${round(side + 0.6)}" fill="${back}"/>${motif(round(side), front, back)}</g>`;
}

function quarter(side: number, front: string): string {
  return `<path d="M0,0H${side}A${side},${side} 0 0 1 0,${side}Z" fill="${front}"/>`;
}

function petal(side: number, front: string): string {
  return `<path d="M0,0A${side},${side} 0 0 1 ${side},${side}A${side},${side} 0 0 1 0,0Z" fill="${front}"/>`;
}

function disc(side: number, front: string, back: string): string {
  return `<circle cx="${side / 2}" cy="${side / 2}" r="${round(side * 0.4)}" fill="${front}"/><circle cx="${side / 2}" cy="${side / 2}" r="${round(side * 0.16)}" fill="${back}"/>`;
}

function arcs(side: number, front: string): string {
  return [0.9, 0.65, 0.4, 0.15]
    .map(
      (share) =>
        `<path d="M${round(side * share)},0A${round(side * share)},${round(side * share)} 0 0 1 0,${round(side * share)}" fill="none" stroke="${front}" stroke-width="${round(side * 0.11)}"/>`,
    )
    .join('');
}

function halves(side: number, front: string): string {
  const half = side / 2;
  return `<path d="M0,0H${side}A${half},${half} 0 0 1 0,0Z" fill="${front}"/><path d="M0,${half}H${side}A${half},${half} 0 0 1 0,${half}Z" fill="${front}"/>`;
}

function stripes(side: number, front: string): string {
  return [0, 2, 4, 6]
    .map(
      (step) => `<rect y="${round((side * step) / 7)}" width="${side}" height="${round(side / 7)}" fill="${front}"/>`,
    )
    .join('');
}
