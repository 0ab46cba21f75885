// How the mutation tester runs: see tests/mutation/README.md. One piece of the code at a time, named by the environment (run.ts).
import { fileURLToPath } from 'node:url';
import { pieces } from './pieces.ts';

const piece = pieces[process.env.MUTATED_PIECE ?? ''];
if (!piece) throw new Error(`MUTATED_PIECE must be one of ${Object.keys(pieces).join(', ')}`);
const files = (process.env.MUTATED_FILES ?? '').split(',').filter(Boolean);
const tests = fileURLToPath(new URL('./vitest.config.ts', import.meta.url));

export default {
  testRunner: 'vitest',
  plugins: [fileURLToPath(new URL('./node_modules/@stryker-mutator/vitest-runner/dist/src/index.js', import.meta.url))],
  vitest: { configFile: tests, related: false },
  mutate: files.length > 0 ? files : piece.mutate,
  // Wording is what reviews are for: a message that says something else is no fault of logic.
  mutator: { excludedMutations: ['StringLiteral'] },
  ignoreStatic: true,
  concurrency: 1,
  timeoutMS: 10_000,
  disableTypeChecks: false,
  tempDirName: `.mutation/sandbox-${process.env.MUTATED_PIECE}`,
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: `.mutation/${process.env.MUTATED_PIECE}.json` },
  incremental: true,
  incrementalFile: `.mutation/${process.env.MUTATED_PIECE}-incremental.json`,
  ignorePatterns: ['docs', 'infra', 'web', 'seed', 'artefacts', '.mutation', 'cdk.out', 'tests/mutation/node_modules'],
};
