// Accounts and sessions.
import * as z from 'zod';
import { userIdSchema, workspaceIdSchema } from '../identifiers.ts';
import type { Route } from './route.ts';

const credentialsSchema = z.strictObject({
  email: z.email().max(254).toLowerCase(),
  password: z.string().min(8, 'must have at least 8 characters').max(256),
});
const sessionSchema = z.strictObject({
  token: z.string().describe('Access token: send it as Authorization: Bearer'),
  expiresInSeconds: z.int().min(1),
  user: z.strictObject({ id: userIdSchema, email: z.email(), workspaceId: workspaceIdSchema }),
});

export const authRoutes = {
  register: {
    method: 'POST',
    path: '/auth/register',
    access: 'public',
    lambda: 'auth',
    summary: 'Creates an account with its personal workspace and signs in',
    body: credentialsSchema,
    response: sessionSchema,
    status: 201,
    rateLimit: 'sign-in',
    problems: ['validation-failed', 'already-registered'],
  },
  login: {
    method: 'POST',
    path: '/auth/login',
    access: 'public',
    lambda: 'auth',
    summary: 'Signs in',
    body: credentialsSchema,
    response: sessionSchema,
    status: 200,
    rateLimit: 'sign-in',
    problems: ['validation-failed', 'wrong-credentials'],
  },
} as const satisfies Record<string, Route>;
