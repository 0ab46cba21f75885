// The responses for what goes wrong: one component for each set of problems that share a status, so that a hundred routes can
// point at the same few.
import type { createDocument } from 'zod-openapi';
import { type ProblemCode, problemSchema, problems } from '../../shared/contracts/problems.ts';
import { problemsOf, type Route } from '../../shared/contracts/routes.ts';

type ResponseObject = NonNullable<NonNullable<Parameters<typeof createDocument>[0]['components']>['responses']>[string];

export interface ProblemResponse {
  readonly status: number;
  readonly name: string;
  readonly response: ResponseObject;
}

/** Every response of a route beyond success, by status. */
export function problemResponsesOf(route: Route): ProblemResponse[] {
  const codes = problemsOf(route);
  const statuses = [...new Set(codes.map((code) => problems[code].status))].sort((one, other) => one - other);
  return statuses.map((status) => {
    const ofStatus = codes.filter((code) => problems[code].status === status).sort();
    const refusedByGateway = status === 413 || (status === 401 && route.access !== 'public');
    return {
      status,
      name: [...ofStatus, ...(refusedByGateway ? ['gateway'] : [])].join('.'),
      response: responseFor(ofStatus, refusedByGateway),
    };
  });
}

function responseFor(codes: readonly ProblemCode[], refusedByGateway: boolean): ResponseObject {
  return {
    description: codes.map((code) => `\`${code}\`: ${problems[code].title}. ${problems[code].advice}`).join('\n\n'),
    headers: {
      'x-request-id': { $ref: '#/components/headers/RequestId' },
      ...(codes.some((code) => retriable.includes(code))
        ? { 'retry-after': { $ref: '#/components/headers/RetryAfter' } }
        : {}),
    },
    content: {
      'application/problem+json': {
        schema: problemSchema,
        examples: Object.fromEntries(codes.map((code) => [code, { value: exampleOf(code) }])),
      },
      ...(refusedByGateway ? { 'application/json': { schema: { $ref: '#/components/schemas/GatewayRefusal' } } } : {}),
    },
  };
}

const retriable: readonly ProblemCode[] = ['rate-limited', 'request-in-progress', 'quota-exceeded', 'unavailable'];

const exampleOf = (code: ProblemCode) => ({
  type: `urn:astromedia:problem:${code}`,
  title: problems[code].title,
  status: problems[code].status,
  detail: problems[code].advice,
  code,
  requestId: '7c1f2f0e-5d0b-4d8e-9a53-2f1f6b0d9b11',
  ...(code === 'validation-failed'
    ? { errors: [{ pointer: '#/briefData/companyInfo/name', detail: 'must not be empty' }] }
    : {}),
});
