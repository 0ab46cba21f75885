// Posts that campaigns have planned, by time.
import * as z from 'zod';
import { scheduledPostSchema } from '../agent-outputs.ts';
import { campaignSchema } from '../campaign.ts';
import { campaignIdSchema, isoDateTimeSchema, phaseIdSchema, slugSchema } from '../identifiers.ts';
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
  movePost: {
    method: 'PATCH',
    path: '/campaigns/{campaignId}/phases/{phaseId}/posts/{postId}',
    access: 'both',
    permission: 'approvals:write',
    lambda: 'campaigns',
    summary: 'Moves a planned post to another time',
    description:
      'The plan of the agent stays as it is; the moved time is part of the person’s version of it, which counts from then on: in the calendar, in later decisions and in every export. Who moved what is kept with the phase.',
    params: z.strictObject({
      campaignId: campaignIdSchema,
      phaseId: phaseIdSchema,
      postId: slugSchema.describe('Id of the post in the plan, as listPosts gives it'),
    }),
    body: z.strictObject({
      scheduledAt: isoDateTimeSchema.describe('When it goes out from now on; not in the past'),
      from: isoDateTimeSchema
        .optional()
        .describe(
          'When it was to go out as far as the caller knows: where somebody has moved it since, the answer is a 409',
        ),
    }),
    requiredOfPartners: ['from'],
    response: z.strictObject({ success: z.literal(true), post: plannedPostSchema }),
    status: 200,
    problems: ['validation-failed', 'not-found', 'conflict'],
  },
} as const satisfies Record<string, Route>;
