// The embedded DynamoDB in a thread of its own, so that it and the functions that call it use a core each.
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import * as z from 'zod';
import type { Listening } from '../edge/listen.ts';
import { startGivingMemoryBack } from '../give-memory-back.ts';
import type { DynamoDbOptions } from './dynamodb.ts';

const messageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), endpoint: z.string() }),
  z.object({ type: z.literal('failed'), name: z.string(), message: z.string() }),
  z.object({ type: z.literal('error'), error: z.unknown() }),
]);
const marker = 'astromedia-dynamodb';

/** Starts it. Fails as startDynamoDb does, by the same error names. */
export async function startDynamoDbThread({ onError = () => {}, ...options }: DynamoDbOptions): Promise<Listening> {
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { [marker]: options },
    // Its garbage is young: more room only makes it take more memory (190 MB instead of 50 with sixty campaigns at once).
    resourceLimits: { maxYoungGenerationSizeMb: 12 },
  });
  const ended = Promise.withResolvers<void>();
  const started = Promise.withResolvers<string>();
  worker.on('error', onError);
  worker.once('exit', (code) => {
    started.reject(new Error(`The embedded DynamoDB ended with code ${code} before it was ready`));
    ended.resolve();
  });
  worker.on('message', (received: unknown) => {
    const message = messageSchema.parse(received);
    if (message.type === 'ready') started.resolve(message.endpoint);
    if (message.type === 'failed') started.reject(Object.assign(new Error(message.message), { name: message.name }));
    if (message.type === 'error') onError(message.error);
  });
  return {
    endpoint: await started.promise,
    async stop() {
      worker.postMessage('stop');
      await ended.promise;
    },
  };
}

if (!isMainThread && parentPort && workerData?.[marker]) await work(workerData[marker], parentPort);

async function work(options: DynamoDbOptions, port: NonNullable<typeof parentPort>): Promise<void> {
  const tellError = (error: unknown) => port.postMessage({ type: 'error', error });
  try {
    const { startDynamoDb } = await import('./dynamodb.ts');
    const { endpoint, stop } = await startDynamoDb({ ...options, onError: tellError });
    port.once('message', () => void stop().catch(tellError)); // nothing keeps the thread alive then
    startGivingMemoryBack();
    port.postMessage({ type: 'ready', endpoint });
  } catch (error) {
    // Errors lose their class on the way between threads; name and message arrive as they are.
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    port.postMessage({ type: 'failed', name, message });
  }
}
