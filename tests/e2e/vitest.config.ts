import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { noRealModels } from '../support/no-real-models.ts';
import { patience } from '../support/patience.ts';

/** The journeys of a user, against whatever E2E_API_URL and E2E_LIVE_URL name; without them against the embedded platform. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['tests/e2e/**/*.e2e.ts'],
    globalSetup: ['tests/e2e/target.ts'],
    // A whole campaign draws pictures and encodes films: the wait covers a slow machine, not a slow test.
    testTimeout: 240_000,
    hookTimeout: 60_000,
    pool: 'forks',
    env: noRealModels,
    // One campaign at a time: films are encoded by the processor, and two at once only wait for each other.
    fileParallelism: false,
    ...patience,
  },
});
