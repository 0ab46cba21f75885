import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pieces } from './pieces.ts';
import { leastScore, readScores, rowOf, sumOf } from './scores.ts';

const table = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
const scores = readScores();

it.each(Object.keys(pieces))('the score of %s is what was counted of it, and what it is to be', (piece) => {
  const sum = sumOf(scores[piece] ?? {});
  expect(table).toContain(rowOf(piece, sum));
  expect(sum.changes).toBeGreaterThan(0);
  expect(sum.score).toBeGreaterThanOrEqual(leastScore);
});

it('has no score of a piece that there is not', () => {
  expect(Object.keys(scores).filter((piece) => !(piece in pieces))).toEqual([]);
});
