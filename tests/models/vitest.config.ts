import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { patience } from '../support/patience.ts';

/** Whole campaigns by real models, as far as the application can tell: every call goes over HTTP to a provider on loopback that keeps its own bill. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['tests/models/**/*.e2e.ts'],
    // A film is asked for again after a quarter of a minute at the soonest.
    testTimeout: 240_000,
    hookTimeout: 120_000,
    pool: 'forks',
    fileParallelism: false,
    ...patience,
  },
});
