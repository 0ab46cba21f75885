// Every problem the API can answer with (RFC 9457): one table for statuses, titles, types and documentation.
import * as z from 'zod';

export const problems = {
  'invalid-request': { status: 400, title: 'The request is not well formed' },
  'validation-failed': { status: 422, title: 'Some fields are not valid' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  'wrong-credentials': { status: 401, title: 'The e-mail or the password is wrong' },
  forbidden: { status: 403, title: 'This needs a right that you do not have' },
  'not-found': { status: 404, title: 'There is nothing here' },
  conflict: { status: 409, title: 'The current state does not allow this' },
  'already-registered': { status: 409, title: 'This e-mail cannot be registered' },
  'revision-limit': { status: 409, title: 'This phase has been revised as often as it may be' },
  'payload-too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'The content type is not supported' },
  'wrong-code': { status: 422, title: 'The code is wrong or has expired' },
  'not-confirmed': { status: 403, title: 'The e-mail is not confirmed yet' },
  'limit-reached': { status: 409, title: 'An account may have no more of these' },
  'idempotency-mismatch': { status: 422, title: 'This Idempotency-Key belongs to another request' },
  'request-in-progress': { status: 409, title: 'The same request is being worked on' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  'quota-exceeded': { status: 429, title: 'The quota of this month is used up' },
  'cost-limit': { status: 402, title: 'This could cost more than you allow' },
  'model-refused': { status: 422, title: 'The model refuses this request' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'A service this needs is not available now' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problems;
export const problemCodes = Object.keys(problems) as ProblemCode[];

export const fieldErrorSchema = z.strictObject({
  pointer: z.string().describe('JSON pointer of the field, such as #/briefData/companyInfo/name'),
  detail: z.string(),
});
export type FieldError = z.infer<typeof fieldErrorSchema>;

export const problemSchema = z.strictObject({
  type: z.string().describe('urn:astromedia:problem:<code>'),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  code: z.enum(problemCodes as [ProblemCode, ...ProblemCode[]]),
  requestId: z.string(),
  errors: z.array(fieldErrorSchema).optional(),
});
export type Problem = z.infer<typeof problemSchema>;

/** JSON pointer (RFC 6901, in fragment form) of a path such as zod's. */
export const jsonPointer = (path: readonly PropertyKey[]): string =>
  `#${path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;

/** Every issue of a zod error with the pointer of its field; unknown keys get one entry each. */
export const fieldErrors = (error: z.ZodError): FieldError[] =>
  error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ pointer: jsonPointer([...issue.path, key]), detail: 'is not a known field' }))
      : [{ pointer: jsonPointer(issue.path), detail: issue.message }],
  );
