// Every problem the API can answer with (RFC 9457): one table for statuses, titles, types and documentation (docs/PROBLEMS.md).
// The advice is for whoever writes a client: what to do when this comes.
import * as z from 'zod';
import { sentenceFor } from './issue-sentences.ts';
import { tolerant } from './tolerant.ts';
import { whenUsed } from './when-used.ts';

export const problems = {
  'invalid-request': {
    status: 400,
    title: 'The request is not well formed',
    advice: 'Correct what `detail` names; the request was understood by nobody.',
  },
  'validation-failed': {
    status: 422,
    title: 'Some fields are not valid',
    advice: 'Correct each field that `errors` points at and send it again.',
  },
  unauthenticated: {
    status: 401,
    title: 'Sign in first',
    advice: 'Sign in and send the access token as `Authorization: Bearer`, or an API key as `X-API-Key`.',
  },
  'wrong-credentials': {
    status: 401,
    title: 'The e-mail or the password is wrong',
    advice: 'Check both; after five failures you must wait. A forgotten password can be reset.',
  },
  forbidden: {
    status: 403,
    title: 'This needs a right that you do not have',
    advice: 'Ask somebody who has the right, or use a key with the scope that `detail` names.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing here',
    advice:
      'Check the address and the identifier; what belongs to somebody else looks exactly like what does not exist.',
  },
  conflict: {
    status: 409,
    title: 'The current state does not allow this',
    advice: 'Read the current state, then decide again: somebody else, or time, was faster.',
  },
  'already-registered': {
    status: 409,
    title: 'This e-mail cannot be registered',
    advice: 'Sign in with it, or take another e-mail.',
  },
  'revision-limit': {
    status: 409,
    title: 'This phase has been revised or tried again as often as it may be',
    advice: 'Approve, edit or skip the phase.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'This address knows no such method',
    advice: 'Use one of the methods that the header `Allow` names.',
  },
  'payload-too-large': {
    status: 413,
    title: 'The body is too large',
    advice: 'Send less; files travel by upload links, not in a body.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The content type is not supported',
    advice: 'Send JSON as `application/json`.',
  },
  'wrong-code': {
    status: 422,
    title: 'The code is wrong or has expired',
    advice: 'Ask for a new code and enter it soon.',
  },
  'not-confirmed': {
    status: 403,
    title: 'The e-mail is not confirmed yet',
    advice: 'Enter the code that was sent to the e-mail, or ask for a new one.',
  },
  'limit-reached': {
    status: 409,
    title: 'An account may have no more of these',
    advice: 'Remove one that is no longer needed.',
  },
  'idempotency-mismatch': {
    status: 422,
    title: 'This Idempotency-Key belongs to another request',
    advice: 'Take a new Idempotency-Key for each new request; repeat the old one unchanged.',
  },
  'request-in-progress': {
    status: 409,
    title: 'The same request is being worked on',
    advice: 'Wait as long as `Retry-After` says and send the same request again to get its answer.',
  },
  'rate-limited': {
    status: 429,
    title: 'Too many requests',
    advice: 'Wait as long as `Retry-After` says, then go on more slowly.',
  },
  'quota-exceeded': {
    status: 429,
    title: 'The quota of this month is used up',
    advice: 'Wait for the next month, or ask for a larger quota.',
  },
  'cost-limit': { status: 402, title: 'This could cost more than you allow', advice: 'Allow more, or ask for less.' },
  'model-refused': {
    status: 422,
    title: 'The model refuses this request',
    advice: 'Word the request differently, or choose another model.',
  },
  internal: {
    status: 500,
    title: 'Something went wrong on our side',
    advice: 'Try again; if it goes on, report the `requestId`.',
  },
  unavailable: {
    status: 503,
    title: 'A service this needs is not available now',
    advice: 'Try again in a few seconds; nothing was lost.',
  },
} as const satisfies Record<string, { status: number; title: string; advice: string }>;

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

const anyProblemSchema = whenUsed(() => tolerant(problemSchema).extend({ code: z.string() }));

/** A problem as clients read it: what a later version adds is left out, and a code that it adds is the first of the same status that we know. */
export function readProblem(content: unknown): Problem | undefined {
  const read = anyProblemSchema.safeParse(content).data;
  if (!read) return undefined;
  const ofStatus = problemCodes.filter((code) => problems[code].status === read.status);
  const code = problemCodes.find((name) => name === read.code) ?? ofStatus[0] ?? 'internal';
  return { ...read, code };
}

/** JSON pointer (RFC 6901, in fragment form) of a path such as zod's. */
export const jsonPointer = (path: readonly PropertyKey[]): string =>
  `#${path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;

/** The path of such a pointer; figures are taken for positions in a list. */
export const pathOf = (pointer: string): (string | number)[] =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key.replaceAll('~1', '/').replaceAll('~0', '~')));

/** What a sentence quotes of a name, and a pointer of a path: a body can be nothing but one name. */
const longestName = 100;
const longestPointer = 500;

const fieldError = (path: readonly PropertyKey[], message: string): FieldError => ({
  pointer: cutAt(jsonPointer(path), longestPointer),
  detail: sentenceFor(
    path.map((key) => (typeof key === 'string' ? cutAt(key, longestName) : key)),
    message,
  ),
});
const cutAt = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length).toWellFormed()}…` : text;

/** Every issue of a zod error as a sentence with the pointer of its field; unknown keys get one entry each. */
export const fieldErrors = (error: z.ZodError): FieldError[] =>
  error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => fieldError([...issue.path, key], 'is not a known field'))
      : [fieldError(issue.path, issue.message)],
  );
