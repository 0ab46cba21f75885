import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { noRealModels } from './tests/support/no-real-models.ts';
import { patience } from './tests/support/patience.ts';
import { sortSuites } from './tests/support/sort-suites.ts';

const cores = availableParallelism();
const suites = sortSuites(fileURLToPath(new URL('.', import.meta.url)));
const isBesideItsCode = (file: string) => /^(functions|shared|studio|scripts)\//.test(file);
const isOfStacks = (file: string) => file.startsWith('tests/infra/');

/**
 * Unit suites lie beside the code they prove and start nothing; service suites start what the embedded platform is made of, or all of it, or
 * bundle and render. `npm run test:unit` runs the former.
 */
export default defineConfig({
  test: {
    pool: 'forks',
    // Left to itself, the runner would leave one of two cores idle.
    ...(cores === 2 ? { maxWorkers: cores } : {}),
    reporters: ['default', './tests/support/proof-reporter.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    unstubGlobals: true, // suites share a process
    ...patience,
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT', POWERTOOLS_METRICS_DISABLED: 'true', ...noRealModels },
    projects: [
      // Modules are read once for all of them.
      { extends: true, test: { name: 'unit', include: [...suites.unit], isolate: false } },
      // Packages are read once for all of them, the project's modules by each: a process runs one platform.
      {
        extends: true,
        test: {
          name: 'service',
          include: suites.service.filter((file) => !isOfStacks(file) && !isBesideItsCode(file)),
          setupFiles: ['tests/support/begin-anew.ts', 'tests/support/fail-on-unexpected-errors.ts'],
          sequence: { setupFiles: 'list' },
          isolate: false,
        },
      },
      // They start a table or a process of their own, and leave nothing behind.
      {
        extends: true,
        test: { name: 'parts', include: suites.service.filter(isBesideItsCode), isolate: false },
      },
      // CDK is read, and each stage synthesised, once for all of them; it brings assertions of its own, which nobody counts.
      {
        extends: true,
        test: {
          name: 'stacks',
          include: suites.service.filter(isOfStacks),
          isolate: false,
          expect: { requireAssertions: false },
        },
      },
    ],
  },
});
