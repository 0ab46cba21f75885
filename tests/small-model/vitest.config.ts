import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { noRealModels } from '../support/no-real-models.ts';

/** A real model of 135 million parameters on one processor: slow, odd, and not to be foreseen. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['tests/small-model/**/*.e2e.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    fileParallelism: false,
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT', POWERTOOLS_METRICS_DISABLED: 'true', ...noRealModels },
  },
});
