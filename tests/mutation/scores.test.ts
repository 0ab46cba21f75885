import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pieces } from './pieces.ts';
import { leastScore, readScores, rowOf, sumOf } from './scores.ts';

const table = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
const scores = readScores();
/** Measured and still below: whoever brings it up takes it off. */
const notThereYet = ['brief-reading'];

it.each(Object.keys(pieces))('the score of %s is what was counted of it, and what it is to be', (piece) => {
  const sum = sumOf(scores[piece] ?? {});
  expect(table).toContain(rowOf(piece, sum));
  // Of what has been measured: the table says where nothing was.
  expect(sum.score < leastScore).toBe(notThereYet.includes(piece));
});

it('has no score of a piece that there is not', () => {
  expect(Object.keys(scores).filter((piece) => !(piece in pieces))).toEqual([]);
});
