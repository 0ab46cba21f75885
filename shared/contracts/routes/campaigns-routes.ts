// Campaigns as they are read most.
import * as z from 'zod';
import { governanceModeSchema } from '../brief.ts';
import { campaignDetailSchema, campaignSchema, campaignStatusSchema } from '../campaign.ts';
import { campaignIdSchema } from '../identifiers.ts';
import { firstInstant, instantSchema, lastInstant } from '../instants.ts';
import { lineText } from '../text.ts';
import { nextCursor, pageQuery, type Route } from './route.ts';

const campaignParams = z.strictObject({ campaignId: campaignIdSchema });

export const campaignsRoutes = {
  listCampaigns: {
    method: 'GET',
    path: '/campaigns',
    access: 'both',
    permission: 'campaigns:read',
    lambda: 'campaigns',
    summary: 'Lists campaigns, newest first',
    query: z
      .strictObject({
        ...pageQuery,
        status: campaignStatusSchema.optional(),
        governanceMode: governanceModeSchema.optional(),
        search: lineText(120).optional().describe('Text the name contains, whatever the case and the accents'),
        createdFrom: instantSchema.optional().describe('Created on this day (UTC) or at this instant, or later'),
        createdTo: instantSchema.optional().describe('Created on this day (UTC) or at this instant, or earlier'),
      })
      .refine(
        ({ createdFrom, createdTo }) =>
          !createdFrom || !createdTo || firstInstant(createdFrom) <= lastInstant(createdTo),
        {
          path: ['createdTo'],
          message: 'must not be before createdFrom',
        },
      ),
    response: z.strictObject({ campaigns: z.array(campaignSchema), nextCursor }),
    status: 200,
    problems: ['validation-failed'],
  },
  getCampaign: {
    method: 'GET',
    path: '/campaigns/{campaignId}',
    access: 'both',
    permission: 'campaigns:read',
    lambda: 'campaigns',
    summary: 'Reads a campaign with its brief and phases',
    params: campaignParams,
    response: campaignDetailSchema,
    status: 200,
    problems: ['not-found'],
  },
} as const satisfies Record<string, Route>;
