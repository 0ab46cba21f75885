// The embedded DynamoDB in a thread of its own, so that it and the functions that call it use a core each.
import { parentPort, workerData } from 'node:worker_threads';
import { startGivingMemoryBack } from '../give-memory-back.ts';
import { startDynamoDb } from './dynamodb.ts';

const port = parentPort;
if (!port) throw new Error('This file runs as a worker of local/dynamodb/start-dynamodb-thread.ts');
const tellError = (error: unknown) => port.postMessage({ type: 'error', error });

try {
  const { endpoint, stop } = await startDynamoDb({ ...workerData, onError: tellError });
  port.once('message', () =>
    stop()
      .catch(tellError)
      .finally(() => port.postMessage({ type: 'stopped' })),
  );
  startGivingMemoryBack();
  port.postMessage({ type: 'ready', endpoint });
} catch (error) {
  // Errors lose their class on the way between threads; name and message arrive as they are.
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  port.postMessage({ type: 'failed', name, message });
}
