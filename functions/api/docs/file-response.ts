// A file as an answer: compressed where the client takes it, and not sent at all where the client has it.

import type { GatewayRequest } from '../../kit/gateway-request.ts';
import { HttpResponse } from '../../kit/http-response.ts';
import type { PreparedFile } from './docs-files.ts';

/**
 * The page runs its own script and style and nothing inline. Answers that pass through CloudFront get the policy of the site
 * instead (infra/constructs/site-headers.ts), which allows these too.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

export function fileResponse(
  { mediaType, content, compressed, entityTag }: PreparedFile,
  { headers }: Pick<GatewayRequest, 'headers'>,
): HttpResponse<string | Uint8Array<ArrayBuffer>> {
  const takesGzip = takes(headers['accept-encoding'] ?? '', 'gzip');
  return new HttpResponse<string | Uint8Array<ArrayBuffer>>(takesGzip ? compressed : content, {
    headers: {
      'content-type': mediaType,
      'content-security-policy': contentSecurityPolicy,
      // Names of files say no version: after five minutes a browser asks whether it still has the newest.
      'cache-control': 'public, max-age=300',
      etag: entityTag,
      vary: 'accept-encoding',
      ...(takesGzip ? { 'content-encoding': 'gzip' } : {}),
    },
    isUnchanged: isKnown(headers['if-none-match'] ?? '', entityTag),
  });
}

/** Whether an Accept-Encoding lists the coding and does not forbid it. */
const takes = (accepted: string, coding: string): boolean =>
  accepted
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .some((part) => part.split(';')[0]?.trim() === coding && !/;\s*q=0(?:\.0*)?$/.test(part));

/** Whether an If-None-Match holds the tag, compared weakly as RFC 9110 asks. */
const isKnown = (tags: string, tag: string): boolean =>
  tags.split(',').some((part) => part.trim() === '*' || opaque(part.trim()) === opaque(tag));
const opaque = (tag: string) => tag.replace(/^W\//, '');
