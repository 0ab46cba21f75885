// Stands between the SDK and DynamoDB, asks every operation for the capacity it consumed, and adds that up.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import * as z from 'zod';
import type { Tally } from './tally.ts';

const readingOperations = ['GetItem', 'BatchGetItem', 'Query', 'Scan', 'TransactGetItems'];
const capacitySchema = z.object({ CapacityUnits: z.number() });
const answerSchema = z.object({ ConsumedCapacity: z.union([capacitySchema, z.array(capacitySchema)]).optional() });

/** Starts it in front of the DynamoDB at `endpoint` and answers where it listens. */
export async function startUnitCounter(endpoint: string, tally: () => Tally) {
  const server = createServer((request, response) => {
    pass(endpoint, request, response, tally()).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function pass(endpoint: string, request: IncomingMessage, response: ServerResponse, tally: Tally): Promise<void> {
  const operation = String(request.headers['x-amz-target']).split('.').at(-1) ?? '';
  const body = z.record(z.string(), z.unknown()).parse(await json(request));
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: forwarded(request),
    body: JSON.stringify({ ...body, ReturnConsumedCapacity: 'TOTAL' }),
  });
  const text = await answer.text();
  if (answer.ok) add(tally, operation, answerSchema.parse(JSON.parse(text)).ConsumedCapacity);
  // Billed too, by the size of the item it met: one unit, as the answer does not say and most items are below 1 KB.
  else if (text.includes('ConditionalCheckFailedException')) tally.writeUnits += 1;
  response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' }).end(text);
}

function add(tally: Tally, operation: string, consumed: z.infer<typeof answerSchema>['ConsumedCapacity'] = []): void {
  const units = [consumed].flat().reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
  if (readingOperations.includes(operation)) tally.readUnits += units;
  else tally.writeUnits += units;
}

const forwarded = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    ['x-amz-target', 'content-type', 'authorization', 'x-amz-date'].map((name) => [name, String(headers[name] ?? '')]),
  );
