// What API Gateway itself answers on the partner API, before or instead of a function, in the shape of our problems. One table for the
// stack that configures it and the local gateway that imitates it. Keys are API Gateway's own names of its responses.
import { type Problem, type ProblemCode, problems } from './problems.ts';

interface GatewayProblem {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly retryAfterSeconds?: number;
}

const refusedKey = {
  code: 'unauthenticated',
  detail: 'Send an API key as X-API-Key. A key that is unknown, revoked or expired is refused.',
} as const satisfies GatewayProblem;
const outage = {
  code: 'internal',
  detail: 'Try again; if it goes on, tell us the request id.',
} as const satisfies GatewayProblem;
const tooLong = {
  code: 'unavailable',
  detail: 'The request took too long. Read what became of it before you repeat it.',
  retryAfterSeconds: 5,
} as const satisfies GatewayProblem;

export const gatewayProblems = {
  UNAUTHORIZED: refusedKey,
  ACCESS_DENIED: refusedKey,
  INVALID_API_KEY: {
    code: 'forbidden',
    detail: 'This key is in no usage plan. A new key needs a moment: try again.',
  },
  THROTTLED: {
    code: 'rate-limited',
    detail: 'Your usage plan allows no more requests at this moment.',
    retryAfterSeconds: 1,
  },
  QUOTA_EXCEEDED: {
    code: 'quota-exceeded',
    detail: 'The requests of this month are used up. They begin anew on the first of the next one (UTC).',
    // The table cannot know how far the next month is: asking again every hour is often enough.
    retryAfterSeconds: 3600,
  },
  /** A path that is none: API Gateway names it by the signature it would have needed. */
  MISSING_AUTHENTICATION_TOKEN: { code: 'not-found', detail: 'There is no such address on the partner API.' },
  RESOURCE_NOT_FOUND: { code: 'not-found', detail: 'There is no such address on the partner API.' },
  REQUEST_TOO_LARGE: { code: 'payload-too-large', detail: 'The body is larger than anything this API takes.' },
  UNSUPPORTED_MEDIA_TYPE: { code: 'unsupported-media-type', detail: 'Send the body as application/json.' },
  INTEGRATION_FAILURE: { ...tooLong, detail: 'The function did not answer. Try again.' },
  INTEGRATION_TIMEOUT: tooLong,
  DEFAULT_4XX: { code: 'invalid-request', detail: 'API Gateway cannot read this request.' },
  DEFAULT_5XX: outage,
} as const satisfies Record<string, GatewayProblem>;
export type GatewayResponseType = keyof typeof gatewayProblems;
export const gatewayResponseTypes = Object.keys(gatewayProblems) as GatewayResponseType[];

export interface GatewayAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The whole answer. `requestId` may be API Gateway's own variable, which it fills in. */
export function gatewayAnswer(type: GatewayResponseType, requestId: string): GatewayAnswer {
  const { code, detail, retryAfterSeconds }: GatewayProblem = gatewayProblems[type];
  const { status, title } = problems[code];
  const problem: Problem = { type: `urn:astromedia:problem:${code}`, title, status, detail, code, requestId };
  return {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...(status === 401 ? { 'www-authenticate': 'X-API-Key' } : {}),
      ...(retryAfterSeconds ? { 'retry-after': String(retryAfterSeconds) } : {}),
    },
    body: JSON.stringify(problem),
  };
}
