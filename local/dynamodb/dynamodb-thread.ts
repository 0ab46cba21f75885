// The embedded DynamoDB in a thread of its own, so that it and the functions that call it use a core each.
import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Listening } from '../endpoint/listen.ts';
import { startReleasingMemory } from '../release-memory.ts';
import type { DynamoDbOptions } from './dynamodb.ts';

const marker = 'astromedia-dynamodb';

/** Starts it. Fails as startDynamoDb does, by the same error names: errors lose their class on the way between threads. */
export async function startDynamoDbThread({ onError = () => {}, ...options }: DynamoDbOptions): Promise<Listening> {
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { [marker]: options },
    // Its garbage is young: more room only makes it take more memory (190 MB instead of 50 with sixty campaigns at once).
    resourceLimits: { maxYoungGenerationSizeMb: 12 },
  });
  const ended = new Promise<unknown>((resolve) => worker.once('exit', resolve));
  const [endpoint] = await once(worker, 'message');
  worker.on('message', onError).on('error', onError);
  return {
    endpoint,
    async stop() {
      worker.postMessage('stop');
      await ended;
    },
  };
}

/** What the thread tells: first the address under which it listens, then faults that no caller is told about. */
async function work(options: DynamoDbOptions, port: NonNullable<typeof parentPort>): Promise<void> {
  const { startDynamoDb } = await import('./dynamodb.ts');
  const tell = (message: unknown) => port.postMessage(message);
  const { endpoint, stop } = await startDynamoDb({ ...options, onError: tell });
  port.once('message', () => void stop().catch(tell)); // nothing keeps the thread alive then
  startReleasingMemory();
  tell(endpoint);
}

if (!isMainThread && parentPort && workerData?.[marker]) await work(workerData[marker], parentPort);
