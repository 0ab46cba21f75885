// The client of Bedrock's runtime, with the credentials of whoever runs this. Loaded when it is first used.
import { pipeline, type Readable, Transform } from 'node:stream';
import type { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import type { NodeHttpHandler } from '@smithy/node-http-handler';
import { modelFailure } from '../errors.ts';

interface BedrockAccess {
  readonly endpoint?: string | undefined;
  /** An API key of Bedrock; without one the role or the credentials of whoever runs this. */
  readonly key?: string | undefined;
  /** A larger answer is cut off. */
  readonly maximumBytes?: number;
}

/** One for the region of a model. It never retries: whoever calls models decides that. Over HTTP/1.1, which every emulator and proxy speaks. */
export async function createBedrockClient(
  region: string,
  { endpoint, key, maximumBytes }: BedrockAccess = {},
): Promise<BedrockRuntimeClient> {
  const [{ BedrockRuntimeClient }, { NodeHttpHandler }] = await Promise.all([
    import('@aws-sdk/client-bedrock-runtime'),
    import('@smithy/node-http-handler'),
  ]);
  const handler = new NodeHttpHandler({ connectionTimeout: 10_000 });
  return new BedrockRuntimeClient({
    region,
    maxAttempts: 1,
    requestHandler: maximumBytes === undefined ? handler : limited(handler, maximumBytes),
    ...(endpoint ? { endpoint } : {}),
    // A key of Bedrock's own in place of credentials.
    ...(key ? { token: { token: key }, authSchemePreference: ['httpBearerAuth'] } : {}),
  });
}

/** Like the handler, but what comes after so many bytes is not read, and the call fails. */
function limited(handler: NodeHttpHandler, maximumBytes: number): Pick<NodeHttpHandler, 'handle' | 'destroy'> {
  return {
    async handle(request, options) {
      const answered = await handler.handle(request, options);
      answered.response.body = cutOff(answered.response.body, maximumBytes);
      return answered;
    },
    destroy: () => handler.destroy(),
  };
}

function cutOff(body: Readable, maximumBytes: number): Readable {
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.byteLength;
      done(bytes > maximumBytes ? tooLarge(maximumBytes) : null, chunk);
    },
  });
  // An error at either end ends the other; whoever reads hears of it.
  return pipeline(body, counted, () => {});
}

const tooLarge = (maximumBytes: number) =>
  modelFailure(
    `Amazon Bedrock answered with more than ${Math.floor(maximumBytes / 1e6)} MB: the answer was cut off and thrown away. Choose another model.`,
    'bad-answer',
    { billing: 'unknown' },
  );
