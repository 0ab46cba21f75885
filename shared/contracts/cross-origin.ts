// What pages on another origin may do with the API: read by the stack and by the embedded gateway, so that both allow the same.
export const crossOrigin = {
  methods: ['GET', 'POST', 'PATCH', 'DELETE'],
  requestHeaders: ['authorization', 'content-type', 'idempotency-key', 'x-request-id'],
  /** Without being named here, an answer's header is hidden from the page. */
  exposedHeaders: [
    'x-request-id',
    'retry-after',
    'ratelimit-limit',
    'ratelimit-remaining',
    'ratelimit-reset',
    'idempotency-replayed',
    'location',
  ],
  /** The cookie with the refresh token travels along. */
  allowsCredentials: true,
  preflightSeconds: 600,
} as const;
