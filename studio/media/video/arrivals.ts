/** How words come into a film. */
import type { Pen } from '../drawing/pen.ts';
import { rectangle } from '../drawing/shapes.ts';
import { drawPieces, type TextPiece } from '../text/text-block.ts';
import { overshoot } from './timing.ts';

/** Comes up from behind the line's own lower edge. */
export function rise(pen: Pen, line: TextPiece, share: number): void {
  if (share > 0) shifted(pen, line, (1 - share) * line.size * 1.2, share < 1);
}

/** Comes up fast, a little too far, and settles. */
export function jump(pen: Pen, word: TextPiece, share: number): void {
  if (share > 0) shifted(pen, word, (1 - overshoot(share)) * word.size, share < 1);
}

function shifted(pen: Pen, piece: TextPiece, y: number, isMoving: boolean): void {
  pen.within(isMoving ? { clip: roomOf(piece), y } : {}, () => drawPieces(pen, [piece]));
}

/** From well above its accents to below its descenders. */
const roomOf = ({ x, baseline, width, size }: TextPiece): string =>
  rectangle({ x: x - size * 0.2, y: baseline - size * 1.4, width: width + size * 0.4, height: size * 1.72 });
