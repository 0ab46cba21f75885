// What one row of the route table says.
import * as z from 'zod';
import type { ApiKeyScope } from '../api-key-scopes.ts';
import type { RateLimitClass } from '../limits.ts';
import type { Permission } from '../permissions.ts';
import type { ProblemCode } from '../problems.ts';

export type RouteLambda =
  | 'auth'
  | 'campaigns'
  | 'exports'
  | 'assets'
  | 'users'
  | 'api-keys'
  | 'generation'
  | 'webhooks'
  | 'meta'
  | 'readiness'
  | 'docs';

interface RouteFields {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Path below /api/v1 (and /partner/v1), in API Gateway's notation. */
  readonly path: string;
  readonly lambda: RouteLambda;
  readonly summary: string;
  /** What the summary leaves open, in Markdown: shown in the API's documentation. */
  readonly description?: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly response: z.ZodType;
  readonly status: 200 | 201 | 202;
  /** Problems beyond those every route can answer with (`commonProblems`, and those that other fields imply). */
  readonly problems: readonly ProblemCode[];
  /**
   * What a write that hangs on nothing which is deleted with the account must look up: that the account is open; and, where what it does
   * outlasts the session, that no new password and no sign-out everywhere has ended the session since.
   */
  readonly needs?: 'account' | 'session';
  readonly rateLimit?: RateLimitClass;
  /** A POST that creates: with an Idempotency-Key, a repetition gets the first answer and creates nothing. */
  readonly idempotent?: true;
  /** Of the answer, where it is not JSON: the operation then answers with text or bytes, and with its own content-type when this is a range. */
  readonly mediaType?: string;
}

/** Who may call: anybody, or whoever has the permission: a signed-in user, or also a partner's system by its API key. */
export type Route = RouteFields &
  (
    | { readonly access: 'public'; readonly permission?: never; readonly requiredOfPartners?: never }
    | { readonly access: 'user'; readonly permission: Permission; readonly requiredOfPartners?: never }
    | {
        readonly access: 'both';
        readonly permission: ApiKeyScope;
        /** Fields of the body that people may leave out and a partner's system must send. */
        readonly requiredOfPartners?: readonly string[];
      }
  );

/** Parts that several resources' rows share. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(1000).optional().describe('nextCursor of the page before'),
};
export const nextCursor = z.string().optional().describe('Present when there is another page');
export const successSchema = z.strictObject({ success: z.literal(true) });
