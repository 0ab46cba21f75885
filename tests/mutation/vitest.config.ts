import { defineConfig } from 'vitest/config';
import { pieces } from './pieces.ts';

const suites = pieces[process.env['MUTATED_PIECE'] ?? '']?.suites ?? [];

/** The suites that must notice what the mutation tester changes. */
export default defineConfig({
  test: {
    include: suites.filter((pattern) => !pattern.startsWith('!')),
    exclude: suites.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1)),
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT', POWERTOOLS_METRICS_DISABLED: 'true' },
  },
});
