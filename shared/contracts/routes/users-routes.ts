// The person who calls: profile, usage, quota, and the end of the account.
import * as z from 'zod';
import { campaignIdSchema } from '../identifiers.ts';
import { profileChangeSchema, profileSchema } from '../profile.ts';
import { lineText } from '../text.ts';
import { listedCallSchema, quotaSchema, usageGroupings, usageReportSchema } from '../usage.ts';
import { nextCursor, pageQuery, type Route } from './route.ts';

const daySchema = z.iso.date('must be a day, such as 2026-11-30');

const usagePeriod = {
  from: daySchema.optional().describe('First day (UTC); without it the first of this month'),
  to: daySchema.optional().describe('Last day, included; without it today'),
};
/** Only what was used for this, by this, of this. */
const usageFilter = {
  campaignId: z
    .union([campaignIdSchema, z.literal('direct')])
    .optional()
    .describe('direct: outside of campaigns'),
  agent: lineText(60).optional(),
  provider: lineText(60).optional(),
  model: lineText(120).optional(),
};

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
      ...usagePeriod,
      ...usageFilter,
      groupBy: z.enum(usageGroupings).default('day'),
    }),
    response: usageReportSchema,
    status: 200,
    problems: ['validation-failed'],
  },
  listCalls: {
    method: 'GET',
    path: '/users/me/calls',
    access: 'both',
    permission: 'usage:read',
    lambda: 'users',
    summary: 'Lists the model calls of campaigns behind a figure of the usage',
    query: z.strictObject({
      ...usagePeriod,
      ...usageFilter,
      limit: pageQuery.limit.describe('Campaigns whose calls make one page'),
      cursor: pageQuery.cursor,
    }),
    response: z.strictObject({ calls: z.array(listedCallSchema), nextCursor }),
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
