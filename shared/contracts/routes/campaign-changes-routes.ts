// What makes a campaign, moves it and ends it.
import * as z from 'zod';
import { briefDataSchema, briefSchema, governanceModeSchema } from '../brief.ts';
import { campaignDetailSchema, campaignSchema } from '../campaign.ts';
import { campaignEstimateSchema } from '../estimate.ts';
import { campaignIdSchema } from '../identifiers.ts';
import { languageSchema } from '../language.ts';
import { type Route, successSchema } from './route.ts';

const campaignParams = z.strictObject({ campaignId: campaignIdSchema });

export const campaignChangesRoutes = {
  createCampaign: {
    method: 'POST',
    path: '/campaigns',
    access: 'both',
    permission: 'campaigns:write',
    lambda: 'campaigns',
    summary: 'Creates a campaign from a brief and starts it',
    body: briefSchema.extend({
      launch: z.boolean().default(true).describe('false keeps it as a draft that can be changed and launched later'),
    }),
    response: campaignDetailSchema,
    status: 201,
    idempotent: true,
    problems: ['validation-failed', 'quota-exceeded', 'unavailable'],
  },
  estimateCampaign: {
    method: 'POST',
    path: '/campaigns/estimate',
    access: 'both',
    permission: 'campaigns:read',
    lambda: 'campaigns',
    summary:
      'Says what was read out of a brief, what it will probably cost and take, and where it will wait for a person; creates nothing',
    body: briefSchema,
    response: campaignEstimateSchema,
    status: 200,
    problems: ['validation-failed', 'quota-exceeded'],
  },
  changeCampaign: {
    method: 'PATCH',
    path: '/campaigns/{campaignId}',
    access: 'both',
    permission: 'campaigns:write',
    lambda: 'campaigns',
    summary: 'Pauses, resumes or cancels a campaign, renames it, moves its AI budget, or changes the brief of a draft',
    params: campaignParams,
    body: z
      .strictObject({
        action: z.enum(['pause', 'resume', 'cancel']).optional(),
        name: briefSchema.shape.name.optional(),
        aiBudgetUsd: z.number().min(0).max(10_000).optional(),
        briefData: briefDataSchema.optional().describe('The whole brief, of a draft only'),
        governanceMode: governanceModeSchema.optional().describe('Of a draft only'),
        language: languageSchema.optional().describe('Of a draft only'),
      })
      .refine((change) => Object.values(change).some((value) => value !== undefined), 'must name at least one change'),
    response: campaignSchema,
    status: 200,
    problems: ['validation-failed', 'not-found', 'conflict'],
  },
  launchCampaign: {
    method: 'POST',
    path: '/campaigns/{campaignId}/launch',
    access: 'both',
    permission: 'campaigns:write',
    lambda: 'campaigns',
    summary: 'Starts a draft',
    params: campaignParams,
    response: campaignSchema,
    status: 200,
    idempotent: true,
    problems: ['not-found', 'conflict', 'quota-exceeded', 'unavailable'],
  },
  relaunchCampaign: {
    method: 'POST',
    path: '/campaigns/{campaignId}/relaunch',
    access: 'both',
    permission: 'campaigns:write',
    lambda: 'campaigns',
    summary: 'Lets a failed campaign go on from what failed; what is finished is not paid for again',
    params: campaignParams,
    response: campaignSchema,
    status: 200,
    problems: ['not-found', 'conflict', 'quota-exceeded', 'unavailable'],
  },
  deleteCampaign: {
    method: 'DELETE',
    path: '/campaigns/{campaignId}',
    access: 'both',
    permission: 'campaigns:write',
    lambda: 'campaigns',
    needs: 'session',
    summary: 'Stops a campaign and deletes its data and files',
    params: campaignParams,
    response: successSchema,
    status: 200,
    problems: ['not-found'],
  },
} as const satisfies Record<string, Route>;
