// One row of the route table as an OpenAPI operation. Knows fields of rows, never single rows.
import * as z from 'zod';
import type { createDocument } from 'zod-openapi';
import { type RateLimit, rateLimits } from '../../shared/contracts/limits.ts';
import { type Permission, permissions } from '../../shared/contracts/permissions.ts';
import type { Route } from '../../shared/contracts/routes.ts';
import { problemResponsesOf } from './describe-problems.ts';
import { apiServer } from './servers.ts';
import { tagOf } from './tags.ts';

type Paths = NonNullable<Parameters<typeof createDocument>[0]['paths']>;
type OperationObject = NonNullable<Paths[string]['get']>;

const idempotencyHeaders = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{1,255}$/)
    .optional()
    .meta({
      description:
        'Any text of your own, such as a UUID, one for each new request. Sent again with the same body within a day, the first answer is given again (with `idempotency-replayed: true`) and nothing is created twice.',
      examples: ['0b9f6c1e-6f0c-4e7b-8a2d-3a4a5a1d9c10'],
    }),
});

/** What goes into a request: an example, where the body is not plain from its fields. */
export function describeOperation(operationId: string, route: Route, example: unknown): OperationObject {
  return {
    operationId,
    tags: [tagOf(route.path)],
    summary: route.summary,
    description: descriptionOf(route),
    ...(route.access === 'both' ? {} : { servers: [apiServer] }),
    security: securityOf(route),
    ...(route.permission ? { 'x-permission': route.permission } : {}),
    requestParams: {
      ...(route.params ? { path: route.params } : {}),
      ...(route.query ? { query: route.query } : {}),
      ...(route.idempotent ? { header: idempotencyHeaders } : {}),
    },
    ...(route.body ? { requestBody: requestBodyOf(route.body, example) } : {}),
    responses: {
      [String(route.status) as '200']: successOf(route),
      ...Object.fromEntries(
        problemResponsesOf(route).map(({ status, name }) => [status, { $ref: `#/components/responses/${name}` }]),
      ),
    },
  };
}

function descriptionOf(route: Route): string {
  const { rateLimit, access, permission, idempotent }: Route = route;
  const limit: RateLimit | undefined = rateLimit && rateLimits[rateLimit];
  return [
    route.description,
    permission && permissionIn(permission, access),
    limit && limitIn(limit),
    idempotent && 'Safe to repeat with an `Idempotency-Key`.',
  ]
    .filter(Boolean)
    .join('\n\n');
}

const permissionIn = (permission: Permission, access: Route['access']): string =>
  `Needs the permission \`${permission}\`: ${permissions[permission].toLowerCase()}. ${access === 'both' ? 'API keys have it as a scope.' : 'No API key can have it.'}`;

const windowNames: Readonly<Record<number, string>> = { 60: 'a minute', 900: '15 minutes', 86400: 'a day' };

function limitIn({ tries, triesWhereKnown, windowSeconds, forgivesSuccess }: RateLimit): string {
  const counted = Object.entries(tries).map(([subject, most]) => `${most} for each ${subject}`);
  const known = `Where the e-mail has been signed in with before from the same address, the two have ${triesWhereKnown} of their own.`;
  return [
    `Tries${forgivesSuccess ? ' that fail' : ''} in ${windowNames[windowSeconds] ?? `${windowSeconds} seconds`}: ${counted.join(', ')}; then 429 with \`Retry-After\`.`,
    ...(triesWhereKnown === undefined ? [] : [known]),
  ].join(' ');
}

const securityOf = ({ access, permission }: Route) => {
  if (access === 'public') return [];
  return access === 'both' ? [{ accessToken: [] }, { apiKey: [permission] }] : [{ accessToken: [] }];
};

const requestBodyOf = (body: z.ZodType, example: unknown) => ({
  required: !body.safeParse(undefined).success,
  content: { 'application/json': { schema: body, ...(example === undefined ? {} : { example }) } },
});

const successOf = ({ status, response, mediaType, rateLimit, idempotent }: Route) => ({
  description: status === 201 ? 'Created.' : status === 202 ? 'Begun; it goes on by itself.' : 'Done.',
  headers: {
    'x-request-id': { $ref: '#/components/headers/RequestId' },
    ...(rateLimit
      ? {
          'ratelimit-limit': { $ref: '#/components/headers/RateLimitLimit' },
          'ratelimit-remaining': { $ref: '#/components/headers/RateLimitRemaining' },
          'ratelimit-reset': { $ref: '#/components/headers/RateLimitReset' },
        }
      : {}),
    ...(idempotent ? { 'idempotency-replayed': { $ref: '#/components/headers/IdempotencyReplayed' } } : {}),
  },
  // Text and bytes have no schema beyond their media type.
  content: mediaType === undefined ? { 'application/json': { schema: response } } : { [mediaType]: {} },
});
