import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { noRealModels } from '../support/no-real-models.ts';
import { patience } from '../support/patience.ts';
import { findBrowser } from './browser.ts';

if (!findBrowser())
  console.log(
    'No browser was found (chromium, or the path in CHROMIUM): the journeys through the application are skipped.',
  );

/** The application in a real browser, on an embedded platform of its own. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['tests/web/**/*.e2e.ts'],
    globalSetup: ['tests/web/site.ts'],
    // A whole campaign draws pictures and encodes films: the wait covers a slow machine, not a slow test.
    testTimeout: 240_000,
    hookTimeout: 120_000,
    pool: 'forks',
    env: noRealModels,
    fileParallelism: false,
    ...patience,
  },
});
