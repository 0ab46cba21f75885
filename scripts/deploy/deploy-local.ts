// npm run deploy:local: the real stacks on an AWS emulator of this machine, LocalStack or MiniStack (docker-compose.yml starts either).
import { runToExit } from './deploy-error.ts';
import { awaitEmulator, bootstrapEmulator, countResources, deployToEmulator, useEmulator } from './emulator.ts';

/** An address by number: Node does not resolve the names below localhost that some tools make of it. */
const usualEndpoint = 'http://127.0.0.1:4566';

await runToExit(async () => {
  const endpoint = process.env.AWS_ENDPOINT_URL ?? usualEndpoint;
  await awaitEmulator(endpoint, 5);
  useEmulator(endpoint);
  console.log(`Deploying to ${endpoint}…`);
  await bootstrapEmulator();
  const { apiUrl, liveUrl, seconds, stacks } = await deployToEmulator({ directory: 'cdk.out/local' });
  for (const stack of stacks) console.log(`✓ ${stack}: ${await countResources(stack)} resources`);
  console.log(`✓ deployed in ${Math.round(seconds)} s\n\n  API     ${apiUrl}\n  Socket  ${liveUrl}`);
  return 0;
});
