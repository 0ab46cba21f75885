// What happened in a campaign, and what it cost.
import * as z from 'zod';
import { campaignCostsSchema } from '../campaign-costs.ts';
import { campaignIdSchema } from '../identifiers.ts';
import { modelCallSchema } from '../usage.ts';
import type { Route } from './route.ts';

const campaignParams = z.strictObject({ campaignId: campaignIdSchema });

export const campaignRecordsRoutes = {
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
