// Whether what stands behind the API answers.
import * as z from 'zod';
import type { Route } from './route.ts';

/** Services without which no campaign can be made or continued. */
export const neededServices = ['DynamoDB', 'S3', 'Step Functions'] as const;

export const readinessRoutes = {
  readiness: {
    method: 'GET',
    path: '/health/ready',
    access: 'public',
    lambda: 'readiness',
    summary: 'Says whether the services behind the API answer',
    description:
      'Really asks each of them, for two seconds at most, and remembers the result for two seconds. When one does not answer, the problem `unavailable` names it.',
    response: z.strictObject({
      status: z.literal('ready'),
      checks: z.array(
        z.strictObject({ name: z.enum(neededServices), ok: z.literal(true), milliseconds: z.int().min(0) }),
      ),
    }),
    status: 200,
    problems: ['unavailable'],
  },
} as const satisfies Record<string, Route>;
