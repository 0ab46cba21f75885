import { defineConfig } from 'vitest/config';
import { noRealModels } from '../support/no-real-models.ts';
import { patience } from '../support/patience.ts';

/** Version 2's commands on the ports they name, 8000 and 5173: apart from the other suites, because ports are there once. */
export default defineConfig({
  test: {
    include: ['tests/guide/**/*.e2e.ts'],
    env: noRealModels,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    ...patience,
  },
});
