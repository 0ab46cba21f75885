// The person who calls: profile, usage, quota, and the end of the account.
import * as z from 'zod';
import { profileChangeSchema, profileSchema } from '../profile.ts';
import { quotaSchema, usageGroupings, usageReportSchema } from '../usage.ts';
import type { Route } from './route.ts';

const daySchema = z.iso.date('must be a day, such as 2026-11-30');

export const usersRoutes = {
  getProfile: {
    method: 'GET',
    path: '/users/me',
    access: 'both',
    permission: 'usage:read',
    lambda: 'users',
    summary: 'Reads the profile of the caller',
    response: profileSchema,
    status: 200,
    problems: ['not-found'],
  },
  changeProfile: {
    method: 'PATCH',
    path: '/users/me',
    access: 'user',
    permission: 'profile:write',
    lambda: 'users',
    needs: 'account',
    summary: 'Changes name, language or time zone',
    body: profileChangeSchema,
    response: profileSchema,
    status: 200,
    problems: ['not-found'],
  },
  getUsage: {
    method: 'GET',
    path: '/users/me/usage',
    access: 'both',
    permission: 'usage:read',
    lambda: 'users',
    summary: 'Adds up AI calls, tokens and money of a time, by day, provider, model, campaign or agent',
    query: z.strictObject({
      from: daySchema.optional().describe('First day (UTC); without it the first of this month'),
      to: daySchema.optional().describe('Last day, included; without it today'),
      groupBy: z.enum(usageGroupings).default('day'),
    }),
    response: usageReportSchema,
    status: 200,
    problems: ['validation-failed'],
  },
  getQuota: {
    method: 'GET',
    path: '/users/me/quota',
    access: 'both',
    permission: 'usage:read',
    lambda: 'users',
    summary: 'Says how many AI calls of this month are left, and when there are new ones',
    response: quotaSchema,
    status: 200,
    problems: [],
  },
  deleteAccount: {
    method: 'DELETE',
    path: '/users/me',
    access: 'user',
    permission: 'profile:write',
    lambda: 'users',
    summary: 'Deletes the account with everything that belongs to it; asks for the password again',
    body: z.strictObject({ password: z.string().min(1).max(256) }),
    response: z.strictObject({
      deleted: z.literal(true),
      kept: z
        .array(
          z.strictObject({
            what: z.string(),
            why: z.string(),
            until: z.iso.datetime().optional().describe('When it is gone at the latest'),
          }),
        )
        .describe('What is not gone at once'),
    }),
    status: 200,
    rateLimit: 'own-password',
    problems: ['wrong-credentials', 'unavailable'],
  },
} as const satisfies Record<string, Route>;
