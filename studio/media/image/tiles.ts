/** Squares of a geometric quilt: quarter circles, petals, arcs, stripes and discs. For posters, and for films, where they come one by one. */
import type { Pen } from '../drawing/pen.ts';
import type { SeededRandom } from '../drawing/seeded-random.ts';
import { type Box, disc, rectangle } from '../drawing/shapes.ts';

export interface Tile extends Box {
  draw(pen: Pen): void;
}
type Motif = (pen: Pen, side: number, front: string, back: string) => void;

const quarter: Motif = (pen, side, front) => pen.fill(`M0,0H${side}A${side},${side} 0 0 1 0,${side}Z`, front);
const petal: Motif = (pen, side, front) =>
  pen.fill(`M0,0A${side},${side} 0 0 1 ${side},${side}A${side},${side} 0 0 1 0,0Z`, front);
const ring: Motif = (pen, side, front, back) => {
  pen.fill(disc(side / 2, side / 2, side * 0.4), front);
  pen.fill(disc(side / 2, side / 2, side * 0.16), back);
};
const arcs: Motif = (pen, side, front) => {
  for (const share of [0.9, 0.65, 0.4, 0.15].map((each) => each * side))
    pen.within({ clip: rectangle({ x: 0, y: 0, width: side, height: side }) }, () =>
      pen.stroke(disc(0, 0, share), front, side * 0.11),
    );
};
const halves: Motif = (pen, side, front) => {
  const half = side / 2;
  for (const top of [0, half]) pen.fill(`M0,${top}H${side}A${half},${half} 0 0 1 0,${top}Z`, front);
};
const stripes: Motif = (pen, side, front) => {
  for (const step of [0, 2, 4, 6])
    pen.fill(rectangle({ x: 0, y: (side * step) / 7, width: side, height: side / 7 }), front);
};
const MOTIFS: readonly [Motif, ...Motif[]] = [quarter, petal, ring, arcs, halves, stripes, quarter, petal];

/** As many tiles as fill the box from its lower right corner; `ground` serves some of them as a back, so that the quilt breathes. */
export function quilt(
  random: SeededRandom,
  box: Box,
  side: number,
  colours: readonly [string, ...string[]],
  ground: string,
): Tile[] {
  // A sliver over is no row: the tenth lets rounding pass, and the quilt never reaches into the words.
  const [columns, rows] = [box.width, box.height].map((length) => Math.floor(length / side + 0.1)) as [number, number];
  const left = box.x + box.width - columns * side;
  const top = box.y + box.height - rows * side;
  return Array.from({ length: columns * rows }, (_, index) => {
    const place = { x: left + (index % columns) * side, y: top + Math.floor(index / columns) * side };
    return { ...place, width: side, height: side, draw: tile(random, side, colours, ground) };
  });
}

function tile(
  random: SeededRandom,
  side: number,
  colours: readonly [string, ...string[]],
  ground: string,
): (pen: Pen) => void {
  const front = random.pick(colours);
  const [other = ground, ...others] = colours.filter((colour) => colour !== front);
  const back = random.next() < 0.4 ? ground : random.pick([other, ...others]);
  const motif = random.pick(MOTIFS);
  const turn = random.integer(0, 3) * 90;
  return (pen) => {
    // A hair over, so that no seam shows between two squares.
    pen.fill(rectangle({ x: 0, y: 0, width: side + 0.5, height: side + 0.5 }), back);
    pen.within({ x: side / 2, y: side / 2, turn }, () =>
      pen.within({ x: -side / 2, y: -side / 2 }, () => motif(pen, side, front, back)),
    );
  };
}
