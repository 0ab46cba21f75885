// Posts that campaigns have planned, by time.
import * as z from 'zod';
import { scheduledPostSchema } from '../agent-outputs.ts';
import { campaignSchema } from '../campaign.ts';
import { campaignIdSchema, phaseIdSchema } from '../identifiers.ts';
import { firstInstant, instantSchema, lastInstant } from '../instants.ts';
import { nextCursor, pageQuery, type Route } from './route.ts';

const plannedPostSchema = z.strictObject({
  campaign: campaignSchema.pick({ id: true, name: true, status: true }),
  phaseId: phaseIdSchema.describe('The phase that planned it'),
  status: z
    .enum(['planned', 'proposed'])
    .describe('proposed: its plan still waits for a person. planned: it has been let pass'),
  timeZone: z.string().optional().describe('IANA name of the clocks that its plan follows'),
  post: scheduledPostSchema,
});
export type PlannedPost = z.infer<typeof plannedPostSchema>;

export const postsRoutes = {
  listPosts: {
    method: 'GET',
    path: '/posts',
    access: 'both',
    permission: 'campaigns:read',
    lambda: 'campaigns',
    summary: 'Lists the posts that campaigns have planned for a time, those of the newest campaigns first',
    query: z
      .strictObject({
        from: instantSchema.optional().describe('First day (UTC) or instant; without it today'),
        to: instantSchema.optional().describe('Last day (UTC) or instant, included; without it all that follow'),
        campaignId: campaignIdSchema.optional(),
        limit: pageQuery.limit.describe('Campaigns that are looked at for one page'),
        cursor: pageQuery.cursor,
      })
      .refine(({ from, to }) => !from || !to || firstInstant(from) <= lastInstant(to), {
        path: ['to'],
        message: 'must not be before from',
      }),
    response: z.strictObject({
      posts: z.array(plannedPostSchema).describe('In order of time within a page'),
      nextCursor,
    }),
    status: 200,
    problems: ['validation-failed', 'not-found'],
  },
} as const satisfies Record<string, Route>;
