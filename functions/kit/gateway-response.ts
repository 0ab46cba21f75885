// A response in the shape that both kinds of API Gateway take, and the headers that every response carries.
import type { ResponseExtras } from './http-response.ts';

export interface GatewayResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isBase64Encoded?: boolean;
  /** Read by an HTTP API; the routes that set cookies are not on the partner API. */
  readonly cookies?: readonly string[];
}

/** The API answers data: nothing of it may be kept by a cache, guessed at, framed or run. */
export const securityHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
} as const;

export const jsonResponse = (
  statusCode: number,
  content: unknown,
  { headers = {}, cookies }: ResponseExtras = {},
): GatewayResponse => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(content),
  ...(cookies ? { cookies } : {}),
});

/** Text as it is, bytes in base64. */
export const rawResponse = (
  statusCode: number,
  mediaType: string,
  content: string | Uint8Array,
  { headers = {}, isUnchanged = false }: ResponseExtras = {},
): GatewayResponse => ({
  statusCode: isUnchanged ? 304 : statusCode,
  headers: { 'content-type': mediaType, ...headers },
  ...(isUnchanged ? { body: '' } : bodyOf(content)),
});

const bodyOf = (content: string | Uint8Array) =>
  typeof content === 'string'
    ? { body: content }
    : { body: Buffer.from(content).toString('base64'), isBase64Encoded: true };
