// Requests as any program may send them, well formed or not. Knows HTTP and nothing of the project's client.
import { jsonOf } from '../../shared/contracts/json-of.ts';
import type { Target } from './campaign-driver.ts';

export interface RawRequest {
  readonly method: string;
  /** Path with its query, from the root. */
  readonly path: string;
  readonly token?: string | undefined;
  /** A text goes out as it is; anything else as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Address the request is made for, as our own edge would say it: tries are counted by address. */
  readonly from?: string | undefined;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; undefined when it is not. */
  readonly json: unknown;
}

/** Sends a request; JSON is named as such unless the headers say otherwise. */
export async function sendRaw(
  { apiUrl }: Pick<Target, 'apiUrl'>,
  { method, path, token, body, headers = {}, from }: RawRequest,
): Promise<RawAnswer> {
  const answer = await fetch(`${apiUrl}${path}`, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(from === undefined ? {} : { 'x-viewer-address': from, 'x-origin-token': process.env['EDGE_TOKEN'] ?? '' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, json: jsonOf(text) };
}
