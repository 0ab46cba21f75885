/** What CORS adds to a response for an origin; undefined when the origin may not read it. */
export const corsHeaders = (
  origin: string | undefined,
  allowedOrigins: readonly string[],
): Record<string, string> | undefined => {
  if (origin === undefined) return undefined;
  if (!allowedOrigins.includes('*') && !allowedOrigins.includes(origin)) return undefined;
  return {
    'access-control-allow-origin': origin,
    'access-control-expose-headers':
      'ETag, Content-Range, Content-Length, Content-Disposition, Accept-Ranges, x-amz-request-id',
    vary: 'Origin',
  };
};

/** What CORS adds to the answer to a preflight. */
export const preflightHeaders = (requestedHeaders: string | undefined): Record<string, string> => ({
  'access-control-allow-methods': 'GET, PUT, POST, HEAD, DELETE',
  'access-control-allow-headers': requestedHeaders ?? '*',
  'access-control-max-age': '3000',
});
