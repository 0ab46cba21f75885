// The API about itself: that it answers.
import * as z from 'zod';
import type { Route } from './route.ts';

export const metaRoutes = {
  health: {
    method: 'GET',
    path: '/health',
    access: 'public',
    lambda: 'meta',
    summary: 'Says that the API answers',
    response: z.strictObject({ status: z.literal('ok'), version: z.string(), time: z.iso.datetime() }),
    status: 200,
    problems: [],
  },
  liveness: {
    method: 'GET',
    path: '/health/live',
    access: 'public',
    lambda: 'meta',
    summary: 'Says that functions run',
    description: 'Asks nothing else: whether the services behind the API answer is what `/health/ready` says.',
    response: z.strictObject({
      status: z.literal('live'),
      node: z.string().describe('Version of Node the functions run on: what deploys them checks it'),
    }),
    status: 200,
    problems: [],
  },
} as const satisfies Record<string, Route>;
