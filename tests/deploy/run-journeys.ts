// Runs the same suites that the embedded platform passes, in a process of their own, against a deployment.
import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { projectRoot } from '../../scripts/deploy/run-cdk.ts';

const reportSchema = z.object({ numPassedTests: z.int(), numFailedTests: z.int(), numTotalTests: z.int() });

interface Suite {
  /** The folder below tests/ whose configuration is used. */
  readonly name: string;
  /** Files of the suite; all of them when there is none. */
  readonly files?: readonly string[];
  /** What tells the suite where the deployment is. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where its report is written. */
  readonly directory: string;
}

/** Yields how many journeys passed. Throws when one failed or none ran. */
export async function runJourneys({ name, files = [], environment, directory }: Suite): Promise<number> {
  const report = join(directory, `journeys-${name}.json`);
  await rm(report, { force: true });
  const vitest = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const config = ['--config', `tests/${name}/vitest.config.ts`];
  const child = spawn(process.execPath, [vitest, 'run', ...config, ...reporters, ...files], {
    cwd: projectRoot,
    env: { ...process.env, ...environment },
    stdio: 'inherit',
  });
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
  const { numPassedTests, numFailedTests, numTotalTests } = reportSchema.parse(
    JSON.parse(await readFile(report, 'utf8')),
  );
  if (exitCode === 0 && numPassedTests > 0 && numPassedTests === numTotalTests) return numPassedTests;
  throw new Error(`${numFailedTests} of ${numTotalTests} journeys failed (exit code ${exitCode})`);
}
