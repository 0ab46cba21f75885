// npm run test:deploy: the real app, deployed by CDK to an AWS emulator, driven as users do, updated, and removed again.
// Uses the emulator at AWS_ENDPOINT_URL, or starts one of its own; where neither is to be had it says so and ends well.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  awaitEmulator,
  bootstrapEmulator,
  countResources,
  type Deployment,
  deployToEmulator,
  differencesOnEmulator,
  removeFromEmulator,
  useEmulator,
} from '../../scripts/deploy/emulator.ts';
import { projectRoot } from '../../scripts/deploy/run-cdk.ts';
import { findBrowser } from '../web/browser.ts';
import { collectEvidence } from './collect-evidence.ts';
import { runJourneys } from './run-journeys.ts';
import { checkSite, openSite } from './site/deployed-site.ts';
import { type Emulator, NoEmulator, startEmulator } from './start-emulator.ts';
import { updateUnderWay } from './update-under-way.ts';

const directory = join(projectRoot, '.ministack');
const evidenceDirectory = join(projectRoot, 'artefacts', 'deploy');
const results = { passed: 0, failed: 0 };

/** Runs one check and tells how it went. A failure ends the run: what follows builds on what was before. */
async function check<Value>(what: string, run: () => Promise<Value>): Promise<Value> {
  const startedAt = performance.now();
  try {
    const value = await run();
    results.passed += 1;
    console.log(`✓ ${what} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
    return value;
  } catch (error) {
    results.failed += 1;
    console.error(`✗ ${what}`);
    throw error;
  }
}

async function findEmulator(): Promise<Emulator> {
  const given = process.env.AWS_ENDPOINT_URL;
  if (!given) return startEmulator(directory);
  await awaitEmulator(given, 30);
  console.log(`Using the emulator at ${given}`);
  return { endpoint: given, logFile: '', stop: async () => {} };
}

async function deploy(): Promise<Deployment> {
  const deployment = await check('deploys every stack into an empty account', async () => {
    await bootstrapEmulator();
    return deployToEmulator({ directory });
  });
  for (const stack of deployment.stacks) console.log(`  ${stack}: ${await countResources(stack)} resources`);
  console.log(`  cdk deploy took ${deployment.seconds.toFixed(1)} s`);
  return deployment;
}

async function testDeployment(deployment: Deployment): Promise<void> {
  const { apiUrl, liveUrl } = deployment;
  const environment = { E2E_API_URL: apiUrl, E2E_LIVE_URL: liveUrl };
  const carries = () => runJourneys({ name: 'e2e', environment, directory });
  results.passed += (await check('carries every journey of a user', carries)) - 1;
  await testSite(deployment);
  await check('an unchanged app has no difference to what is deployed', async () => {
    const differences = await differencesOnEmulator({ directory });
    if (differences) throw new Error(differences);
  });
  await check('a campaign that waits for approval survives an update and finishes on the new version', () =>
    updateUnderWay(deployment, async () => {
      const { apiUrl, seconds } = await deployToEmulator({ directory, app: 'node tests/deploy/updated-app.ts' });
      console.log(`  the update took ${seconds.toFixed(1)} s`);
      if (apiUrl !== deployment.apiUrl)
        throw new Error(`The update moved the API from ${deployment.apiUrl} to ${apiUrl}`);
    }),
  );
}

/** From the registration to the export, by hand in a browser. */
const campaignsInBrowser = ['tests/web/automatic-run.e2e.ts'];

async function testSite(deployment: Deployment): Promise<void> {
  const site = await check('has its application in a bucket', () => openSite(deployment, directory));
  console.log(`  ${site.files} files, served at ${site.url} as the template of the distribution says`);
  try {
    await check('answers a browser as CloudFront is told to', () => checkSite(site));
    if (!findBrowser())
      return console.log('skipped: the journeys in a browser need chromium. Install it, or name its path in CHROMIUM.');
    const suite = { name: 'web', files: campaignsInBrowser, environment: { WEB_URL: site.url }, directory };
    results.passed +=
      (await check('carries a person with a browser from the registration to the export', () => runJourneys(suite))) -
      1;
  } finally {
    await site.stop();
  }
}

async function tearDown({ stacks, apiUrl }: Deployment): Promise<void> {
  await check('removes every stack again', async () => {
    await removeFromEmulator(stacks);
    const answer = await fetch(`${apiUrl}/health`);
    if (answer.ok) throw new Error(`${apiUrl} still answers after its stack was deleted`);
  });
}

async function main(): Promise<number> {
  const emulator = await findEmulator();
  const stop = () => void emulator.stop().finally(() => process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  useEmulator(emulator.endpoint);
  let deployment: Deployment | undefined;
  try {
    deployment = await deploy();
    await testDeployment(deployment);
    await tearDown(deployment);
  } catch (error) {
    if (results.failed === 0) results.failed = 1;
    console.error(error instanceof Error ? error.message : error);
    const files = [emulator.logFile, join(directory, 'journeys-e2e.json'), join(directory, 'journeys-web.json')].filter(
      (file) => existsSync(file),
    );
    await collectEvidence({
      directory: evidenceDirectory,
      stateMachineArn: deployment?.stateMachineArn,
      files,
    });
  } finally {
    await emulator.stop();
  }
  console.log(`${results.passed} passed, ${results.failed} failed`);
  return results.failed === 0 ? 0 : 1;
}

try {
  process.exit(await main());
} catch (error) {
  if (!(error instanceof NoEmulator)) throw error;
  console.log(
    `skipped: test:deploy needs an AWS emulator: ${error.message}. Set AWS_ENDPOINT_URL to use one that runs.`,
  );
}
