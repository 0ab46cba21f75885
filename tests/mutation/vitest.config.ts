import { defineConfig } from 'vitest/config';
import { pieces } from './pieces.ts';

/** The suites that must notice what the mutation tester changes. */
export default defineConfig({
  test: {
    include: [...(pieces[process.env['MUTATED_PIECE'] ?? '']?.suites ?? [])],
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT', POWERTOOLS_METRICS_DISABLED: 'true' },
  },
});
