import { Worker } from 'node:worker_threads';
import * as z from 'zod';
import type { DynamoDbOptions, RunningDynamoDb } from './dynamodb.ts';

const messageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), endpoint: z.string() }),
  z.object({ type: z.literal('failed'), name: z.string(), message: z.string() }),
  z.object({ type: z.literal('error'), error: z.unknown() }),
  z.object({ type: z.literal('stopped') }),
]);

/** Starts the embedded DynamoDB in a thread of this process. Fails as startDynamoDb does, by the same error names. */
export async function startDynamoDbThread({
  onError = () => {},
  ...options
}: DynamoDbOptions): Promise<RunningDynamoDb> {
  const worker = new Worker(new URL('./dynamodb-worker.ts', import.meta.url), {
    workerData: options,
    // Its garbage is young: more room only makes it take more memory (190 MB instead of 50 with sixty campaigns at once).
    resourceLimits: { maxYoungGenerationSizeMb: 12 },
  });
  const stopped = Promise.withResolvers<void>();
  const started = Promise.withResolvers<string>();
  worker.on('error', onError);
  worker.once('exit', (code) => {
    started.reject(new Error(`The embedded DynamoDB ended with code ${code} before it was ready`));
    stopped.resolve();
  });
  worker.on('message', (received: unknown) => {
    const message = messageSchema.parse(received);
    if (message.type === 'ready') started.resolve(message.endpoint);
    if (message.type === 'failed') started.reject(Object.assign(new Error(message.message), { name: message.name }));
    if (message.type === 'error') onError(message.error);
    if (message.type === 'stopped') stopped.resolve();
  });
  return {
    endpoint: await started.promise,
    async stop() {
      worker.postMessage('stop');
      await stopped.promise;
      await worker.terminate();
    },
  };
}
