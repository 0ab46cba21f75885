// Listens to every request the AWS SDK sends through Node's HTTP client: which service, which operation, how many bytes.
import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { currentFunction } from './count-invocations.ts';
import { addRequest, functionTally, type Tally } from './tally.ts';

/** Begins to listen, for as long as the process lives. */
export function countRequests(tally: () => Tally): void {
  subscribe('http.client.request.created', (message) => {
    const { request } = message as { request: ClientRequest };
    const current = tally();
    const name = currentFunction();
    // Requests of the platform itself, such as making the table, are not a campaign's.
    if (!name) return;
    functionTally(current, name).serviceCalls += 1;
    addRequest(current, operationOf(request));
    const bytes = Number(request.getHeader('content-length') ?? 0);
    if (isSocketMessage(request)) {
      current.socketBytes += bytes;
      current.socketFrames += framesOf(bytes);
    } else if (request.method === 'PUT') current.bucketBytesIn += bytes;
  });
}

const isSocketMessage = ({ path, method }: ClientRequest): boolean =>
  method === 'POST' && path.includes('/@connections/');

/** API Gateway bills a message for each 32 KB it begins. */
export const framesOf = (bytes: number): number => Math.max(1, Math.ceil(bytes / 32_768));

function operationOf(request: ClientRequest): string {
  const target = request.getHeader('x-amz-target');
  if (typeof target === 'string') return target.replace(/_\d+\./, ' ').replace('.', ' ');
  if (request.path.includes('/@connections/')) return 'socket PostToConnection';
  return `s3 ${request.method}`;
}
