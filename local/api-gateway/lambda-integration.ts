// What both APIs of the gateway do with a request and an answer.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { HttpAnswer } from '../endpoint/listen.ts';
import { readBody } from '../endpoint/read-body.ts';
import type { LambdaRuntime } from '../lambda/lambda-runtime.ts';

/** API Gateway takes bodies of up to 10 MB; the functions draw their own, narrower line. */
const largestBodyBytes = 10 * 1024 * 1024;

/** How long a gateway waits for a function in ms: an HTTP API 30 s, a REST API 29. What has not begun until then does not begin. */
export const integrationTimeoutOf = { http: 30_000, rest: 29_000 };

export interface ApiParts {
  readonly runtime: Pick<LambdaRuntime, 'invoke'>;
  readonly onError: (error: unknown) => void;
  /** As on AWS, if nothing is said. */
  readonly patienceMilliseconds?: number;
}

export type ReadRequest = Awaited<ReturnType<typeof readRequest>>;

/** A request as both kinds of events need it. */
export async function readRequest(request: IncomingMessage) {
  const url = new URL(request.url ?? '/', 'http://gateway');
  const headers = Object.entries(request.headers).map(([name, value]) => [name, value && String(value)]);
  return {
    id: randomUUID(),
    method: request.method ?? '',
    path: url.pathname,
    rawQuery: url.search.slice(1),
    /** Every value of each name, in their order. */
    query: [...new Set(url.searchParams.keys())].map((name) => [name, url.searchParams.getAll(name)] as const),
    /** With one value each. */
    headers: Object.fromEntries(headers) as Readonly<Record<string, string | undefined>>,
    sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
    /** Undefined when it is too large. */
    body: await readBody(request, largestBodyBytes),
  };
}

/** The record, or what stands in for it when it is empty. */
export const filled = <Value, Empty>(entries: readonly (readonly [string, Value])[], empty: Empty) =>
  entries.length > 0 ? (Object.fromEntries(entries) as Record<string, Value>) : empty;

/** What a function answered. */
interface IntegrationResponse {
  readonly statusCode?: number;
  readonly headers?: Readonly<Record<string, string | number | boolean>>;
  readonly cookies?: readonly string[];
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

/** As it is sent to the client. */
export function answerOf(result: unknown): HttpAnswer {
  const { statusCode: status, headers = {}, cookies, body, isBase64Encoded } = result as IntegrationResponse;
  const told = Object.entries(headers).map(([name, value]) => [name, String(value)]);
  return {
    status,
    headers: { ...Object.fromEntries(told), ...(cookies ? { 'set-cookie': cookies } : {}) },
    body: isBase64Encoded ? Buffer.from(body ?? '', 'base64') : body,
  };
}
