// What the mutation tester counted, file by file, with the day: kept in scores.json by run.ts, and summed up by piece in the README.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

/** In percent of the changes that count: what each piece is to reach. */
export const leastScore = 85;

const countSchema = z.strictObject({ changes: z.int().min(1), noticed: z.int().min(0), on: z.iso.date() });
const scoresSchema = z.record(z.string(), z.record(z.string(), countSchema));
export type Count = z.infer<typeof countSchema>;
type Scores = z.infer<typeof scoresSchema>;

const path = fileURLToPath(new URL('./scores.json', import.meta.url));
const readme = fileURLToPath(new URL('./README.md', import.meta.url));

export const readScores = (): Scores => scoresSchema.parse(JSON.parse(readFileSync(path, 'utf8')));

/** Takes the counts of a run in, here and in the README's table. Files that a run of some did not look at keep theirs. */
export function keepScores(piece: string, counts: Readonly<Record<string, Count>>, isWhole: boolean): void {
  const scores = readScores();
  const files = Object.entries({ ...(isWhole ? {} : scores[piece]), ...counts }).toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  );
  writeFileSync(path, `${JSON.stringify({ ...scores, [piece]: Object.fromEntries(files) }, null, 2)}\n`);
  const row = rowOf(piece, sumOf(readScores()[piece] ?? {}));
  const table = readFileSync(readme, 'utf8').split('\n');
  writeFileSync(readme, table.map((line) => (line.startsWith(`| ${piece} |`) ? row : line)).join('\n'));
}

export interface Sum {
  readonly files: number;
  readonly changes: number;
  readonly noticed: number;
  /** Percent. */
  readonly score: number;
}

export function sumOf(counts: Readonly<Record<string, Omit<Count, 'on'>>>): Sum {
  const all = Object.values(counts);
  const changes = all.reduce((sum, count) => sum + count.changes, 0);
  const noticed = all.reduce((sum, count) => sum + count.noticed, 0);
  return { files: all.length, changes, noticed, score: changes === 0 ? 100 : (100 * noticed) / changes };
}

/** A row of the README's table. */
export const rowOf = (piece: string, { files, changes, noticed, score }: Sum): string =>
  `| ${piece} | ${files} | ${changes} | ${noticed} | ${score.toFixed(1)} % |`;
