/** Where a film looks: our visuals keep their words left and their subject right, or words above and subject below. */
import type { Raster } from '../drawing/resvg.ts';
import type { View } from './frame.ts';

interface Move {
  from: View;
  to: View;
}

interface Views {
  /** From the whole visual to its subject. */
  opening: Move;
  /** Slow moves over the subject, away from the printed words, which would fight with captions. */
  slowMoves: readonly [Move, ...Move[]];
  punchIns: readonly [View, ...View[]];
}

/** Beyond this width to height, the visual's words and subject stand side by side. */
const WIDE_ASPECT = 1.2;

export function viewsOf(picture: Raster): Views {
  return picture.width / picture.height > WIDE_ASPECT ? SIDE_BY_SIDE : STACKED;
}

const SIDE_BY_SIDE: Views = {
  opening: { from: { x: 0.5, y: 0.5, size: 1 }, to: { x: 0.98, y: 0.85, size: 0.6 } },
  slowMoves: [
    { from: { x: 0.98, y: 0.95, size: 0.5 }, to: { x: 0.98, y: 0.85, size: 0.58 } },
    { from: { x: 0.84, y: 0.92, size: 0.48 }, to: { x: 1, y: 0.92, size: 0.48 } },
    { from: { x: 0.94, y: 0.72, size: 0.48 }, to: { x: 0.94, y: 0.95, size: 0.48 } },
    { from: { x: 0.98, y: 0.85, size: 0.42 }, to: { x: 0.98, y: 0.9, size: 0.58 } },
  ],
  punchIns: [
    { x: 0.96, y: 0.8, size: 0.5 },
    { x: 0.5, y: 0.5, size: 0.94 },
    { x: 0.86, y: 0.85, size: 0.42 },
    { x: 1, y: 0.6, size: 0.58 },
  ],
};

const STACKED: Views = {
  opening: { from: { x: 0.5, y: 0.12, size: 1 }, to: { x: 0.5, y: 0.92, size: 0.94 } },
  slowMoves: [
    { from: { x: 0.5, y: 0.94, size: 0.74 }, to: { x: 0.5, y: 0.98, size: 0.94 } },
    { from: { x: 0.3, y: 0.92, size: 0.68 }, to: { x: 0.7, y: 0.92, size: 0.68 } },
    { from: { x: 0.5, y: 0.96, size: 0.96 }, to: { x: 0.5, y: 0.9, size: 0.7 } },
    { from: { x: 0.65, y: 0.88, size: 0.66 }, to: { x: 0.45, y: 0.96, size: 0.8 } },
  ],
  punchIns: [
    { x: 0.5, y: 0.92, size: 0.78 },
    { x: 0.5, y: 0.25, size: 1 },
    { x: 0.4, y: 0.88, size: 0.58 },
    { x: 0.6, y: 0.95, size: 0.88 },
  ],
};
