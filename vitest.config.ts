import { defineConfig } from 'vitest/config';

/** Unit suites lie beside the code they prove; suites that start the embedded platform lie under tests/. */
export default defineConfig({
  test: {
    include: ['{cli,functions,infra,local,shared,statemachines,studio,scripts}/**/*.test.ts', 'tests/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'tests/bench/**', 'tests/deploy/**', 'tests/e2e/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A busy machine is slow, and no fault.
    expect: { poll: { timeout: 20_000 } },
    pool: 'forks',
    // On a machine that others use, a test may try again; .ci/run lists those that had to, so that none hides.
    retry: process.env['CI'] ? 1 : 0,
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT', POWERTOOLS_METRICS_DISABLED: 'true' },
  },
});
