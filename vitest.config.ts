import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { sortSuites } from './tests/support/sort-suites.ts';

const stacks = 'tests/infra/**/*.test.ts';
const suites = sortSuites(fileURLToPath(new URL('.', import.meta.url)));

/**
 * Unit suites lie beside the code they prove and start nothing; service suites start what the embedded platform is made of, or all of it, or
 * bundle and render. `npm run test:unit` runs the former.
 */
export default defineConfig({
  test: {
    pool: 'forks',
    reporters: ['default', './tests/support/proof-reporter.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A busy machine is slow, and no fault. A test that expects nothing proves nothing.
    expect: { poll: { timeout: 20_000 }, requireAssertions: true },
    // On a machine that others use, a test may try again; .ci/run lists those that had to, so that none hides.
    retry: process.env['CI'] ? 1 : 0,
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT', POWERTOOLS_METRICS_DISABLED: 'true' },
    projects: [
      // Modules are read once for all of them.
      { extends: true, test: { name: 'unit', include: [...suites.unit], isolate: false } },
      {
        extends: true,
        test: {
          name: 'service',
          include: [...suites.service],
          exclude: ['**/node_modules/**', 'tests/bench/**', 'tests/deploy/**', 'tests/e2e/**', stacks],
          setupFiles: ['tests/support/fail-on-unexpected-errors.ts'],
        },
      },
      // CDK brings assertions of its own, which nobody counts.
      { extends: true, test: { name: 'stacks', include: [stacks], expect: { requireAssertions: false } } },
    ],
  },
});
