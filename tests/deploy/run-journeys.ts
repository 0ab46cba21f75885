// Runs the same end-to-end suite that the embedded platform passes, in a process of its own, against a deployment.
import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { projectRoot } from '../../scripts/deploy/run-cdk.ts';

const reportSchema = z.object({ numPassedTests: z.int(), numFailedTests: z.int(), numTotalTests: z.int() });

interface Addresses {
  readonly apiUrl: string;
  readonly liveUrl: string;
}

/** Yields how many journeys passed. Throws when one failed or none ran. */
export async function runJourneys({ apiUrl, liveUrl }: Addresses, directory: string): Promise<number> {
  const report = join(directory, 'journeys.json');
  await rm(report, { force: true });
  const vitest = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const child = spawn(process.execPath, [vitest, 'run', '--config', 'tests/e2e/vitest.config.ts', ...reporters], {
    cwd: projectRoot,
    env: { ...process.env, E2E_API_URL: apiUrl, E2E_LIVE_URL: liveUrl },
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
