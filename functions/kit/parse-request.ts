// Reads params, query and body of a request by its route. Everything unknown is refused with the pointer of the field.
import type { z } from 'zod';
import { type FieldError, fieldErrors } from '../../shared/contracts/problems.ts';
import type { Route } from '../../shared/contracts/routes.ts';
import { ProblemError } from '../../shared/runtime/problem-error.ts';
import type { GatewayRequest } from './gateway-request.ts';

/** A brief is a few kilobytes; files travel by presigned upload, never through here. */
const largestBodyBytes = 1_000_000;

/** Refuses bytes that are no UTF-8 rather than put another character in their place. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

export interface ParsedRequest {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** Throws not-found for ids that cannot exist, invalid-request for what is not JSON, validation-failed for wrong fields. */
export function parseRequest(route: Route, request: GatewayRequest, isOfPartner = false): ParsedRequest {
  const parsed = {
    params: route.params && parseParams(route.params, request.params),
    query: route.query && parseFields(route.query, request.query),
    body: route.body && parseFields(route.body, readJson(request)),
  };
  if (isOfPartner) requireFields(route, parsed.body);
  return parsed;
}

/** A program says what a person may leave open. */
function requireFields({ requiredOfPartners = [] }: Route, body: unknown): void {
  const missing = requiredOfPartners.filter((name) => Object(body)[name] === undefined);
  if (missing.length > 0)
    throw invalid(missing.map((name) => ({ pointer: `#/${name}`, detail: 'is required on the partner API' })));
}

/** An id of the wrong shape names nothing, exactly like an id nobody has. */
function parseParams(schema: z.ZodType, params: unknown): unknown {
  const parsed = schema.safeParse(params);
  if (!parsed.success)
    throw new ProblemError(
      'not-found',
      fieldErrors(parsed.error)
        .map(({ detail }) => detail)
        .join('; '),
    );
  return parsed.data;
}

function parseFields(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw invalid(fieldErrors(parsed.error));
}

const invalid = (errors: FieldError[]) =>
  new ProblemError(
    'validation-failed',
    `${errors.length === 1 ? 'One field is' : `${errors.length} fields are`} not valid.`,
    errors,
  );

function readJson(request: GatewayRequest): unknown {
  if (!request.body) return undefined;
  const bytes = Buffer.from(request.body, request.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.byteLength > largestBodyBytes)
    throw new ProblemError('payload-too-large', `The body may have ${largestBodyBytes} bytes at most.`);
  const mediaType = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (mediaType !== 'application/json')
    throw new ProblemError('unsupported-media-type', 'Send the body as application/json.');
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch (error) {
    throw new ProblemError(
      'invalid-request',
      `The body is not valid ${error instanceof SyntaxError ? 'JSON' : 'UTF-8'}.`,
    );
  }
}
