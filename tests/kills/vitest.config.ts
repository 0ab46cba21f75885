import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { noRealModels } from '../support/no-real-models.ts';

/** The suites that kill and delete at random moments, at every moment: `npm test` runs a sample of each. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: [
      'tests/kills/*.test.ts',
      'shared/generation/call-conservation.test.ts',
      'shared/accounts/sweep-deletions.test.ts',
    ],
    testTimeout: 600_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // What is measured is what a death leaves, not how two platforms share a processor.
    fileParallelism: false,
    env: { EVERY_KILL: '1', POWERTOOLS_LOG_LEVEL: 'SILENT', POWERTOOLS_METRICS_DISABLED: 'true', ...noRealModels },
  },
});
