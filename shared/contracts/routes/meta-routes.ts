// The API about itself.
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
} as const satisfies Record<string, Route>;
