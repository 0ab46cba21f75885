// Changes the code in thousands of small ways and counts how many the suites notice: `npm run test:mutation -- domain kit` for some pieces,
// without names for all (pieces.ts), `-- domain shared/domain/costs/money.ts` for some files of a piece. Takes minutes for each. Fails when a piece, or what
// was chosen of it, stays below what it must reach.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { UsageError } from '../../cli/command-errors.ts';
import { refuse } from '../../cli/program-options.ts';
import { pieces } from './pieces.ts';
import { type Count, keepScores, leastScore, rowOf, sumOf } from './scores.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));

const reportSchema = z.object({
  files: z.record(
    z.string(),
    z.object({
      mutants: z.array(
        z.object({
          status: z.string(),
          mutatorName: z.string(),
          replacement: z.string().optional(),
          location: z.object({ start: z.object({ line: z.int() }) }),
        }),
      ),
    }),
  ),
});

const isFile = (word: string) => word.endsWith('.ts');
const chosen = process.argv.slice(2).filter((word) => !isFile(word));
const chosenFiles = process.argv.slice(2).filter(isFile);
const unknown = chosen.filter((name) => !(name in pieces));
if (unknown.length > 0)
  refuse(new UsageError(`There is no piece ${unknown.join(', ')}. Choose from ${Object.keys(pieces).join(', ')}.`));

if (chosenFiles.length > 0 && chosen.length !== 1) throw new Error('Name one piece, then files of it.');

if (!existsSync(`${here}node_modules`)) run('npm', ['ci', '--no-audit', '--no-fund'], here);
const scores = (chosen.length > 0 ? chosen : Object.keys(pieces)).map(scoreOf);
console.log('| piece | files | changes | noticed | score |\n|---|---|---|---|---|');
for (const { piece, sum } of scores) console.log(rowOf(piece, sum));
const low = scores.filter(({ sum }) => sum.score < leastScore);
if (low.length > 0) {
  console.error(`Below ${leastScore} %: ${low.map(({ piece }) => piece).join(', ')}`);
  process.exit(1);
}

/**
 * Runs the tester on a piece, counts, and keeps the counts of each file. What no test reaches counts as not noticed; what cannot even be started
 * does not count.
 */
function scoreOf(piece: string) {
  run(
    process.execPath,
    [`${here}node_modules/@stryker-mutator/core/bin/stryker.js`, 'run', `${here}stryker.config.mjs`],
    root,
    { MUTATED_PIECE: piece, MUTATED_FILES: chosenFiles.join(',') },
  );
  const { files } = reportSchema.parse(JSON.parse(readFileSync(`${root}.mutation/${piece}.json`, 'utf8')));
  const on = new Date().toISOString().slice(0, 10);
  const counts: Record<string, Count> = {};
  for (const [file, { mutants }] of Object.entries(files)) {
    if (chosenFiles.length > 0 && !chosenFiles.includes(file)) continue;
    const noticed = mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
    const missed = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
    for (const { location, mutatorName, replacement = '' } of missed)
      console.log(`${file}:${location.start.line} ${mutatorName}: ${replacement.slice(0, 120)}`);
    if (noticed + missed.length > 0) counts[file] = { changes: noticed + missed.length, noticed, on };
  }
  keepScores(piece, counts, chosenFiles.length === 0);
  return { piece, sum: sumOf(counts) };
}

function run(command: string, args: readonly string[], cwd: string, env: Record<string, string> = {}): void {
  const { status } = spawnSync(command, args, {
    cwd,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(`${command} ended with ${status}`);
}
