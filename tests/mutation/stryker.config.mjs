// How the mutation tester runs: see tests/mutation/README.md. One piece of the code at a time, named by the environment (run.ts).
import { fileURLToPath } from 'node:url';
import { pieces } from './pieces.ts';

const piece = pieces[process.env.MUTATED_PIECE ?? ''];
if (!piece) throw new Error(`MUTATED_PIECE must be one of ${Object.keys(pieces).join(', ')}`);
const files = (process.env.MUTATED_FILES ?? '').split(',').filter(Boolean);
const pathOf = (file) => fileURLToPath(new URL(file, import.meta.url));
const tests = pathOf('./vitest.config.ts');
const vitestRunner = './node_modules/@stryker-mutator/vitest-runner/dist/src/index.js';

export default {
  ...(piece.isPure
    ? { testRunner: 'loaded-suites', plugins: [pathOf('./loaded-suites.mjs')] }
    : { testRunner: 'vitest', plugins: [pathOf(vitestRunner)], vitest: { configFile: tests, related: false } }),
  mutate: files.length > 0 ? files : piece.mutate,
  // Wording is what reviews are for: a message that says something else is no fault of logic.
  mutator: { excludedMutations: ['StringLiteral'] },
  ignoreStatic: true,
  concurrency: 1,
  // What runs out of time counts as noticed: a machine at work must not make it so.
  timeoutMS: 60_000,
  disableTypeChecks: false,
  tempDirName: `.mutation/sandbox-${process.env.MUTATED_PIECE}`,
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: `.mutation/${process.env.MUTATED_PIECE}.json` },
  // Suites that are loaded once give rows of a table no names to be known by again.
  incremental: !piece.isPure,
  incrementalFile: `.mutation/${process.env.MUTATED_PIECE}-incremental.json`,
  ignorePatterns: ['docs', 'infra', 'web', 'seed', 'artefacts', '.mutation', 'cdk.out', 'tests/mutation/node_modules'],
};
