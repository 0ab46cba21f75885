// Asks a deployment whether its functions run on the Node they were built for. An emulator accepts any runtime in a template and then starts
// the `node` it finds on its own machine, with which functions fail only once a phase needs what is new.
import * as z from 'zod';
import { DeployFailed } from './deploy-error.ts';

/** What infra/constructs/service-function.ts asks for and esbuild builds for. */
const neededMajor = 24;
const livenessSchema = z.object({ node: z.string() });

/** Throws DeployFailed, with what to do, when the functions run on an older Node or do not answer. */
export async function checkRuntime(apiUrl: string): Promise<void> {
  const { node } = await readLiveness(`${apiUrl}/health/live`);
  if (Number(/^v(\d+)\./.exec(node)?.[1]) >= neededMajor) return;
  throw new DeployFailed(
    `The functions run on Node ${node}, but are built for Node ${neededMajor}: phases would fail. The emulator starts them with the first \`node\` of its PATH. Start it again with Node ${neededMajor} there, or let npm run test:deploy start it.`,
  );
}

async function readLiveness(url: string): Promise<z.infer<typeof livenessSchema>> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(30_000) });
    if (answer.ok) return livenessSchema.parse(await answer.json());
    throw new Error(`it answered ${answer.status}`);
  } catch (error) {
    throw new DeployFailed(
      `The stacks are deployed, but ${url} does not work (${error instanceof Error ? error.message : error}). Look at the emulator's log.`,
    );
  }
}
