// Campaigns, their phases, decisions and events.
import * as z from 'zod';
import { briefDataSchema, briefSchema, governanceModeSchema } from '../brief.ts';
import { campaignDetailSchema, campaignSchema, campaignStatusSchema } from '../campaign.ts';
import { campaignCostsSchema } from '../campaign-costs.ts';
import { campaignEstimateSchema } from '../estimate.ts';
import { campaignIdSchema } from '../identifiers.ts';
import { firstInstant, instantSchema, lastInstant } from '../instants.ts';
import { languageSchema } from '../language.ts';
import { lineText } from '../text.ts';
import { modelCallSchema } from '../usage.ts';
import { nextCursor, pageQuery, type Route, successSchema } from './route.ts';

const campaignParams = z.strictObject({ campaignId: campaignIdSchema });
export const campaignsRoutes = {
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
  readCosts: {
    method: 'GET',
    path: '/campaigns/{campaignId}/costs',
    access: 'both',
    permission: 'campaigns:read',
    lambda: 'campaigns',
    summary: 'Reads what a campaign has cost so far, by phase, agent, provider, model and kind of call',
    params: campaignParams,
    response: campaignCostsSchema,
    status: 200,
    problems: ['not-found'],
  },
  listEvents: {
    method: 'GET',
    path: '/campaigns/{campaignId}/events',
    access: 'both',
    permission: 'campaigns:read',
    lambda: 'campaigns',
    summary: 'Replays live events from a number',
    params: campaignParams,
    query: z.strictObject({
      after: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(500).default(200),
    }),
    response: z.strictObject({
      events: z.array(z.looseObject({ type: z.string(), number: z.int() })),
      lastEvent: z.int().describe('Number of the newest event; ask again while the last one you have is smaller'),
    }),
    status: 200,
    problems: ['validation-failed', 'not-found'],
  },
  listModelCalls: {
    method: 'GET',
    path: '/campaigns/{campaignId}/calls',
    access: 'both',
    permission: 'campaigns:read',
    lambda: 'campaigns',
    summary: 'Lists every model call of a campaign with tokens, cost and provenance',
    params: campaignParams,
    response: z.strictObject({ calls: z.array(modelCallSchema) }),
    status: 200,
    problems: ['not-found'],
  },
} as const satisfies Record<string, Route>;
