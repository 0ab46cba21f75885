// The client of Bedrock's runtime, with the credentials of whoever runs this. Loaded when it is first used.
import type { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';

/** One for the region of a model. It never retries: whoever calls models decides that. Over HTTP/1.1, which every emulator and proxy speaks. */
export async function createBedrockClient(region: string, endpoint?: string): Promise<BedrockRuntimeClient> {
  const [{ BedrockRuntimeClient }, { NodeHttpHandler }] = await Promise.all([
    import('@aws-sdk/client-bedrock-runtime'),
    import('@smithy/node-http-handler'),
  ]);
  return new BedrockRuntimeClient({
    region,
    maxAttempts: 1,
    requestHandler: new NodeHttpHandler({ connectionTimeout: 10_000 }),
    ...(endpoint ? { endpoint } : {}),
  });
}
