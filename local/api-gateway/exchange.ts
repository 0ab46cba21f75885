// What both APIs of the gateway do with a request and an answer.
import type { IncomingMessage, ServerResponse } from 'node:http';

/** API Gateway takes bodies of up to 10 MB; the functions draw their own, narrower line. */
export const largestBodyBytes = 10 * 1024 * 1024;

/** How long a gateway waits for a function in ms: an HTTP API 30 s, a REST API 29. What has not begun until then does not begin. */
export const patienceOf = { http: 30_000, rest: 29_000 };

/** Headers with one value each. */
export const headersOf = (request: IncomingMessage): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]),
  );

/** What a function answered. */
export interface FunctionAnswer {
  readonly statusCode?: number | undefined;
  readonly headers?: Readonly<Record<string, string | number | boolean>> | undefined;
  readonly cookies?: readonly string[] | undefined;
  readonly body?: string | undefined;
  readonly isBase64Encoded?: boolean | undefined;
}

export function send(response: ServerResponse, result: FunctionAnswer): void {
  for (const [name, value] of Object.entries(result.headers ?? {})) response.setHeader(name, String(value));
  if (result.cookies) response.setHeader('set-cookie', result.cookies);
  response.writeHead(result.statusCode ?? 200);
  response.end(result.isBase64Encoded ? Buffer.from(result.body ?? '', 'base64') : result.body);
}
